"""Which findings are listed: by kind, state, speaker, article and words; the weak ones first if wished."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from briefing.brief import Decision
from ui.findings.model import Card, FindingsModel, Role


class State(StrEnum):
    """Which decisions are listed."""

    ALL = "All states"
    TO_REVIEW = "To review"
    KEPT = "Kept"
    DROPPED = "Dropped"
    CHECK = "Check"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a finding must be to be listed; "" stands for anything."""

    kind: str = ""  # "figure" or "quote"
    state: State = State.ALL
    speaker: str = ""
    article: str = ""
    words: str = ""

    def accepts(self, card: Card) -> bool:
        """Whether a card is wanted."""
        return (
            self.kind in {"", card.kind}
            and self.article in {"", card.finding.article}
            and self.speaker in {"", card.lines.speaker}
            and _in_state(card, self.state)
            and all(word in card.searched for word in self.words.casefold().split())
        )


def _in_state(card: Card, state: State) -> bool:
    match state:
        case State.TO_REVIEW:
            return card.decision is Decision.UNDECIDED
        case State.KEPT:
            return card.decision is Decision.KEPT
        case State.DROPPED:
            return card.decision is Decision.DROPPED
        case State.CHECK:
            return card.check
    return True


class FindingsFilter(QSortFilterProxyModel):
    """The findings that are wanted, in text order or with the weak ones first."""

    def __init__(self, findings: FindingsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted = Wanted()
        self._check_first = False
        self._findings = findings
        self.setSourceModel(findings)
        self.setSortRole(Role.PRIORITY)

    @property
    def wanted(self) -> Wanted:
        """What is listed now."""
        return self._wanted

    @property
    def check_first(self) -> bool:
        """Whether weak findings come first."""
        return self._check_first

    def want(self, wanted: Wanted) -> None:
        """List something else."""
        if wanted != self._wanted:
            self.beginFilterChange()
            self._wanted = wanted
            self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def put_check_first(self, first: bool) -> None:
        """List weak findings first, or all in text order."""
        self._check_first = first
        self.sort(0 if first else -1)

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether a row of the findings is listed."""
        del parent
        return self._wanted == _ANYTHING or self._wanted.accepts(self._findings.card(row))

    def row_of(self, identifier: str) -> int:
        """The row in which a finding is listed; -1 if it is not."""
        index = self._findings.index_of(identifier)
        return self.mapFromSource(index).row() if index.isValid() else -1

    def row_before(self, here: QModelIndex) -> int:
        """The listed row before which a finding would stand that is not listed."""
        order = Role.PRIORITY if self._check_first else Role.ROW
        place = here.data(order)
        rows = range(self.rowCount())
        return next((row for row in rows if self.index(row, 0).data(order) > place), self.rowCount())

    def id_at(self, row: int) -> str:
        """The id of the finding listed in a row; "" outside."""
        index = self.index(row, 0)
        return str(index.data(Role.ID)) if index.isValid() else ""

    def ids(self) -> list[str]:
        """The ids of the findings listed, in the order shown."""
        return [self.id_at(row) for row in range(self.rowCount())]


_ANYTHING = Wanted()
