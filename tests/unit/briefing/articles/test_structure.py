"""What paragraphs are, by their words and their place."""

from __future__ import annotations

import pytest

from briefing.articles.structure import classify
from briefing.model import BlockKind

LONG = "The authority said on Monday that it would spend far more than it had planned to on the port and its railway."


def middle(paragraph: str) -> tuple[BlockKind, bool]:
    """The label of a paragraph in the middle of an article."""
    label = classify(["Harbour trade grows by a third", LONG, LONG, paragraph, LONG, LONG])[3]
    return label.kind, label.included


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        ("Trade and investments", BlockKind.HEADING),
        ("Who will pay for the bridge?", BlockKind.HEADING),
        ("2) Clear rules for traders", BlockKind.HEADING),
        ("‘There is only one way out’", BlockKind.HEADING),
        ("- loans of £8.3 billion to the regions", BlockKind.LIST_ITEM),
        ("• 44 cranes", BlockKind.LIST_ITEM),
        ("He agreed.", BlockKind.BODY),
        ("“No.”", BlockKind.BODY),
        ("The plan also includes:", BlockKind.BODY),
        ("$5 million", BlockKind.BODY),
        ("the rest of a sentence", BlockKind.BODY),
        ("the right to trade; and", BlockKind.BODY),
        ("Selling 71,986 70,242 206,454", BlockKind.BODY),
        (LONG, BlockKind.BODY),
    ],
)
def test_paragraphs_that_are_searched(paragraph: str, kind: BlockKind) -> None:
    assert middle(paragraph) == (kind, True)


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        ("READ MORE: Ten things to know about the port", BlockKind.PROMO),
        ("Advertisement", BlockKind.PROMO),
        ("ARTICLE CONTENT", BlockKind.PROMO),
        ("Story continues below advertisement", BlockKind.PROMO),
        ("* * *", BlockKind.PROMO),
        ("Photo: Harbour Authority", BlockKind.CAPTION),
        ("FILE - A crane in the port of Vellmar, 3 March 2025", BlockKind.CAPTION),
        ("(AP Photo/Jane Doe)", BlockKind.CREDIT),
        ("Jane Doe/Getty Images", BlockKind.CREDIT),
    ],
)
def test_furniture_is_greyed_where_it_stands(paragraph: str, kind: BlockKind) -> None:
    assert middle(paragraph) == (kind, False)


def test_a_quotation_is_never_furniture() -> None:
    assert middle("“Watch: this is how it ends,” he said, and the harbour fell silent.") == (BlockKind.BODY, True)


@pytest.mark.parametrize(
    "tail",
    ["(Reporting by Ann Lee; Editing by Bo Ek)", "Written by Ann Lee", "Additional reporting by PA", "© 2026 The Courier"],
)
def test_newsrooms_notes_are_found_at_the_end_only(tail: str) -> None:
    labels = classify(["Harbour trade grows by a third", *[LONG] * 12, tail])
    assert labels[-1].kind is BlockKind.TAIL
    assert classify(["Harbour trade grows by a third", LONG, tail, *[LONG] * 12])[2].kind is not BlockKind.TAIL


def test_head_of_an_article() -> None:
    head = [
        "Harbour trade grows by a third",
        "Rail link to open in 2031, say planners",
        "By Ines Halvorsen",
        "17 March 2026",
    ]
    kinds = [label.kind for label in classify([*head, LONG, LONG])]
    assert kinds == [BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.BYLINE, BlockKind.DATE, BlockKind.BODY, BlockKind.BODY]


@pytest.mark.parametrize(
    ("line", "is_byline"),
    [
        ("By Ines Halvorsen and Tomas Ekberg", True),
        ("By Sam Lister, Political Correspondent", True),
        ("Written by Jane Doe", True),
        ("By contrast, trade with the north fell by half", False),
        ("By Tuesday evening all of the roads had been closed.", False),
    ],
)
def test_bylines(line: str, is_byline: bool) -> None:
    labels = classify(["Harbour trade grows by a third", line, LONG, LONG])
    assert (labels[1].kind is BlockKind.BYLINE) is is_byline
