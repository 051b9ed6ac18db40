"""What each paragraph is: headline, date line, byline, subheading, caption, furniture, tail, or the body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.articles.bylines import is_agency
from briefing.articles.dateline import find_dateline
from briefing.articles.dates import is_date_line
from briefing.articles.notes import is_note, is_sign_off
from briefing.articles.pasted_tables import rows_in
from briefing.articles.phrases import begins, is_whole
from briefing.model import BlockKind


@dataclass(frozen=True, slots=True)
class Label:
    """What a paragraph is, and whether it is searched for findings."""

    kind: BlockKind
    included: bool = True
    reason: str = ""


_OPEN_KINDS = frozenset((BlockKind.TITLE, BlockKind.BODY, BlockKind.LIST_ITEM, BlockKind.HEADING))  # what words may overrule
BODY = Label(BlockKind.BODY)
FURNITURE = Label(BlockKind.PROMO, included=False, reason="page furniture")
CAPTION = Label(BlockKind.CAPTION, included=False, reason="picture caption")
CREDIT = Label(BlockKind.CREDIT, included=False, reason="picture credit")
TAIL = Label(BlockKind.TAIL, included=False, reason="newsroom's note under the article")

_HEAD_ZONE = 8  # paragraphs in which headline, standfirst, byline and date line are looked for
_TAIL_ZONE = 12  # paragraphs at the end in which the newsroom's notes are looked for
_LONGEST_TITLE = 30  # words
_SHORT_SENTENCE = 12  # words; a shorter first paragraph above a longer one is a headline even with a full stop
_LONGEST_HEADING = 14  # words
_LONGEST_FURNITURE = 40  # words
_LONGEST_CAPTION = 80  # words
_LONGEST_SUBTITLE = 60  # words
_SHORTEST_SUBTITLE = 6  # words; a shorter line under the headline is a subheading
_NAME = r"[A-ZÀ-Þ][\w’'.-]+(?: (?:de|van|von|der|den|al|bin|ibn|la|le|el|da|di|du|dos|and|[A-ZÀ-Þ][\w’'.-]*)){1,5}"
# "By Jane Doe" · "Written by Jane Doe and Juan Pérez, Reuters" · "Jane Doe in Geneva" · "Jane Doe @doe"
_BYLINE = re.compile(
    rf"(?:(?:(?i:story|words|report|text|analysis|written) )?(?i:by)[: ]\s*{_NAME}|{_NAME} in [A-Z]\w+$|{_NAME} @\w+$)"
)
_NAME_LINE = re.compile(rf"{_NAME}(?:, [\w ’'-]+)?(?: ?[|,] ?[\w@. ’'-]+)?")
_ITEM = re.compile(r"[-–—•*·▪●‣◦]\s+\S")
_ENDS_SENTENCE = re.compile(r"[.!…;,:][\"”’»'“)\]]*$")
_ENUMERATED = re.compile(r"(?:;|,|\b(?:and|or))$")  # the line goes on below
_AMOUNT = re.compile(r"\W*[\d.,]+\W*(?:\w+)?\W*")
# "5 min read" · "Updated 3 hours ago"
_CLOCK = re.compile(
    r"(?:reading time:? )?\d{1,3}[ -]?min(?:ute)?s?(?: read)?"
    r"|(?:(?:last )?updated|published|posted)?:? ?(?:\d{1,2}|an?|one) (?:min(?:ute)?|hr|hour|day|week|month|year)s? ago",
    re.IGNORECASE,
)
_AGENCY = r"(?:AP Photo|AP|AFP|Getty|Reuters|REUTERS|EPA|PA|Xinhua|Shutterstock|iStock|Alamy|Anadolu)"
# "(AP Photo/Jane Doe)" · "Jane Doe/Getty Images"
_CREDIT_LINE = re.compile(
    rf"(?:\(?{_AGENCY}\b[^.]{{0,40}}/[^.]{{1,60}}|.{{0,60}}(?:\bvia |/ ?)(?:Getty Images|AFP|Reuters|REUTERS))\)?\.?$"
)


def classify(paragraphs: Sequence[str]) -> tuple[Label, ...]:
    """One label for each paragraph of a text that brings no marks of its own."""
    labels = [_alone(paragraph) for paragraph in paragraphs]
    _label_head(paragraphs, labels)
    _label_tail(paragraphs, labels)
    rows = rows_in(paragraphs)
    for index in range(1, len(labels)):
        if index in rows and labels[index].included and labels[index].kind is not BlockKind.DATE:
            labels[index] = Label(BlockKind.TABLE_ROW)
    for index in range(1, len(labels) - 1):
        if labels[index] == BODY and _is_heading(paragraphs, labels, index):
            labels[index] = Label(BlockKind.HEADING)
    return tuple(labels)


def refine(paragraphs: Sequence[str], labels: Sequence[Label]) -> tuple[Label, ...]:
    """Labels that a format's own marks gave, with furniture, captions, bylines, date lines and tails found by their words."""
    refined = list(labels)
    for index, (paragraph, label) in enumerate(zip(paragraphs, labels, strict=True)):
        if label.included and label.kind in _OPEN_KINDS:
            by_words = _alone(paragraph)
            refined[index] = by_words if not by_words.included else label
    body = [index for index, label in enumerate(refined) if label.kind in _OPEN_KINDS]
    shown = [paragraphs[index] for index in body]
    parts = [refined[index] for index in body]
    _label_about(shown, parts)
    _label_tail(shown, parts)
    for index, label in zip(body, parts, strict=True):
        refined[index] = label
    return tuple(refined)


