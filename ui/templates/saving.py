"""Asking for the name of a template made from the note, and saying what goes into it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QWidget

from briefing.brief import Brief
from briefing.word.types import Section, TemplateInfo
from ui.note.header import COMMON, RARE
from ui.templates import style, wording
from ui.templates.sections import HINT, SectionList
from ui.theme import SPACE

_WIDTH = 520
# What a note's header says about this one note stays with it; the rest goes into the template.
_KEPT = ("title", "to", "sender", "copy_to", "classification", "handling", "status", "version", "action")


class SaveDialog(QDialog):
    """A name, and in plain words what is kept and what is not."""

    def __init__(self, brief: Brief, info: TemplateInfo, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Save as template")
        self.name = QLineEdit(_suggested(brief, info), self)
        self.name.selectAll()
        self.name.setAccessibleName("Name of the template")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self)
        self.save = buttons.button(QDialogButtonBox.StandardButton.Save)
        for button in buttons.buttons():
            button.setIcon(QIcon())
        self.save.setProperty("primary", True)
        self.name.textChanged.connect(lambda _: self._enable())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.setContentsMargins(*[SPACE * 3] * 4)
        form.setHorizontalSpacing(SPACE * 2)
        form.setVerticalSpacing(SPACE)
        form.addRow("Name", self.name)
        self.sections, self._hint = SectionList(self), QLabel(HINT, self)
        self._hint.setWordWrap(True)
        self._hint.setProperty("quiet", True)
        form.addRow("Sections", self.sections)
        form.addRow("", self._hint)
        self.sections.itemChanged.connect(lambda _: self._enable())
        for label, words in kept(brief, info):
            text = QLabel(words, self)
            text.setWordWrap(True)
            text.setTextFormat(Qt.TextFormat.PlainText)
            form.addRow(label, text)
        form.addRow(buttons)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setMinimumWidth(_WIDTH)
        self.setStyleSheet(style.rules())

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Offer the template's sections; one without any is kept as it is."""
        self.sections.show_sections(sections)
        for each in (self.sections, self._hint):
            each.setEnabled(bool(sections))

    def wanted(self) -> tuple[Section, ...]:
        """The sections to keep where others than all of them as they are; () leaves them as they are."""
        return self.sections.wanted() if self.sections.changed else ()

    def _enable(self) -> None:
        some = bool(self.sections.wanted()) or not self.sections.count()
        self.save.setEnabled(bool(self.name.text().strip()) and some)


def kept(brief: Brief, info: TemplateInfo) -> list[tuple[str, str]]:
    """What goes into the template, and what does not, as labels and words."""
    names = {**COMMON, **RARE}
    said = [f"{names[name]}: {getattr(brief.header, name)}" for name in _KEPT if getattr(brief.header, name)]
    marks = wording.MARKS.get(brief.marks or info.marks, "")
    style = brief.style if brief.style == "as printed" else f"in {brief.style} style"
    paper = f"{brief.paper} paper" if brief.paper else "the template’s paper"
    return [
        ("Header", "\n".join(said) or "Nothing was filled in that goes for other notes too"),
        (
            "Style",
            f"Numbers and dates {style}, {marks}, {paper}",
        ),
        ("Not kept", "Articles, findings, and what you wrote about them"),
    ]


def _suggested(brief: Brief, info: TemplateInfo) -> str:
    return brief.header.title if brief.header.title and brief.header.title != info.name else f"My {_lowered(info.name)}"


def _lowered(name: str) -> str:
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def ask_name(
    brief: Brief, info: TemplateInfo, parent: QWidget, named: Callable[[str, tuple[Section, ...]], object]
) -> SaveDialog:
    """Ask for name and sections without stopping the window; they arrive in the callback."""
    dialog = SaveDialog(brief, info, parent)
    dialog.accepted.connect(lambda: named(" ".join(dialog.name.text().split()), dialog.wanted()))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
