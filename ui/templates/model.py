"""The templates as rows under the headings of their groups; the model owns what it shows, and filters it itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from briefing.word.types import Report, TemplateInfo, TemplateKind
from ui.templates import wording
from ui.templates.library import Library, grouped
from ui.templates.products import product_name

Index = QModelIndex | QPersistentModelIndex
_HINTS = {TemplateKind.MINE: "None of your own yet: duplicate one, or make one from this note."}
_AWAY = "The team’s folder cannot be reached at the moment."
_NO_TEAM = "No folder chosen"


class Role(IntEnum):
    """What can be asked of a row, beside Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1  # the whole Row: all that the delegate paints
    ID = ROW + 1


@dataclass(frozen=True, slots=True)
class Row:
    """A template with its state, a group's heading, or a hint in a group that is empty."""

    text: str
    info: TemplateInfo | None = None
    hint: bool = False
    product: str = ""
    report: Report | None = None
    default: bool = False
    used: bool = False

    @property
    def spoken(self) -> str:
        """The row in words."""
        if self.info is None:
            return self.text
        return wording.spoken(self.info, self.product, self.report, default=self.default, used=self.used)


class TemplatesModel(QAbstractListModel):
    """Built-in, mine, team folder."""

    renamed = Signal(object, str)  # a template, its new name

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._filter: list[str] = []
        self._used = ""
        self.rows: list[Row] = []
        library.listed.connect(self.refresh)
        library.checked.connect(self._show_report)
        self.refresh()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """The number of rows, headings included."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A row's answer to a role."""
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return (row.info.broken or row.info.description) if row.info else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Role.ROW:
            return row
        return row.info.id if role == Role.ID and row.info else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Templates can be chosen, one's own renamed; headings are only there to be read."""
        row = self.rows[index.row()] if index.isValid() else None
        if row is None or row.info is None:
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        own = row.info.kind is TemplateKind.MINE and not row.info.broken
        return usual | Qt.ItemFlag.ItemIsEditable if own else usual

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another name; it is shown when the file has it."""
        row = self.rows[index.row()] if index.isValid() else None
        name = " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or row is None or row.info is None or not name or name == row.info.name:
            return False
        self.renamed.emit(row.info, name)
        return True

    # What is shown

    def filter(self, typed: str) -> None:
        """List only the templates whose name, kind or description hold all the words."""
        self._filter = typed.casefold().split()
        self.refresh()

    def show_used(self, identifier: str) -> None:
        """Mark the template that the note has."""
        if identifier != self._used:
            self._used = identifier
            self.refresh()

    def refresh(self) -> None:
        """Show the templates as they are now; rows that stay the same are not touched."""
        rows = list(self._made())
        if [_identity(row) for row in rows] != [_identity(row) for row in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        before, self.rows = self.rows, rows
        for n, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(n), self.index(n))

    def _made(self) -> Iterator[Row]:
        for kind, infos in grouped(self._library.templates).items():
            rows = [row for row in map(self._row, infos) if self._matches(row)]
            hint = "" if rows or self._filter else self._hint(kind)
            if rows or hint:
                yield Row(wording.GROUPS[kind])
                yield from rows
            if hint:
                yield Row(hint, hint=True)

    def _hint(self, kind: TemplateKind) -> str:
        if kind is TemplateKind.TEAM and self._library.templates:
            if self._library.team_folder is None:
                return _NO_TEAM
            return _AWAY if self._library.team_away else "This folder holds no templates."
        return _HINTS.get(kind, "")

    def _row(self, info: TemplateInfo) -> Row:
        return Row(
            info.name,
            info,
            product=product_name(info, self._library.templates),
            report=self._library.report(info),
            default=self._library.is_default(info) and self._library.has_choice(info),
            used=info.id == self._used,
        )

    def _matches(self, row: Row) -> bool:
        description = row.info.description if row.info else ""
        searched = f"{row.text} {row.product} {description}".casefold()
        return all(word in searched for word in self._filter)

    def _show_report(self, _info: TemplateInfo) -> None:
        self.refresh()

    def index_of(self, identifier: str) -> QModelIndex:
        """The row of a template by its id; invalid if it is not listed."""
        found = (n for n, row in enumerate(self.rows) if row.info and row.info.id == identifier)
        return self.index(next(found, -1))

    def row_at(self, index: Index) -> Row | None:
        """The row at an index, if it is a template's."""
        row = self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None
        return row if row and row.info else None


def _identity(row: Row) -> tuple[str, str]:
    return (row.info.id, str(row.info.path)) if row.info else ("", row.text)
