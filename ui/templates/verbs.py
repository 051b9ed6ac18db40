"""One table of what can be done in the template manager: menus, buttons and keys are made from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from briefing.word.types import TemplateInfo, TemplateKind


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing that can be done with a template, or to get one."""

    id: str
    text: str
    keys: tuple[str, ...]
    tip: str
    needs: str = ""  # "any" template, a "readable" or "usable" one, one of one's "own"


VERBS = (
    Verb("use", "&Use", (), "The note takes this template (Enter in the list)", "usable"),
    Verb("from-note", "From this &note…", ("Ctrl+N",), "Keep the note’s set-up: sections, header fields, style, marks, paper"),
    Verb("from-file", "From a &Word file…", ("Ctrl+O",), "Bring in a .docx or .dotx; it is checked first"),
    Verb("edit", "&Edit in Word", ("Ctrl+E",), "Open the file in the program for it; it is checked again when you return", "any"),
    Verb("duplicate", "&Duplicate", ("Ctrl+D",), "A copy of your own", "readable"),
    Verb("rename", "&Rename", ("F2",), "Give it another name", "own"),
    Verb("sections", "&Sections…", ("Ctrl+Shift+S",), "Choose, order and rename its sections", "own"),
    Verb("delete", "De&lete", ("Del",), "Take it away; Undo brings it back", "own"),
    Verb("export", "E&xport…", ("Ctrl+Shift+E",), "A copy of the file, for a colleague or the team’s folder", "readable"),
    Verb("default", "Make &default for its kind", (), "It stands for this kind of note from now on", "usable"),
    Verb("begin", "Begin &new notes with it", (), "New notes have this template from now on", "usable"),
    Verb("check", "Check &again", ("F5",), "Look at the folders and check once more", ""),
    Verb("filter", "&Filter", ("Ctrl+F",), "Find a template by its name", ""),
)


class VerbActions:
    """The table as Qt's actions, added to a window."""

    def __init__(self, window: QWidget, act: Callable[[str], object]) -> None:
        self._made: dict[str, QAction] = {}
        for verb in VERBS:
            made = QAction(verb.text, window)
            made.setShortcuts([QKeySequence(key) for key in verb.keys])
            made.setToolTip(_tip(verb))
            made.setObjectName(verb.id)
            made.triggered.connect(lambda _=False, name=verb.id: act(name))
            window.addAction(made)
            self._made[verb.id] = made

    def __getitem__(self, identifier: str) -> QAction:
        return self._made[identifier]

    def enable(self, info: TemplateInfo | None, *, usable: bool) -> None:
        """Enable what can be done with a template."""
        there = {""}
        if info is not None:
            there.add("any")
            if not info.broken:
                there |= {"readable", "usable"} if usable else {"readable"}
            if info.kind is TemplateKind.MINE:
                there.add("own")
        for verb in VERBS:
            self._made[verb.id].setEnabled(verb.needs in there)


def _tip(verb: Verb) -> str:
    keys = " or ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in verb.keys)
    return f"{verb.tip} ({keys})" if keys else verb.tip
