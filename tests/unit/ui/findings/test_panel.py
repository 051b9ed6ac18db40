import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from briefing import review
from briefing.brief import Brief, Decision
from tests import northwind
from ui.findings.filter import State
from ui.findings.panel import FindingsPanel
from ui.session import Session


@pytest.fixture
def session() -> Session:
    made = Session()
    made.start(northwind.brief())
    return made


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> FindingsPanel:
    made = FindingsPanel(session)
    qtbot.addWidget(made)
    made.resize(400, 700)
    made.show()
    return made


def ids(session: Session) -> list[str]:
    return [finding.id for finding in session.brief.findings]


def test_the_session_and_the_list_point_at_the_same_finding(panel: FindingsPanel, session: Session) -> None:
    session.set_current(ids(session)[3], "reader")
    assert panel.list.currentIndex().row() == 3

    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert session.current == ids(session)[4]


def test_steps_stop_at_both_ends(panel: FindingsPanel, session: Session) -> None:
    panel.step(1)
    assert session.current == ids(session)[0]
    panel.step(-1)
    assert session.current == ids(session)[0]
    panel.step(100)
    assert session.current == ids(session)[-1]


def test_a_decision_leads_to_the_next_to_review(panel: FindingsPanel, session: Session) -> None:
    session.apply(review.keep(session.brief, ids(session)[1]), "Keep", "test")
    panel.step(1)
    panel.decide_current(Decision.KEPT)

    assert session.current == ids(session)[2]
    assert session.brief.decision(session.brief.findings[0]) is Decision.KEPT


def test_the_review_goes_on_from_the_top(panel: FindingsPanel, session: Session) -> None:
    panel.step(100)
    panel.decide_current(Decision.DROPPED)

    assert session.current == ids(session)[0]


def test_when_all_is_decided_the_review_is_over(panel: FindingsPanel, session: Session) -> None:
    panel.decide_listed(Decision.KEPT)

    assert not panel.next_to_review()
    assert panel.progress.words.text() == "10 of 10 reviewed"


def test_a_finding_that_leaves_the_list_when_decided_hands_over_to_the_next(panel: FindingsPanel, session: Session) -> None:
    panel.set_state_filter(State.TO_REVIEW)
    session.set_current(ids(session)[4], "reader")
    panel.decide_current(Decision.KEPT)

    assert session.current == ids(session)[5]
    assert ids(session)[4] not in panel.visible_ids()


def test_bulk_decisions_are_one_step_and_only_for_what_is_listed(panel: FindingsPanel, session: Session) -> None:
    panel.set_kind_filter("quote")
    panel.decide_listed(Decision.DROPPED)
    assert sum(d is Decision.DROPPED for d in session.brief.decisions.values()) == 3

    session.undo_stack.undo()
    assert not session.brief.decisions


def test_counts_stand_on_the_filters(panel: FindingsPanel) -> None:
    buttons = panel.filters.kinds.findChildren(QAbstractButton)

    assert [button.text() for button in buttons] == ["All 10", "Figures 7", "Quotes 3"]


def test_a_current_finding_that_is_filtered_away_is_told(panel: FindingsPanel, session: Session) -> None:
    session.set_current(ids(session)[0], "reader")
    panel.set_kind_filter("quote")
    assert panel.hidden.isVisible()
    assert session.current == ids(session)[0]

    QTest.mouseClick(panel.hidden, Qt.MouseButton.LeftButton)
    assert not panel.hidden.isVisible()
    assert panel.list.currentIndex().row() == 0


def test_from_a_hidden_finding_the_arrows_lead_on(panel: FindingsPanel, session: Session) -> None:
    session.set_current(ids(session)[5], "reader")
    panel.set_kind_filter("quote")

    panel.step(1)
    assert session.current == ids(session)[8]
    session.set_current(ids(session)[5], "reader")
    panel.step(-1)
    assert session.current == ids(session)[4]


def test_search_lists_matches_and_enter_goes_to_the_first(panel: FindingsPanel, session: Session) -> None:
    panel.focus_search()
    QTest.keyClicks(panel.filters.search, "lend")
    QTest.keyClick(panel.filters.search, Qt.Key.Key_Return)

    assert len(panel.visible_ids()) == 3
    assert session.current == panel.visible_ids()[0]


@pytest.mark.parametrize(
    ("brief", "words", "sentence"),
    [(Brief(), "", "Nothing found yet"), (northwind.brief(), "zebra", "No finding matches")],
)
def test_an_empty_list_says_why(panel: FindingsPanel, session: Session, brief: Brief, words: str, sentence: str) -> None:
    session.start(brief)
    panel.filters.search.setText(words)

    assert panel.empty.isVisible()
    assert panel.empty.sentence.text() == sentence
    assert panel.empty.button.isVisible() == bool(words)


def test_a_speaker_who_is_gone_lifts_the_filter(panel: FindingsPanel, session: Session) -> None:
    panel.filters.speakers.chosen.emit("Jane Doe")
    assert len(panel.visible_ids()) == 2

    session.start(Brief(sources=northwind.brief().sources, findings=northwind.findings()[:2]))
    assert len(panel.visible_ids()) == 2


@pytest.mark.parametrize(("name", "expected"), [("keep", Decision.KEPT), ("drop", Decision.DROPPED)])
def test_buttons_on_the_card_decide(panel: FindingsPanel, session: Session, name: str, expected: Decision) -> None:
    panel.step(1)
    first = session.brief.findings[0]
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=panel.list.button_box(name).center().toPoint())

    assert session.brief.decision(first) is expected


def test_everything_that_takes_the_keyboard_has_a_name(panel: FindingsPanel, session: Session) -> None:
    session.set_current(ids(session)[4], "reader")
    panel.edit_current()
    nameless = [
        child
        for child in panel.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not child.accessibleName()
        and not (isinstance(child, QAbstractButton) and child.text())
    ]

    assert not nameless


def test_tab_goes_through_the_panel_as_it_is_read(panel: FindingsPanel, session: Session, qtbot: QtBot) -> None:
    session.set_current(ids(session)[4], "reader")
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    filters = panel.filters
    reading = [filters.more, filters.states, filters.speakers, filters.search, panel.list]
    seen: list[QWidget] = []
    widget: QWidget | None = filters.kinds.findChildren(QAbstractButton)[0]
    for _ in range(60):
        widget = widget.nextInFocusChain() if widget else None
        if widget in reading:
            seen.append(widget)

    assert seen[: len(reading)] == reading


@pytest.mark.parametrize("damaged", ["", ";;;", "zebra;Kept", "figure;Zebra;compact"])
def test_the_view_is_remembered_and_damage_does_no_harm(panel: FindingsPanel, damaged: str) -> None:
    panel.set_kind_filter("quote")
    panel.set_state_filter(State.CHECK)
    panel.compact.setChecked(True)
    remembered = panel.view_state()
    panel.show_all()
    panel.compact.setChecked(False)

    panel.restore_view_state(damaged)
    panel.restore_view_state(remembered)
    assert panel.view_state() == remembered == "quote;Check;compact"
