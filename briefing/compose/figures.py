"""Kept figures → rows of the table: the value as printed, the period in its words, the change with its base."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefing.brief import Brief, Decision, Edit
from briefing.compose.context import Conversion, FigureItem, StyleFields
from briefing.compose.dates import with_label
from briefing.compose.source import folded, src, words
from briefing.compose.style import styled
from briefing.model import Amount, Article, Change, Direction, Figure, FigureKind, Finding, Period, SaidBy, Span, SpeakerKind

NOT_STATED = "not stated"
_SIGN = {Direction.UP: "+", Direction.DOWN: "−", Direction.NONE: ""}
_WAY = {Direction.UP: "up", Direction.DOWN: "down", Direction.NONE: ""}
_PLAIN_RATE = r"\d[\d.,\u00a0\u202f ]*(?:%|per ?cent|percentage points?|pp|bps|basis points?)"
# A verb that the sign stands for: "grew by 34%" is printed as "+34%".
_NOUN = "increase|rise|growth|gain|jump|upturn|decrease|decline|fall|drop|reduction|cut|loss"
_MOVED = re.compile(rf"(?i)(?:[a-z]+ (?:by )?)?(?P<rate>{_PLAIN_RATE})(?: (?:{_NOUN}))?")
_BARE = re.compile(r"(?i)\d|(?:more|less|at|nearly|almost|about|around|over|under|up|some|approximately|roughly|a|an|one|half)\b")
# "8 times more than" may mean eight- or ninefold: it stays in the source's words, in quotation marks.
_AMBIGUOUS = re.compile(r"(?i)\btimes\s+(?:more|higher|greater|larger|bigger|less|lower|fewer|smaller)\b|-?fold\b")
_BRIDGE = re.compile(r"(?i)\s*[(\[,–—=]?\s*(?:(?:or|about|around|nearly|some|approximately|roughly|over|equivalent to)\s+)*")
_CLOSING = {"(": ")", "[": "]"}


@dataclass(frozen=True, slots=True)
class _Row:
    """A kept figure with what composing it needs."""

    finding: Finding
    figure: Figure
    article: Article
    edit: Edit
    style: StyleFields
    change: Change | None

    @property
    def span(self) -> Span:
        return self.edit.span or self.figure.span


def figure_items(brief: Brief, style: StyleFields) -> tuple[FigureItem, ...]:
    """The note's figures in the note's order; a change that stands in its level's row has no row of its own."""
    chosen = [finding for finding in brief.note_findings() if isinstance(finding.content, Figure)]
    shown = _without_changes_of_levels(brief, chosen)
    return tuple(_item(row, n) for n, row in enumerate(_rows(brief, shown, style), 1))


def _without_changes_of_levels(brief: Brief, chosen: Iterable[Finding]) -> Iterator[Finding]:
    chosen = tuple(chosen)
    taken: defaultdict[str, list[Span]] = defaultdict(list)
    for finding in chosen:
        if isinstance(finding.content, Figure) and finding.content.change:
            taken[finding.article].append(finding.content.change.span)
    for finding in chosen:
        own = isinstance(finding.content, Figure) and finding.content.change is not None
        edited = finding.id in brief.edits or finding.id in brief.starred
        if own or edited or not any(span.overlaps(finding.span) for span in taken[finding.article]):
            yield finding


def _rows(brief: Brief, chosen: Iterable[Finding], style: StyleFields) -> Iterator[_Row]:
    refused = [(f.article, f.span) for f in brief.figures() if brief.decision(f) is Decision.DROPPED]
    for finding in chosen:
        figure = finding.content
        if isinstance(figure, Figure):
            change = figure.change
            if change and any(key == finding.article and change.span.contains(span) for key, span in refused):
                change = None  # the analyst dropped the change itself
            edit = brief.edits.get(finding.id, Edit())
            yield _Row(finding, figure, brief.article(finding.article), edit, style, change)


def _item(row: _Row, n: int) -> FigureItem:
    figure, fields = row.figure, row.edit.fields
    period, base = figure.period, (row.change.base if row.change else figure.base)
    return FigureItem(
        id=row.finding.id,
        n=n,
        subject=_given(fields, "subject", figure.subject) or NOT_STATED,
        value=value(row.article, figure, row.span, row.style),
        amount=_number(figure.amount.value),
        amount_high="" if figure.amount.high is None else _number(figure.amount.high),
        qualifier=words(row.article, figure.hedge_span),
        unit="" if figure.amount.unit == "-" else figure.amount.unit,
        currency=figure.amount.currency,
        conversions=tuple(_conversion(row, amount) for amount in figure.conversions),
        period=_given(fields, "period", _period(period, row.style)) or NOT_STATED,
        period_iso_start=_day(fields, "period_start", period.start if period else ""),
        period_iso_end=_day(fields, "period_end", period.end if period else ""),
        period_stated=bool(_given(fields, "period", period.text if period else "")),
        change=_given(fields, "change", _change(row)),
        change_base=folded(base),
        kind=figure.kind.value,
        said_by=_given(fields, "said_by", _said_by(figure)),
        said_by_short=_given(fields, "said_by", _short(row.article, figure)),
        said_by_kind=figure.said_by_kind.value,
        sentence=words(row.article, figure.sentence),
        doubt=figure.doubt,
        edited=row.edit != Edit(),
        note=fields.get("note", ""),
        src=src(row.finding.article, row.article, row.span, figure.sentence),
    )