def _alone(paragraph: str) -> Label:
    """What a paragraph is by its own words, wherever it stands."""
    if is_whole("furniture-whole", paragraph) or _leads_away(paragraph) or _CLOCK.fullmatch(paragraph):
        return FURNITURE
    if begins("caption-start", paragraph) and _count(paragraph) <= _LONGEST_CAPTION:
        return CAPTION
    if _CREDIT_LINE.fullmatch(paragraph):
        return CREDIT
    if not any(character.isalnum() for character in paragraph):
        return replace(FURNITURE, reason="a rule of signs without words")
    return Label(BlockKind.LIST_ITEM) if _ITEM.match(paragraph) else BODY


def _leads_away(paragraph: str) -> bool:
    return begins("furniture-start", paragraph) and _count(paragraph) <= _LONGEST_FURNITURE and not _has_quote(paragraph)


def _label_head(paragraphs: Sequence[str], labels: list[Label]) -> None:
    """Headline, standfirst, byline and date line before the first paragraph of the body."""
    first = next((i for i, label in enumerate(labels[:_HEAD_ZONE]) if label.included and not _is_about(paragraphs[i])), None)
    _label_about(paragraphs, labels)
    if first is None or not _is_title(paragraphs, labels, first):
        return
    labels[first] = Label(BlockKind.TITLE)
    after = _next_plain(labels, first + 1)
    if after is not None and _is_subtitle(paragraphs, labels, after):
        labels[after] = Label(BlockKind.SUBTITLE)


def _label_about(paragraphs: Sequence[str], labels: list[Label]) -> None:
    for index, paragraph in enumerate(paragraphs[:_HEAD_ZONE]):
        if not labels[index].included:
            continue
        if is_date_line(paragraph):
            labels[index] = Label(BlockKind.DATE)
        elif is_byline(paragraph) or (_NAME_LINE.fullmatch(paragraph) and _beside_date(paragraphs, index)):
            labels[index] = Label(BlockKind.BYLINE)
        elif _count(paragraph) > _LONGEST_SUBTITLE or find_dateline(paragraph):
            return


def _label_tail(paragraphs: Sequence[str], labels: list[Label]) -> None:
    for index in range(max(1, len(labels) - _TAIL_ZONE), len(labels)):
        paragraph = paragraphs[index]
        short = _count(paragraph) <= _LONGEST_FURNITURE and not _has_quote(paragraph)
        named = labels[index].kind in (BlockKind.BODY, BlockKind.LIST_ITEM) and labels[index].included
        if short and ((labels[index] == BODY and is_note(paragraph)) or (named and is_sign_off(paragraph))):
            labels[index] = TAIL


def _is_about(paragraph: str) -> bool:
    return is_date_line(paragraph) or is_byline(paragraph)


