"""Pure verbs: a brief and a wish in, a new brief out. Undo is the old value."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.brief import PERIOD_DAYS, Brief, Decision, Edit, Source
from briefing.model import Article, Figure, Finding, Origination, Quote, Span, Speaker


def decide(brief: Brief, identifiers: Iterable[str], decision: Decision) -> Brief:
    """The brief with one decision for the findings named."""
    decisions = dict(brief.decisions)
    for identifier in identifiers:
        if decision is Decision.UNDECIDED:
            decisions.pop(identifier, None)
        else:
            decisions[identifier] = decision
    return replace(brief, decisions=decisions)


def keep(brief: Brief, *identifiers: str) -> Brief:
    """The brief with the findings named kept."""
    return decide(brief, identifiers, Decision.KEPT)


def drop(brief: Brief, *identifiers: str) -> Brief:
    """The brief with the findings named dropped."""
    return decide(brief, identifiers, Decision.DROPPED)


def edit(brief: Brief, identifier: str, fields: Mapping[str, str]) -> Brief:
    """The brief with fields of one finding overridden; fields named earlier stay, but not the days of another period."""
    before = brief.edits.get(identifier, Edit())
    other = fields.get("period", before.fields.get("period")) != before.fields.get("period")
    earlier = {name: text for name, text in before.fields.items() if not (other and name in PERIOD_DAYS)}
    return _with_edit(brief, identifier, replace(before, fields={**earlier, **fields}))


def reset(brief: Brief, identifier: str, name: str | None = None) -> Brief:
    """The brief with one overridden field of a finding, or all of them and its edges, as extracted."""
    before = brief.edits.get(identifier)
    if before is None:
        return brief
    if name is None:
        return replace(brief, edits={key: value for key, value in brief.edits.items() if key != identifier})
    gone = {name, *(PERIOD_DAYS if name == "period" else ())}
    return _with_edit(
        brief, identifier, replace(before, fields={key: value for key, value in before.fields.items() if key not in gone})
    )


def move_edges(brief: Brief, identifier: str, span: Span, reading: Figure | Quote | None = None) -> Brief:
    """The brief with a finding's place moved and what the rules read there; ValueError if the span is empty or leaves the text.

    A finding that is back at its own place has not moved: nothing of the move stays.
    """
    finding = brief.finding(identifier)
    if not 0 <= span.start < span.end <= len(brief.article(finding.article).text):
        message = f"{span} is not inside the article"
        raise ValueError(message)
    before = brief.edits.get(identifier, Edit())
    home = span == finding.span
    return _with_edit(brief, identifier, replace(before, span=None if home else span, reading=None if home else reading))


def _with_edit(brief: Brief, identifier: str, changed: Edit) -> Brief:
    edits = {key: value for key, value in brief.edits.items() if key != identifier}
    if changed != Edit():
        edits[identifier] = changed
    return replace(brief, edits=edits)


def add(brief: Brief, finding: Finding) -> Brief:
    """The brief with a finding of the analyst's own, kept, in its place in the text."""
    findings = tuple(sorted((*(f for f in brief.findings if f.id != finding.id), finding), key=by_place))
    return keep(replace(brief, findings=findings), finding.id)


def add_person(brief: Brief, person: Speaker) -> Brief:
    """The brief with someone who is offered as a speaker everywhere; one of the same name gives way."""
    return replace(brief, people=(*(each for each in brief.people if each.name != person.name), person))


def star(brief: Brief, identifier: str) -> Brief:
    """The brief with a lead figure marked, or unmarked if it was."""
    if identifier in brief.starred:
        return replace(brief, starred=tuple(i for i in brief.starred if i != identifier))
    return replace(brief, starred=(*brief.starred, identifier))


def move(brief: Brief, identifier: str, by: int) -> Brief:
    """The brief with a finding moved up (negative) or down among the note's findings of its own kind."""
    kind = type(brief.finding(identifier).content)
    order = [f.id for f in brief.note_findings()]
    same = [f.id for f in brief.note_findings() if isinstance(f.content, kind)]
    if identifier not in same:
        return brief
    target = same[max(0, min(len(same) - 1, same.index(identifier) + by))]
    place = order.index(target)
    order.remove(identifier)
    order.insert(place, identifier)
    return replace(brief, order=tuple(order))


def set_header(brief: Brief, fields: Mapping[str, str]) -> Brief:
    """The brief with header fields as typed; TypeError for a field that does not exist."""
    return replace(brief, header=replace(brief.header, **fields))


def use_template(
    brief: Brief, identifier: str, header: Mapping[str, str], style: str = "", before: Mapping[str, str] | None = None
) -> Brief:
    """The brief with another template, its default header fields where nothing was typed, and its house style if it has one.

    ``before`` are the defaults of the template so far: what still says the same as they do was not typed by anyone.
    """
    stale = {name: "" for name, text in (before or {}).items() if getattr(brief.header, name, "") == text}
    cleared = replace(brief.header, **stale)
    fresh = {name: text for name, text in header.items() if getattr(cleared, name, None) == ""}
    return replace(brief, template=identifier, header=replace(cleared, **fresh), style=style or brief.style)


def add_article(brief: Brief, article: Article) -> Brief:
    """The brief with one more article, under the next number as its key."""
    key = str(max((int(source.key) for source in brief.sources), default=0) + 1)
    return replace(brief, sources=(*brief.sources, Source(key, article)))


