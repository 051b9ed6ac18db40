"""``briefing templates`` in the shell."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from briefing import review
from briefing.assets import asset
from briefing.storage import Settings, save_brief, save_settings
from tests.by_hand import harbour
from tests.word_files import lines, template

ROOT = Path(__file__).parents[3]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def templates(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    own = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA"), str(home))
    environment = {**os.environ, **own, "PYTHONPATH": str(ROOT), "COLUMNS": "160"}
    command = [sys.executable, "-m", "briefing", "templates", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=120)


def test_without_a_command_they_are_listed(home: Path) -> None:
    bare, listed = templates(home), templates(home, "list")
    assert (bare.returncode, listed.returncode) == (0, 0)
    assert bare.stdout == listed.stdout
    assert "verification-sheet" in listed.stdout


def test_help_teaches_commands_and_exit_codes(home: Path) -> None:
    shown = templates(home, "--help").stdout
    for expected in ("list", "check", "new", "render", "Exit codes", "7 a brief cannot be opened"):
        assert expected in shown
    assert "briefing templates check weekly.docx" in templates(home, "check", "--help").stdout


def test_check_tells_place_words_reason_and_fix(home: Path, tmp_path: Path) -> None:
    bad = template(tmp_path, "Title", "{{ note.titel }}")
    done = templates(home, "check", "market-brief", str(bad))
    assert done.returncode == 4
    assert "market-brief can be used: nothing to mend." in done.stdout
    for expected in ("cannot be used: 1 error", "body, paragraph 2: “{{ note.titel }}”", "Unknown field “titel”", "“title”"):
        assert expected in done.stdout


def test_check_goes_on_behind_a_file_that_is_none(home: Path, tmp_path: Path) -> None:
    junk = tmp_path / "junk.docx"
    junk.write_bytes(b"no Word file")
    done = templates(home, "check", str(junk), "press-summary")
    assert done.returncode == 4
    assert "“junk.docx” is not a Word file." in done.stderr
    assert "press-summary can be used" in done.stdout


def test_check_writes_a_copy_with_comments(home: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.docx"
    bad = template(tmp_path, "{{ note.titel }}")
    assert templates(home, "check", str(bad), "--annotate", str(copy)).returncode == 4
    (comment,) = [each.text for each in Document(str(copy)).comments if "titel" in each.text]
    assert "title" in comment


def test_annotate_takes_one_file(home: Path, tmp_path: Path) -> None:
    done = templates(home, "check", "market-brief", "press-summary", "--annotate", str(tmp_path / "copy.docx"))
    assert done.returncode == 2


def test_new_template_is_listed_and_renders_a_saved_brief(home: Path, tmp_path: Path) -> None:
    made = templates(home, "new", "Our weekly", "--from", str(asset("templates", "market-brief.docx")))
    assert made.returncode == 0, made.stderr
    assert "our-weekly" in templates(home, "list").stdout
    saved, note = tmp_path / "harbour.brief", tmp_path / "note.docx"
    save_brief(review.set_header(harbour().brief(), {"comment": "None of it is corroborated."}), saved)
    done = templates(home, "render", "Our weekly", str(saved), "-o", str(note))
    assert done.returncode == 0, done.stderr
    said = lines(note.read_bytes())
    assert said[0] == "Economic and market brief"
    assert "None of it is corroborated." in said


def test_new_template_from_a_brief_keeps_its_set_up_and_not_its_content(home: Path, tmp_path: Path) -> None:
    saved, note = tmp_path / "monday.brief", tmp_path / "note.docx"
    monday = replace(harbour().brief(), template="market-brief", style="UN")
    save_brief(review.set_header(monday, {"sender": "Trade unit", "comment": "Only for today."}), saved)
    made = templates(home, "new", "Monday", "--from", str(saved))
    assert made.returncode == 0, made.stderr

    save_brief(harbour().brief(), saved)
    assert templates(home, "render", "Monday", str(saved), "-o", str(note)).returncode == 0
    said = "\n".join(lines(note.read_bytes()))
    assert "Economic and market brief" in said
    assert "Trade unit" in said
    assert "Only for today." not in said


def test_the_teams_folder_of_the_settings_is_listed_and_used(home: Path, tmp_path: Path) -> None:
    team = tmp_path / "team"
    team.mkdir()
    (team / "weekly.docx").write_bytes(template(tmp_path, "{{ note.subject }}").read_bytes())
    save_settings(Settings(team_folder=str(team)), home / "briefing" / "settings.json")
    assert "team" in templates(home, "list").stdout
    assert templates(home, "check", "small").returncode == 0


def test_new_template_with_mistakes_is_kept_and_explained(home: Path, tmp_path: Path) -> None:
    done = templates(home, "new", "Draft", "--from", str(template(tmp_path, "{{ note.titel }}")))
    assert (done.returncode, "draft cannot be used" in done.stdout) == (4, True)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("render", "no-such", "a.brief", "-o", "n.docx"), 4, "There is no template “no-such”."),
        (("render", "press-summary", "gone.brief", "-o", "n.docx"), 7, "gone.brief"),
        (("new", "X", "--from", "gone.docx"), 4, "is not there any more"),
        (("render", "press-summary", "gone.brief"), 2, "--output"),
    ],
)
def test_what_cannot_be_done_has_its_exit_code(home: Path, arguments: tuple[str, ...], code: int, words: str) -> None:
    done = templates(home, *arguments)
    assert (done.returncode, words in done.stderr) == (code, True), done.stderr
