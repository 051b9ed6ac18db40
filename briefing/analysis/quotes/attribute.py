"""Who said each quote: the candidate with the greatest weight, quotes taken in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.analysis.quotes.after import according_after, after, agent_after, dash_after
from briefing.analysis.quotes.before import according_before, before, name_before, owner_before
from briefing.analysis.quotes.grammar import says
from briefing.analysis.quotes.inherit import Attributed, Following, inherited_candidates
from briefing.analysis.quotes.keep import is_no_quote, keep_features
from briefing.analysis.quotes.reading import Site, sites
from briefing.analysis.quotes.signature import signature_of, without_signature
from briefing.analysis.quotes.weigh import candidate_features, likelihood, probabilities, score
from briefing.model import Span

if TYPE_CHECKING:
    from briefing.analysis.quotes.cues import Candidate
    from briefing.analysis.quotes.reading import Reading


NEVER = -9.0
_FRAGMENT = 2  # words of a fragment that is kept only where the cue is close
_WHOLE = frozenset({"comma", "colon", "nothing"})
_CLOSE = 0.62  # the least chance of such a fragment
_RULES = (after, agent_after, according_after, dash_after, before, according_before, name_before, owner_before)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A quote's segments, its candidates with their features, which one was chosen, and how sure that is."""

    sites: tuple[Site, ...]
    candidates: tuple[Candidate, ...]
    features: tuple[tuple[str, ...], ...]
    chosen: int | None
    certainty: float = 0.0
    keeping: float = 0.0  # above nothing: a quote

    @property
    def chance(self) -> float:
        """How likely it is that this is a quote and that the speaker is right."""
        return self.certainty * likelihood(self.keeping)

    @property
    def kept(self) -> bool:
        """Whether it is a quote; one or two words without a close cue are a term or a scare quote."""
        if self.keeping <= 0 or len(self.sites) > 1 or len(self.sites[0].words.split()) > _FRAGMENT:
            return self.keeping > 0
        return self.chance >= _CLOSE or self._is_answer

    @property
    def _is_answer(self) -> bool:
        """Whether the words stand as a whole sentence beside a verb of saying: “Probably,” Hale said."""
        verb, outline = self.candidate.verb if self.candidate is not None else None, self.sites[0].outline
        return verb is not None and says(verb) == "saying" and outline.introduction in _WHOLE and not outline.title

    @property
    def candidate(self) -> Candidate | None:
        """The chosen candidate."""
        return self.candidates[self.chosen] if self.chosen is not None else None


def weigh_all(readings: Sequence[Reading], table: Mapping[str, float]) -> Iterator[Weighed]:
    """Every quote with its candidates weighed."""
    whole = _groups(readings)
    groups = tuple(without_signature(group) for group in whole)
    local = [[local_candidates(site) for site in group] for group in groups]
    earlier: list[Attributed] = []
    for number, group in enumerate(groups):
        offered = [(candidate, site) for site, found in zip(group, local[number], strict=True) for candidate in found]
        following = Following(groups[number + 1][0], local[number + 1][0]) if number + 1 < len(groups) else None
        offered += [(candidate, group[0]) for candidate in inherited_candidates(group, earlier, following, readings)]
        signature = signature_of(group, whole[number], readings)
        offered += [(signature, group[-1])] if signature is not None else []
        weighed = _weigh(group, offered, table)
        candidate = weighed.candidate
        if candidate is not None and weighed.kept:
            earlier.append(Attributed(group, candidate))
        yield weighed


def local_candidates(site: Site) -> tuple[Candidate, ...]:
    """Every candidate in the quote's own sentence, one a place and rule."""
    offered: dict[tuple[str, Span], Candidate] = {}
    for rule in _RULES:
        for candidate in rule(site):
            offered.setdefault((candidate.rule, candidate.mention), candidate)
    return tuple(offered.values())


def _groups(readings: Sequence[Reading]) -> tuple[tuple[Site, ...], ...]:
    """The segments of each quote, in the order of the text."""
    groups: dict[int, list[Site]] = {}
    for reading in readings:
        for site in sites(reading):
            groups.setdefault(site.segment.quote, []).append(site)
    return tuple(sorted((tuple(group) for group in groups.values()), key=lambda group: group[0].segment.span))


def _weigh(group: tuple[Site, ...], offered: Sequence[tuple[Candidate, Site]], table: Mapping[str, float]) -> Weighed:
    candidates = tuple(candidate for candidate, _ in offered)
    features = tuple(tuple(candidate_features(candidate, site)) for candidate, site in offered)
    weighed = Weighed(group, candidates, features, None)
    if candidates:
        likely = probabilities([score(names, table) for names in features])
        best = max(range(len(likely)), key=likely.__getitem__)
        same = (
            chance
            for chance, candidate in zip(likely, candidates, strict=True)
            if candidate.mention.overlaps(candidates[best].mention)
        )
        weighed = replace(weighed, chosen=best, certainty=sum(same))
    if len(group) == 1 and is_no_quote(group[0]):
        return replace(weighed, keeping=NEVER)
    keeping = max(score(keep_features(site, weighed.candidate, weighed.certainty), table) for site in group)
    return replace(weighed, keeping=keeping)
