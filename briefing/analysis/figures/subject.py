"""What is measured, in the source's words: an ordered list of templates on the parse, each with an example."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from briefing.analysis.figures.context import with_context
from briefing.analysis.figures.draft import Draft, Reading
from briefing.analysis.figures.lengths import between_events, measured_noun, those_aged
from briefing.analysis.figures.movement import change_noun, outcome
from briefing.analysis.figures.nearby import noun_before
from briefing.analysis.figures.phrases import behind_verb, dated, gather, light, printed, touches
from briefing.analysis.figures.places import is_level, moved_to, own_place, place_words
from briefing.analysis.figures.purpose import is_subject, over_time, own_source, paid_for, payer
from briefing.analysis.figures.view import NOUNS, PRONOUNS, VERBS, View, modifies, of_verb, phrase, predicate
from briefing.assets import words
from briefing.model import FigureKind

# Left of "up 40% year to date" or "growth in 2019" once the figure is taken out.
TIME_WORD = re.compile(r"(?:year|month|week|quarter|day|today|\d{4})s?", re.IGNORECASE)
# "They assume growth": people who do something are not what is measured, unless they move themselves.
PEOPLE = frozenset({"he", "she", "we", "i", "you", "who"})
# "8 miles[ (13 kilometers)] of new tunnels"
CONVERTED = re.compile(r"\s\([^()]{2,30}\)(?=\sof\s)")
CLAUSE = 6  # words of a relative clause that is kept
LONG = frozenset({"long", "high", "wide", "deep", "tall", "thick", "old", "large", "strong", "big"})


@dataclass(frozen=True, slots=True)
class Subject:
    """What is measured, and by which template it was found."""

    text: str
    rule: str


def subject_of(reading: Reading, draft: Draft, banned: frozenset[int], inherited: str, *, near: bool = True) -> Subject:
    """The first template's answer that is not empty; else what the figure before measured; else nothing.

    From a sentence before (not ``near``) a subject is handed on only where this one stands for it with a pronoun.
    """
    view = View(reading, draft, reading.of(draft).root, banned)
    handed = inherited if near or takes_up(view) else ""
    for rule in TEMPLATES:
        tokens = rule(view)
        text = printed(tokens, reading.original) if tokens else ""
        bare = set(text.lower().split()) <= light() and bool(handed)  # "an increase of 6%" says no more than "6%"
        if text and not bare and text.lower() not in PRONOUNS and not TIME_WORD.fullmatch(text):
            whole = with_context(view, tokens, text, far=rule in SHORT) if rule in SHORT | NEAR else text
            return Subject(whole, rule.__name__.replace("_", " "))
    if handed:
        return Subject(with_own_place(view, handed), "the figure before")
    text = printed(noun_before(view), reading.original)
    return Subject(text, "the noun before its verb") if text and not TIME_WORD.fullmatch(text) else Subject("", "none")


def takes_up(view: View) -> bool:
    """Whether a sentence goes on with the one before: "It was nearer 5%", "up 3% from May"; not "They assume growth of 3%"."""
    verb = next((t for t in [view.root, *view.root.ancestors] if t.pos_ in VERBS), None)
    if verb is None:
        return True
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "csubj", "expl")]
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.pos_ in NOUNS]
    return not subjects or (subjects[0].lower_ in PRONOUNS - PEOPLE and not objects)


def counted_noun(view: View) -> list[Token]:
    """«110 joint projects have been implemented between …»: the counted noun, what follows it, what is done to it."""
    at = view.draft.noun if view.draft.noun >= 0 else view.draft.named
    if at < 0 or view.draft.currency or (view.draft.numeral.high is not None and view.draft.direction):
        return []
    head = view.reading.doc[at]
    if view.draft.noun < 0:
        place = own_place(view.reading, view.draft)
        return moved_to(phrase(view, head), place, view.banned) if place is not None else phrase(view, head)
    first = view.reading.tokens(view.draft.numeral.start, view.draft.numeral.end)[-1].i + 1
    lead = [t for t in view.reading.doc[first : head.i + 1] if t.i not in view.banned and t.dep_ != "cc" and t.text != "-"]
    if modifies(head) and head.head.i > head.i and head.head.lower_ != "aged":
        return [*lead, *phrase(view, head.head)]
    own = [*owner_before(view, head, first - 1), *own_words(view, lead, head)]
    done = predicate(view, head) or predicate(view, view.root) or described(view, head)
    return [*acted_on(view, head, own), *own, *(t for t in gather(head, view.banned) if t.i > head.i), *done]


def described(view: View, head: Token) -> list[Token]:
    """«700 asylum seekers whose boat sank»: a short clause on what is counted."""
    clause = next((c for c in head.rights if c.dep_ == "relcl" and c.i > head.i), None)
    if clause is None or touches(clause, view.banned) or any(dated(t) for t in clause.subtree):
        return []
    found = list(clause.subtree)
    return found if len(found) <= CLAUSE and found[0].lower_ in ("who", "whose", "that", "which") else []


def owner_before(view: View, head: Token, number: int) -> list[Token]:
    """«Zimbabwe's 16 million citizens»: whose the counted noun is."""
    owner = next((c for c in head.lefts if c.dep_ == "poss" and c.pos_ in NOUNS and c.i < number), None)
    return [] if owner is None or owner.i in view.banned or dated(owner) else gather(owner, view.banned, 1)


