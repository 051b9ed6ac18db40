from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.brief import Brief, Edit
from tests import northwind
from ui.findings.editor import FindingEditor
from ui.findings.panel import FindingsPanel
from ui.session import Session

FIGURE, QUOTE, FLOATING = 5, 4, 9


@pytest.fixture
def session() -> Session:
    made = Session()
    made.start(northwind.brief())
    return made


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> FindingsPanel:
    made = FindingsPanel(session)
    qtbot.addWidget(made)
    made.resize(420, 800)
    made.show()
    return made


@pytest.fixture
def editor(panel: FindingsPanel) -> FindingEditor:
    return panel.editor


def open_on(panel: FindingsPanel, session: Session, row: int) -> str:
    identifier = session.brief.findings[row].id
    session.set_current(identifier, "reader")
    panel.edit_current()
    return identifier


def type_into(editor: FindingEditor, name: str, text: str) -> None:
    line = editor.fields[name].line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def fields(session: Session, identifier: str) -> dict[str, str]:
    return dict(session.brief.edits.get(identifier, Edit()).fields)


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        (FIGURE, {"subject", "period", "change", "said_by", "place", "note"}),
        (QUOTE, {"speaker", "role", "organisation", "verb", "note"}),
    ],
)
def test_each_kind_has_its_own_fields_and_no_one_can_type_into_a_quote(
    panel: FindingsPanel, session: Session, editor: FindingEditor, row: int, shown: set[str]
) -> None:
    open_on(panel, session, row)

    assert {name for name, field in editor.fields.items() if field.isVisible()} == shown


def test_enter_applies_as_one_step(panel: FindingsPanel, session: Session, editor: FindingEditor) -> None:
    identifier = open_on(panel, session, FIGURE)
    type_into(editor, "subject", "operating costs")
    type_into(editor, "place", "Leeds")
    QTest.keyClick(editor.fields["place"].line, Qt.Key.Key_Return)
    assert fields(session, identifier) == {"subject": "operating costs", "place": "Leeds"}

    session.undo_stack.undo()
    assert fields(session, identifier) == {}
    assert editor.fields["subject"].text == "costs"


def test_escape_closes_and_changes_nothing(panel: FindingsPanel, session: Session, editor: FindingEditor) -> None:
    identifier = open_on(panel, session, FIGURE)
    type_into(editor, "subject", "operating costs")
    QTest.keyClick(editor.fields["subject"].line, Qt.Key.Key_Escape)

    assert not editor.isVisible()
    assert fields(session, identifier) == {}


def test_going_to_another_finding_applies_what_was_typed(panel: FindingsPanel, session: Session, editor: FindingEditor) -> None:
    identifier = open_on(panel, session, FIGURE)
    type_into(editor, "subject", "operating costs")
    session.set_current(session.brief.findings[QUOTE].id, "reader")

    assert fields(session, identifier) == {"subject": "operating costs"}
    assert editor.fields["speaker"].text == "Jane Doe"


def test_reset_brings_back_what_was_extracted(panel: FindingsPanel, session: Session, editor: FindingEditor) -> None:
    identifier = open_on(panel, session, FIGURE)
    field = editor.fields["subject"]
    assert not field.reset.isVisible()
    type_into(editor, "subject", "operating costs")
    editor.apply()
    assert field.reset.isVisible()

    QTest.mouseClick(field.reset, Qt.MouseButton.LeftButton)
    editor.apply()
    assert fields(session, identifier) == {}


def test_an_emptied_field_stays_empty(panel: FindingsPanel, session: Session, editor: FindingEditor) -> None:
    identifier = open_on(panel, session, FIGURE)
    editor.fields["change"].line.clear()
    editor.apply()

    assert fields(session, identifier) == {"change": ""}


def test_a_known_person_brings_role_and_organisation(panel: FindingsPanel, session: Session, editor: FindingEditor) -> None:
    identifier = open_on(panel, session, FLOATING)
    editor.fields["speaker"].line.setText("Jane Doe")
    editor.fields["speaker"].picked.emit("Jane Doe")
    editor.apply()

    assert fields(session, identifier) == {
        "speaker": "Jane Doe",
        "role": "chief executive",
        "organisation": "Northwind Bank",
    }


def test_a_typed_name_is_offered_everywhere(panel: FindingsPanel, session: Session, editor: FindingEditor) -> None:
    open_on(panel, session, FLOATING)
    type_into(editor, "speaker", "Omar Haddad")
    editor.apply()
    open_on(panel, session, FIGURE)

    assert "Omar Haddad" in editor.fields["said_by"].line.names.stringList()


def test_a_role_can_be_given_to_all_quotes_of_a_speaker(panel: FindingsPanel, session: Session, editor: FindingEditor) -> None:
    other = open_on(panel, session, FLOATING)
    type_into(editor, "speaker", "Jane Doe")
    editor.apply()
    first = open_on(panel, session, QUOTE)
    assert not editor.all_quotes.isVisible()

    type_into(editor, "role", "president")
    assert editor.all_quotes.isVisible()
    editor.all_quotes.setChecked(True)
    editor.apply()
    assert fields(session, first)["role"] == fields(session, other)["role"] == "president"

    session.undo_stack.undo()
    assert "role" not in fields(session, first)


def test_why_is_told_in_words(panel: FindingsPanel, session: Session, editor: FindingEditor) -> None:
    session.set_current(session.brief.findings[FLOATING].id, "reader")
    panel.show_why()

    assert editor.reasons.isVisible()
    assert "Please check" in editor.reasons.text()


def test_a_finding_that_goes_away_closes_the_drawer(panel: FindingsPanel, session: Session, editor: FindingEditor) -> None:
    open_on(panel, session, FIGURE)
    session.start(Brief())

    assert not editor.isVisible()


def test_what_is_being_typed_survives_the_analysis(panel: FindingsPanel, session: Session, editor: FindingEditor) -> None:
    open_on(panel, session, FIGURE)
    type_into(editor, "subject", "operating")
    session.analysed(replace(session.brief, findings=session.brief.findings[1:]))

    assert editor.fields["subject"].text == "operating"


def test_a_finding_that_the_analysis_takes_away_closes_the_drawer(
    panel: FindingsPanel, session: Session, editor: FindingEditor
) -> None:
    open_on(panel, session, FIGURE)
    type_into(editor, "subject", "operating")
    session.analysed(replace(session.brief, findings=session.brief.findings[:2]))

    assert not editor.isVisible()


def test_what_was_typed_can_be_applied_before_saving(panel: FindingsPanel, session: Session, editor: FindingEditor) -> None:
    identifier = open_on(panel, session, FIGURE)
    type_into(editor, "note", "see page 3")
    panel.commit()

    assert fields(session, identifier) == {"note": "see page 3"}
