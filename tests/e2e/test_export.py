"""From a brief to a Word file that can be sent."""

import hashlib
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from briefing import review
from briefing.assets import asset
from briefing.brief import Brief
from briefing.compose import compose
from briefing.errors import ExportError, TemplateError
from briefing.word import TemplateInfo, export, templates
from briefing.word.verify import check_quotes
from tests.by_hand import harbour
from tests.word_files import lines, opened

NOTE = asset("templates", "briefing-note.docx")
HEADER = {
    "subject": "Port Ellen: record traffic",
    "classification": "Internal",
    "sender": "Analyst",
    "comment": "None of it is corroborated.",
    "bottom_line": "A record.\nA second terminal is coming.",
}


@pytest.fixture
def brief() -> Brief:
    return review.set_header(harbour().brief(), HEADER)


def problems(path: Path) -> list[str]:
    return [f"{error.part_uri} {error.description}" for error in OpenXmlValidator().validate(str(path)).errors]


@pytest.mark.parametrize("info", templates(), ids=lambda info: info.id)
class TestEveryBuiltInTemplate:
    def test_makes_a_valid_file_with_everything_in_it(self, tmp_path: Path, brief: Brief, info: TemplateInfo) -> None:
        exported = export(brief, info.path, tmp_path / "note.docx", generated="2024-03-15T09:00")
        assert problems(exported.path) == []
        assert exported.left_out == ()
        assert exported.sha256 == hashlib.sha256(exported.path.read_bytes()).hexdigest()

    def test_makes_a_valid_file_of_nothing(self, tmp_path: Path, info: TemplateInfo) -> None:
        exported = export(Brief(), info.path, tmp_path / "note.docx")
        assert problems(exported.path) == []

    def test_gives_the_same_bytes_twice(self, tmp_path: Path, brief: Brief, info: TemplateInfo) -> None:
        first, second = (export(brief, info.path, tmp_path / name) for name in ("a.docx", "b.docx"))
        assert first.sha256 == second.sha256

    def test_is_valid_itself_and_says_what_it_is(self, info: TemplateInfo) -> None:
        assert problems(info.path) == []
        assert info.name
        assert info.description
        assert info.version


def test_note_says_what_was_kept(tmp_path: Path, brief: Brief) -> None:
    content = export(brief, NOTE, tmp_path / "note.docx").path.read_bytes()
    said = lines(content)
    assert "nearly 30,000 jobs" in said
    assert "23.3 billion tenge ($49 million)" in said
    assert "Anna Holt, Mayor, Port Ellen" in said
    assert (
        "“We will build a second terminal, and we will build it here. It will pay for itself.”\u00a0[1\u00a0¶5] (source: “Holt”)"
        in said
    )
    assert "In fragments: “a bold decision” (Thomas Reed)\u00a0[1\u00a0¶7]" in said
    assert said[said.index("A record.") :][:2] == ["A record.", "A second terminal is coming."]
    assert any(line.startswith("Extracted by rules; no text was generated.") for line in said)


def test_heading_vanishes_with_its_empty_list(tmp_path: Path) -> None:
    content = export(Brief(), NOTE, tmp_path / "note.docx").path.read_bytes()
    assert not {"Key figures", "What was said", "Sources"} & set(lines(content))


@pytest.mark.parametrize(("kept", "column"), [("nearly 30,000 jobs", False), ("8.9 million tons", True)])
def test_column_of_changes_stands_only_where_there_is_one(tmp_path: Path, kept: str, *, column: bool) -> None:
    brief = harbour().brief()
    text = brief.sources[0].article.text
    others = [finding.id for finding in brief.findings if finding.span.of(text) not in kept]
    content = export(review.drop(brief, *others), NOTE, tmp_path / "note.docx").path.read_bytes()
    assert ("Change" in lines(content)) is column


@pytest.mark.parametrize("info", templates(), ids=lambda info: info.id)
def test_labels_of_optional_fields_stand_only_with_their_fields(tmp_path: Path, brief: Brief, info: TemplateInfo) -> None:
    optional = {"Copy", "Reference", "Deadline", "Period", "Next report", "Number", "Edition"}
    bare = lines(export(harbour().brief(), info.path, tmp_path / "note.docx").path.read_bytes())
    assert not optional & set(bare[: bare.index("Sources")]) - {"Period"}  # a column of the table is called that as well
    typed = review.set_header(brief, {"reference": "BN-1", "copy_to": "Registry", "issue_number": "7"})
    said = lines(export(typed, info.path, tmp_path / "note.docx").path.read_bytes())
    assert ("Registry" in said) is (info.id != "verification-sheet")


