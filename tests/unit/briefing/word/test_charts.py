"""Figures of one unit as a picture: what stands in it, what it says in words, and where the tag may stand."""

import io
import struct
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from briefing.compose import NoteContext, plain
from briefing.compose.sample import sample
from briefing.errors import TemplateError
from briefing.word import Paper, check
from briefing.word.charts import MOST_BARS, chart, comparable, described
from briefing.word.note import render
from briefing.word.sheet import Paragraph
from briefing.word.sheets import sheet_of
from briefing.word.xml import w
from templates.source.markup import paragraph
from tests.word_files import broken_invariants, lines, opened, rows, template

DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"


def figures(*rows: tuple[str, str, str]) -> NoteContext:
    """A note with figures of (value, amount, unit)."""
    like = sample(1).figures[0]
    made = (
        replace(like, id=str(n), n=n, value=value, amount=amount, unit=unit, currency="", kind="count", subject=f"subject {n}")
        for n, (value, amount, unit) in enumerate(rows, 1)
    )
    return replace(sample(1), figures=tuple(made))


JOBS = figures(("1,200 jobs", "1200", "job"), ("8.9 million tons", "8900000", "ton"), ("nearly 30,000 jobs", "30000", "job"))


def descriptions(content: bytes) -> list[str]:
    return [each.get("descr", "") for each in opened(content).element.body.iter(DRAWN)]


def test_picture_of_the_unit_that_most_figures_have(tmp_path: Path) -> None:
    content, written = render(JOBS, template(tmp_path, "{{ figures|chart }}"))
    (words,) = descriptions(content)
    assert "Subject 1, last year [2021]: 1,200 jobs [1 ¶11]" in words
    assert "Subject 3, last year [2021]: nearly 30,000 jobs [1 ¶11]" in words
    assert "tons" not in words
    assert ["1,200 jobs", "nearly 30,000 jobs"] in written
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        (picture,) = [name for name in archive.namelist() if name.startswith("word/media/")]
        assert archive.read(picture).startswith(b"\x89PNG")


def test_file_is_valid_and_twice_the_same(tmp_path: Path) -> None:
    path = template(tmp_path, "Before", "{{ figures|chart }}", rows("{{ figures|top(3)|chart }}"), "After")
    content, _ = render(JOBS, path)
    assert content == render(JOBS, path)[0]
    (tmp_path / "note.docx").write_bytes(content)
    assert not OpenXmlValidator().validate(str(tmp_path / "note.docx")).errors
    assert broken_invariants(tmp_path / "note.docx") == []


@pytest.mark.parametrize(
    "context",
    [
        figures(),
        figures(("1,200 jobs", "1200", "job")),
        figures(("1,200 jobs", "1200", "job"), ("3 ships", "3", "ship")),
        figures(("many", "", "job"), ("more", "", "job")),
        replace(JOBS, figures=tuple(replace(each, kind="change") for each in JOBS.figures)),
    ],
    ids=["none", "one", "no two alike", "no numbers", "changes"],
)
def test_without_two_that_compare_heading_and_paragraph_vanish(tmp_path: Path, context: NoteContext) -> None:
    path = template(tmp_path, "{%p if figures|chart %}", "Side by side", "{%p endif %}", "{{ figures|chart }}", "After")
    content, _ = render(context, path)
    assert lines(content) == ["After"]
    assert len(list(opened(content).element.body.iter(w("p")))) == 1


def test_there_are_no_more_bars_than_can_be_read() -> None:
    many = figures(*((f"{n} jobs", str(n), "job") for n in range(1, 40)))
    assert len(comparable(plain(many)["figures"])) == MOST_BARS


@pytest.mark.parametrize("subject", ["Łódź ve Erdoğan", "торговля", "中国", "a\ud800b", "x" * 3000, "", "R&D <b> {{ 7*7 }}"])
def test_any_letters_can_be_drawn(subject: str) -> None:
    shown = comparable(plain(replace(JOBS, figures=tuple(replace(each, subject=subject) for each in JOBS.figures)))["figures"])
    assert chart(shown, 300) == chart(shown, 300)
    assert subject[1:] in described(shown)


def test_longer_bars_for_larger_figures() -> None:
    def ink(amount: str) -> int:
        shown = plain(figures(("a", "100", "job"), ("b", amount, "job")))["figures"]
        return len(chart(shown, 300)) and _navy(chart(shown, 300))

    assert ink("10") < ink("50") < ink("100")


def _navy(picture: bytes) -> int:
    """How many pixels have the colour of the bars."""
    place, pixels, width = 8, b"", 0
    while place < len(picture):
        (size,), kind = struct.unpack(">I", picture[place : place + 4]), picture[place + 4 : place + 8]
        body = picture[place + 8 : place + 8 + size]
        width = struct.unpack(">I", body[:4])[0] if kind == b"IHDR" else width
        pixels += body if kind == b"IDAT" else b""
        place += 12 + size
    raw, line = zlib.decompress(pixels), 3 * width + 1
    return sum(raw[at : at + line].count(b"\x1f\x3a\x5f") for at in range(0, len(raw), line))


@pytest.mark.parametrize(("paper", "inches"), [(None, 6.85), (Paper.A4, 6.85), (Paper.LETTER, 7.08)])
def test_chart_is_as_wide_as_the_line(tmp_path: Path, paper: Paper | None, inches: float) -> None:
    content, _ = render(JOBS, template(tmp_path, "{{ figures|chart }}"), paper=paper)
    (extent,) = opened(content).element.body.iter(EXTENT)
    assert int(extent.get("cx", "0")) / 914400 == pytest.approx(inches, abs=0.02)


@pytest.mark.parametrize(
    ("tag", "reason", "fix"),
    [
        ("See {{ figures|chart }}", "stands alone", "paragraph of its own"),
        ("{{ quotes|chart }}", "drawn of figures", "figures|chart"),
        ("{{ note.title|chart }}", "needs a list", "figures"),
    ],
)
def test_misplaced_chart_is_named_with_its_fix(tmp_path: Path, tag: str, reason: str, fix: str) -> None:
    (problem,) = [each for each in check(template(tmp_path, "Fine", tag)).problems if each.severity == "error"]
    assert problem.place.paragraph == 2
    assert reason in problem.reason
    assert fix in problem.fix


def test_chart_in_a_header_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="stands alone"):
        render(JOBS, template(tmp_path, "Body", header=paragraph("BNBanner", "{{ figures|chart }}")))


def test_chart_is_told_in_words_where_pages_cannot_be_drawn(tmp_path: Path) -> None:
    content, _ = render(JOBS, template(tmp_path, "{{ figures|chart }}"))
    assert any("1,200 jobs [1 ¶11]" in each.text for each in sheet_of(content).body if isinstance(each, Paragraph))
