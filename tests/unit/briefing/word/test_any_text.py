"""Whatever text a field holds reaches the file as it is, after one cleaning step, and never as a tag or as markup."""

from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from briefing.assets import asset
from briefing.compose.context import NoteContext
from briefing.compose.sample import sample
from briefing.word.note import render
from briefing.word.package import tagged_parts
from briefing.word.verify import part_text
from briefing.word.xml import cleaned
from tests.word_files import opened, template

NASTY = "R&D a<b ]]> {{ 7*7 }} {% if %} \x00\x0c\ud800\u202eabc\u2066 😀 \u0627\u0644 e\u0301 \ufffe“»'\"\t x"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return template(tmp_path_factory.mktemp("template"), "[{{ note.sender }}]", "({{ note.title }}) {{ note.status }}")


def with_note(**texts: str) -> NoteContext:
    context = sample(1)
    return replace(context, note=replace(context.note, **texts))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60), other=st.text(max_size=20))
@example(text=NASTY, other="\r\n")
@example(text="{{ note.title }}", other="{%p for q in quotes %}")
@example(text="\n\n", other="  two  spaces  ")
def test_text_reopens_equal(small: Path, text: str, other: str) -> None:
    content, _ = render(with_note(sender=text, title=other, status="."), small)
    said = part_text(tagged_parts(opened(content))[0].root)
    assert said.startswith(f"\n[{cleaned(text)}]\n({cleaned(other)}) .")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A template that prints every text field of the contract: those of records, and those of the items of its lists."""
    return template(tmp_path_factory.mktemp("whole"), *_printing(NoteContext, ""))


def _printing(record: type, before: str) -> list[str]:
    body: list[str] = []
    for each in fields(record):
        known, path = each.metadata, f"{before}{each.name}"
        if "item" in known:
            name = f"i{path.count('.')}"
            body += [f"{{%p for {name} in {path} %}}", *_printing(known["item"], f"{name}."), "{%p endfor %}"]
        elif "record" in known:
            body += _printing(known["record"], f"{path}.")
        elif isinstance(known["sample"], str):
            body.append(f"<{{{{ {path} }}}}>")
    return body


def _with(value: Any, texts: Iterator[str], said: list[str]) -> Any:
    """The record with a text of one's own in every text field, and what is said, in the contract's order."""
    changed: dict[str, Any] = {}
    for each in fields(value):
        now = getattr(value, each.name)
        if "item" in each.metadata:
            changed[each.name] = tuple(_with(item, texts, said) for item in now)
        elif "record" in each.metadata:
            changed[each.name] = _with(now, texts, said)
        elif each.name == "marks":  # the renderer's own word
            said.append("<brackets>")
        elif isinstance(each.metadata["sample"], str):
            changed[each.name] = next(texts)
            said.append(f"<{cleaned(changed[each.name])}>")
    return replace(value, **changed)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(min_size=1, max_size=25), min_size=3, max_size=12))
@example(texts=[NASTY, "{{ note.title }}", "]]>", "R&D", "a<b", "\u202e", "\ud83d"])
def test_every_field_reopens_equal(whole: Path, texts: list[str]) -> None:
    said: list[str] = []
    content, _ = render(_with(sample(2), cycle(texts), said), whole)
    printed = part_text(tagged_parts(opened(content))[0].root)
    assert len(said) > 150
    assert printed.strip("\n") == "\n".join(said).strip("\n")


def test_nasty_text_in_every_field_of_every_template_is_valid(tmp_path: Path) -> None:
    context = sample(2)
    note = replace(
        context.note, **{f.name: NASTY for f in fields(context.note) if isinstance(getattr(context.note, f.name), str)}
    )
    figures = tuple(replace(f, subject=NASTY, value=NASTY, period=NASTY, said_by=NASTY) for f in context.figures)
    quotes = tuple(replace(q, text=NASTY, marked=NASTY, speaker=NASTY, role=NASTY) for q in context.quotes)
    nasty = replace(context, note=note, figures=figures, quotes=quotes)
    for path in sorted(asset("templates").glob("*.docx")):
        content, _ = render(nasty, path)
        target = tmp_path / path.name
        target.write_bytes(content)
        assert OpenXmlValidator().validate(str(target)).is_valid, path.name


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\x00b", "ab"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("\ud83d", ""),
        ("a\x0cb\u2028c", "a\nb\nc"),
        ("\uffff", ""),
        ("R&D <b>", "R&D <b>"),
    ],
)
def test_cleaning(text: str, clean: str) -> None:
    assert cleaned(text) == clean
