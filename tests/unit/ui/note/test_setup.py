"""How the note is set: what can be chosen, what each choice says of itself, and that showing a brief chooses nothing."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from briefing.brief import Brief
from briefing.compose.style import STYLES
from briefing.word.marks import Marks
from briefing.word.types import Paper
from ui.note.setup import CHOICES, NoteSetup, with_choice


def test_everything_that_a_note_can_be_is_offered() -> None:
    assert set(CHOICES["style"]) == set(STYLES)
    assert set(CHOICES["marks"]) == {"", *Marks}
    assert set(CHOICES["paper"]) == {"", *Paper}


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("UN", "12 per cent · 1,050 jobs · 4 March 2026 · “quoted”"),
        ("Economist", "12% · 1,050 jobs · March 4th 2026 · “quoted”"),
        ("EU", "12\u00a0% · 1\u00a0050 jobs · 4 March 2026 · ‘quoted’"),
        ("as printed", "Numbers as the source prints them · 4 March 2026 · “quoted”"),
    ],
)
def test_a_style_shows_what_it_does(style: str, words: str) -> None:
    assert CHOICES["style"][style][1] == words


def test_a_brief_is_shown_without_a_choice_being_told(qtbot: QtBot) -> None:
    setup = NoteSetup()
    qtbot.addWidget(setup)
    with qtbot.assertNotEmitted(setup.chosen):
        setup.show_brief(replace(Brief(), style="EU", marks="comments", paper="Letter"))
    assert [box.currentText() for box in setup.boxes.values()] == ["EU", "Word comments", "US Letter"]
    assert "comment" in setup.help["marks"].text()


def test_the_templates_own_way_is_named(qtbot: QtBot) -> None:
    setup = NoteSetup()
    qtbot.addWidget(setup)
    setup.know_template("footnotes")
    assert setup.boxes["marks"].itemText(0) == "As the template has them (footnotes)"


def test_only_what_is_offered_can_be_chosen() -> None:
    assert with_choice(Brief(), "paper", "A4").paper == "A4"
    with pytest.raises(ValueError, match="A5"):
        with_choice(Brief(), "paper", "A5")
