"""Markdown, which only a file's name gives away."""

from __future__ import annotations

from briefing.articles import from_bytes
from briefing.model import Article, BlockKind

TEXT = """# Trade grows

Exports rose by **5 per cent**
to $3 billion.

## Outlook

- Growth goes on
- Imports [fall](https://example.org)

> “It will last,” he said.

| Year | Exports |
|------|---------|
| 2021 | $3bn    |
"""


def read(text: str) -> Article:
    return from_bytes(text.encode(), "notes.md")


def test_marks_give_the_kinds_and_leave_the_text() -> None:
    article = read(TEXT)
    assert [(block.kind, block.span.of(article.text)) for block in article.blocks] == [
        (BlockKind.TITLE, "Trade grows"),
        (BlockKind.BODY, "Exports rose by 5 per cent to $3 billion."),
        (BlockKind.HEADING, "Outlook"),
        (BlockKind.LIST_ITEM, "Growth goes on"),
        (BlockKind.LIST_ITEM, "Imports fall"),
        (BlockKind.QUOTE_BLOCK, "“It will last,” he said."),
        (BlockKind.TABLE_ROW, "Year | Exports"),
        (BlockKind.TABLE_ROW, "2021 | $3bn"),
    ]
    assert article.origin.format == "markdown"


def test_the_lines_at_the_head_are_metadata() -> None:
    article = read('---\ntitle: "Trade"\nauthors: [Ann Lee, Bo Ek]\ndate: 2024-05-01\n---\nExports rose.\n')
    assert (article.title, article.authors, article.published) == ("Trade", ("Ann Lee", "Bo Ek"), "2024-05-01")
    assert article.found_in["published"] == "the lines at the file's head"
    assert article.text == "Exports rose."


def test_a_program_in_the_page_is_no_text() -> None:
    assert read("Exports rose.\n\n<script>alert(1)</script>\n").text == "Exports rose."


def test_a_huge_file_is_read_as_plain_text() -> None:
    assert read("Exports rose by 5 per cent.\n\n" * 60_000).origin.format == "markdown"
