"""The note's figures or quotes as rows that can be dragged."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui.note.content import Row, RowKind

Index = QModelIndex | QPersistentModelIndex
MIME = "application/x-briefing-finding"


class Role(IntEnum):
    """What can be asked of a row, beside Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1
    ID = ROW + 1


class NoteModel(QAbstractListModel):
    """Owns the rows it shows; tells when one was dropped elsewhere, and changes nothing by itself."""

    dropped = Signal(str, int)  # finding id, the row before which it was dropped

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows as shown."""
        return tuple(self._rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """The number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a row says."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case Role.ROW:
                return row
            case Role.ID:
                return "" if row.kind is RowKind.SPEAKER else row.id
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Items can be chosen and dragged; speakers only stand there; everything may be dropped between rows."""
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled
        if self._rows[index.row()].kind is RowKind.SPEAKER:
            return flag.ItemIsEnabled
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled | flag.ItemNeverHasChildren

    def index_of(self, identifier: str) -> QModelIndex:
        """The index of a finding; invalid if it is not in the note."""
        row = next((n for n, row in enumerate(self._rows) if row.id == identifier and row.kind is not RowKind.SPEAKER), -1)
        return self.index(row)

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows, touching only the stretch that differs."""
        new = list(rows)
        if len(new) == len(self._rows):
            self._change(new)
            return
        head = _common(self._rows, new)
        tail = _common(self._rows[head:][::-1], new[head:][::-1])
        if len(self._rows) - tail > head:
            self.beginRemoveRows(QModelIndex(), head, len(self._rows) - tail - 1)
            del self._rows[head : len(self._rows) - tail]
            self.endRemoveRows()
        if len(new) - tail > head:
            self.beginInsertRows(QModelIndex(), head, len(new) - tail - 1)
            self._rows[head:head] = new[head : len(new) - tail]
            self.endInsertRows()

    def _change(self, new: list[Row]) -> None:
        head, tail = _common(self._rows, new), _common(self._rows[::-1], new[::-1])
        if head < len(new):
            self._rows = new
            self.dataChanged.emit(self.index(head), self.index(len(new) - tail - 1))

    # Dragging

    def supportedDropActions(self) -> Qt.DropAction:
        """Items are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Only our own items can be dropped."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The id of the finding that is dragged."""
        data = QMimeData()
        data.setData(MIME, str(indexes[0].data(Role.ID)).encode())
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Tell where something was dropped; the session's new brief will move it."""
        del action, column
        identifier = data.data(MIME).toStdString()
        if not self.index_of(identifier).isValid():
            return False
        before = row if row >= 0 else (parent.row() if parent.isValid() else len(self._rows))
        self.dropped.emit(identifier, before)
        return False  # nothing was inserted, so that the view removes nothing


def _common(one: Sequence[Row], other: Sequence[Row]) -> int:
    """How many rows two lists share from their beginning."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
