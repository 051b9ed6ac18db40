"""Merging and splitting findings: a brief in, a new brief out; decisions, edits, stars and order are carried along."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.brief import Brief, Decision, Edit
from briefing.errors import ReviewError
from briefing.model import Figure, Finding, Origination, Quote, Span
from briefing.parts import edited_segments, identifier, joined, parted, places_to_part
from briefing.review import by_place

_INSERTED = "insert@"  # begins the key under which words put into a quote stand; their place follows
_OF_THE_SPEAKER = frozenset({"speaker", "role", "organisation"})


@dataclass(frozen=True, slots=True)
class Reshaped:
    """A brief with other findings in the place of some, and the ids of these others in text order."""

    brief: Brief
    made: tuple[str, ...]


# Merging


def neighbour(brief: Brief, finding_id: str, by: int) -> Finding | None:
    """The next (1) or the last (-1) finding of the same kind in the same article; None at its ends."""
    finding = brief.finding(finding_id)
    same = [f for f in brief.findings if f.article == finding.article and type(f.content) is type(finding.content)]
    at = next(n for n, each in enumerate(same) if each.id == finding_id) + by
    return same[at] if 0 <= at < len(same) else None


def merge(brief: Brief, one: str, other: str) -> Reshaped:
    """Two findings as one; ReviewError where they do not say one thing, or where two speakers would share a quote."""
    first, second = sorted((brief.finding(one), brief.finding(other)), key=by_place)
    if first.article != second.article:
        raise ReviewError("These two findings stand in different articles.", "Choose two of the same article.")
    _check_speakers(brief, first, second)
    begin, end = _span(brief, first), _span(brief, second)
    halves = (
        _with_edges(brief, first, Span(first.span.start, max(begin.end, first.span.start + 1))),
        _with_edges(brief, second, Span(min(end.start, second.span.end - 1), second.span.end)),
    )
    content = joined(brief.article(first.article), *halves)
    parts = _parts(first, second)
    made = _known(parts, content) or _made(max((first, second), key=lambda each: each.salience), content, parts)
    made = replace(made, suggested=made.suggested or first.suggested or second.suggested)
    edges = Span(begin.start, end.end) if isinstance(content, Quote) else content.span
    edit = Edit(_joined_fields(brief, first, second), edges if edges != content.span else None)
    return _put(brief, (first, second), ((made, edit),), _joined_decision(brief, first, second))


def _check_speakers(brief: Brief, first: Finding, second: Finding) -> None:
    names = {_speaker(brief, finding) for finding in (first, second) if isinstance(finding.content, Quote)} - {""}
    if len(names) > 1:
        raise ReviewError("These two quotes have different speakers.", "If one of them is wrong, edit it first.")


def _speaker(brief: Brief, finding: Finding) -> str:
    content = brief.content(finding)
    found = content.speaker.name if isinstance(content, Quote) and content.speaker else ""
    return brief.edits.get(finding.id, Edit()).fields.get("speaker", found).strip()


def _joined_fields(brief: Brief, first: Finding, second: Finding) -> dict[str, str]:
    """What was typed for either; where the first one says something already, what was typed for the second gives way."""
    one, other = (brief.edits.get(finding.id, Edit()).fields for finding in (first, second))
    content = brief.content(first)
    fields = {name: text for name, text in other.items() if name.startswith(_INSERTED) or not _says(content, name)}
    fields.update(one)
    notes = dict.fromkeys(each["note"] for each in (one, other) if each.get("note"))
    return {**fields, **({"note": "; ".join(notes)} if notes else {})}


def _says(content: Figure | Quote, name: str) -> bool:
    """Whether the extraction has something to say for a field."""
    return bool(getattr(content, "speaker" if name in _OF_THE_SPEAKER else name, None))


def _joined_decision(brief: Brief, first: Finding, second: Finding) -> Decision:
    """Kept if either is, open if either is, else dropped: nothing leaves the note by being merged."""
    decisions = {brief.decision(first), brief.decision(second)}
    return next(each for each in (Decision.KEPT, Decision.UNDECIDED, Decision.DROPPED) if each in decisions)


# Splitting


def places(brief: Brief, finding_id: str) -> tuple[int, ...]:
    """Where a finding may best be split, in code points of its article; a quote may be split anywhere else too."""
    finding = brief.finding(finding_id)
    edges = _span(brief, finding)
    best = places_to_part(brief.article(finding.article), _with_edges(brief, finding, edges))
    return tuple(place for place in best if place > edges.start and (place < edges.end or isinstance(finding.content, Figure)))


def split(brief: Brief, finding_id: str, at: int | None = None) -> Reshaped:
    """One finding as two, parted at a code point of its article, or at its best place; ReviewError where there is none.

    A merged figure, and a merged quote that is split where it was joined, give back the findings that they were made of.
    """
    finding = brief.finding(finding_id)
    parts = _parts(finding)
    free = tuple(part for part in parts if part.id not in _replaced_by_others(brief, finding))
    if isinstance(finding.content, Figure) and len(free) == len(parts) > 1:
        made = parts
    else:
        made = _split(brief, finding, at, free, parts)
    edit = brief.edits.get(finding_id, Edit())
    edits = tuple((part, _parted_edit(edit, part, last=part is made[-1], first=part is made[0])) for part in made)
    return _put(brief, (finding,), edits, brief.decision(finding))


def _split(
    brief: Brief, finding: Finding, at: int | None, free: tuple[Finding, ...], parts: tuple[Finding, ...]
) -> tuple[Finding, ...]:
    """The two halves; one that is a finding as it was before a merge is that finding again."""
    where = at if at is not None else next(iter(places(brief, finding.id)), None)
    if where is None:
        raise ReviewError("There is nothing to tell where to split this finding.", "Choose a place inside it.")
    content = brief.content(finding)
    if isinstance(content, Figure):
        content = _with_edges(brief, finding, _span(brief, finding))
    contents = parted(brief.article(finding.article), content, where)
    known = [_known(free, each) for each in contents]
    rest = tuple(part for part in parts if part not in known)
    return tuple(old or _made(finding, each, rest) for old, each in zip(known, contents, strict=True))


def _parted_edit(edit: Edit, part: Finding, *, first: bool, last: bool) -> Edit:
    """What was typed goes to both halves, a remark to the first, words put in to where they stand; so do moved edges."""
    place, span = part.span, edit.span
    inside = {
        name: text
        for name, text in edit.fields.items()
        if (
            place.start <= int(name.removeprefix(_INSERTED)) <= place.end
            if name.startswith(_INSERTED)
            else first or name != "note"
        )
    }
    if span is None or not isinstance(part.content, Quote):
        return Edit(inside)
    edges = Span(span.start if first else place.start, span.end if last else place.end)
    return Edit(inside, edges if edges != place else None)


# Both


def _span(brief: Brief, finding: Finding) -> Span:
    """Where a finding stands, its moved edges first."""
    return brief.edits.get(finding.id, Edit()).span or finding.span


def _with_edges(brief: Brief, finding: Finding, edges: Span) -> Figure | Quote:
    """What a finding says, between some edges."""
    content = brief.content(finding)
    if isinstance(content, Quote):
        return content if edges == content.span else replace(content, segments=edited_segments(content, edges))
    return replace(content, span=_span(brief, finding))


def _parts(*findings: Finding) -> tuple[Finding, ...]:
    """The findings that were there before any merging or splitting, in text order."""
    found = {part.id: part for finding in findings for part in (finding.replaces or (finding,))}
    return tuple(sorted(found.values(), key=by_place))


def _replaced_by_others(brief: Brief, finding: Finding) -> set[str]:
    return {part.id for other in brief.findings if other is not finding for part in other.replaces}


def _known(parts: Iterable[Finding], content: Figure | Quote) -> Finding | None:
    """The part that stands at the very same places as some content."""
    return next((part for part in parts if _places(part.content) == _places(content)), None)


def _places(content: Figure | Quote) -> tuple[object, ...]:
    if isinstance(content, Quote):
        return content.segments
    return content.span, content.amount, content.conversions, content.change


def _made(like: Finding, content: Figure | Quote, parts: tuple[Finding, ...]) -> Finding:
    """A finding of the analyst's that takes the place of others."""
    return replace(
        like,
        id=identifier(like.article, content),
        number=min((like, *parts), key=lambda each: abs(each.span.start - content.span.start)).number,
        content=content,
        origination=Origination.ADDED,
        replaces=parts,
    )