def is_byline(paragraph: str) -> bool:
    """Whether a line names who wrote the article: «By Jane Doe», «Jane Doe in Geneva», «Reuters»."""
    if is_agency(re.sub(r"^by:?\s", "", paragraph, flags=re.IGNORECASE)):
        return True
    match = _BYLINE.match(paragraph)
    return match is not None and _count(paragraph) <= 16 and not paragraph.endswith(("!", "?", ":")) and not _sentence(paragraph)


def _sentence(paragraph: str) -> bool:
    return paragraph.endswith(".") and _count(paragraph) > 8


def _beside_date(paragraphs: Sequence[str], index: int) -> bool:
    beside = (*paragraphs[max(1, index - 1) : index], *paragraphs[index + 1 : index + 2])
    return index > 0 and any(is_date_line(paragraph) for paragraph in beside)


def _is_title(paragraphs: Sequence[str], labels: Sequence[Label], index: int) -> bool:
    """The first paragraph is a headline if it is short and no sentence like those that follow."""
    paragraph = paragraphs[index]
    following = _next_plain(labels, index + 1)
    if following is None or _count(paragraph) > _LONGEST_TITLE or find_dateline(paragraph):
        return False
    if labels[index].kind is BlockKind.LIST_ITEM:
        return False
    if not _ENDS_SENTENCE.search(paragraph) or paragraph.endswith(("...", "…")):
        return True
    if paragraph.endswith(".") and _count(paragraph) <= _SHORT_SENTENCE and not _has_quote(paragraph):
        return _count(paragraphs[following]) > _count(paragraph)
    return not paragraph.endswith((",", ":", ";")) and _count(paragraph) <= 20 and _is_title_case(paragraph)


def _is_title_case(paragraph: str) -> bool:
    """Whether nearly every long word begins with a capital."""
    long_words = [word for word in re.findall(r"[^\W\d_][\w’'-]*", paragraph) if len(word) > 3]
    return len(long_words) >= 2 and sum(word[0].isupper() for word in long_words) >= 0.8 * len(long_words)


def _is_subtitle(paragraphs: Sequence[str], labels: Sequence[Label], index: int) -> bool:
    """A standfirst stands right under the headline and above a byline, a date line or a dateline, or has no full stop."""
    paragraph = paragraphs[index]
    if (
        index + 1 >= len(paragraphs)
        or _count(paragraph) > _LONGEST_SUBTITLE
        or find_dateline(paragraph)
        or _has_quote(paragraph[:1])
    ):
        return False
    if _ENDS_SENTENCE.search(paragraph) is None and not paragraph.endswith("?"):
        return _count(paragraph) >= _SHORTEST_SUBTITLE or labels[index + 1].kind in _ABOUT
    return labels[index + 1].kind in _ABOUT and all(label.kind is not BlockKind.DATE for label in labels[:index])


_ABOUT = (BlockKind.BYLINE, BlockKind.DATE)


def _is_heading(paragraphs: Sequence[str], labels: Sequence[Label], index: int) -> bool:
    """A short line without a full stop, followed by a paragraph that is longer than it."""
    paragraph = paragraphs[index]
    if not reads_like_heading(paragraph):
        return False
    following = _next_plain(labels, index + 1)
    return following is not None and len(paragraphs[following]) > max(len(paragraph), 40)


def reads_like_heading(paragraph: str) -> bool:
    """A short line without a full stop: words, not a row of numbers nor an item of an enumeration."""
    if _count(paragraph) > _LONGEST_HEADING or _ENDS_SENTENCE.search(paragraph) or _has_quote(paragraph[-1:]):
        return False
    first = next((character for character in paragraph if character.isalnum()), "")
    letters = sum(character.isalpha() for character in paragraph)
    digits = sum(character.isdigit() for character in paragraph)
    return (
        not first.islower()
        and letters > 3 * digits
        and not _ENUMERATED.search(paragraph)
        and _AMOUNT.fullmatch(paragraph) is None
    )


def _next_plain(labels: Sequence[Label], start: int) -> int | None:
    """The next paragraph that is body or list, or None."""
    plain = (BlockKind.BODY, BlockKind.LIST_ITEM)
    return next((i for i in range(start, len(labels)) if labels[i].kind in plain), None)


def _has_quote(text: str) -> bool:
    return any(mark in text for mark in '"“”«»„')


def _count(paragraph: str) -> int:
    """Words in a paragraph; a very long one is not counted to its end."""
    return len(paragraph[:2000].split())
