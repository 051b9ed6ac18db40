import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.word.types import Section
from ui.templates.sections import SectionList

FIGURES, VOICES, TITLE = Section(1, "Key figures"), Section(2, "What was said"), Section(3, "{{ note.title }}", fixed=True)


@pytest.fixture
def shown(qtbot: QtBot) -> SectionList:
    made = SectionList()
    qtbot.addWidget(made)
    made.show_sections((FIGURES, VOICES, TITLE))
    made.show()
    return made


def numbers(shown: SectionList) -> list[int]:
    return [section.number for section in shown.wanted()]


def test_all_are_wanted_as_they_are(shown: SectionList) -> None:
    assert numbers(shown) == [1, 2, 3]
    assert not shown.changed


def test_alt_and_the_arrows_move_the_current_one_and_stop_at_the_ends(shown: SectionList) -> None:
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(shown, key, Qt.KeyboardModifier.AltModifier)
    assert numbers(shown) == [2, 3, 1]
    assert shown.currentRow() == 2
    assert shown.changed


def test_space_takes_one_out(shown: SectionList) -> None:
    QTest.keyClick(shown, Qt.Key.Key_Down)
    QTest.keyClick(shown, Qt.Key.Key_Space)
    assert numbers(shown) == [1, 3]
    assert shown.changed


def test_another_heading_is_wanted_and_a_filled_one_cannot_have_one(shown: SectionList) -> None:
    shown.item(0).setText("  Numbers  ")
    assert shown.wanted()[0] == Section(1, "Numbers")
    assert shown.item(0).flags() & Qt.ItemFlag.ItemIsEditable
    assert not shown.item(2).flags() & Qt.ItemFlag.ItemIsEditable
