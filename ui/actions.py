"""One table of everything the window can do; menus, toolbar, shortcuts and the overview of keys are made from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui import icons


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the window can do."""

    id: str
    text: str
    keys: tuple[str, ...]
    icon: str
    group: str  # the menu it stands in
    tip: str
    needs: str = ""  # "article", "finding", "selection", "template": what must be there


GROUPS = ("File", "Edit", "Review", "View", "Help")
ACTIONS = (
    Action("new", "&New note", ("Ctrl+N",), "add", "File", "Begin a note without articles"),
    Action("open", "&Open…", ("Ctrl+O",), "open", "File", "Open articles or a brief"),
    Action("paste", "&Paste article", ("Ctrl+V",), "paste", "File", "Take the article from the clipboard, as text or as files"),
    Action("address", "&Web address…", ("Ctrl+Shift+O",), "", "File", "Fetch an article from the web"),
    Action("sample", "Try the sa&mple article", (), "article", "File", "Open the article that comes with the program"),
    Action("save", "&Save", ("Ctrl+S",), "save", "File", "Save the brief, articles and decisions in it", "article"),
    Action("save-as", "Save &as…", ("Ctrl+Shift+S",), "", "File", "Save the brief under another name", "article"),
    Action("export", "&Export to Word…", ("Ctrl+E",), "export", "File", "Write the note as a Word file", "article"),
    Action("preview", "Pre&view", ("Ctrl+P",), "", "File", "Show the note as it will be printed", "article"),
    Action("export-again", "Export a&gain", ("Ctrl+Shift+E",), "", "File", "Write the note to the same Word file", "article"),
    Action("templates", "&Templates…", ("Ctrl+T",), "note", "File", "Look at, check, make and choose the note’s template"),
    Action("save-template", "Save as tem&plate…", ("Ctrl+Shift+T",), "", "File", "Keep the note’s set-up for other notes"),
    Action("quit", "&Quit", ("Ctrl+Q",), "", "File", "Close the window"),
    Action("undo", "&Undo", ("Ctrl+Z",), "undo", "Edit", "Take the last step back"),
    Action("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", "Edit", "Take the step again"),
    Action("find", "&Find in article", ("Ctrl+F",), "find", "Edit", "Find words in the article", "article"),
    Action("search", "Search fin&dings", ("Ctrl+Shift+F",), "", "Edit", "List the findings that hold some words", "article"),
    Action("details", "Article de&tails…", ("Ctrl+I",), "information", "Edit", "Who wrote it, when, where", "article"),
    Action("settings", "&Settings…", ("Ctrl+,",), "settings", "Edit", "Theme, names and saving"),
    Action("next", "&Next finding", ("J",), "next", "Review", "Go to the next finding", "article"),
    Action("previous", "&Previous finding", ("H",), "previous", "Review", "Go to the finding before", "article"),
    Action("next-to-review", "Next to &review", ("N",), "review", "Review", "Go to the next finding not yet decided", "article"),
    Action("keep", "&Keep and go on", ("K", "Space"), "keep", "Review", "Put the finding into the note", "finding"),
    Action("drop", "&Drop and go on", ("X",), "drop", "Review", "Leave the finding out of the note", "finding"),
    Action("undecided", "&Undecided", ("U",), "undecided", "Review", "Take the decision back", "finding"),
    Action("edit", "&Edit…", ("E", "Return", "Enter"), "edit", "Review", "Mend the finding's fields", "finding"),
    Action("star", "&Star as lead figure", ("S",), "star", "Review", "Put the figure among the lead figures", "finding"),
    Action("why", "&Why?", ("W",), "why", "Review", "Show the rule and the evidence", "finding"),
    Action("figure", "Mark selection as &figure", ("F",), "figure", "Review", "Add a figure of your own", "selection"),
    Action("quote", "Mark selection as &quote", ("Q",), "quote", "Review", "Add a quote of your own", "selection"),
    Action("date", "Take selection as &date", ("D",), "", "Review", "Set the figure’s period or the article’s date", "selection"),
    Action("person", "Offer selection as &person", ("P",), "", "Review", "Offer a person as a speaker everywhere", "selection"),
    Action("background", "Sentence to &background", ("B",), "", "Review", "Copy a sentence into the background", "article"),
    Action("start-edge", "Move its s&tart", ("[",), "", "Review", "Move the finding’s start with the arrow keys", "finding"),
    Action("end-edge", "Move its e&nd", ("]",), "", "Review", "Move the finding’s end with the arrow keys", "finding"),
    Action("merge", "&Merge with the next", ("M",), "", "Review", "Make one finding of this and the next of its kind", "finding"),
    Action(
        "merge-before", "Merge with the one before", ("Shift+M",), "", "Review", "Make one finding of it and the last", "finding"
    ),
    Action(
        "split", "Spl&it in two…", ("/",), "", "Review", "Make two findings of it: a range’s ends, a quote’s parts", "finding"
    ),
    Action("up", "Move up in the note", ("Alt+Up",), "", "Review", "Earlier among the note's items of its kind", "finding"),
    Action("down", "Move down in the note", ("Alt+Down",), "", "Review", "Later among the note's items of its kind", "finding"),
    Action("keep-listed", "Keep all listed", ("Ctrl+Shift+K",), "", "Review", "Keep every finding in the list", "article"),
    Action("drop-listed", "Drop all listed", ("Ctrl+Shift+X",), "", "Review", "Drop every finding in the list", "article"),
    Action("paragraph", "&Grey paragraph, or not", ("G",), "", "Review", "Leave it out, or put it back", "article"),
    Action("next-greyed", "Next greyed paragraph", ("Shift+G",), "", "Review", "Go to the next one left out", "article"),
    Action("reanalyse", "Re-&analyse", ("Ctrl+R", "F5"), "reanalyse", "Review", "Analyse again; decisions stay", "article"),
    Action("larger", "&Larger text", ("Ctrl++", "Ctrl+="), "zoom-in", "View", "Larger text in the article"),
    Action("smaller", "S&maller text", ("Ctrl+-",), "zoom-out", "View", "Smaller text in the article"),
    Action("normal", "&100 % text", ("Ctrl+0",), "", "View", "The article's text at its normal size"),
    Action("next-pane", "Next &pane", ("F6",), "", "View", "Go to article, findings, note in turn", "article"),
    Action("previous-pane", "Previous pane", ("Shift+F6",), "", "View", "Go to note, findings, article in turn", "article"),
    Action("next-article", "Next article", ("Ctrl+Tab",), "", "View", "Show the note's next article", "article"),
    Action("palette", "&Command palette…", ("Ctrl+K",), "", "Help", "Find a command by its name"),
    Action("help", "&Help", ("F1",), "", "Help", "Read how things are done"),
    Action("keys", "&Keys", ("?",), "keys", "Help", "Show all keys"),
)


