"""The commands of the shell."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from docx import Document

from briefing import __version__
from briefing.assets import asset

ROOT = Path(__file__).parents[3]
SAMPLE = str(asset("resources", "samples", "harbour-upgrade.txt"))


def briefing(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "120"}
    command = [sys.executable, "-m", "briefing", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd, env=environment, timeout=120)


def test_help_teaches_commands_examples_and_exit_codes() -> None:
    shown = briefing("--help").stdout
    for expected in ("compose", "extract", "templates", "Exit codes", "opens the window"):
        assert expected in shown
    assert "briefing compose visit.html -o note.docx" in briefing("compose", "--help").stdout


def test_version() -> None:
    assert briefing("--version").stdout.strip() == f"Briefing {__version__}"


def test_extract_as_json() -> None:
    done = briefing("extract", SAMPLE, "--format", "json")
    assert done.returncode == 0
    rows = json.loads(done.stdout)
    text = Path(SAMPLE).read_text(encoding="utf-8")
    assert len(rows) > 40
    assert all(text[row["start"] : row["end"]] == row["text"] for row in rows if row["kind"].startswith("figure"))
    assert any(row["currency"] == "EUR" and row["value"] == 1.4e9 for row in rows)
    assert any(row["speaker"] == "Marta Lindqvist" for row in rows)


def test_extract_as_csv_holds_no_formula(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(
        "Trade\n\nThe minister said: “=1+1 is what they pay for 5 ships.” She paid 5 million dollars.\n", encoding="utf-8"
    )
    rows = list(csv.DictReader(io.StringIO(briefing("extract", str(article), "--format", "csv").stdout)))
    assert rows
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row.values())


def test_extract_as_table_names_the_article_when_there_are_several() -> None:
    assert "Article" in briefing("extract", SAMPLE, SAMPLE).stdout.splitlines()[0]


@pytest.mark.parametrize("keep", ["suggested", "all"])
def test_compose_writes_a_note(tmp_path: Path, keep: str) -> None:
    note = tmp_path / "note.docx"
    done = briefing("compose", SAMPLE, "-o", str(note), "--keep", keep)
    assert done.returncode == 0, done.stderr
    assert "findings are in the note" in done.stdout
    assert "€1.4 billion" in "".join(
        [paragraph.text for paragraph in Document(str(note)).paragraphs]
        + [cell.text for table in Document(str(note)).tables for row in table.rows for cell in row.cells]
    )


def test_relative_paths_are_the_callers(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(Path(SAMPLE).read_text(encoding="utf-8"), encoding="utf-8")
    done = briefing("compose", "article.txt", "-o", "note.docx", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "note.docx").exists()


def test_an_address_is_fetched_and_named_in_the_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "harbour").write_bytes(Path(SAMPLE).read_bytes())
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=tmp_path)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        found = briefing("extract", f"{address}/harbour", "--format", "csv")
        missing = briefing("extract", f"{address}/gone")
        written = briefing("compose", f"{address}/harbour", "-o", str(tmp_path / "note.docx"))
        server.shutdown()
    assert "1.4 billion" in found.stdout, found.stderr
    assert (missing.returncode, "no page at this address (404)" in missing.stderr) == (3, True)
    assert written.returncode == 0, written.stderr
    note = Document(str(tmp_path / "note.docx"))
    shown = [paragraph.text for paragraph in note.paragraphs]
    shown += [cell.text for table in note.tables for row in table.rows for cell in row.cells]
    assert f"{address}/harbour" in " ".join(shown)


def test_templates_lists_the_built_in_one() -> None:
    done = briefing("templates")
    assert (done.returncode, "briefing-note" in done.stdout) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("extract", "gone.txt"), 3, "not there"),
        (("extract", "."), 3, "folder"),
        (("compose", SAMPLE, "-o", "note.docx", "--template", "nonsense"), 4, "no template"),
        (("compose", SAMPLE, "-o", "no/such/folder/note.docx"), 5, "folder"),
        (("compose", SAMPLE), 2, "--output"),
        (("extract", SAMPLE, "--format", "poem"), 2, "poem"),
    ],
)
def test_exit_codes_mean_something(arguments: tuple[str, ...], code: int, says: str, tmp_path: Path) -> None:
    done = briefing(*arguments, cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent in another way there")
def test_control_c_ends_it_with_130() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, "-m", "briefing", "extract", *[SAMPLE] * 40],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    time.sleep(2)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Interrupted" in err
    assert "Traceback" not in err
