"""What was not saved is found again after a crash, and only then."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.brief import Brief
from briefing.errors import StorageError
from briefing.storage import autosave, discard, new_key, recover, recoverable, save_brief
from briefing.storage.recovery import recovery_folder

CRASH = """
import os, sys
from pathlib import Path
from briefing.storage import autosave, open_brief
autosave(open_brief(Path(sys.argv[1])), "crashed", Path("/home/ann/note.brief"))
os._exit(1)
"""


def crash_with(brief: Brief, folder: Path) -> None:
    """Another process keeps a brief and dies."""
    save_brief(brief, folder / "given.brief")
    subprocess.run([sys.executable, "-c", CRASH, str(folder / "given.brief")], check=False, cwd=Path(__file__).parents[4])


def test_nothing_to_recover_at_first() -> None:
    assert recoverable() == ()


def test_a_crashed_windows_brief_is_offered_with_title_and_path(brief: Brief, tmp_path: Path) -> None:
    crash_with(brief, tmp_path)
    [found] = recoverable()
    assert (found.key, found.title, found.path) == ("crashed", "Trade", "/home/ann/note.brief")
    assert found.saved
    assert recover(found) == brief


def test_this_windows_own_brief_is_not_offered(brief: Brief) -> None:
    key = new_key()
    autosave(brief, key)
    assert recoverable() == ()
    discard(key)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such locks there")
def test_another_open_windows_brief_is_not_offered(brief: Brief) -> None:
    key = new_key()
    autosave(brief, key)
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.apply(recoverable) == ()
    discard(key)


def test_discarded_is_gone(brief: Brief, tmp_path: Path) -> None:
    crash_with(brief, tmp_path)
    discard("crashed")
    assert recoverable() == ()
    assert list(recovery_folder().iterdir()) == []


def test_the_latest_state_is_kept(brief: Brief) -> None:
    key = new_key()
    autosave(Brief(), key)
    autosave(brief, key)
    assert len(list(recovery_folder().glob("*.brief"))) == 1
    discard(key)


def test_damaged_drafts_are_passed_over(brief: Brief, tmp_path: Path) -> None:
    crash_with(brief, tmp_path)
    (recovery_folder() / "broken.brief").write_bytes(b"\x00")
    assert [found.key for found in recoverable()] == ["crashed"]


@pytest.mark.parametrize("key", ["../note", "a/b", "", "a\x00"])
def test_a_key_cannot_leave_the_folder(brief: Brief, key: str) -> None:
    with pytest.raises(ValueError, match="no key"):
        autosave(brief, key)


def test_a_folder_that_cannot_be_made_is_one_sentence(brief: Brief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    with pytest.raises(StorageError, match="unsaved work"):
        autosave(brief, new_key())