class Actions(QObject):
    """The table as Qt's actions, each with its icon, keys and tip, added to a window."""

    def __init__(self, window: QWidget, act: Callable[[str], object]) -> None:
        super().__init__(window)
        self._made: dict[str, QAction] = {}
        for row in ACTIONS:
            made = QAction(row.text, window)
            made.setShortcuts([QKeySequence(key) for key in row.keys])
            made.setObjectName(row.id)
            made.setStatusTip("")
            made.setToolTip(tip(row))
            made.triggered.connect(lambda _=False, name=row.id: act(name))
            window.addAction(made)
            self._made[row.id] = made

    def __getitem__(self, identifier: str) -> QAction:
        return self._made[identifier]

    def draw_icons(self, group: str = "") -> None:
        """Give the actions, or those of one menu, their icons in the colours in force."""
        for row in ACTIONS:
            if row.icon and group in {"", row.group}:
                self._made[row.id].setIcon(icons.icon(row.icon))

    def icon_of(self, identifier: str) -> str:
        """The name of an action's icon."""
        return next(row.icon for row in ACTIONS if row.id == identifier)

    def of_group(self, group: str) -> list[QAction]:
        """The actions of one menu, in the table's order."""
        return [self._made[row.id] for row in ACTIONS if row.group == group]

    def enable(self, there: frozenset[str]) -> None:
        """Enable what can be done with what is there: "article", "finding", "selection"."""
        for row in ACTIONS:
            if row.needs:
                self._made[row.id].setEnabled(row.needs in there)


def tip(row: Action) -> str:
    """An action's tip with its keys."""
    keys = " or ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in row.keys)
    return f"{row.tip} ({keys})" if keys else row.tip
