"""How a template's notes look: the pages, or their text, with the note's own content or with samples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from briefing.review import use_template
from briefing.word.types import Pages, Report, TemplateInfo
from ui.jobs import Jobs
from ui.note.pages import PagesView
from ui.session import Session
from ui.sheet_view import SheetView
from ui.templates.paging import PER_INCH, TemplatePages
from ui.templates.switch import Switch
from ui.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.brief import Brief
    from briefing.word.sheet import Preview

_LAYING_OUT, _MAKING = "Laying out …", "Filling in …"
_PAUSE = 700  # milliseconds without a change of the note
_NO_PREVIEW = "There is no preview as long as the template has mistakes. They are listed below."
_NO_OFFICE = "Pages need LibreOffice; this is the text."


class TemplatePreview(QWidget):
    """The preview with its two switches; follows the template chosen and the note."""

    def __init__(self, session: Session, jobs: Jobs, report_of: Callable[[TemplateInfo], Report | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._report_of = report_of
        self.setObjectName("templatepreview")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._info: TemplateInfo | None = None
        self._before: Mapping[str, str] = {}
        self._made_with: tuple[Brief | None, TemplateInfo, int] | None = None
        self.pages = TemplatePages(jobs, self)
        self.look = Switch("Preview", {"pages": ("Pages", "As LibreOffice prints it"), "text": ("Text", "The text alone")}, self)
        self.content = Switch(
            "Content", {"note": ("This note", "With what the note holds"), "sample": ("Sample", "With sample content")}, self
        )
        self.status = QLabel(self)
        self.page_view, self.text_view, self.message = PagesView(self), SheetView(self), QLabel(self)
        self._stack = QStackedWidget(self)
        self._has_text = self._has_pages = self._sample_wanted = False
        self._later = QTimer(self, singleShot=True, interval=_PAUSE)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.status.setProperty("quiet", True)
        self.status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.status.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.message.setWordWrap(True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setProperty("quiet", True)
        bar = QHBoxLayout()
        bar.setContentsMargins(SPACE * 2, SPACE, SPACE * 2, SPACE)
        bar.setSpacing(SPACE)
        for each in (self.look, self.content):
            bar.addWidget(each)
        bar.addWidget(self.status, 1)
        self._words = QWidget(self)  # room around the message
        room = QVBoxLayout(self._words)
        room.setContentsMargins(SPACE * 6, SPACE * 2, SPACE * 6, SPACE * 2)
        room.addWidget(self.message)
        for view in (self._words, self.text_view, self.page_view):
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.look.show_choice("pages" if self.pages.draws else "text")
        self.look.buttons["pages"].setEnabled(self.pages.draws)
        self.content.show_choice("note")
        self.look.chosen.connect(lambda _: self._show())
        self.content.chosen.connect(self._choose_content)
        self._later.timeout.connect(self.refresh)
        self._session.brief_changed.connect(self._follow)
        self.pages.text_ready.connect(self._take_text)
        self.pages.pages_ready.connect(self._take_pages)
        self.pages.failed.connect(self._fail)

    def show_template(self, info: TemplateInfo | None, before: Mapping[str, str]) -> None:
        """Show another template; ``before`` are the defaults of the one that the note has."""
        self._info, self._before = info, before
        self.refresh()

    def _choose_content(self, choice: str) -> None:
        self._sample_wanted = choice == "sample"
        self.refresh()

    def _follow(self, _origin: str) -> None:
        """The note changed: show that in the next pause, if anybody looks."""
        if self.isVisible():
            self._later.start()

    def refresh(self) -> None:
        """Make the preview anew where the template, its file or the note is another one."""
        info, brief = self._info, self._brief()
        self.content.buttons["note"].setEnabled(bool(self._session.brief.sources))
        self.content.show_choice("sample" if brief is None else "note")
        wanted = (brief, info, info.changed) if info else None
        if info is None or info.broken:
            self._made_with = None
            self.pages.show_template(None, None)
            self._say(info.broken if info else "")
        elif self._mistaken(info):
            self._made_with = None
            self.pages.show_template(None, None)
            self._say(_NO_PREVIEW)
        elif wanted != self._made_with:
            self._made_with = wanted
            same = self._has_text
            self._has_pages = False
            self.status.setText(_MAKING)
            self.pages.show_template(brief, info)
            if not same:
                self._show()

    def _brief(self) -> Brief | None:
        """The note as it would be with the template; None for the samples."""
        brief, info = self._session.brief, self._info
        if not brief.sources or info is None or self._sample_wanted:
            return None
        return use_template(brief, info.id, info.header, info.style, self._before)

    def _take_text(self, preview: Preview) -> None:
        self._has_text = True
        self.text_view.show_sheet(preview.sheet)
        self.text_view.to_top()
        self.status.setText(_LAYING_OUT if self.pages.draws else _NO_OFFICE)
        self._show()

    def _take_pages(self, pages: Pages) -> None:
        self._has_pages = True
        self.page_view.show_pages(pages, PER_INCH)
        self.page_view.verticalScrollBar().setValue(0)
        self.status.setText("1 page" if pages.count == 1 else f"{pages.count} pages")
        self._show()

    def _fail(self, words: str, text: bool) -> None:
        self._has_text, self._has_pages = text and self._has_text, False
        if text:
            self.status.setText(words)
            self._show()
        else:
            self._made_with = None  # the next look tries again
            self._say(words)

    def _mistaken(self, info: TemplateInfo | None) -> bool:
        """Whether the check names what keeps the template from being used."""
        report = self._report_of(info) if info else None
        return report is not None and not report.usable

    def _say(self, words: str) -> None:
        """There is nothing to show, and why."""
        self._has_text = self._has_pages = False
        self.status.setText("")
        self.message.setText(words)
        self._stack.setCurrentWidget(self._words)

    def _show(self) -> None:
        """Pages where they are wanted and there; till then the text."""
        if self.look.choice() == "pages" and self._has_pages:
            self._stack.setCurrentWidget(self.page_view)
        elif self._has_text:
            self._stack.setCurrentWidget(self.text_view)
        elif not self.message.text():
            self._stack.setCurrentWidget(self._words)

    @property
    def shown(self) -> str:
        """What is on show: "pages", "text" or "message"."""
        names = {self.page_view: "pages", self.text_view: "text"}
        return next((name for view, name in names.items() if view is self._stack.currentWidget()), "message")

    def close_work(self) -> None:
        """End what is under way."""
        self._made_with = None
        self.pages.show_template(None, None)
