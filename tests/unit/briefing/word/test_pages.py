"""Pages by LibreOffice: counted where it is installed, explained where it is not, ended where it hangs."""

import os
import stat
import tempfile
import threading
import time
from pathlib import Path

import pytest
from lxml import etree

from briefing import review
from briefing.analysis.findings import extract
from briefing.analysis.pipeline import read, readable
from briefing.articles import load
from briefing.brief import Brief
from briefing.engine import Engine
from briefing.errors import ExportError, TemplateError
from briefing.word import export, libreoffice, pages
from briefing.word.store import find
from tests.by_hand import harbour

SEED = Path(__file__).resolve().parents[5] / "shared" / "seed" / "article.txt"
OOR = "{http://openoffice.org/2001/registry}"
needs_libreoffice = pytest.mark.skipif(not pages.program(), reason="LibreOffice is not installed")


@pytest.fixture
def note(tmp_path: Path) -> Path:
    return export(harbour().brief(), find("briefing-note").path, tmp_path / "note.docx").path


def pretend(path: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    program = path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setattr(libreoffice, "program", lambda: str(program))


@needs_libreoffice
@pytest.mark.slow
def test_one_page_note_has_one_page(note: Path) -> None:
    assert pages.count(note) == 1


@needs_libreoffice
@pytest.mark.slow
def test_the_window_asks_through_the_worker_and_nothing_is_left_behind(note: Path, tmp_path: Path) -> None:
    left = set(Path(tempfile.gettempdir()).glob("briefing-pages-*"))
    with Engine() as engine:
        assert engine.call("briefing.word.pages:count", note).result() == 1
    assert set(Path(tempfile.gettempdir()).glob("briefing-pages-*")) <= left


@pytest.mark.skipif(os.name != "posix", reason="a shell script stands in for LibreOffice")
def test_profile_runs_and_fetches_nothing(note: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep = f'cp "${{1#-env:UserInstallation=file://}}/user/registrymodifications.xcu" "{tmp_path}/profile.xcu"'
    pretend(tmp_path, keep, monkeypatch)
    with pytest.raises(ExportError):
        pages.pdf(note)
    profile = etree.parse(tmp_path / "profile.xcu")
    values = {prop.get(f"{OOR}name"): prop.findtext("value") for prop in profile.iter("prop")}
    assert values["DisableMacrosExecution"] == "true"
    assert values["MacroSecurityLevel"] == "3"
    assert values["Link"] == "0"


def test_without_libreoffice_there_is_no_count(note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "program", lambda: "")
    monkeypatch.setattr(libreoffice, "program", lambda: "")
    assert pages.count(note) is None
    with pytest.raises(ExportError, match="not installed"):
        pages.pdf(note)


@pytest.mark.skipif(os.name != "posix", reason="a shell script stands in for LibreOffice")
@pytest.mark.parametrize(("script", "words"), [("exit 0", "could not lay out"), ("sleep 30", "took too long")])
def test_failing_or_hanging_program_is_a_sentence(
    note: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, words: str
) -> None:
    pretend(tmp_path, script, monkeypatch)
    start = time.monotonic()
    with pytest.raises(ExportError, match=words):
        pages.pdf(note, time_limit=0.5)
    assert time.monotonic() - start < 5


def test_file_that_the_gate_refuses_never_reaches_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(tmp_path, "exit 0", monkeypatch)
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"PK not a Word file")
    with pytest.raises(TemplateError):
        pages.pdf(bad)


def test_empty_brief_needs_no_pages_to_be_exported(tmp_path: Path) -> None:
    assert export(Brief(), find("briefing-note").path, tmp_path / "note.docx").pages is None


@needs_libreoffice
@pytest.mark.slow
def test_pages_are_drawn_as_pictures_of_the_paper(note: Path) -> None:
    drawn = pages.view(note, per_inch=60)
    assert drawn.count == len(drawn.pictures) == 1
    width, height = (int.from_bytes(drawn.pictures[0][at : at + 4], "big") for at in (16, 20))
    assert (width, height) == (pytest.approx(496, abs=1), pytest.approx(702, abs=1))  # A4 in sixtieths of an inch


def test_what_a_crash_left_behind_is_swept_and_what_is_at_work_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    old, fresh, other = (tmp_path / name for name in ("briefing-pages-old", "briefing-pages-new", "something-else"))
    for folder in (old, fresh, other):
        folder.mkdir()
        (folder / "note.docx").touch()
    for folder in (old, other):
        os.utime(folder, (0, 0))
    libreoffice._sweep.cache_clear()
    libreoffice._sweep()
    assert [old.exists(), fresh.exists(), other.exists()] == [False, True, True]


def test_what_is_no_pdf_is_a_sentence() -> None:
    with pytest.raises(ExportError, match="could not be drawn"):
        pages.pictures(b"%PDF-1.7 nothing")


@pytest.mark.skipif(os.name != "posix", reason="a shell script stands in for LibreOffice")
def test_view_that_nobody_wants_any_more_is_ended(note: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(tmp_path, f'echo $$ > "{tmp_path}/pid"; sleep 30', monkeypatch)
    stop = threading.Event()
    threading.Timer(0.3, stop.set).start()
    start = time.monotonic()
    assert libreoffice.to_pdf(note.read_bytes(), stop=stop) == b""
    assert time.monotonic() - start < 5
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


@needs_libreoffice
@pytest.mark.slow
@pytest.mark.shared
@pytest.mark.skipif(not SEED.is_file(), reason="the benchmark data does not lie beside the checkout")
def test_note_of_the_seed_article_with_the_analysts_words_fits_one_page(tmp_path: Path) -> None:
    read_ = load(SEED)
    brief = review.add_article(Brief(), read_)
    brief = review.set_findings(brief, "1", extract(read_, tuple(read(read_, readable(read_))), "1"))
    words = "A sentence of the analyst’s own that says in some twenty words what the reader should take away from all this. " * 2
    brief = review.set_header(
        brief, {"classification": "Internal", "bottom_line": words, "background": words, "comment": words, "to": "Head of unit"}
    )
    note = export(brief, find("briefing-note").path, tmp_path / "note.docx").path
    assert pages.count(note) == 1
