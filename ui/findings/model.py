"""The findings of the whole brief as rows; the model owns what it shows and tells of the least that changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing.brief import Brief, Decision
from briefing.model import Figure, Finding, Quote
from ui.findings.lines import Lines, lines
from ui.findings.spoken import spoken

Index = QModelIndex | QPersistentModelIndex
_SLICE = 0.004  # seconds


class Role(IntEnum):
    """What can be asked of a row, beside Qt's own roles."""

    ID = Qt.ItemDataRole.UserRole + 1
    CARD = ID + 1  # the whole Card: all that the delegate paints
    KIND = CARD + 1  # "figure" or "quote"
    DECISION = KIND + 1
    SUGGESTED = DECISION + 1
    IN_NOTE = SUGGESTED + 1
    TITLE = IN_NOTE + 1
    SECOND = TITLE + 1
    EVIDENCE = SECOND + 1  # the source's sentence, or the quote's words
    PLACE = EVIDENCE + 1  # "¶11"
    SPEAKER = PLACE + 1
    STARRED = SPEAKER + 1
    CHECK = STARRED + 1
    EDITED = CHECK + 1
    ARTICLE = EDITED + 1
    ROW = ARTICLE + 1  # the place in the text
    PRIORITY = ROW + 1  # smaller comes first when weak findings are to be seen first


@dataclass(frozen=True, slots=True)
class Card:
    """Everything that one card shows."""

    finding: Finding
    lines: Lines
    decision: Decision
    in_note: bool
    starred: bool
    edited: bool
    content: Figure | Quote  # what is read at moved edges
    searched: str  # all its words in small letters

    @property
    def kind(self) -> str:
        """Either "figure" or "quote"."""
        return "figure" if isinstance(self.finding.content, Figure) else "quote"

    @property
    def check(self) -> bool:
        """Whether a person should look: the rule is weak, or the value is implausible."""
        content = self.content
        return content.evidence.check or (isinstance(content, Figure) and bool(content.doubt))


