"""Tags are filled wherever Word lets people type them, and what stands around them stays: pictures, links, spacing, headers."""

import io
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from briefing.compose.sample import sample
from briefing.word.note import render
from briefing.word.png import png
from briefing.word.xml import w
from templates.source.markup import cell, item_table, paragraph, row, table
from tests.word_files import broken_invariants, lines, opened, template

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SUBJECT = sample(1).note.subject
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
LOGO = png(b"\x1f\x3a\x5f" * 64, 8, 8, 24)


def made(folder: Path, *body: str) -> Opened:
    return Document(str(template(folder, *body)))


def write(document: Opened, place: Any, text: str) -> None:
    """Write a text into a header or footer, in a style that the template has."""
    place.paragraphs[0].text = text
    place.paragraphs[0].style = document.styles["Normal"]


def filled(document: Opened, folder: Path, count: int = 2) -> bytes:
    """The document as a template, filled with the sample; it has to be valid too."""
    path = folder / "own.docx"
    document.save(str(path))
    content, _ = render(sample(count), path)
    path.write_bytes(content)
    assert [error.description for error in OpenXmlValidator().validate(str(path)).errors] == []
    assert broken_invariants(path) == []
    return content


@pytest.mark.parametrize("which", ["header", "first_page_header", "even_page_header", "footer", "first_page_footer"])
def test_headers_and_footers_of_every_kind(tmp_path: Path, which: str) -> None:
    document = made(tmp_path, "Body")
    section = document.sections[0]
    section.different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    place = getattr(section, which)
    place.is_linked_to_previous = False
    write(document, place, "<{{ note.subject }}>")
    again = opened(filled(document, tmp_path)).sections[0]
    assert getattr(again, which).paragraphs[0].text == f"<{SUBJECT}>"


def test_header_of_a_second_section(tmp_path: Path) -> None:
    document = made(tmp_path, "First")
    second = document.add_section()
    second.header.is_linked_to_previous = False
    write(document, second.header, "{{ note.title }}")
    assert opened(filled(document, tmp_path)).sections[1].header.paragraphs[0].text == sample(1).note.title


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes(tmp_path: Path, kind: str) -> None:
    document = made(tmp_path, "Body")
    notes = "".join(
        f'<w:{kind} w:id="{n}"{extra}><w:p><w:r>{inner}</w:r></w:p></w:{kind}>'
        for n, extra, inner in (
            (-1, ' w:type="separator"', "<w:separator/>"),
            (0, ' w:type="continuationSeparator"', "<w:continuationSeparator/>"),
            (1, "", "<w:t>About {{ note.subject }}.</w:t>"),
        )
    )
    blob = f"<w:{kind}s {W}>{notes}</w:{kind}s>".encode()
    kind_of_part = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml"
    part = Part(PackURI(f"/word/{kind}s.xml"), kind_of_part, blob, document.part.package)
    document.part.relate_to(part, f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}s")
    run = document.paragraphs[0].add_run()
    run._r.append(run._r.makeelement(qn(f"w:{kind}Reference"), {qn("w:id"): "1"}))
    assert f"About {SUBJECT}." in lines(filled(document, tmp_path), f"{kind}s")


def test_logo_stays_in_header_and_body_and_a_loop_may_repeat_it(tmp_path: Path) -> None:
    document = made(tmp_path, "{%p for f in figures %}", "{{ f.value }}", "{%p endfor %}")
    document.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(LOGO))
    document.paragraphs[1].add_run().add_picture(io.BytesIO(LOGO))
    again = opened(filled(document, tmp_path, count=3))
    assert [shape.width for shape in again.inline_shapes] == [again.inline_shapes[0].width] * 3
    assert len({each.get("id") for each in again.element.body.iter(DRAWN)}) == 3
    pictures = [part.blob for part in again.part.package.iter_parts() if part.content_type == "image/png"]
    assert LOGO in pictures
    ids = {each.get("id") for root in (again.element.body, again.sections[0].header._element) for each in root.iter(DRAWN)}
    assert len(ids) == 4


def test_link_keeps_its_address_in_each_copy(tmp_path: Path) -> None:
    document = made(tmp_path, "{%p for s in sources %}", "Link", "{%p endfor %}")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    reference = document.part.relate_to("https://example.org/{}", kind, is_external=True)
    place = document.paragraphs[1]
    link = place._p.makeelement(qn("w:hyperlink"), {qn("r:id"): reference})
    place._p.append(link)
    link.append(place.runs[0]._r)
    place.hyperlinks[0].runs[0].text = "{{ s.short }}"
    again = opened(filled(document, tmp_path))
    assert [each.hyperlinks[0].address for each in again.paragraphs] == ["https://example.org/{}"] * 2


def test_keeping_together_and_repeated_headers_stay(tmp_path: Path) -> None:
    kept = '<w:p><w:pPr><w:keepNext/><w:keepLines/></w:pPr><w:r><w:t xml:space="preserve">{{ q.marked }}</w:t></w:r></w:p>'
    items = item_table((2000, 2000), ("A", "B"), "f in figures", [paragraph("BNTable", "{{ f.n }}")] * 2, "Figures")
    content = filled(made(tmp_path, "{%p for q in quotes %}", kept, "{%p endfor %}", items), tmp_path, count=4)
    body = opened(content).element.body
    assert len(list(body.iter(w("keepNext")))) == len(list(body.iter(w("keepLines")))) == 4
    rows = list(body.iter(w("tr")))
    assert [row.find(f"{w('trPr')}/{w('tblHeader')}") is not None for row in rows] == [True, False, False, False, False]
    assert all(row.find(f"{w('trPr')}/{w('cantSplit')}") is not None for row in rows)


def test_tables_within_tables_within_a_loop(tmp_path: Path) -> None:
    inner = item_table((1500,), ("Said",), "q in s.quotes", [paragraph("BNTable", "{{ q.n }}")], "Quotes")
    outer = table(
        "BNTableGrid",
        (4000,),
        [
            row(cell(4000, paragraph("BNTable", "{%tr for s in quotes_by_speaker %}"))),
            row(cell(4000, paragraph("BNTable", "{{ s.speaker }}"), inner, paragraph("BNTable", ""))),
            row(cell(4000, paragraph("BNTable", "{%tr endfor %}"))),
        ],
    )
    content = filled(made(tmp_path, outer), tmp_path)
    name = sample(1).quotes_by_speaker[0].speaker
    assert lines(content) == [name, "Said", "1", "2", name, "Said", "1", "2"]