def acted_on(view: View, head: Token, own: list[Token]) -> list[Token]:
    """«fishermen rescued 700 asylum seekers»: what was done to what is counted, as long as nothing but numbers stand between."""
    verb = head.head
    if head.dep_ != "dobj" or verb.i > head.i or verb.lemma_.lower() not in words("telling-verbs"):
        return []
    between = view.reading.doc[verb.i + 1 : own[0].i if own else view.reading.of(view.draft)[0].i]
    return [verb] if all(t.i in view.banned or t.pos_ in ("DET", "ADV", "NUM") for t in between) else []


def own_words(view: View, lead: list[Token], head: Token) -> list[Token]:
    """The words before a noun that belong to this number and not to the next: "7 interregional and 10 commercial documents"."""
    end = view.draft.end
    return [t for t in lead if t.idx < end or t.i == head.i]


def done_to(view: View) -> list[Token]:
    """«107 killed in Mecca crane collapse», «238 were injured»: a bare number with what happened to the people."""
    last = view.reading.of(view.draft)[-1]
    if view.draft.unit != "-" or last.i + 1 >= len(view.reading.doc):
        return []
    word = last.nbor(1)
    if word.lower_ not in words("casualties") or word.pos_ not in ("VERB", "ADJ", "NOUN"):
        verb = view.root.head
        told = verb.lemma_.lower() in words("casualties") | words("telling-verbs")
        return [verb] if view.root.dep_ == "dobj" and told else []
    return [word, *(t for c in word.children if c.i > word.i for t in behind_verb(c, view.banned))]


def n_of(view: View) -> list[Token]:
    """«79,200 tons of cargo was transported …», «almost 50 percent of our transit time is spent on …»."""
    if view.draft.noun >= 0 and not view.draft.currency:
        return []
    last = behind_brackets(view)
    for word in view.reading.doc[last.i + 1 : last.i + 3]:
        if word.lower_ == "of":
            objects = [c for c in word.children if c.dep_ in ("pobj", "pcomp") and c.pos_ in (*NOUNS, "PRON", "ADJ", "VERB")]
            objects = [c for c in objects if not dated(c)]
            if objects and objects[0].lower_ in ("these", "those", "them", "which", "whom"):
                return [*named_before(view), *predicate(view, view.root)]
            if objects and objects[0].lower_ not in PRONOUNS | {"all"}:
                head = objects[0]
                return (
                    [*acted_on(view, view.root, []), *phrase(view, head), *predicate(view, view.root)]
                    if view.draft.unit in ("percentage", "-") or view.root.dep_ == "nsubjpass"
                    else phrase(view, head)
                )
        elif word.lower_ not in ("or", "so", "share"):
            return []
    return []


def behind_brackets(view: View) -> Token:
    """The last word of a figure, or of the conversion in brackets behind it: "8 miles (13 kilometers) of new tunnels"."""
    last = view.reading.of(view.draft)[-1]
    match = CONVERTED.match(view.reading.text, view.draft.end)
    return view.reading.tokens(match.end() - 1, match.end())[-1] if match else last


def named_before(view: View) -> list[Token]:
    """What "these" stands for: the last plural that was counted, else the last plural."""
    plural = [t for t in view.reading.doc[: view.root.i] if t.tag_ == "NNS" and not dated(t) and t.i not in view.banned]
    counted = [t for t in plural if any(c.dep_ == "nummod" for c in t.lefts)]
    about = [t for t in plural if t.dep_ == "nsubj" and t.head.is_ancestor(view.root)]
    return phrase(view, (counted or about or plural)[-1]) if plural else []


def modified_noun(view: View) -> list[Token]:
    """«a 7000-kilometer-long border», «a $300 million contract», «a 20 minute walk»."""
    head = view.root
    for _ in range(3):
        if not modifies(head):
            break
        head = head.head
    if head.i == view.root.i or head.i in view.banned or head.pos_ not in NOUNS:
        return []
    return phrase(view, head)


