"""Quote or not: what speaks for a segment being someone's words, and what can never be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.analysis.quotes.grammar import says, source_of
from briefing.analysis.quotes.pairing import Ending
from briefing.analysis.quotes.reading import site_before
from briefing.analysis.quotes.shape import WORD, comma_inside, large_words, word_before
from briefing.assets import words

if TYPE_CHECKING:
    from briefing.analysis.quotes.cues import Candidate
    from briefing.analysis.quotes.reading import Site

_TITLING = frozenset({"named", "titled", "entitled", "nicknamed", "so-called"})
_MAKERS = frozenset({"host", "co-host", "star", "co-star", "author", "creator", "presenter", "anchor", "writer", "producer"})
_DATED_SOURCE = re.compile(r"\s*[—–-]\s*\S.{0,60}\b\d{4}\b")  # “Headline” — Newspaper, May 5, 2011
_LONGEST_WORK = 8  # words in the title of a work
_AND = re.compile(r"\W*(?:and|or|,)\W*")
_SIZES = (1, 2, 3, 4, 6, 8, 12, 20)


def is_no_quote(site: Site) -> bool:
    """Titles and names that say so, headlines with their source, values in markup: these are never someone's words."""
    return site.introduced_by == "=" or _is_title(site)  # <a title="…">


def _is_title(site: Site) -> bool:
    if _DATED_SOURCE.match(site.followed_by) and site.outline.introduction in {"nothing", "mark"}:
        return True
    if len(WORD.findall(site.words)) <= _LONGEST_WORK and _is_named_work(site):
        return True
    if not site.outline.title:
        return False
    if _has_maker(site) or (site.introduced_by.isalnum() and word_before(site) in _TITLING):
        return True
    bare = site.words[-1:].isalnum() and not comma_inside(site)
    if site.outline.introduction == "determiner" and len(large_words(site)) == 2:  # the “Day of the Shining Star”
        return bare
    return len(large_words(site)) >= 3 and bare and site.outline.introduction not in {"colon", "nothing"}


def _has_maker(site: Site) -> bool:
    """Host of “…”, the author of “…”, “…” star Ann Cole: titles beside those who make or play them."""
    before = [site.reading.token(index) for index in site.before[-2:]]
    if site.introduced_by.isalnum() and len(before) > 1 and before[1].lower_ == "of" and before[0].lemma_ in _MAKERS:
        return True
    return bool(site.after) and not site.gap.strip() and site.reading.token(site.after[0]).lemma_ in _MAKERS


def _is_named_work(site: Site) -> bool:
    """Programmes such as “…” and “…”, her favourite film is “…”."""
    if _AND.fullmatch(site.gap) and site.segment is not site.reading.segments[0]:
        return _is_named_work(site_before(site))
    before = [site.reading.token(index) for index in site.before[-2:]]
    if [token.lower_ for token in before] == ["such", "as"]:
        return True
    is_after_be = len(before) > 1 and before[-1].lemma_ == "be" and site.introduced_by.isalnum()
    return is_after_be and before[0].lemma_ in words("nouns-of-works")


def keep_features(site: Site, candidate: Candidate | None, certainty: float) -> Iterator[str]:
    """What speaks for a segment being a quote, not a title, a term or a scare quote."""
    count = len(WORD.findall(site.words))
    size = next((limit for limit in _SIZES if count <= limit), 99)
    small = "short" if size <= 4 else "middling" if size <= 8 else "long"
    yield from ("keep", f"keep {size} words", f"keep {'sure' if certainty > 0.9 else 'likely' if certainty > 0.6 else 'unsure'}")
    yield from (f"keep {feature} {small}" for feature in (*_shape_features(site), *_work_features(site)))
    yield f"keep introduced by {site.outline.introduction} {'title' if site.outline.title else 'words'}"
    yield from _speaker_features(site, candidate, small)
    yield from _title_features(site, candidate)
    if site.segment.ending is not Ending.CLOSED:
        yield f"keep {site.segment.ending.value}"


def _shape_features(site: Site) -> Iterator[str]:
    yield f"ending {site.outline.ending}"
    yield f"introduced by {site.outline.introduction}"
    yield f"next {site.outline.following}"
    yield f"{'small' if site.words[:1].islower() else 'capital'} letter"
    if site.outline.title:
        yield "title"


def _work_features(site: Site) -> Iterator[str]:
    """Words beside the quote that tell a work's title: her book “…”, NBC's “…”, “…” star."""
    reading = site.reading
    if site.before and site.introduced_by.isalnum() and site.gap.strip():
        last = reading.token(site.before[-1])
        if last.lemma_.lower() in words("nouns-of-works"):
            yield "after a work"
        elif last.text in {"'s", "’s", "'"}:
            yield "after an owner"
        elif last.pos_ in {"NOUN", "PROPN"}:
            yield "after a noun"
    if site.before and site.introduced_by == ",":
        spoken = [token for token in map(reading.token, site.before[-6:]) if not token.is_punct]
        if spoken and spoken[-1].lemma_.lower() in words("nouns-of-works"):
            yield "after a work and a comma"
        elif spoken and any(says(token) == "saying" for token in spoken[-3:]):
            yield f"after a verb of saying and a comma {site.outline.ending}"
    if site.after:
        yield f"before {reading.token(site.after[0]).pos_}"
    if site.before and not site.introduced_by.isspace():
        yield f"after {reading.token(site.before[-1]).pos_}"


def _title_features(site: Site, candidate: Candidate | None) -> Iterator[str]:
    """For words that are capitalised like a title: what stands before and behind, and what is said of them."""
    if not site.outline.title:
        return
    inside = WORD.findall(site.words)
    yield f"keep title after {word_before(site) if site.introduced_by.isalnum() else site.outline.introduction}"
    yield f"keep title {'with small words' if any(word.islower() for word in inside) else 'of large words'} {min(len(inside), 6)}"
    if candidate is not None:
        yield f"keep title {candidate.rule} {says(candidate.verb) if candidate.verb is not None else 'no verb'}"
    if site.after:
        lemma = site.reading.token(site.after[0]).lemma_
        tells = lemma in words("nouns-of-works") or lemma in words("role-nouns")
        yield f"keep title before {'a work or role' if tells else 'a word'}"


def _speaker_features(site: Site, candidate: Candidate | None, small: str) -> Iterator[str]:
    """The rule that offers the speaker, with the verb and the quote's length."""
    rule = candidate.rule if candidate is not None else "nobody"
    yield from (f"keep {rule}", f"keep {rule} {small}")
    if site.segment.single:
        yield from ("keep single", f"keep single {rule}")
    if candidate is None:
        return
    yield f"keep source {source_of(candidate.head).value}"
    if candidate.verb is not None:
        if rule == "before":
            yield from (f"keep verb {candidate.verb.lemma_}", f"keep verb {candidate.verb.lemma_} {small}")
        yield f"keep {rule} {says(candidate.verb) or 'other'} {small}"
