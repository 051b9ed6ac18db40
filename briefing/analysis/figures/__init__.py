"""Figures: every number that matters in an article, with its unit, hedge, direction, subject, period and source.

The steps in their order, each a module, with the modules that it rests on:

``scan``     every number of a paragraph: ``numerals`` in digits, ``spelled`` in words, ``vague``, ``multiples``; ranges as one
``reject``   what is no figure: ``times`` (with ``resolve``, ``days``, ``edges``), names, scores that are no ``votes``
``units``    what it is measured in: ``measures``, ``currencies``, ``rates``, ``ages``
``nouns``    or else what it counts, inside its own of a table's ``cells``, or the unit it has ``shared`` with another figure
``hedges``   how the printed number stands to the true one: "over", "nearly"
``change``   whether it tells a change, and which way
``subject``  what is measured: templates in ``lengths``, ``movement``, ``nearby``, ``places`` and ``purpose``, all on ``view`` and
             ``phrases``; whose it is from ``context``
``period``   of which time it speaks, and what its change is measured against
``said_by``  who vouches for it: what is ``published``, and ``mentions`` of people and bodies
``doubt``    why its value looks wrong; ``scales`` of tables are among the reasons
``link``     a conversion with its figure, a change with its level, repeats with the first mention

``reject`` looks at the characters before the unit is read, and at the parse after that. ``draft`` has the values that the steps
hand on, and ``maker`` makes a figure of them. ``within`` reads the one figure at a place that a person marked. ``features``
tells what speaks for a figure and what against it, which ``briefing.analysis.salience`` weighs behind all these steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.analysis.figures.cells import inside_cell
from briefing.analysis.figures.change import changed
from briefing.analysis.figures.days import published_on
from briefing.analysis.figures.draft import Draft, Numeral, Reading
from briefing.analysis.figures.hedges import hedged
from briefing.analysis.figures.link import amount_of, is_conversion, linked, with_cents, with_repeats
from briefing.analysis.figures.maker import Maker
from briefing.analysis.figures.period import Setting
from briefing.analysis.figures.reject import figures_only, kept
from briefing.analysis.figures.said_by import People
from briefing.analysis.figures.scales import scale_notes, scaled
from briefing.analysis.figures.scan import holds_numbers, join_ranges, scan
from briefing.analysis.figures.shared import sharing
from briefing.analysis.figures.times import times_in
from briefing.analysis.figures.units import measured
from briefing.analysis.pipeline import Passage
from briefing.model import Amount, Article, BlockKind, Figure, Hedge, Quote

SEARCHED = frozenset(
    {BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.BODY, BlockKind.LIST_ITEM, BlockKind.QUOTE_BLOCK, BlockKind.TABLE_ROW}
)


def find_figures(article: Article, passages: Sequence[Passage], quotes: Sequence[Quote], people: People) -> tuple[Figure, ...]:
    """Every figure of the passages, in text order."""
    found: list[Figure] = []
    notes = scale_notes(article)
    for passage in passages:
        text = passage.block.span.of(article.text)
        if passage.block.kind in SEARCHED and holds_numbers(text):
            own = linked(article.text, list(in_passage(article, Reading(passage, text), quotes, people)))
            found += [scaled(figure, passage.block, notes) for figure in own]
    return tuple(with_repeats(found))


def in_passage(article: Article, reading: Reading, quotes: Sequence[Quote], people: People) -> Iterator[Figure]:
    """The figures of one paragraph, in order, each with its conversions."""
    numerals = scan(reading.text)
    if not numerals:
        return
    times = times_in(reading.text, published_on(article.published))
    drafts = drafted(reading, figures_only(reading.text, numerals, times))
    banned = frozenset(i for draft, more in drafts for i in (*words_of(reading, draft), *words_of_conversions(reading, more)))
    banned |= dateline_words(article, reading)
    maker = Maker(article, Setting(reading, times), tuple(quotes), people, banned)
    for draft, conversions in drafts:
        yield maker.figure(draft, conversions)


def drafted(reading: Reading, numerals: Sequence[Numeral]) -> list[tuple[Draft, tuple[Amount, ...]]]:
    """The figures of a paragraph as far as unit, hedge and direction go, conversions merged."""
    found: list[tuple[Draft, tuple[Amount, ...]]] = []
    for numeral in join_ranges(reading.text, numerals):
        previous = found[-1][0] if found else None
        if previous is not None and numeral.start < previous.end:
            continue  # the number of a rate: "12 deaths per 100,000 people"
        own = measured(reading, unsigned(numeral, previous))
        draft = sharing(reading, inside_cell(reading, own), [earlier for earlier, _ in found])
        if not kept(reading, draft):
            continue
        draft = changed(reading, unhedged(hedged(reading, draft), previous), previous)
        whole = with_cents(reading, previous, draft) if previous is not None else None
        if whole is not None:
            found[-1] = (whole, found[-1][1])
        elif previous is not None and is_conversion(reading, previous, draft):
            found[-1] = (previous, (*found[-1][1], amount_of(reading, draft)))
        else:
            found.append((draft, ()))
    return found


def unsigned(numeral: Numeral, previous: Draft | None) -> Numeral:
    """The numeral without a sign that belongs to the figure before: "15 USD 50 cents"."""
    taken = previous is not None and bool(numeral.sign) and numeral.sign_start < previous.end
    return replace(numeral, sign="", sign_start=-1) if taken else numeral


def unhedged(draft: Draft, previous: Draft | None) -> Draft:
    """The draft without a hedge that belongs to the figure before: "a 5-under 67"."""
    taken = previous is not None and draft.hedge_span is not None and draft.hedge_span.start < previous.full.end
    return replace(draft, hedge=Hedge.EXACT, hedge_span=None) if taken else draft


def dateline_words(article: Article, reading: Reading) -> frozenset[int]:
    """The tokens of a dateline, which the parser may take for the subject: "MEXICO CITY (AP) — Mexico's economy grew"."""
    line = article.dateline
    if line is None or not len(line.span) or not reading.passage.block.span.contains(line.span):
        return frozenset()
    tokens = reading.tokens(line.span.start - reading.passage.offset, line.span.end - reading.passage.offset)
    return frozenset(t.i for t in tokens)


def words_of(reading: Reading, draft: Draft) -> frozenset[int]:
    """The tokens that belong to a figure and to no subject: hedge, numeral and unit, but not the noun counted."""
    end = draft.numeral.end if draft.noun >= 0 else draft.end
    hedge = draft.hedge_span
    tokens = [*reading.tokens(draft.start, end), *(reading.tokens(hedge.start, hedge.end) if hedge else ())]
    return frozenset(t.i for t in tokens)


def words_of_conversions(reading: Reading, conversions: Sequence[Amount]) -> Iterator[int]:
    """The tokens of the amounts in brackets behind a figure."""
    for amount in conversions:
        place = amount.span.shifted(-reading.passage.offset)
        yield from (t.i for t in reading.tokens(place.start, place.end))
