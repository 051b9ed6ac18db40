"""A window beside the main one that shows the note as it will be printed, and follows it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from ui import icons, theme
from ui.note.pages import PagesView
from ui.paging import PER_INCH, Pager, in_meter
from ui.sheet_view import SheetView
from ui.theme import SPACE

_WIDTH = 640
_ZOOM_KEYS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
_NO_PAGES = "Pages are drawn where LibreOffice is installed. This is what the note says; Word will break it into pages."


class PreviewWindow(QDialog):
    """The note's pages, or what it says where pages cannot be drawn; Escape closes it."""

    def __init__(self, pager: Pager, parent: QWidget) -> None:
        super().__init__(parent)
        self._pager = pager
        self._meant = 0
        self.setModal(False)
        self.setWindowTitle("Preview of the note")
        self.words = QLabel(self)
        self.words.setAccessibleName("Length of the note")
        self.hint = QLabel(self)
        self.hint.setWordWrap(True)
        self.hint.setProperty("quiet", True)
        self.hint.setMargin(SPACE)
        self.pages = PagesView(self)
        self.text = SheetView(self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.pages)
        self.stack.addWidget(self.text)
        self._buttons = self._zoom_buttons()
        self.export = QPushButton("Export to Word", self)
        self.export.setProperty("primary", True)
        self.export.setToolTip("Write the note as a Word file (Ctrl+E)")
        self.export.setAutoDefault(False)
        self._arrange()
        pager.changed.connect(self.refresh)
        theme.signals.changed.connect(self._draw_icons)
        self._draw_icons()

    def _zoom_buttons(self) -> dict[int, QToolButton]:
        made = {}
        for step, words in ((-1, "Smaller pages (−)"), (0, "Fill the width (0)"), (1, "Larger pages (+)")):
            button = QToolButton(self)
            button.setAutoRaise(True)
            button.setToolTip(words)
            button.setAccessibleName(words.partition(" (")[0])
            button.clicked.connect(lambda _=False, by=step: self.zoom(by))
            made[step] = button
        made[0].setText("Fit")
        return made

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SPACE * 2, SPACE, SPACE, SPACE)
        head.addWidget(self.words, 1)
        for step in (-1, 0, 1):
            head.addWidget(self._buttons[step])
        head.addSpacing(SPACE)
        head.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.hint)
        column.addWidget(self.stack, 1)

    def _draw_icons(self) -> None:
        self._buttons[-1].setIcon(icons.icon("zoom-out"))
        self._buttons[1].setIcon(icons.icon("zoom-in"))

    def meant_for(self, pages: int, template: str) -> None:
        """Say which template it is, and how many pages that is meant for."""
        self._meant = pages
        self.setWindowTitle(f"Preview – {template}")
        self.refresh()

    def zoom(self, by: int) -> None:
        """Larger (1) or smaller (-1) pages; 0 fills the width."""
        if self.stack.currentWidget() is self.pages:
            self.pages.step(by)

    def refresh(self) -> None:
        """Show the last look at the note."""
        if not self.isVisible():
            return
        pager, drawn = self._pager, self._pager.pages
        if drawn is not None and drawn.pictures and not pager.problem:
            self.pages.show_pages(drawn, PER_INCH)
            self.stack.setCurrentWidget(self.pages)
        elif pager.preview is not None and (pager.problem or not pager.counts):
            self.text.show_sheet(pager.preview.sheet)
            self.stack.setCurrentWidget(self.text)
        for button in self._buttons.values():
            button.setVisible(self.stack.currentWidget() is self.pages)
        hint = pager.problem or ("" if pager.counts else _NO_PAGES)
        if drawn is not None and 0 < len(drawn.pictures) < drawn.count:
            hint = hint or f"The first {len(drawn.pictures)} of {drawn.count} pages are drawn."
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.words.setText(self._told())

    def _told(self) -> str:
        pager = self._pager
        if pager.working:
            return "Drawing the pages …" if pager.counts else "Composing the note …"
        return in_meter(pager.pages.count, self._meant) if pager.pages is not None and not pager.problem else ""

    # Coming and going

    def open_beside(self, window: QWidget) -> None:
        """Come up over the window's left side, where the note stays in sight."""
        if not self.isVisible():
            frame = window.frameGeometry()
            self.resize(min(_WIDTH, max(360, frame.width() // 2)), window.height())
            self.move(frame.topLeft())
        self.show()
        self.raise_()
        self.activateWindow()

    def showEvent(self, event: QShowEvent) -> None:
        """From now on somebody looks."""
        super().showEvent(event)
        self._pager.show_pages(shown=True)
        self.refresh()
        (self.stack.currentWidget() or self.pages).setFocus()  # the arrow keys scroll

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more."""
        super().hideEvent(event)
        self._pager.show_pages(shown=False)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing only hides it: it is there again at once."""
        self.hide()
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus, minus and 0 change the size."""
        step = _ZOOM_KEYS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.zoom(step)
