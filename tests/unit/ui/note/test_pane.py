import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from briefing import review
from briefing.brief import Brief, Decision
from tests import northwind
from ui.note.item import remove_box
from ui.note.model import MIME, Role
from ui.note.pane import NotePane
from ui.session import Session


@pytest.fixture
def session() -> Session:
    brief = northwind.brief()
    made = Session()
    made.start(review.keep(brief, *(brief.findings[n].id for n in (0, 4, 8))))
    return made


@pytest.fixture
def pane(session: Session, qtbot: QtBot) -> NotePane:
    made = NotePane(session)
    qtbot.addWidget(made)
    made.resize(360, 900)
    made.show()
    return made


def shown(pane: NotePane) -> list[str]:
    return [row.title for row in pane.figure_model.rows]


def test_models_are_sound(pane: NotePane, session: Session, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(pane.quote_model)
    qtmodeltester.check(pane.figure_model)
    session.decide(session.brief.findings, Decision.KEPT, "test")
    pane.refresh()
    session.decide(session.brief.findings[2:7], Decision.DROPPED, "test")
    pane.refresh()


def test_a_decision_reaches_the_note(pane: NotePane, session: Session, qtbot: QtBot) -> None:
    session.decide((session.brief.findings[6],), Decision.KEPT, "findings")

    qtbot.waitUntil(lambda: "1.8%" in shown(pane))
    assert pane.sections["figures"].heading.text().endswith(str(len(shown(pane))))


def test_an_empty_note_says_what_to_do(pane: NotePane, session: Session) -> None:
    session.start(Brief())

    assert not pane.figures.isVisible()
    assert any("Keep a figure" in label.text() for label in pane.sections["figures"].findChildren(type(pane.sources)))


def test_typing_in_a_field_is_one_step(pane: NotePane, session: Session) -> None:
    field = pane.header.fields["to"]
    QTest.keyClicks(field, "Head of unit")
    assert session.brief.header.to == "Head of unit"

    session.undo_stack.undo()
    assert (session.brief.header.to, field.text()) == ("", "")


def test_undo_in_a_field_is_the_windows(pane: NotePane) -> None:
    for field in (pane.header.fields["to"], pane.texts["comment"]):
        QTest.keyClicks(field, "abc")
        QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert pane.texts["comment"].toPlainText() == "abc"


@pytest.mark.parametrize("name", ["bottom_line", "background", "comment", "outlook"])
def test_own_words_go_into_the_brief(pane: NotePane, session: Session, name: str) -> None:
    QTest.keyClicks(pane.texts[name], "Profit is up.")

    assert getattr(session.brief.header, name) == "Profit is up."


def test_a_text_grows_with_its_lines(pane: NotePane) -> None:
    before = pane.texts["comment"].height()
    pane.texts["comment"].setPlainText("one\ntwo\nthree\nfour\nfive")

    assert pane.texts["comment"].height() > before


def test_a_click_makes_an_item_current(pane: NotePane, session: Session) -> None:
    rect = pane.figures.visualRect(pane.figure_model.index(1))
    QTest.mouseClick(pane.figures.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())

    assert session.current == pane.figure_model.index(1).data(Role.ID)


def test_the_current_finding_is_marked(pane: NotePane, session: Session) -> None:
    session.set_current(session.brief.findings[4].id, "reader")
    assert pane.quotes.currentIndex().data(Role.ID) == session.current

    session.set_current(session.brief.findings[3].id, "reader")
    assert not pane.quotes.currentIndex().isValid()


@pytest.mark.parametrize(("key", "expected"), [(Qt.Key.Key_Down, [1, 0]), (Qt.Key.Key_Up, [0, 1])])
def test_alt_and_an_arrow_move_an_item(pane: NotePane, session: Session, key: Qt.Key, expected: list[int]) -> None:
    before = [row.id for row in pane.figure_model.rows]
    session.set_current(before[0], "reader")
    QTest.keyClick(pane.figures, key, Qt.KeyboardModifier.AltModifier)

    assert [row.id for row in pane.figure_model.rows][:2] == [before[n] for n in expected]
    assert pane.figures.currentIndex().data(Role.ID) == before[0]


def test_a_drop_moves_an_item_as_one_step(pane: NotePane, session: Session) -> None:
    before = [row.id for row in pane.figure_model.rows]
    data = pane.figure_model.mimeData([pane.figure_model.index(2)])
    assert data.hasFormat(MIME)

    removed = pane.figure_model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, pane.figure_model.index(-1))
    assert not removed
    assert [row.id for row in pane.figure_model.rows][:2] == [before[2], before[0]]

    session.undo_stack.undo()
    pane.refresh()
    assert [row.id for row in pane.figure_model.rows] == before


def test_an_item_of_the_other_list_cannot_be_dropped(pane: NotePane) -> None:
    data = pane.quote_model.mimeData([pane.quote_model.index(1)])

    assert not pane.figure_model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, pane.figure_model.index(-1))


@pytest.mark.parametrize("by_mouse", [True, False])
def test_an_item_can_be_taken_out(pane: NotePane, session: Session, by_mouse: bool) -> None:
    index = pane.figure_model.index(0)
    identifier = index.data(Role.ID)
    if by_mouse:
        box = remove_box(QRectF(pane.figures.visualRect(index)))
        QTest.mouseClick(pane.figures.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    else:
        session.set_current(identifier, "reader")
        QTest.keyClick(pane.figures, Qt.Key.Key_Delete)

    assert session.brief.decisions[identifier] is Decision.DROPPED


def test_sections_fold(pane: NotePane) -> None:
    heading = pane.sections["figures"].heading
    QTest.keyClick(heading, Qt.Key.Key_Space)

    assert not pane.figures.isVisible()
    assert heading.accessibleName() == "Key figures, folded away"


def test_arrows_lead_from_figures_to_quotes(pane: NotePane, session: Session) -> None:
    session.set_current(pane.figure_model.rows[-1].id, "reader")
    pane.figures.setFocus()
    QTest.keyClick(pane.figures, Qt.Key.Key_Down)

    assert pane.quotes.currentIndex().isValid()


def test_tab_goes_through_the_note_as_it_is_read(pane: NotePane) -> None:
    reading = [
        pane.header.fields["subject"],
        pane.header.fields["to"],
        pane.header.fields["classification"],
        pane.header.more,
        pane.sections["bottom_line"].heading,
        pane.texts["bottom_line"],
        pane.figures,
        pane.quotes,
        pane.texts["background"],
        pane.texts["comment"],
        pane.sections["sources"].heading,
    ]
    seen, widget = [], pane.sections["header"].heading
    for _ in range(120):
        widget = widget.nextInFocusChain()
        if widget in reading:
            seen.append(widget)

    assert seen[: len(reading)] == reading


def test_everything_that_takes_the_keyboard_has_a_name(pane: NotePane) -> None:
    nameless = [
        child
        for child in pane.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not child.accessibleName()
        and not (isinstance(child, QAbstractButton) and child.text())
    ]

    assert not nameless


def test_rarer_fields_are_there_when_asked_for(pane: NotePane, session: Session) -> None:
    assert "action" not in pane.header.fields
    QTest.mouseClick(pane.header.more, Qt.MouseButton.LeftButton)
    QTest.keyClicks(pane.header.fields["action"], "None")
    QTest.mouseClick(pane.header.more, Qt.MouseButton.LeftButton)

    assert session.brief.header.action == "None"
    assert pane.header.fields["action"].isVisible()
    assert not pane.header.fields["deadline"].isVisible()
