"""What a number counts, where it has no unit of measure: the head of its noun phrase with the words before it."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Token

from briefing.analysis.figures.draft import Draft, Reading, Style
from briefing.analysis.figures.units import rated, units
from briefing.model import FigureKind

NOUNS = ("NOUN", "PROPN")
REACH = 7  # words from a number to the head it counts


def counted(reading: Reading, draft: Draft) -> Draft:
    """The draft with the noun it counts as its unit; unchanged where there is a unit already or nothing counted."""
    if draft.unit != "-" or draft.numeral.sign:
        return draft
    head = of_head(reading, draft) or own_head(reading, draft) or shared_head(reading, draft)
    if head is None:
        return anaphoric(reading, draft)
    return with_noun(reading, draft, head)


def own_head(reading: Reading, draft: Draft) -> Token | None:
    """«110 joint projects», «12-member council»: the noun that the number modifies."""
    tokens = reading.tokens(draft.numeral.start, draft.numeral.end)
    if draft.numeral.style is Style.FRACTION:
        return None
    for token in reversed(tokens):
        head = token.head
        if token.dep_ in ("nummod", "amod", "compound", "nmod", "quantmod", "det", "npadvmod") and fits(
            reading, tokens.end, head
        ):
            return head
    return hyphenated(reading, tokens.end) or next_noun(reading, tokens.end)


def fits(reading: Reading, after: int, head: Token) -> bool:
    """Whether a noun to the right may be what a number counts: near, and nothing but its own modifiers between."""
    if head.i < after or head.pos_ not in NOUNS or head.i - after >= REACH:
        return False
    return not any(
        t.text in ",;()%$" or t.like_num or (t.pos_ in ("VERB", "AUX") and t.tag_ not in ("VBN", "VBG"))
        for t in reading.doc[after : head.i]
    )


def hyphenated(reading: Reading, after: int) -> Token | None:
    """«four-cylinder engine», «11-member council»: the word behind the hyphen, where the parser left it loose."""
    doc = reading.doc
    if after + 1 < len(doc) and doc[after].text == "-" and not doc[after].whitespace_ and doc[after + 1].pos_ in (*NOUNS, "ADJ"):
        return doc[after + 1]
    return None


def next_noun(reading: Reading, after: int) -> Token | None:
    """The noun that follows at once, or after adjectives, in the plural: the parser often hangs such numbers elsewhere."""
    doc = reading.doc
    at = after
    while at < len(doc) and at - after < 4 and doc[at].tag_ in ("JJ", "JJR", "JJS", "NN", "NNP", "VBN", "VBG"):
        at += 1
    if at < len(doc) and doc[at].tag_ in ("NNS", "NNPS") and (at == 0 or doc[at - 1].whitespace_):
        return doc[at]
    return None


def of_head(reading: Reading, draft: Draft) -> Token | None:
    """«dozens of vehicles», «thousands of students»: the noun after "of"."""
    match = re.match(r"\sof\s(?:the\s|its\s|his\s|their\s)?(?=\w)", reading.text[draft.end :])
    if match is None or draft.numeral.style is not Style.VAGUE:
        return None
    token = reading.tokens(draft.end + match.end(), draft.end + match.end() + 1)[0]
    while (
        token.dep_ in ("compound", "amod", "nmod", "nummod", "det", "poss")
        and token.head.i > token.i
        and token.head.pos_ in NOUNS
    ):
        token = token.head
    return token if token.pos_ in NOUNS else None


def shared_head(reading: Reading, draft: Draft) -> Token | None:
    """«7 interregional and 10 commercial documents», «Five international railway and 8 automobile transit corridors»."""
    match = re.match(
        r"(?P<own>(?:\s[a-z][\w-]*){0,3})\s(?:and|or)\s(?=(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\s)",
        reading.text[draft.end :],
    )
    if match is None:
        return None
    other = reading.tokens(draft.end + match.end(), draft.end + match.end() + 1)[0]
    head = (
        other.head
        if other.dep_ == "nummod" and other.head.pos_ in NOUNS and 0 < other.head.i - other.i < REACH
        else next_noun(reading, other.i + 1)
    )
    own = reading.tokens(draft.end, draft.end + match.end("own")) if match["own"].strip() else ()
    return None if any(t.tag_ in ("NNS", "NNPS") or t.pos_ in ("VERB", "ADP", "AUX") for t in own) else head


def anaphoric(reading: Reading, draft: Draft) -> Draft:
    """«more than 40 of them», «200 more»: the last plural noun counted or named before."""
    after = reading.text[draft.end : draft.end + 12]
    if (
        not re.match(r"\s(?:of (?:them|these|those|whom|which)\b|more\b(?! than)|others?\b)", after)
        or draft.numeral.style is Style.FRACTION
    ):
        return draft
    first = reading.tokens(draft.numeral.start, draft.numeral.end)[0]
    plural = [t for t in reading.doc[: first.i] if t.tag_ == "NNS" and t.ent_type_ not in ("DATE", "TIME")]
    same = [
        t for t in plural if t.lower_ not in ("experts", "officials", "people", "percent", "authorities", "fishermen")
    ] or plural
    if not same or draft.numeral.high is not None:
        return draft
    counted_before = [t for t in same if any(c.dep_ == "nummod" for c in t.lefts)]
    best = (counted_before or same)[-1]
    return replace(draft, unit=named(best, best), rule="counts what was named before", reasons=(f"“{best.text}” named before",))


def with_noun(reading: Reading, draft: Draft, head: Token) -> Draft:
    """The draft counting a noun; the words between number and noun are part of the unit, and of the place if they touch."""
    last = reading.tokens(draft.numeral.start, draft.numeral.end)[-1]
    first = reading.doc[min(last.i + 1, len(reading.doc) - 1)]
    _exact, loose = units()
    unit = named(first, head)
    known = loose.get(head.lower_) if unit == head.lemma_.lower() or head.i == first.i else None
    shared = next(
        (
            t
            for t in reading.doc[last.i + 1 : head.i]
            if t.lower_ in ("and", "or") and any(c.like_num for c in reading.doc[t.i + 1 : t.i + 2])
        ),
        None,
    )
    if shared is not None:
        own = [t for t in reading.doc[last.i + 1 : shared.i] if t.pos_ in (*NOUNS, "ADJ")]
        second = [t for t in reading.doc[shared.i + 2 : head.i] if t.pos_ in NOUNS] if len(own) > 1 else []
        unit = " ".join(
            [
                *[
                    *(t.text.lower() for t in own),
                    *(t.text.lower() for t in second if t.text.lower() not in {o.text.lower() for o in own}),
                ][:3],
                head.lemma_.lower(),
            ]
        )
        end = own[-1].idx + len(own[-1]) if own else draft.end
    else:
        end = head.idx + len(head)
    kind = known.kind if known else FigureKind.SHARE if draft.numeral.style is Style.FRACTION else FigureKind.COUNT
    return rated(
        reading, replace(draft, end=end, unit=known.name if known else unit, kind=kind, noun=head.i, rule="counted noun")
    )


def named(first: Token, head: Token) -> str:
    """The counted noun in the singular with its modifiers: "asylum seeker", "joint project"."""
    inside = [
        t
        for t in head.doc[min(first.i, head.i) : head.i]
        if (t.pos_ in (*NOUNS, "ADJ") and not t.like_num) or t.tag_ in ("VBN", "JJ")
    ]
    singular = head.lemma_.lower() if head.tag_ in ("NNS", "NNPS", "NN") else head.lower_
    return " ".join([*(t.lower_ for t in inside if t.text.isalnum() or "-" in t.text), singular])