_ANSWERS: dict[int, Callable[[Card, int], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda card, _: card.lines.title,
    Qt.ItemDataRole.AccessibleTextRole: lambda card, _: spoken(
        card.kind, card.lines, card.decision, card.finding.suggested, card.check, card.starred, card.edited
    ),
    Role.ID: lambda card, _: card.finding.id,
    Role.CARD: lambda card, _: card,
    Role.KIND: lambda card, _: card.kind,
    Role.DECISION: lambda card, _: card.decision.value,
    Role.SUGGESTED: lambda card, _: card.finding.suggested,
    Role.IN_NOTE: lambda card, _: card.in_note,
    Role.TITLE: lambda card, _: card.lines.title,
    Role.SECOND: lambda card, _: card.lines.second,
    Role.EVIDENCE: lambda card, _: card.lines.excerpt.text,
    Role.PLACE: lambda card, _: card.lines.place,
    Role.SPEAKER: lambda card, _: card.lines.speaker,
    Role.STARRED: lambda card, _: card.starred,
    Role.CHECK: lambda card, _: card.check,
    Role.EDITED: lambda card, _: card.edited,
    Role.ARTICLE: lambda card, _: card.finding.article,
    Role.ROW: lambda _, row: row,
    Role.PRIORITY: lambda card, row: (0 if card.check else 1_000_000) + row,
}


class FindingsModel(QAbstractListModel):
    """One row a finding, in text order; cards are worded when first asked for, or ahead of that."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._brief = Brief()
        self._findings: list[Finding] = []
        self._rows: dict[str, int] = {}
        self._cards: dict[str, Card] = {}
        self._worded = 0  # rows from the top that have a card

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """The number of findings."""
        return 0 if parent.isValid() else len(self._findings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The answer of a row's card to one role."""
        answer = _ANSWERS.get(role)
        if answer is None or not index.isValid():
            return None
        return answer(self._card(self._findings[index.row()]), index.row())

    def roleNames(self) -> dict[int, QByteArray]:
        """The names of the roles, Qt's own first."""
        return {**super().roleNames(), **{int(role): QByteArray(role.name.lower().encode()) for role in Role}}

    def row(self, identifier: str) -> int:
        """The row of a finding; -1 if there is none."""
        return self._rows.get(identifier, -1)

    def index_of(self, identifier: str) -> QModelIndex:
        """The index of a finding; invalid if there is none."""
        return self.index(self.row(identifier))

    def show(self, brief: Brief) -> None:
        """Show another brief, touching only the rows that differ."""
        before = self._brief
        if brief.findings is before.findings:
            self._take(brief)
        else:
            self._place(brief)
        changed = _changed(before, brief)
        for identifier in changed:
            self._cards.pop(identifier, None)
        self._worded = 0
        for first, last in _runs(sorted(self._rows[i] for i in changed if i in self._rows)):
            self.dataChanged.emit(self.index(first), self.index(last))

    def word_some(self) -> None:
        """Word cards for a few milliseconds: a search through thousands finds them ready."""
        end = time.perf_counter() + _SLICE
        while self.waiting and time.perf_counter() < end:
            self._card(self._findings[self._worded])
            self._worded += 1

    @property
    def waiting(self) -> bool:
        """Whether there are cards to be worded."""
        return self._worded < len(self._findings)

    def card(self, row: int) -> Card:
        """The card of a row."""
        return self._card(self._findings[row])

    def _take(self, brief: Brief) -> None:
        """Word cards from another brief from now on."""
        if brief.style != self._brief.style or brief.sources is not self._brief.sources:
            self._cards.clear()
        self._brief = brief

    def _card(self, finding: Finding) -> Card:
        card = self._cards.get(finding.id)
        if card is None or card.finding is not finding:
            card = self._cards[finding.id] = _card(self._brief, finding)
        return card

    def _place(self, brief: Brief) -> None:
        """Swap the stretch of rows between the common head and the common tail of the old and the new list.

        Rows that go away belong to the old brief to the last: views may ask for them while they are removed.
        """
        findings = brief.findings
        old, new = [f.id for f in self._findings], [f.id for f in findings]
        head = _common(old, new)
        tail = _common(old[head:][::-1], new[head:][::-1])
        if len(old) - tail > head:
            self.beginRemoveRows(QModelIndex(), head, len(old) - tail - 1)
            self._set(self._findings[:head] + self._findings[len(old) - tail :])
            self.endRemoveRows()
        if len(new) - tail > head:
            self.beginInsertRows(QModelIndex(), head, len(new) - tail - 1)
            self._take(brief)
            self._set(list(findings))
            self.endInsertRows()
        self._take(brief)
        self._set(list(findings))
        self._cards = {identifier: card for identifier, card in self._cards.items() if identifier in self._rows}

    def _set(self, findings: list[Finding]) -> None:
        self._findings = findings
        self._rows = {finding.id: row for row, finding in enumerate(findings)}


def _card(brief: Brief, finding: Finding) -> Card:
    said = lines(brief, finding)
    return Card(
        finding=finding,
        lines=said,
        decision=brief.decision(finding),
        in_note=brief.in_note(finding),
        starred=finding.id in brief.starred,
        edited=finding.id in brief.edits,
        content=brief.content(finding),
        searched=f"{said.title}\n{said.second}\n{said.excerpt.text}\n{said.place}".casefold(),
    )


def _common(one: list[str], other: list[str]) -> int:
    """How many entries two lists share from their beginning."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _changed(before: Brief, after: Brief) -> set[str]:
    """The ids of the findings whose cards no longer look the same."""
    if after.style != before.style or (len(after.sources) > 1) != (len(before.sources) > 1):
        return {finding.id for finding in after.findings}
    changed = {identifier for identifier, _ in before.decisions.items() ^ after.decisions.items()}
    changed |= set(before.starred) ^ set(after.starred)
    changed |= {i for i in before.edits.keys() | after.edits.keys() if before.edits.get(i) != after.edits.get(i)}
    if after.findings is not before.findings:
        same = set(map(id, before.findings))  # nearly all: the analysis swaps a stretch at a time
        other = {finding.id: finding for finding in after.findings if id(finding) not in same}
        changed |= {f.id for f in before.findings if f.id in other and other[f.id] != f}
    return changed


def _runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring rows as pairs of first and last."""
    first = last = -2
    for row in rows:
        if row == last + 1:
            last = row
            continue
        if last >= 0:
            yield first, last
        first = last = row
    if last >= 0:
        yield first, last