def in_kind(view: View) -> list[Token]:
    """«422,000 euros in arrears», «$247 million in box-office receipts», «$2 billion for the project»."""
    if view.draft.kind is not FigureKind.AMOUNT:
        return []
    last = view.reading.of(view.draft)[-1]
    word = view.reading.doc[last.i + 1] if last.i + 1 < len(view.reading.doc) else None
    if word is None or word.lower_ not in ("in", "worth"):
        return []
    objects = [
        t
        for t in view.reading.doc[word.i + 1 : word.i + 6]
        if t.pos_ == "NOUN" and t.dep_ in ("pobj", "dobj", "conj") and not dated(t) and t.head.i in (word.i, last.i)
    ]
    return phrase(view, objects[0]) if objects else []


def noun_with_value(view: View) -> list[Token]:
    """«a trading volume of over $160 billion», «projects … worth $23 billion», «a turnout rate of 58%»."""
    token = view.root
    for _ in range(4):
        parent = token.head
        if parent is token or (parent.pos_ in VERBS and parent.dep_ != "acl"):
            return []
        if parent.pos_ in NOUNS and parent.i not in view.banned and not modifies(token) and not dated(parent):
            own = own_place(view.reading, view.draft) if token.dep_ == "conj" else None
            return opened(view, parent) if own is None else moved_to(opened(view, parent), own, view.banned)
        token = parent
    return []


def opened(view: View, noun: Token) -> list[Token]:
    """The phrase of a noun; a bare "value", "record" or "total" stands for the noun above or the subject of its verb."""
    found = phrase(view, noun)
    if any(t.pos_ in NOUNS and t.lemma_.lower() not in light() for t in found):
        return found if view.draft.kind is FigureKind.AGE else [*found, *predicate(view, noun)]
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    if above.pos_ in NOUNS and above.i not in view.banned and above.i != noun.i:
        return phrase(view, above)
    return of_verb(view, noun) or found


def dimension(view: View) -> list[Token]:
    """«a 15 meter high pig», «7,200 kilometers long corridor»: the noun behind the adjective."""
    if view.draft.kind is not FigureKind.MEASURE or view.draft.noun >= 0:
        return []
    last = view.reading.of(view.draft)[-1]
    following = [t for t in view.reading.doc[last.i + 1 : last.i + 6] if t.text != "-"]
    if len(following) < 2 or following[0].lower_ not in LONG:
        return []
    nouns = [t for t in following[1:] if t.pos_ in NOUNS]
    between = following[1 : following.index(nouns[0])] if nouns else following
    return phrase(view, nouns[0]) if nouns and all(t.pos_ in ("ADJ", "VERB") for t in between) else []


def with_own_place(view: View, handed: str) -> str:
    """What the figure before measured, at this figure's own place: "workers in Norway" → "workers in Sweden"."""
    own = own_place(view.reading, view.draft)
    if own is None:
        return handed
    bare = re.sub(rf"\s{own.lower_}\s.*$", "", handed)
    return f"{bare} {printed([own, *place_words(own, view.banned)], view.reading.original)}"


def place_after(view: View) -> list[Token]:
    """«and by 36% from the Pavlodar region»: the verb's subject with this figure's own place for the other's."""
    own = own_place(view.reading, view.draft)
    elsewhere = view.draft.kind is FigureKind.COUNT and view.draft.unit != "-"  # "300 workers in Norway and 200 in Sweden"
    if own is None or elsewhere or (is_level(view.draft) and noun_with_value(view)):
        return []
    subject = of_verb(view, view.root)
    return moved_to(subject, own, view.banned) if subject else []


def verb_subject(view: View) -> list[Token]:
    """«Investments from Kazakhstan to Russia grew by 34%»: the subject of the verb, a relative resolved."""
    return [] if is_subject(view) else of_verb(view, view.root)


TEMPLATES: tuple[Callable[[View], list[Token]], ...] = (
    done_to,
    those_aged,
    between_events,
    over_time,
    counted_noun,
    n_of,
    dimension,
    outcome,
    change_noun,
    paid_for,
    payer,
    own_source,
    in_kind,
    modified_noun,
    place_after,
    noun_with_value,
    measured_noun,
    verb_subject,
)
# Templates whose answer may be one bare noun, to which its owner is added.
SHORT = frozenset({counted_noun, n_of, noun_with_value, in_kind, done_to})
# Templates to whose bare noun only the doer of its own clause is added.
NEAR = frozenset({paid_for, outcome, modified_noun, dimension, verb_subject})
