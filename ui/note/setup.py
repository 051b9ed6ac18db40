"""How the note is set: house style, source marks, paper; each choice with what it does in plain words."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSizePolicy, QWidget

from briefing.brief import Brief
from briefing.compose.dates import printed
from briefing.compose.style import STYLES, styled
from briefing.word.types import Paper
from ui.theme import SPACE

_LABELS = {"style": "House style", "marks": "Source marks", "paper": "Paper"}
_MARKS = {
    "": ("As the template has them", "Whichever way the template was made for."),
    "brackets": ("In brackets", "[1 ¶11] stands behind each figure and quote: article 1, paragraph 11."),
    "footnotes": ("Footnotes", "A raised number, and at the foot of the page the mark with the source’s sentence."),
    "comments": ("Word comments", "The mark in brackets, and beside it a Word comment with the source’s sentence."),
    "none": ("None", "No marks in the text. The list of sources stays."),
}
_PAPER = {
    "": ("As the template has it", "Whichever paper the template was made for."),
    Paper.A4.value: ("A4", "210 × 297 mm; tables and tabs take the width of the lines."),
    Paper.LETTER.value: ("US Letter", "8½ × 11 inches; tables and tabs take the width of the lines."),
}


def _styles() -> dict[str, tuple[str, str]]:
    """Each house style with what it makes of a share, a count, a day and a quote."""
    found = {}
    for name, style in STYLES.items():
        day = printed("2026-03-04", style.date_format)
        numbers = "numbers as the source prints them" if name == "as printed" else styled("12% · 1,050 jobs", style)
        shown = f"{numbers} · {day} · {style.quote_open}quoted{style.quote_close}"
        found[name] = (name[:1].upper() + name[1:], f"{shown[:1].upper()}{shown[1:]}")
    return found


CHOICES = {"style": _styles(), "marks": _MARKS, "paper": _PAPER}


class NoteSetup(QWidget):
    """Three choices and their help; tells which one was made."""

    chosen = Signal(str, str)  # field of the brief, value

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notesetup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.boxes: dict[str, QComboBox] = {}
        self.help: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACE * 2, SPACE, SPACE, SPACE)
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for name, label in _LABELS.items():
            self._add(grid, name, label)

    def _add(self, grid: QGridLayout, name: str, label: str) -> None:
        words, box, text = QLabel(label, self), QComboBox(self), QLabel(self)
        words.setBuddy(box)
        for named in (box, box.view()):
            named.setAccessibleName(label)
        for value, (shown, _) in CHOICES[name].items():
            box.addItem(shown, value)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.activated.connect(lambda _: self.chosen.emit(name, str(box.currentData())))
        text.setWordWrap(True)
        text.setProperty("quiet", True)
        text.setContentsMargins(0, 0, 0, SPACE // 2)
        self.boxes[name], self.help[name] = box, text
        row = grid.rowCount()
        grid.addWidget(words, row, 0)
        grid.addWidget(box, row, 1)
        grid.addWidget(text, row + 1, 1)

    def know_template(self, marks: str) -> None:
        """Say how the note's template marks sources, where nothing else was chosen."""
        way = _MARKS.get(marks, _MARKS["brackets"])[0]
        self.boxes["marks"].setItemText(0, f"As the template has them ({way[:1].lower()}{way[1:]})")

    def show_brief(self, brief: Brief) -> None:
        """Show what a brief has chosen; tells nobody."""
        for name, box in self.boxes.items():
            place = max(0, box.findData(getattr(brief, name)))
            help_ = list(CHOICES[name].values())[place][1]
            box.setCurrentIndex(place)
            box.setAccessibleDescription(help_)
            self.help[name].setText(help_)


def with_choice(brief: Brief, name: str, value: str) -> Brief:
    """The brief set another way; ValueError for what cannot be chosen."""
    if value not in CHOICES[name]:
        raise ValueError(value)
    chosen = {"style": brief.style, "marks": brief.marks, "paper": brief.paper, name: value}
    return replace(brief, style=chosen["style"], marks=chosen["marks"], paper=chosen["paper"])


def step_name(name: str) -> str:
    """What undo says of the choice."""
    return f"Choose {_LABELS[name].lower()}"
