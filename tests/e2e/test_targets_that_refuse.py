"""A target that cannot be written: a sentence, the next step, and the work still there."""

import errno
import os
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefing import files
from briefing.brief import Brief
from briefing.engine import Engine
from briefing.word import Exported, export
from ui import saving
from ui.bars import Bar, Kind
from ui.window import MainWindow


class Here(Engine):
    """Exports in this process, so that the file system under it can be made to fail."""

    def export(self, brief: Brief, template: Path, target: Path, *, overwrite: bool = True) -> Future[Exported]:
        future: Future[Exported] = Future()
        try:
            future.set_result(export(brief, template, target, overwrite=overwrite))
        except Exception as error:  # noqa: BLE001 - a future carries whatever it was
            future.set_exception(error)
        return future


def refuse(monkeypatch: pytest.MonkeyPatch, code: int, *, winerror: int = 0) -> None:
    """Let the last step of every writing fail as the system would."""

    def fail(_self: Path, _target: Path) -> Path:
        problem = OSError(code, os.strerror(code))
        if winerror:
            problem.winerror = winerror  # type: ignore[attr-defined] # only Windows sets it
        raise problem

    monkeypatch.setattr(Path, "replace", fail)
    monkeypatch.setattr(files, "_PATIENCE", 0.0)


REFUSALS = pytest.mark.parametrize(
    "refusal",
    [
        (errno.EACCES, 32, "open in another program"),
        (errno.EROFS, 0, "cannot be written to"),
        (errno.ENOSPC, 0, "no space left"),
    ],
    ids=["open in Word", "read-only folder", "full disk"],
)


@REFUSALS
def test_an_export_that_is_refused_can_be_tried_again(
    reviewing: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    bar: Callable[[str], Bar],
    tmp_path: Path,
    refusal: tuple[int, int, str],
) -> None:
    code, winerror, words = refusal
    target = tmp_path / "note.docx"
    target.write_bytes(b"the note before")
    with Here() as engine, monkeypatch.context() as patch:
        reviewing.work.exporter._jobs._engine = engine
        refuse(patch, code, winerror=winerror)
        reviewing.work.exporter.write(target)
        said = bar(words)
        assert said.message.kind is Kind.PROBLEM
        assert [button.text() for button in said.buttons] == ["Try again", "Save as…"]
        assert target.read_bytes() == b"the note before"
        assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["note.docx"]

        patch.undo()
        said.buttons[0].click()
        bar("The note is in")
    assert target.read_bytes()[:2] == b"PK"


@REFUSALS
def test_a_save_that_is_refused_can_be_tried_again(
    reviewing: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    press: Callable[..., None],
    bar: Callable[[str], Bar],
    tmp_path: Path,
    refusal: tuple[int, int, str],
) -> None:
    code, winerror, words = refusal
    press("k")
    target = tmp_path / "mine.brief"
    with monkeypatch.context() as patch:
        refuse(patch, code, winerror=winerror)
        reviewing.work.saver._write(target, None)
        said = bar(words)
        assert [button.text() for button in said.buttons] == ["Try again", "Save as…"]
        assert reviewing.work.session.unsaved
        assert not target.exists()

    said.buttons[0].click()
    qtbot.waitUntil(lambda: target.exists() and not reviewing.work.session.unsaved)


def test_a_folder_in_the_files_place_is_said(reviewing: MainWindow, bar: Callable[[str], Bar], tmp_path: Path) -> None:
    (tmp_path / "note.docx").mkdir()
    reviewing.work.exporter.write(tmp_path / "note.docx")

    assert [button.text() for button in bar("is a folder").buttons] == ["Try again", "Save as…"]


def test_a_name_that_is_too_long_is_said(reviewing: MainWindow, bar: Callable[[str], Bar], tmp_path: Path) -> None:
    reviewing.work.exporter.write(tmp_path / f"{'n' * 300}.docx")

    bar("too long")


def test_an_automatic_save_that_fails_is_said_once_and_tried_again(
    reviewing: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    press: Callable[..., None],
    bar: Callable[[str], Bar],
) -> None:
    tries: list[float] = []

    def fail(*_: object) -> None:
        tries.append(time.monotonic())
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(saving, "autosave", fail)
    press("k")
    reviewing.work.saver.keep()
    said = bar("")
    assert said.buttons[0].text() == "Save as…"
    said.finish()

    reviewing.work.saver.keep()
    qtbot.waitUntil(lambda: len(tries) == 2 and not reviewing.jobs.busy)
    assert not reviewing.work.bars.bars()
