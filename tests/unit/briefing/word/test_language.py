"""The allow-list: what an expression may be, and what each refusal says."""

import pytest

from briefing.compose import compose, plain
from briefing.word.language import Fault, expression, for_clause
from briefing.word.shapes import root
from tests.by_hand import harbour

SCOPE = plain(compose(harbour().brief()))


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("note.article_count", "1"),
        ("figures[0].value", "8.9 million tons"),
        ("figures[0].src", "[1 ¶3]"),
        ("figures[0].src.para", "3"),
        ("figures|length", "4"),
        ('note.sender or "–"', "–"),
        ('"one" if figures else "none"', "one"),
        ('note.subject|upper|sentence if note.subject and not note.title else "x"', SCOPE["note"]["subject"].upper()),
        ('figures|by("kind", "measure")|length', "1"),
        ("figures|top(2)|length", "2"),
        ('figures[3].amount|money("KZT")', "KZT 23,300,000,000"),
        ('note.date_iso|date("d MMM y")', "15 Mar 2024"),
        ("figures[0].period_stated", "yes"),
        ("style['quote_open']", "“"),
    ],
)
def test_expression_prints(source: str, printed: str) -> None:
    assert expression(source, root(), printed=True).text(SCOPE) == printed


ATTACKS = (
    "note.__class__",
    "note['__class__']",
    "''.__class__.__mro__",
    "figures.append(1)",
    "note.title.format(note)",
    "().__class__.__bases__[0].__subclasses__()",
    "self",
    "self._TemplateReference__context",
    "cycler.__init__.__globals__",
    "lipsum.__globals__",
    "range(10**9)",
    "10**(10**9)",
    "'a' * 10**9",
    "note.title * 1000000000",
    "1 + 1",
    "'a' ~ 'b'",
    "[1, 2]",
    "{'a': 1}",
    "(1, 2)",
    "note.title[0:5]",
    "figures[note.article_count]",
    "figures|map('upper')",
    "figures|map(attribute='__class__')",
    "note|attr('__class__')",
    "note.title|safe",
    "note.title|replace('a', 'b' * 10000)",
    "note.title|center(1000000000)",
    "note.title|format",
    "figures|tojson",
    "figures|pprint",
    "note.title|date(note.title)",
    "note.title|date(*figures)",
    "note.title|date(**note)",
    "figures|by('__class__')",
    "figures|top(-1).items",
    "note is callable",
    "note is sameas(note)",
    "note.items",
    "note.get('title')",
    "namespace()",
    "dict(a=1)",
    "config",
    "request",
    "_",
    "loop",
    "caller()",
    "varargs",
    "%}{% set x = 1 %}{% if x",
    "a }}{{ b",
    "note.title }}{% include 'x' %}{{ note.title",
    "note.title" + "|upper" * 200,
    "(" * 300 + "1" + ")" * 300,
    "not " * 120 + "note.title",
    "",
    "   ",
    "note.title note.subject",
    "\\x7b\\x7b",
    "import os",
    "lambda: 1",
    "note.title = 1",
)


@pytest.mark.parametrize("source", ATTACKS)
def test_attack_is_refused_before_anything_runs(source: str) -> None:
    with pytest.raises(Fault) as caught:
        expression(source, root(), printed=True)
    assert caught.value.reason
    assert caught.value.fix


@pytest.mark.parametrize(
    "source",
    [
        "x in figures recursive",
        "x, y in figures",
        "_x in figures",
        "x in note",
        "x in note.title",
        "x in range(9)",
        "x in figures %}{{ note.title }}{% for y in figures",
        "x in [1]",
        "x in figures if x.__class__",
        "x in figures.__class__",
        "x",
    ],
)
def test_loop_head_is_refused(source: str) -> None:
    with pytest.raises(Fault):
        for_clause(source, root())


@pytest.mark.parametrize(
    ("source", "meant"),
    [("note.titel", "title"), ("figurs[0]", "figures"), ("note.title|uper", "upper"), ("quotes[0].speeker", "speaker")],
)
def test_misspelt_name_says_what_was_meant(source: str, meant: str) -> None:
    with pytest.raises(Fault) as caught:
        expression(source, root())
    assert caught.value.meant == meant


@pytest.mark.parametrize("source", ["figures", "note", "quotes[0].src.start.x", "note.to", "figures[0].conversions"])
def test_what_cannot_be_printed_is_refused(source: str) -> None:
    with pytest.raises(Fault):
        expression(source, root(), printed=True)


def test_field_called_like_a_method_is_the_field() -> None:
    clause = for_clause("v in conflicts[0].values", root())
    assert clause.items.run({"conflicts": [{"values": [1, 2]}]}) == [1, 2]


@pytest.mark.parametrize(
    ("name", "inside_a_loop", "fix", "meant"),
    [
        ("titel", False, "Did you mean “note.title”?", "note.title"),
        ("subject", False, "Did you mean “note.subject”?", "note.subject"),
        ("speeker", True, "Did you mean “q.speaker”?", "q.speaker"),
        ("speeker", False, "Did you mean “speaker”? It is a field of each of the quotes:", ""),
        ("value", False, "It is a field of each of the figures: {% for figure in figures %} {{ figure.value }}", ""),
        ("zzz", True, "See the list of fields.", ""),
    ],
)
def test_an_unknown_name_is_looked_for_elsewhere(name: str, inside_a_loop: bool, fix: str, meant: str) -> None:
    scope = {**root(), "q": root()["quotes"].item} if inside_a_loop else root()
    with pytest.raises(Fault) as fault:
        expression(name, scope)
    assert fault.value.fix.startswith(fix)
    assert fault.value.meant == meant