def _put(brief: Brief, old: Sequence[Finding], made: Sequence[tuple[Finding, Edit]], decision: Decision) -> Reshaped:
    """The brief with findings in the place of others, all with one decision."""
    gone, new = {each.id for each in old}, {each.id: each for each, _ in made}
    rest = [each for each in brief.findings if each.id not in gone and each.id not in new]
    edits = {key: edit for key, edit in brief.edits.items() if key not in gone}
    edits.update({each.id: edit for each, edit in made if edit != Edit()})
    decisions = {key: each for key, each in brief.decisions.items() if key not in gone}
    if decision is not Decision.UNDECIDED:
        decisions.update(dict.fromkeys(new, decision))
    after = replace(
        brief,
        findings=tuple(sorted((*rest, *new.values()), key=by_place)),
        decisions=decisions,
        edits=edits,
        starred=_in_place(brief.starred, gone, new),
        order=_in_place(brief.order, gone, new),
    )
    return Reshaped(after, tuple(sorted(new, key=lambda key: by_place(new[key]))))


def _in_place(identifiers: Sequence[str], gone: Collection[str], new: Mapping[str, Finding]) -> tuple[str, ...]:
    """A list of ids with the new ones where the first of those that are gone stood."""
    first = next((n for n, each in enumerate(identifiers) if each in gone), None)
    if first is None:
        return tuple(identifiers)
    rest = [each for each in identifiers[first:] if each not in gone and each not in new]
    head = [each for each in identifiers[:first] if each not in new]
    return (*head, *sorted(new, key=lambda key: by_place(new[key])), *rest)


def successor(before: Brief, after: Brief, finding_id: str) -> str:
    """The id of the finding that stands where one stood that is gone: merged, split, or one of these undone; "" for none."""
    old = next((finding for finding in before.findings if finding.id == finding_id), None)
    if old is None:
        return ""
    own = {part.id for part in old.replaces}
    heirs = (f.id for f in after.findings if f.id in own or any(part.id == finding_id or part.id in own for part in f.replaces))
    return next(heirs, "")
