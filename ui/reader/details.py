"""The drawer with all that is known of the article, each with where it came from; changes are steps to undo."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from briefing.articles import as_read, corrections
from briefing.assets import rows
from briefing.brief import Source
from briefing.compose.dates import moment
from briefing.errors import ArticleError
from ui import theme
from ui.reader.detail import Detail
from ui.session import Session
from ui.theme import SPACE

ORIGIN = "details"
LABELS = {
    "title": ("Title", "The headline"),
    "authors": ("Authors", "Jane Doe; Juan Pérez"),
    "outlet": ("Outlet", "The paper, agency or site"),
    "published": ("Published", "29 November 2022"),
    "place": ("Place", "Where it was written"),
    "language": ("Language", "English"),
    "address": ("Web address", "https://…"),
}
_WHOLE_ROWS = ("title", "authors", "address")
_LEAST_HEIGHT = 120  # pixels
_TWO_COLUMNS = 420  # pixels from which short fields stand side by side


class Details(QFrame):
    """Edits what is known of the article on show; a field is taken when the keyboard leaves it, or with Enter."""

    closed = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("details")
        self.setAccessibleName("Article details")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.fields = {name: Detail(name, *words, self) for name, words in LABELS.items()}
        self.fields["language"].offer([row[1] for row in rows("languages")])
        self.close_button = QPushButton("Close", self)
        self.close_button.setToolTip("Close (Esc)")
        self.close_button.clicked.connect(self.close_drawer)
        self._grid = QGridLayout()
        self._columns = 0
        self._key = ""  # of the article in the fields
        self._build()
        for field in self.fields.values():
            field.entered.connect(self._take)
            field.reset_asked.connect(self._reset)
        session.articles_changed.connect(self.refresh)
        theme.signals.changed.connect(self._colour)
        self._colour()
        self.refresh()

    def _build(self) -> None:
        inner = QWidget(self)
        inner.setObjectName("fields")
        self._grid.setContentsMargins(SPACE * 2, SPACE, SPACE * 2, SPACE)
        self._grid.setHorizontalSpacing(SPACE * 2)
        self._grid.setVerticalSpacing(SPACE // 2)
        inner.setLayout(self._grid)
        area = QScrollArea(self)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area, self._inner = area, inner
        head = QHBoxLayout()
        head.setContentsMargins(SPACE * 2, SPACE, SPACE * 2, 0)
        words = QLabel("What is known of this article, for the note’s sources", self)
        words.setWordWrap(True)
        head.addWidget(words, 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(area, 1)
        self._arrange(1)

    def _arrange(self, columns: int) -> None:
        """Long fields over the whole width, short ones side by side where there is room."""
        if columns == self._columns:
            return
        self._columns, row, column = columns, 0, 0
        for name, field in self.fields.items():
            whole = name in _WHOLE_ROWS or columns == 1
            if whole and column:
                row, column = row + 1, 0
            self._grid.addWidget(field, row, column, 1, 2 if whole else 1)
            row, column = (row, 1) if not whole and column == 0 else (row + 1, 0)

    def _colour(self) -> None:
        colours = theme.tokens()
        self.setStyleSheet(
            f"#details {{ background: {colours.window}; border-bottom: 1px solid {colours.line}; }}"
            f"#fields, QScrollArea {{ background: {colours.window}; }}"
        )

    @property
    def _source(self) -> Source | None:
        return next((each for each in self._session.brief.sources if each.key == self._key), None)

    def refresh(self) -> None:
        """Show what is known of the article on show; what was typed for another one goes to that."""
        if self._key != self._session.shown:
            self.commit()
            self._key = self._session.shown
        source = self._source
        if source is None:
            self.close_drawer()
            return
        before = {each.field: each for each in corrections.known(source.as_read)} if source.as_read else {}
        for each in corrections.known(source.article):
            if each.field in self.fields:
                old = before.get(each.field, each)
                original = old.value if (old.value, old.place) != (each.value, each.place) else None
                self.fields[each.field].show_value(_shown(each), each.place, original and _shown(old))

    def _take(self, name: str, text: str) -> None:
        source = self._source
        if source is None:
            return
        try:
            article = corrections.corrected(source.article, name, text)
        except ArticleError as error:
            self.fields[name].refuse(f"{error.sentence} {error.next_step}")
            return
        self._session.correct(self._key, article, f"Change {LABELS[name][0].lower()}", ORIGIN)
        self.refresh()

    def _reset(self, name: str) -> None:
        source = self._source
        if source is not None and source.as_read is not None:
            article = as_read.reset(source.article, source.as_read, name)
            self._session.correct(self._key, article, f"Reset {LABELS[name][0].lower()}", ORIGIN)
            self.fields[name].line.setFocus()

    def open_drawer(self) -> None:
        """Show the drawer, the first field ready for typing."""
        self.refresh()
        self.show()
        first = self.fields["title"].line
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        first.selectAll()

    def close_drawer(self) -> None:
        """Take what was typed last, and close."""
        if not self.isHidden():
            self.commit()
            self.hide()
            self.closed.emit()

    def commit(self) -> None:
        """Take what was typed and not entered yet: before saving, exporting, closing."""
        for field in self.fields.values():
            field.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the fields side by side, or one below the other."""
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= _TWO_COLUMNS else 1)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as the fields need, at most two thirds of the pane: the article stays in sight."""
        parent = self.parentWidget()
        needed = self._inner.sizeHint().height() + self.close_button.sizeHint().height() + SPACE * 2
        return QSize(super().sizeHint().width(), min(needed, parent.height() * 2 // 3 if parent else needed))

    def minimumSizeHint(self) -> QSize:
        """Enough for one field; the rest is scrolled to."""
        return QSize(super().minimumSizeHint().width(), _LEAST_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
        else:
            super().keyPressEvent(event)


def _shown(known: corrections.Known) -> str:
    """A value as it is read and typed: dates in words."""
    return moment(known.value, "d MMMM y") if known.field == "published" else known.value
