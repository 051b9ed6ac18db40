"""The pages of help are whole, and what they say of keys and fields comes from the tables."""

from __future__ import annotations

import re

import pytest

from ui.actions import ACTIONS
from ui.help.pages import Page, pages

PAGES = pages()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_page(page: Page) -> None:
    assert set(re.findall(r"\]\((\w+)\)", page.markdown)) <= {each.name for each in PAGES}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_nothing_is_left_to_fill_in(page: Page) -> None:
    assert "[[" not in page.markdown
    assert page.title


def test_every_key_of_the_table_is_there() -> None:
    page = next(page for page in PAGES if page.name == "keys")
    assert [row.id for row in ACTIONS if row.keys and row.tip not in page.markdown] == []


def test_the_fields_of_templates_are_there() -> None:
    page = next(page for page in PAGES if page.name == "fields")
    assert "| `classification` |" in page.markdown
    assert "## quotes_by_speaker" in page.markdown


@pytest.mark.parametrize("page", [page for page in PAGES if page.name != "keys"], ids=lambda page: page.name)
def test_keys_named_in_the_text_exist(page: Page) -> None:
    keys = {key.replace("Up", "↑").replace("Down", "↓") for row in ACTIONS for key in row.keys}
    assert set(re.findall(r"(?:Ctrl|Alt)\+(?:Shift\+)?[\w↑↓,]", page.markdown)) <= keys | {"Ctrl++"}
