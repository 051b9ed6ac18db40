import pytest

from briefing.articles.as_read import reset
from briefing.articles.corrections import FIELDS, corrected, known
from briefing.articles.text import from_text
from briefing.model import Article

READ = from_text(
    "Harbour to grow\n\nBy Anna Holt\n\n29 November 2022, 12:19\n\nOSLO (Reuters) - The harbour will cost 5 million euros.\n"
)
TYPED = {"published": "3 May 2024", "language": "French", "address": "https://example.org/a"}


def typed(field: str) -> Article:
    return corrected(READ, field, TYPED.get(field, "Something else"))


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_goes_back_to_what_was_read(field: str) -> None:
    changed = typed(field)
    assert changed != READ
    assert reset(changed, READ, field) == READ


def test_the_other_corrections_stay() -> None:
    both = corrected(typed("title"), "outlet", "The Courier")
    places = {each.field: each.place for each in known(reset(both, READ, "title"))}
    assert (places["title"], places["outlet"]) == ("from the first paragraph", "typed by you")
