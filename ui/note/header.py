"""The note's identification block as quiet fields; the rarer ones can be folded away."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from briefing.brief import Brief
from briefing.compose.dates import printed
from briefing.compose.note import note_date
from briefing.compose.style import style_named
from ui.note.fields import LineField
from ui.theme import SPACE

COMMON = {
    "subject": "Subject",
    "to": "To",
    "sender": "From",
    "copy_to": "Copy",
    "date": "Date",
    "reference": "Reference",
    "classification": "Classification",
}
RARE = {
    "title": "Title",
    "action": "Action",
    "deadline": "Deadline",
    "handling": "Handling",
    "status": "Status",
    "version": "Version",
    "issue_number": "Issue",
    "period": "Period",
    "next_date": "Next report",
}
_OF_REPORTS = frozenset({"issue_number", "period", "next_date"})
_HINTS = {
    "to": "Addressees, separated by ;",
    "sender": "Your name and unit",
    "copy_to": "Who else gets it",
    "reference": "Reference number",
    "classification": "Printed in header and footer",
    "title": "As the template has it",
    "action": "What the reader is asked to do",
    "deadline": "By when",
    "handling": "Handling instruction",
    "status": "Draft or final",
    "version": "1.0",
    "issue_number": "Number of the report",
    "period": "What the report covers",
    "next_date": "When the next one comes",
}


class HeaderFields(QWidget):
    """Shows the header and tells what was typed into which field."""

    typed = Signal(str, str)  # field, text

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, LineField] = {}
        self._labels: dict[str, QLabel] = {}
        self._used: frozenset[str] = frozenset()
        self.more = QToolButton(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(SPACE, 0, 0, SPACE // 2)
        self._grid.setHorizontalSpacing(SPACE)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        for name, words in COMMON.items():
            self._add(name, words)
        self._grid.addWidget(self.more, self._grid.rowCount(), 1, Qt.AlignmentFlag.AlignLeft)
        self.more.setText("More fields")
        self.more.setCheckable(True)
        self.more.setProperty("link", True)
        self.more.toggled.connect(self._show_rare)

    def _add(self, name: str, words: str) -> None:
        row, field = self._grid.rowCount(), LineField(words, self)
        label = QLabel(words, self)
        label.setProperty("quiet", True)
        label.setBuddy(field)
        field.setPlaceholderText(_HINTS.get(name, ""))
        field.typed.connect(lambda text: self.typed.emit(name, text))
        self.fields[name], self._labels[name] = field, label
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(field, row, 1)

    def _show_rare(self, shown: bool) -> None:
        """Show the rarer fields, made when first asked for; those that say something stay."""
        self.more.setText("Fewer fields" if shown else "More fields")
        for name, words in RARE.items():
            if shown and name not in self.fields:
                self._add(name, words)
            if name in self.fields:
                wanted = shown or name in self._used or bool(self.fields[name].text())
                self.fields[name].setVisible(wanted)
                self._labels[name].setVisible(wanted)
        chain = [self.more, *(self.fields[name] for name in RARE if name in self.fields)]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    def in_order(self) -> list[QWidget]:
        """What takes the keyboard, from top to bottom."""
        return [*(self.fields[name] for name in COMMON), self.more]

    def offer(self, used: frozenset[str]) -> None:
        """Show the rarer fields that the template makes a point of, such as a report's number and period."""
        self._used = used & _OF_REPORTS
        for name, words in RARE.items():
            if name in self._used and name not in self.fields:
                self._add(name, words)
        self._show_rare(self.more.isChecked())

    def show_brief(self, brief: Brief) -> None:
        """Show a brief's header; where nothing was typed, what will be printed instead."""
        for name, words in RARE.items():
            if name not in self.fields and getattr(brief.header, name):
                self._add(name, words)
        for name, field in self.fields.items():
            field.show_text(getattr(brief.header, name))
        title = brief.sources[0].article.title if brief.sources else ""
        self.fields["subject"].setPlaceholderText(" ".join(title.split()) or "What the note is about")
        self.fields["date"].setPlaceholderText(
            printed(note_date(brief), style_named(brief.style).date_format) or "Date of the note"
        )
        if self.fields.keys() != COMMON.keys():
            self._show_rare(self.more.isChecked())
