"""A file is written whole or not at all, and every failure is a sentence with a next step."""

import errno
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefing import files
from briefing.errors import ExportError, StorageError
from briefing.files import sweep, write_atomically


def strays(folder: Path) -> list[Path]:
    return list(folder.glob(".briefing-*"))


def test_new_file_holds_the_bytes(tmp_path: Path) -> None:
    write_atomically(tmp_path / "note.docx", b"new")
    assert (tmp_path / "note.docx").read_bytes() == b"new"
    assert strays(tmp_path) == []


def test_old_file_is_replaced_without_a_backup(tmp_path: Path) -> None:
    target = tmp_path / "note.docx"
    target.write_bytes(b"old")
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"
    assert [path for path in tmp_path.iterdir() if path.is_file()] == [target]


def test_backup_keeps_the_file_before(tmp_path: Path) -> None:
    target = tmp_path / "a.brief"
    for content in (b"1", b"2", b"3"):
        write_atomically(target, content, backup=True)
    assert target.read_bytes() == b"3"
    assert (tmp_path / "a.brief.bak").read_bytes() == b"2"


def test_permissions_of_the_old_file_stay(tmp_path: Path) -> None:
    target = tmp_path / "note.docx"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_atomically(target, b"new")
    assert target.stat().st_mode & 0o777 == 0o640


def test_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "real.docx"
    real.write_bytes(b"old")
    link = tmp_path / "link.docx"
    link.symlink_to(real)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "no space left"),
        (errno.EROFS, "cannot be written to"),
        (errno.EACCES, "cannot be written to"),
        (errno.EBUSY, "open in another program"),
        (errno.ENAMETOOLONG, "too long"),
        (errno.EIO, "could not be written"),
    ],
)
def test_failure_leaves_the_old_file_and_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    target = tmp_path / "note.docx"
    target.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(files.os, "fsync", fail)
    with pytest.raises(ExportError, match=words) as caught:
        write_atomically(target, b"new", error=ExportError)
    assert caught.value.next_step
    assert target.read_bytes() == b"old"
    assert strays(tmp_path) == []


def test_folder_as_target_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="is a folder"):
        write_atomically(tmp_path, b"new")


def test_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="does not exist"):
        write_atomically(tmp_path / "gone" / "note.docx", b"new")


def test_locked_target_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    attempts = []
    replace = Path.replace

    def locked_twice(self: Path, target: Path) -> Path:
        attempts.append(target)
        if len(attempts) < 3:
            problem = PermissionError(errno.EACCES, "in use")
            problem.winerror = 32  # type: ignore[attr-defined] # only Windows sets it
            raise problem
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", locked_twice)
    write_atomically(tmp_path / "note.docx", b"new")
    assert (tmp_path / "note.docx").read_bytes() == b"new"


def test_target_locked_for_good_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(_self: Path, _target: Path) -> Path:
        problem = PermissionError(errno.EACCES, "in use")
        problem.winerror = 32  # type: ignore[attr-defined] # only Windows sets it
        raise problem

    monkeypatch.setattr(Path, "replace", locked)
    monkeypatch.setattr(files, "_PATIENCE", 0.2)
    with pytest.raises(ExportError, match=r"open in another program.*note \(2\)\.docx"):
        write_atomically(tmp_path / "note.docx", b"new", error=ExportError)


def test_sweep_removes_only_old_temporaries_of_ours(tmp_path: Path) -> None:
    old, young, other = (tmp_path / name for name in (".briefing-1.part", ".briefing-2.part", "note.docx"))
    for path in (old, young, other):
        path.write_bytes(b"")
    os.utime(old, (time.time() - 7200,) * 2)
    os.utime(other, (time.time() - 7200,) * 2)
    sweep(tmp_path)
    assert sorted(path for path in tmp_path.iterdir() if path.is_file()) == sorted([young, other])


KILLED = """
import sys
from pathlib import Path
from briefing.files import write_atomically
n = 0
while True:
    n += 1
    write_atomically(Path(sys.argv[1]), bytes([n % 251]) * 400_000)
    if n == 1:
        print("going", flush=True)
"""


def test_kill_in_the_middle_leaves_a_whole_file(tmp_path: Path) -> None:
    target = tmp_path / "note.docx"
    for round_ in range(6):
        with subprocess.Popen([sys.executable, "-c", KILLED, target], stdout=subprocess.PIPE, cwd=Path.cwd()) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.01 * round_)
            process.kill()
        content = target.read_bytes()
        assert len(content) == 400_000
        assert len(set(content)) == 1
