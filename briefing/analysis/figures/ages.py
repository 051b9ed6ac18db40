"""Ages: "87-year-old", "eighteen months of age", "aged 18 to 34", "Senard, 65, now faces"."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Token

from briefing.analysis.figures.draft import Draft, Reading, Style
from briefing.assets import words
from briefing.model import FigureKind

# "[87]-year-old", "[eighteen] months of age", "[34]yo"
OLD = re.compile(
    r"[\s-]+(?P<unit>year|month|week|day)s?(?:[\s-]+olds?\b|[\s-]+of[\s-]+age\b)|[\s-]?(?P<short>yo|y/o)\b(?!-)", re.IGNORECASE
)
# "aged 18 to 34", "age 87", "was 78," and "Senard, 65, now"
AGED = re.compile(
    r"\b(?:aged|ages|age|age of|as young as|as old as|age range of|aged between|aged from|ages of|ages from|ages between)\s"
    r"(?:between\s|from\s|about\s|under\s|over\s|of\s|around\s)?$",
    re.IGNORECASE,
)
# "he was [78]", "who turned [40]"
SUBJECT = re.compile(r"\b(?:[Hh]e|[Ss]he|who) (?:was|is|turned|turns|will be)(?: only| just)? $")
# "[66], has used", "[34], of Bergen"
SAYS_MORE = re.compile(r",\s(?:has|is|was|who|said|had|from|of|a|an|the)\b")
# "life expectancy for men is around 73", "the pension age will rise from 66 to 67", "a median age of 34"
AGE_OF = re.compile(
    r"\b(?:life expectancy|(?:average|median|mean|pension|pensionable|retirement|voting|minimum|legal|drinking) age)\b"
    r"[^.;:!?,]{0,60}\b(?:is|was|be|of|at|to|from|reached|hit|about|around)\s(?:(?:just|only|about|around|nearly|over|under)\s)*$",
    re.IGNORECASE,
)
# "children under five", "adults over 65", "under-18s"
UNDER = re.compile(
    r"\b(?:children|child|kids|toddlers|infants|babies|minors|people|persons?|adults?|women|men|girls|boys|pupils|students|patients|anyone"
    r"|everyone|those|residents|voters|youths|workers|drivers|players|citizens|pensioners)\s(?:aged\s)?(?P<word>under|over|above|below)"
    r"\s(?:the age of\s)?$",
    re.IGNORECASE,
)
# "[67].", "[67] by 2030", "[18] who": a number that counts nothing behind it
BARE = re.compile(
    r"\s?(?:[.,;:)]|$)|\s(?:and|but|in|by|for|from|to|when|while|last|this|at|after|as|since|are|is|were|was|have|had|who|must|can|will|[a-z]+ing)\b"
)
ADULT = 16  # "Blair is 71 and …"; a smaller number is seldom an age there
# "women under [150] cm", "anyone over [100] kg": no ages
MEASURED = re.compile(
    r"\s?(?:%|per ?cent|kg|kilos?|pounds|cm|feet|met(?:re|er)s|points|months|weeks|days|hours|minutes|[$€£])", re.IGNORECASE
)
YOUNGEST = 10  # whom an average or a pension can be about


def aged(reading: Reading, draft: Draft) -> Draft | None:
    """The draft as an age, or None where it is none."""
    text, end = reading.text, draft.end
    match = OLD.match(text, end)
    if match:
        return replace(
            draft, end=match.end(), unit=f"{(match['unit'] or 'year').lower()} of age", kind=FigureKind.AGE, rule="age"
        )
    if draft.numeral.sign or not 0 < draft.numeral.value < 125:
        return None
    if AGED.search(text[max(0, draft.start - 24) : draft.start]):
        years = re.match(r"\s(year|month|week|day)s?\b", text[end:])
        unit = f"{years[1] if years else 'year'} of age"
        return replace(draft, end=end + (years.end() if years else 0), unit=unit, kind=FigureKind.AGE, rule="age")
    rule = age_before(reading, draft)
    return replace(draft, unit="year of age", kind=FigureKind.AGE, rule=rule) if rule else None


def age_before(reading: Reading, draft: Draft) -> str:
    """What in front of a bare number makes an age of it; "" where nothing does."""
    text, start = reading.text, draft.start
    if UNDER.search(text[max(0, start - 40) : start]) and not MEASURED.match(text, draft.end):
        return "age under or over"
    if draft.numeral.value >= YOUNGEST and BARE.match(text, draft.end) and AGE_OF.search(text[max(0, start - 110) : start]):
        return "age named before"
    return "age after a name" if of_person(reading, draft) else ""


def of_person(reading: Reading, draft: Draft) -> bool:
    """Whether a bare number is a person's age: "She was 78, the AP reports", "Senard, 65, now faces"."""
    numeral, text = draft.numeral, reading.text
    if numeral.style is not Style.DIGITS or numeral.high is not None or numeral.value != int(numeral.value):
        return False
    before, after = text[max(0, numeral.start - 40) : numeral.start], text[numeral.end : numeral.end + 12]
    if SUBJECT.search(before):
        return numeral.value >= YOUNGEST / 2 and bool(re.match(r"[.,;]|\s(?:when|years|by|in|at|and)\b|\s?$", after))
    first = reading.tokens(numeral.start, numeral.end)[0]
    if first.i < 2:
        return False
    return said_of_name(first, numeral.value, before, after) or in_apposition(first, numeral.value, before, after)


def said_of_name(number: Token, value: float, before: str, after: str) -> bool:
    """«Blair is 71 and …», «Anna Karimova 44 has spent»: a person's name stands before."""
    word = number.nbor(-1)
    if word.lower_ in ("is", "was"):
        return (
            value >= ADULT
            and number.nbor(-2).ent_type_ == "PERSON"
            and bool(re.match(r"[.,]|\s(?:and|when|but|now|years)\b", after))
        )
    named = word.ent_type_ == "PERSON" and before.endswith(" ") and value >= YOUNGEST / 2
    return named and bool(re.match(r"\s(?:has|is|was|of|from|who|had)\b", after))


def in_apposition(number: Token, value: float, before: str, after: str) -> bool:
    """«Senard, 65, now faces», «the suspect (34)», «their son Ronnie, 4, and …»."""
    if not re.search(r"[A-Za-z.]\s?,\s$|[A-Za-z]\s\($", before):
        return False
    if not re.match(r"\s?[,.;)]|\s(?:and|was|is|has|from)\b", after):
        return False
    name = number.nbor(-2)
    small_child = name.ent_type_ == "PERSON" and before.endswith(", ") and after.startswith(",")
    return (value >= YOUNGEST / 2 or small_child) and named_person(name, number, value, after)


def named_person(name: Token, number: Token, value: float, after: str) -> bool:
    """Whether the word before a comma is a person: a name, or "the suspect"."""
    if name.tag_ == "NN" and after[:1] in (",", ".", ";", ")"):
        return name.lemma_.lower() in words("person-nouns") | words("role-nouns")
    return name.ent_type_ == "PERSON" or (name.pos_ == "PROPN" and surely(name, number, value, after))


def surely(name: Token, number: Token, value: float, after: str) -> bool:
    """Whether the number between commas behind an unknown name is an age: "Maddon, 66, has used"."""
    if value < 12 or not after.startswith(","):
        return False
    if number.dep_ == "appos" and number.head.i == name.i and SAYS_MORE.match(after):
        return True
    return name.ent_type_ in ("", "ORG", "NORP") and (
        bool(SAYS_MORE.match(after)) or (name.i > 0 and name.nbor(-1).pos_ == "PROPN")
    )
