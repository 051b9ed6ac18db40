from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.jobs import Jobs
from ui.templates.watching import Watch


@pytest.fixture
def watch(qtbot: QtBot) -> Iterator[Watch]:
    jobs, parent = Jobs(), QObject()
    made = Watch(jobs, parent)
    yield made
    made.close()
    jobs.close()


def test_what_the_system_tells_is_noticed(watch: Watch, tmp_path: Path, qtbot: QtBot) -> None:
    watch.follow((tmp_path,))
    with qtbot.waitSignal(watch.changed):
        watch.look()
    with qtbot.waitSignal(watch.changed):
        (tmp_path / "new.docx").write_bytes(b"1")
    with qtbot.waitSignal(watch.changed):
        (tmp_path / "new.docx").write_bytes(b"22")


def test_what_did_not_change_is_not_told(watch: Watch, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "old.docx").write_bytes(b"1")
    (tmp_path / "~$old.docx").write_bytes(b"lock")
    watch.follow((tmp_path,))
    with qtbot.waitSignal(watch.changed):
        watch.look()
    (tmp_path / "~$old.docx").write_bytes(b"another lock")
    with qtbot.assertNotEmitted(watch.changed, wait=600):
        watch.look()


def test_a_folder_that_is_not_there_is_away_until_it_comes(watch: Watch, tmp_path: Path, qtbot: QtBot) -> None:
    share = tmp_path / "share"
    watch.follow((tmp_path, share))
    with qtbot.waitSignal(watch.changed):
        watch.look()
    assert (watch.there(tmp_path), watch.there(share)) == (True, False)
    share.mkdir()
    with qtbot.waitSignal(watch.changed):
        watch.look()
    assert watch.there(share)
