"""Which body speaks by what it publishes: "the ministry's data shows", "a survey by the union found"."""

from __future__ import annotations

import re

from spacy.tokens import Span as TokenSpan

from briefing.analysis.figures.draft import Reading
from briefing.analysis.figures.mentions import People, Source, mention_at, named, noun_phrase, resolved
from briefing.model import SaidBy

# The parser often takes "data shows" for one noun; the owner stands in front of it.
DATA_SHOWS = re.compile(
    r"(?:['’]s?)?\s(?:\w+\s)?(?:data|figures|statistics|numbers|estimates|report|survey|study|records)\s"
    r"(?:also\s)?(?:show(?:s|ed|n)?|indicate[sd]?|suggest(?:s|ed)?|reveal(?:s|ed)?|put|say|said)\b"
)
# "data from the ministry show", "figures released by the bank on Tuesday showed", "a survey by the union found".
DATA_OF = re.compile(
    r"\b(?:data|figures|statistics|numbers|estimates|report|survey|study|poll|census|forecast|audit)\s"
    r"(?:(?:released|published|issued|compiled|collected|conducted|carried out|provided|obtained|cited)\s)?"
    r"(?:from|by|of)\s(?=\w)",
    re.IGNORECASE,
)
# "a survey by the union [found]", "figures from the bank [show]"
FINDS = re.compile(
    r"\b(?:show(?:s|ed|n)?|indicate[sd]?|suggest(?:s|ed)?|reveal(?:s|ed)?|puts?|says?|said|finds?|found|estimate[sd]?)\b"
)
REACH = 80  # characters between what is published and the verb
FORECASTS = frozenset({"forecast", "forecasts", "estimates", "projects"})


def published(reading: Reading, sentence: TokenSpan, people: People) -> Source | None:
    """The body whose data, survey or forecast a sentence hands on."""
    return data_shows(reading, sentence, people) or data_of(reading, sentence, people) or forecasting(reading, sentence, people)


def data_shows(reading: Reading, sentence: TokenSpan, people: People) -> Source | None:
    """«…, the ministry's data shows»: the owner of the data."""
    for match in DATA_SHOWS.finditer(reading.text, sentence.start_char, sentence.end_char):
        if match.start() <= sentence.start_char:
            continue
        owner = reading.tokens(match.start() - 1, match.start())[0]
        found = resolved(reading, noun_phrase(owner), people) if owner.pos_ in ("NOUN", "PROPN", "PRON") else None
        if found is not None:
            return Source(found.speaker, SaidBy.INSTITUTION, found.mention)
        if owner.pos_ in ("NOUN", "PROPN"):
            speaker = named(owner, noun_phrase(owner))
            if speaker is not None:
                return Source(speaker, SaidBy.INSTITUTION, reading.passage.place(noun_phrase(owner)))
    return None


def data_of(reading: Reading, sentence: TokenSpan, people: People) -> Source | None:
    """«a survey by the union found that …», «…, figures released by the bank on Tuesday showed»."""
    for match in DATA_OF.finditer(reading.text, sentence.start_char, sentence.end_char):
        verb = FINDS.search(reading.text, match.end(), min(match.end() + REACH, sentence.end_char))
        if verb is None or re.search(r"[;:]", reading.text[match.end() : verb.start()]):
            continue
        mention = mention_at(reading.tokens(match.end(), match.end() + 1)[0])
        found = resolved(reading, mention, people)
        if found is not None:
            return Source(found.speaker, SaidBy.INSTITUTION, found.mention)
        speaker = named(mention.root, mention)
        if speaker is not None:
            return Source(speaker, SaidBy.INSTITUTION, reading.passage.place(mention))
    return None


def forecasting(reading: Reading, sentence: TokenSpan, people: People) -> Source | None:
    """«The IMF forecast growth of 5%», whose verb the parser takes for a noun."""
    for token in sentence[1:6]:
        body = token.nbor(-1)
        if token.lower_ in FORECASTS and token.pos_ == "NOUN" and token.dep_ == "compound" and body.ent_type_ == "ORG":
            mention = noun_phrase(body)
            found = resolved(reading, mention, people)
            speaker = found.speaker if found is not None else named(body, mention)
            return Source(speaker, SaidBy.INSTITUTION, reading.passage.place(mention)) if speaker is not None else None
    return None