def test_properties_name_the_note(tmp_path: Path, brief: Brief) -> None:
    core = opened(export(brief, NOTE, tmp_path / "note.docx").path.read_bytes()).core_properties
    assert (core.title, core.author, core.language) == ("Port Ellen: record traffic", "Analyst", "en-GB")


def test_quote_that_differs_from_its_source_blocks_the_export(tmp_path: Path, brief: Brief) -> None:
    context = compose(brief)
    altered = replace(context, quotes=(replace(context.quotes[0], text="We will not build"), *context.quotes[1:]))
    with pytest.raises(ExportError, match=r"“We will not build” \[1 ¶5\] differs from its source"):
        check_quotes(brief, altered)


def test_missing_template_is_a_sentence(tmp_path: Path, brief: Brief) -> None:
    with pytest.raises(TemplateError, match="is not there any more"):
        export(brief, tmp_path / "gone.docx", tmp_path / "note.docx")
    assert not (tmp_path / "note.docx").exists()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.4", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)])
def test_file_that_is_no_template_is_a_sentence(tmp_path: Path, brief: Brief, content: bytes) -> None:
    path = tmp_path / "bad.docx"
    path.write_bytes(content)
    with pytest.raises(TemplateError):
        export(brief, path, tmp_path / "note.docx")
    assert not (tmp_path / "note.docx").exists()


def test_folder_as_target_is_a_sentence(tmp_path: Path, brief: Brief) -> None:
    with pytest.raises(ExportError, match="is a folder"):
        export(brief, NOTE, tmp_path)


def test_file_that_is_there_stays_where_that_was_asked_for(tmp_path: Path, brief: Brief) -> None:
    target = tmp_path / "note.docx"
    target.write_bytes(b"mine")
    with pytest.raises(ExportError, match="is there already"):
        export(brief, NOTE, target, overwrite=False)
    assert target.read_bytes() == b"mine"


def test_listing_templates_and_importing_the_package_bring_no_parser_into_the_window() -> None:
    code = "import sys, briefing.word; print(sorted(set(sys.modules) & {'lxml', 'docx', 'spacy', 'jinja2'}))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


OFFLINE = """
import sys

TALKS = {f"socket.{name}" for name in ("connect", "sendto", "sendmsg", "getaddrinfo", "gethostbyname", "gethostbyaddr")}
every = False

def refuse(event, arguments):
    if event in TALKS or (every and event.startswith("socket.")):
        raise SystemExit(f"{event} was tried: {arguments}")

sys.addaudithook(refuse)

from pathlib import Path
from briefing.analysis.findings import extract
from briefing.analysis.pipeline import read, readable
from briefing.articles import load
from briefing import review
from briefing.brief import Brief
from briefing.word import Paper, export, templates
from briefing.word.marks import Marks

article = load(Path(sys.argv[1]))
brief = review.add_article(Brief(), article)
brief = review.set_findings(brief, "1", extract(article, tuple(read(article, readable(article))), "1"))
brief = review.keep(brief, *(finding.id for finding in brief.findings))

import socket
def blocked(*_, **__):
    raise SystemExit("a socket was asked for")
socket.socket = socket.create_connection = blocked
every = True  # a library that only looks whether there is IPv6, while it is imported, sends nothing
for info in templates(Path(sys.argv[2]) / "mine"):
    for marks in Marks:
        export(brief, info.path, Path(sys.argv[2]) / f"{info.id}-{marks}.docx", marks=marks, paper=Paper.LETTER)
print(len(brief.findings))
"""


def test_reading_composing_and_exporting_open_no_socket(tmp_path: Path) -> None:
    command = [sys.executable, "-c", OFFLINE, asset("resources", "samples", "harbour-upgrade.txt"), tmp_path]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path.cwd(), check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 5
    assert len(list(tmp_path.glob("*.docx"))) == 28


KILLED = """
import sys
import time
from pathlib import Path
from briefing.assets import asset
from briefing.word import export
from tests.by_hand import harbour
brief, note = harbour().brief(), asset("templates", "briefing-note.docx")
for n in range(1000):
    export(brief, note, Path(sys.argv[1]), generated=f"2024-03-15T09:{n % 60:02}")
    print(n, flush=True)
"""


def test_kill_during_exports_leaves_a_whole_note(tmp_path: Path) -> None:
    target = tmp_path / "note.docx"
    for delay in (0.0, 0.003, 0.007, 0.012, 0.02):
        with subprocess.Popen([sys.executable, "-c", KILLED, target], stdout=subprocess.PIPE, cwd=Path.cwd()) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(delay)
            process.kill()
        assert "Key figures" in lines(target.read_bytes())
