"""The last look: quotes against their sources, values against the file, what a template leaves out."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from briefing import review
from briefing.brief import Brief
from briefing.compose import compose
from briefing.compose.style import STYLES
from briefing.errors import ExportError, TemplateError
from briefing.model import Span
from briefing.word import export
from briefing.word.note import render
from briefing.word.verify import check_file, check_quotes, check_values
from tests.by_hand import ByHand, article, harbour
from tests.word_files import template


def edited() -> Brief:
    """A quote trimmed at both ends, with words put in twice."""
    brief = harbour().brief()
    finding, text = brief.quotes()[0], brief.sources[0].article.text
    start, end = text.index("second terminal, "), text.index(" pay for itself")
    brief = review.move_edges(brief, finding.id, Span(start, end))
    places = {f"insert@{text.index(' here. It')}": "in Port Ellen", f"insert@{text.index(' will pay')}": "the terminal"}
    return review.edit(brief, finding.id, places)


def test_trimmed_quote_with_insertions_is_its_sources_words() -> None:
    context = compose(edited())
    check_quotes(edited(), context)
    assert context.quotes[0].text == ("… second terminal, and we will build it [in Port Ellen] here. It [the terminal] will …")


@pytest.mark.parametrize(
    "change", [("second", "third"), ("build it", "not build it"), ("… ", ""), ("[the terminal]", "[it]"), ("here.", "")]
)
def test_any_other_change_is_found(change: tuple[str, str]) -> None:
    context = compose(edited())
    first = context.quotes[0]
    altered = replace(first, text=first.text.replace(*change))
    if change == ("… ", ""):
        check_quotes(edited(), replace(context, quotes=(altered, *context.quotes[1:])))  # only marks are missing, no words
        return
    with pytest.raises(ExportError, match="differs from its source"):
        check_quotes(edited(), replace(context, quotes=(altered, *context.quotes[1:])))


@pytest.mark.parametrize("words", ["… prevent the evacuation", "prevent it …", "… or so …"])
def test_ellipsis_of_the_source_itself_is_the_sources_word(words: str) -> None:
    by = ByHand(article(f"Evacuation\n\nThe ministry said they tried to “{words}” of the town.\n"))
    quote = by.quote(words)
    context = compose(by.brief())
    check_quotes(by.brief(), context)
    trimmed = review.move_edges(by.brief(), quote.id, Span(quote.span.start, quote.span.end - 4))
    check_quotes(trimmed, compose(trimmed))


def test_what_the_template_does_not_print_is_told(tmp_path: Path) -> None:
    brief = harbour().brief()
    only_figures = template(tmp_path, "{%p for f in figures %}", "{{ f.value }}", "{%p endfor %}")
    exported = export(brief, only_figures, tmp_path / "note.docx")
    assert exported.left_out == tuple(finding.id for finding in brief.quotes())


def test_quote_over_two_paragraphs_is_printed_by_its_sentences(tmp_path: Path) -> None:
    text = "Harbour\n\n“We will build it,” said Holt. “It will pay.\n\n“Nobody need fear it,” she said.\n"
    by = ByHand(article(text))
    by.quote("It will pay.", "Nobody need fear it")
    cable = template(tmp_path, "{%p for p in paragraphs %}", "{{ p.text }}", "{%p endfor %}")
    assert export(by.brief(), cable, tmp_path / "note.docx").left_out == ()


def test_value_that_is_missing_from_the_file_is_found(tmp_path: Path) -> None:
    content, (written, *_) = render(compose(harbour().brief()), template(tmp_path, "{{ figures[0].value }}"))
    check_file(content, {"/word/document.xml": written})
    with pytest.raises(ExportError, match="did not reach the note"):
        check_file(content, {"/word/document.xml": [*written, "9.9 million tons"]})


def test_tag_that_is_left_is_found(tmp_path: Path) -> None:
    content, _ = render(compose(harbour().brief()), template(tmp_path, "x"))
    with pytest.raises(ExportError, match="still holds a tag"):
        check_file(template(tmp_path, "{{ note.title }}").read_bytes(), {"/word/document.xml": []})
    check_file(content, {"/word/document.xml": []})


def test_tag_that_a_value_brought_along_is_no_tag(tmp_path: Path) -> None:
    brief = review.set_header(harbour().brief(), {"sender": "{{ 7*7 }}"})
    export(brief, template(tmp_path, "{{ note.sender }}"), tmp_path / "note.docx")
    with zipfile.ZipFile(tmp_path / "note.docx") as package:
        assert "{{ 7*7 }}" in package.read("word/document.xml").decode()


@pytest.mark.parametrize("style", STYLES)
def test_values_are_their_sources_in_every_style(style: str) -> None:
    brief = replace(harbour().brief(), style=style)
    check_values(brief, compose(brief))


@pytest.mark.parametrize("value", ["8.8 million tons", "8.9 billion tons", "over 8.9 million tons", "$8.9 million tons", "8.9%"])
def test_value_that_its_source_does_not_print_is_found(value: str) -> None:
    brief = harbour().brief()
    context = compose(brief)
    altered = replace(context, figures=(replace(context.figures[0], value=value), *context.figures[1:]))
    with pytest.raises(ExportError, match="differs from its source"):
        check_values(brief, altered)


def test_note_with_a_relation_or_part_that_acts_is_never_written(tmp_path: Path) -> None:
    content, written = render(compose(harbour().brief()), template(tmp_path, "{{ note.subject }}"))
    for name, part in (
        ("word/vbaProject.bin", b"x"),
        ("word/_rels/header9.xml.rels", RELATION.format(kind="image", target="http://example.org/a.png").encode()),
        ("word/_rels/header9.xml.rels", RELATION.format(kind="hyperlink", target="file:///etc/passwd").encode()),
    ):
        packed = io.BytesIO(content)
        with zipfile.ZipFile(packed, "a") as archive:
            archive.writestr(name, part)
        with pytest.raises(TemplateError):
            check_file(packed.getvalue(), {"/word/document.xml": written[0]})


RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}" TargetMode="External"/>'
    "</Relationships>"
)
