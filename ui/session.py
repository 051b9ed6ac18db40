"""The one object that holds the window's state: the brief, the current finding, the article on show, the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from briefing import review
from briefing.brief import Brief, Decision, Header
from briefing.model import Article, Finding
from briefing.reshaping import successor
from ui.commands import SwapBrief

if TYPE_CHECKING:
    from briefing.word.types import TemplateInfo


class Session(QObject):
    """Holds values and tells of changes; every signal carries the name of the part of the window that caused it."""

    brief_changed = Signal(str)  # origin
    articles_changed = Signal()  # other articles, one put right, or another one on show
    current_changed = Signal(str, str)  # finding id or "", origin
    hovered_changed = Signal(str)  # the id of the finding under the mouse, or ""
    saved_changed = Signal()  # path or unsaved mark

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._brief = Brief()
        self._current = ""
        self._hovered = ("", "")  # id, origin
        self._shown = ""
        self._path: Path | None = None
        self._saved = self._brief
        self._origin = ""

    @property
    def brief(self) -> Brief:
        """The brief as it stands."""
        return self._brief

    @property
    def current(self) -> str:
        """The current finding's id, or ""."""
        return self._current

    @property
    def shown(self) -> str:
        """The key of the article on show, or ""."""
        return self._shown

    @property
    def path(self) -> Path | None:
        """The .brief file that the brief was opened from or saved to."""
        return self._path

    @property
    def unsaved(self) -> bool:
        """Whether something would be lost without saving."""
        return self._brief is not self._saved and self._brief != self._saved

    def start(self, brief: Brief, path: Path | None = None) -> None:
        """Show another brief from scratch: nothing to undo, nothing current."""
        self.undo_stack.clear()
        self._brief = self._saved = brief
        self._path = path
        self._shown = brief.sources[0].key if brief.sources else ""
        self._current = ""
        self.articles_changed.emit()
        self.brief_changed.emit("session")
        self.current_changed.emit("", "session")
        self.saved_changed.emit()

    def apply(self, after: Brief, text: str, origin: str, *, merge: str = "") -> None:
        """Take a step that can be undone; steps with the same ``merge`` key become one."""
        if after == self._brief:
            return
        self._origin = origin
        self.undo_stack.push(SwapBrief(self._brief, after, text, self._swap, merge))
        self._origin = "undo"

    def _swap(self, brief: Brief) -> None:
        shown = review.on_top_of(brief, self._brief)
        corrected = shown.sources is not self._brief.sources and shown.sources != self._brief.sources
        self._set(shown, self._origin or "undo")
        if corrected:
            self.articles_changed.emit()

    def analysed(self, brief: Brief) -> None:
        """Take what the analysis or a newly opened article brought; it is no step of the analyst's."""
        fresh_sources = brief.sources != self._brief.sources
        self._set(brief, "engine")
        if fresh_sources:
            self._shown = brief.sources[-1].key if brief.sources else ""
            self.articles_changed.emit()

    def equipped(self, brief: Brief) -> None:
        """Take what the template of a new note sets: no step of the analyst's, and nothing that could be lost."""
        self._saved = replace(self._saved, header=brief.header, template=brief.template, style=brief.style)
        self._set(brief, "engine")

    @property
    def began_with(self) -> Header:
        """The header fields that nobody typed since the note was begun, opened or saved."""
        return self._saved.header

    def _set(self, brief: Brief, origin: str) -> None:
        before, self._brief = self._brief, brief
        if self._current and all(finding.id != self._current for finding in brief.findings):
            self.set_current(successor(before, brief, self._current), origin)
        self.brief_changed.emit(origin)
        self.saved_changed.emit()

    def set_current(self, identifier: str, origin: str) -> None:
        """Make a finding the current one in every pane, its article shown."""
        if identifier == self._current:
            return
        self._current = identifier
        if identifier:
            self.show_article(self._brief.finding(identifier).article)
        self.current_changed.emit(identifier, origin)

    def hover(self, identifier: str, origin: str) -> None:
        """Mark the finding under the mouse in every pane; a pane unmarks only what it marked itself."""
        before, by = self._hovered
        if identifier != before and (identifier or origin == by):
            self._hovered = (identifier, origin)
            self.hovered_changed.emit(identifier)

    def show_article(self, key: str) -> None:
        """Put an article of the brief on show."""
        if key != self._shown:
            self._shown = key
            self.articles_changed.emit()

    def decide(self, findings: tuple[Finding, ...], decision: Decision, origin: str) -> None:
        """Keep, drop or reopen findings, as one step."""
        verb = {Decision.KEPT: "Keep", Decision.DROPPED: "Drop", Decision.UNDECIDED: "Reopen"}[decision]
        text = f"{verb} {len(findings)} findings" if len(findings) != 1 else verb
        self.apply(review.decide(self._brief, (f.id for f in findings), decision), text, origin)

    def recovered(self, brief: Brief, path: Path | None) -> None:
        """Show a brief that a crash left unsaved: it stays unsaved."""
        self.start(brief, path)
        self._saved = Brief()
        self.saved_changed.emit()

    def saved(self, path: Path | None, brief: Brief | None = None) -> None:
        """Note that a brief, the one as it stands unless another is named, lies safely in a file."""
        self._saved = self._brief if brief is None else brief
        self._path = path or self._path
        self.saved_changed.emit()

    def correct(self, key: str, article: Article, text: str, origin: str) -> None:
        """Put right what is known of an article, or which of its paragraphs count, as one step."""
        self.apply(review.set_article(self._brief, key, article), text, origin)

    def use_template(self, info: TemplateInfo, before: Mapping[str, str], origin: str) -> None:
        """Choose the note's template; its defaults take the place of those of the one ``before``, all in one step."""
        chosen = review.use_template(self._brief, info.id, info.header, info.style, before)
        self.apply(chosen, "Choose template", origin)