def set_article(brief: Brief, key: str, article: Article) -> Brief:
    """The brief with an article's details or paragraphs put right: the same text, so that every place stays.

    What was found in paragraphs that are not searched any more goes, with what was decided about it; the rest stays.
    """
    greyed = [block.span for block in article.blocks if not block.included]
    starts = [span.start for span in greyed]
    gone = {each.id for each in brief.findings if each.article == key and _is_inside(each, greyed, starts)}
    sources = tuple(_corrected(each, article) if each.key == key else each for each in brief.sources)
    findings = tuple(each for each in brief.findings if each.id not in gone)
    return _without(replace(brief, sources=sources, findings=findings), gone)


def _is_inside(finding: Finding, spans: Sequence[Span], starts: Sequence[int]) -> bool:
    """Whether the rules found it in one of the stretches; what the analyst marked is the analyst's to drop."""
    at = bisect_right(starts, finding.span.start) - 1
    return finding.origination is Origination.FOUND and at >= 0 and finding.span.start < spans[at].end


def _corrected(source: Source, article: Article) -> Source:
    as_read = source.as_read or replace(source.article, text="", blocks=(), warnings=())
    return replace(source, article=article, as_read=as_read)


def set_findings(brief: Brief, key: str, findings: Iterable[Finding]) -> Brief:
    """The brief with an article's findings replaced, all that a person decided carried over where the place is the same."""
    return carry_over(brief, key, findings).brief


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """A brief after re-analysis, and the old findings with a decision or an edit that have no place any more."""

    brief: Brief
    lost: tuple[Finding, ...]


def carry_over(brief: Brief, key: str, findings: Iterable[Finding], within: Span | None = None) -> CarriedOver:
    """The brief with new findings for an article, or a stretch of it; decisions follow the same kind at the same span.

    Nothing is guessed. Only the stretch is looked at, so that a long article costs no more than a short one.
    """
    hidden = _replaced(old for old in brief.findings if old.article == key)
    fresh = {finding.id: finding for finding in findings if finding.id not in hidden}
    first, behind = _rows(brief, key, within)
    kept: list[Finding] = []
    gone: dict[str, Finding] = {}
    for old in brief.findings[first:behind]:
        if old.id in fresh:
            continue
        if old.origination is Origination.ADDED:
            kept.append(old)
        else:
            gone[old.id] = old
    there = sorted((*kept, *fresh.values()), key=by_place)
    merged = replace(brief, findings=(*brief.findings[:first], *there, *brief.findings[behind:]))
    touched = {*brief.decisions, *brief.edits, *brief.starred}
    return CarriedOver(_without(merged, gone), tuple(old for old in gone.values() if old.id in touched))


def _rows(brief: Brief, key: str, within: Span | None) -> tuple[int, int]:
    """Where the findings of an article, or of a stretch of it, begin and end among the brief's, which are in text order."""

    def row(article: int, start: int) -> int:
        return bisect_left(brief.findings, (article, start), key=lambda finding: by_place(finding)[:2])

    number = int(key)
    return (row(number, within.start), row(number, within.end)) if within is not None else (row(number, 0), row(number + 1, 0))


def _without(brief: Brief, gone: Collection[str]) -> Brief:
    """The brief with nothing said about findings that are gone."""
    if not gone:
        return brief
    return replace(
        brief,
        decisions={i: d for i, d in brief.decisions.items() if i not in gone},
        edits={i: e for i, e in brief.edits.items() if i not in gone},
        starred=tuple(i for i in brief.starred if i not in gone),
        order=tuple(i for i in brief.order if i not in gone),
    )


def _replaced(findings: Iterable[Finding]) -> set[str]:
    """The ids of the findings that merged and split ones stand for."""
    return {part.id for finding in findings if finding.replaces for part in finding.replaces}


def by_place(finding: Finding) -> tuple[int, int, int]:
    """Where a finding stands among those of a brief: in text order, wider ones before those inside them."""
    return int(finding.article), finding.span.start, -finding.span.end


def on_top_of(decided: Brief, analysed: Brief) -> Brief:
    """The first brief's decisions, edits, order, header, corrections and added findings on the second one's extraction.

    Articles that only the second one has stay. Where the two have an article in different states, all that was found in
    it goes with the state.
    """
    if decided.findings is analysed.findings and decided.sources is analysed.sources:
        return decided
    own = {source.key: source for source in decided.sources}
    sources = tuple(own.get(source.key, source) for source in analysed.sources)
    other = {each.key for each, now in zip(sources, analysed.sources, strict=True) if each.article is not now.article}
    there = [f for f in _with_replaced(analysed.findings) if f.origination is Origination.FOUND and f.article not in other]
    back = [f for f in decided.findings if f.origination is Origination.FOUND and f.article in other]
    added = [f for f in decided.findings if f.origination is Origination.ADDED]
    hidden = _replaced(added)
    found = [f for f in there if f.id not in hidden]
    findings = tuple(sorted((*found, *back, *added), key=by_place))
    return replace(decided, sources=sources if other else analysed.sources, findings=findings)


def _with_replaced(findings: Iterable[Finding]) -> Iterable[Finding]:
    """The findings with those that merged and split ones stand for, each id once, the extraction's own first."""
    findings = tuple(findings)
    found = {f.id: f for f in findings if f.origination is Origination.FOUND}
    for finding in findings:
        for part in finding.replaces:
            found.setdefault(part.id, part)
    return found.values()