def _given(fields: Mapping[str, str], name: str, extracted: str) -> str:
    """The analyst's text for a field, or the extracted one."""
    return folded(fields.get(name, extracted))


def _day(fields: Mapping[str, str], name: str, extracted: str) -> str:
    """The first or last day of the period; of one that was typed nobody knows the days, of one that was marked the rules do."""
    return fields.get(name, "") if "period" in fields else extracted


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)


def value(article: Article, figure: Figure, span: Span, style: StyleFields) -> str:
    """The value as printed: its hedge before it, the source's conversions behind it; an ambiguous ratio in quotation marks."""
    text = _with_conversions(article, figure, span)
    hedge = figure.hedge_span
    if hedge and not span.overlaps(hedge):
        touches = hedge.end <= span.start and not article.text[hedge.end : span.start].strip()
        before = words(article, hedge)
        text = f"{before} {text}" if touches else f"{before} … {text}" if hedge.end <= span.start else f"{text} … {before}"
    text = styled(text, style)
    return f"{style.quote_open}{text}{style.quote_close}" if _AMBIGUOUS.search(text) else text


def _with_conversions(article: Article, figure: Figure, span: Span) -> str:
    end, apart = span.end, []
    for amount in figure.conversions:
        if span.overlaps(amount.span):
            continue
        if amount.span.start >= end and _BRIDGE.fullmatch(article.text, end, amount.span.start):
            end = _closed(article.text, end, amount.span)
        else:
            apart.append(words(article, amount.span))
    text = folded(article.text[span.start : _closed(article.text, span.start, Span(span.start, end))])
    return f"{text} ({'; '.join(apart)})" if apart else text


def _closed(text: str, start: int, span: Span) -> int:
    """The end of the range, with the bracket that closes one opened since ``start``."""
    inside = text[start : span.end]
    for opening, closing in _CLOSING.items():
        if inside.count(opening) > inside.count(closing) and text[span.end : span.end + 1] == closing:
            return span.end + 1
    return span.end


def _conversion(row: _Row, amount: Amount) -> Conversion:
    return Conversion(styled(words(row.article, amount.span), row.style), _number(amount.value), amount.currency, "source")


def _period(period: Period | None, style: StyleFields) -> str:
    return with_label(folded(period.text), period.start, period.end, style.date_format) if period else ""


def _change(row: _Row) -> str:
    """The change that belongs to a level, or the way of a figure that is a change itself; with its base."""
    figure, change = row.figure, row.change
    if change:
        period = _period(change.period, row.style)
        apart = "" if period == _period(figure.period, row.style) else period
        parts = [_signed(change, row.style), apart, _base(change.text, change.base)]
        return ", ".join(part for part in parts if part)
    if figure.kind is not FigureKind.CHANGE:
        return ""
    printed = words(row.article, row.span)
    return ", ".join(part for part in (_WAY[figure.direction], _base(printed, figure.base)) if part)


def _signed(change: Change, style: StyleFields) -> str:
    text = styled(folded(change.text), style)
    if _AMBIGUOUS.search(text):
        return f"{style.quote_open}{text}{style.quote_close}"
    plain = _MOVED.fullmatch(text)
    if plain and change.direction:
        return f"{_SIGN[change.direction]}{plain['rate']}"
    return f"{_WAY[change.direction]} {text}" if change.direction and _BARE.match(text) else text


def _base(printed: str, base: str) -> str:
    """The base in words; nothing where the change itself already names it."""
    if not base:
        return "" if re.search(r"\b(?:than|from|over|compared|against|above|below)\b", printed) else "base not stated"
    return "" if folded(base).casefold() in printed.casefold() else f"compared with {folded(base)}"


def _said_by(figure: Figure) -> str:
    if figure.said_by_kind is SaidBy.ARTICLE:
        return "article"
    return figure.said_by.name or figure.said_by.organisation if figure.said_by else NOT_STATED


def _short(article: Article, figure: Figure) -> str:
    person = figure.said_by is not None and figure.said_by.kind is SpeakerKind.PERSON
    return short_name(article, _said_by(figure)) if person else _said_by(figure)


def short_name(article: Article, name: str) -> str:
    """The one word of a name by which the article itself calls the person; the whole name where it never does."""
    return _short_name(article.text, name)


@lru_cache(maxsize=4096)
def _short_name(text: str, name: str) -> str:
    first, *middle, last = name.split() if len(name.split()) > 1 else ("", name)
    before, behind = (middle or [first])[-1], (middle or [last])[0]
    alone = {
        last: len(re.findall(rf"(?<!{re.escape(before)} )\b{re.escape(last)}\b", text)),
        first: len(re.findall(rf"\b{re.escape(first)}\b(?! {re.escape(behind)})", text)),
    }
    best = max(alone, key=lambda word: alone[word])
    return best if first and alone[best] else name
