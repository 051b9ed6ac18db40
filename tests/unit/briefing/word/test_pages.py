"""Pages by LibreOffice: counted where it is installed, explained where it is not, ended where it hangs."""

import os
import stat
import tempfile
import time
from pathlib import Path

import pytest
from lxml import etree

from briefing.brief import Brief
from briefing.engine import Engine
from briefing.errors import ExportError, TemplateError
from briefing.word import export, libreoffice, pages
from briefing.word.store import find
from tests.by_hand import harbour

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
