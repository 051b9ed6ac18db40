"""The window of help: the pages' names on the left, the page on the right, and a field that finds words in all of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QTextBrowser, QVBoxLayout, QWidget

from ui import theme
from ui.help.pages import Page, pages

_SIZE = (920, 680)
_LIST_WIDTH = 200
_MARGIN = 24  # pixels around the page's text
_LARGER = 1.1  # the text of a page, against the window's


class HelpWindow(QDialog):
    """Stays beside the main window, so that one can read and try."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Help")
        self.resize(*_SIZE)
        self._pages = pages()
        self.field, self.list, self.page = QLineEdit(self), QListWidget(self), QTextBrowser(self)
        self._name_parts()
        column = QVBoxLayout()
        column.setSpacing(theme.SPACE)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[theme.SPACE * 2] * 4)
        row.setSpacing(theme.SPACE * 2)
        row.addLayout(column)
        row.addWidget(self.page, 1)
        self.field.textChanged.connect(self._list_pages)
        self.list.currentItemChanged.connect(lambda now, _: self._show(now))
        self.page.anchorClicked.connect(self._follow)
        theme.signals.changed.connect(self._repeat)
        self._list_pages("")

    def _name_parts(self) -> None:
        self.field.setPlaceholderText("Find in help")
        self.field.setAccessibleName("Find in help")
        self.field.setClearButtonEnabled(True)
        self.field.setMaximumWidth(_LIST_WIDTH)
        self.list.setAccessibleName("Pages of help")
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setStyleSheet("QListWidget::item { padding: 5px 8px; }")
        self.page.setAccessibleName("Page of help")
        self.page.setOpenLinks(False)
        self.page.document().setDocumentMargin(_MARGIN)
        font = self.page.font()
        font.setPointSizeF(font.pointSizeF() * _LARGER)
        self.page.setFont(font)

    def open_at(self, name: str = "") -> None:
        """Come up with a page, or with the one last read."""
        self.show()
        self.raise_()
        self.activateWindow()
        if name:
            self.field.clear()
            self._choose(name)
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def listed(self) -> list[str]:
        """The names of the pages in the list."""
        return [str(self.list.item(n).data(Qt.ItemDataRole.UserRole)) for n in range(self.list.count())]

    def shown(self) -> str:
        """The name of the page on show, "" if none is."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    def _list_pages(self, wanted: str) -> None:
        """List the pages that hold what is wanted, and show the first."""
        self.list.clear()
        for page in self._pages:
            if wanted.casefold() in page.markdown.casefold():
                item = QListWidgetItem(page.title, self.list)
                item.setData(Qt.ItemDataRole.UserRole, page.name)
        self.list.setCurrentRow(0)
        if not self.list.count():  # no current item changed
            self._show(None)

    def _choose(self, name: str) -> None:
        if name in self.listed():
            self.list.setCurrentRow(self.listed().index(name))

    def _repeat(self) -> None:
        self._show(self.list.currentItem())

    def _show(self, item: QListWidgetItem | None) -> None:
        name = str(item.data(Qt.ItemDataRole.UserRole)) if item else ""
        found: Page | None = next((page for page in self._pages if page.name == name), None)
        self.page.setMarkdown(found.markdown if found else f"Nothing in the help says “{self.field.text()}”.")
        _space_out(self.page.document())
        if self.field.text():
            self.page.find(self.field.text())

    def _follow(self, link: QUrl) -> None:
        """Go to the page that a link names."""
        self.field.clear()
        self._choose(link.path())


def _space_out(document: QTextDocument) -> None:
    """Room between lines, above headings, and inside the cells of tables."""
    block = document.begin()
    while block.isValid():
        spacing = block.blockFormat()
        spacing.setLineHeight(125, 1)  # per cent: QTextBlockFormat.LineHeightTypes.ProportionalHeight
        if spacing.headingLevel() > 1:
            spacing.setTopMargin(theme.SPACE * 3)
        QTextCursor(block).setBlockFormat(spacing)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        shape = frame.frameFormat()
        if shape.isTableFormat():
            table = shape.toTableFormat()
            table.setCellPadding(4)
            table.setBorder(0)
            frame.setFrameFormat(table)
