import zipfile
from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from briefing.model import Figure
from ui.bars import Bar
from ui.window import MainWindow


def test_from_a_file_to_a_word_note(
    window: MainWindow,
    qtbot: QtBot,
    press: Callable[..., None],
    analysed: Callable[[MainWindow], None],
    choose_file: Callable[[Path], None],
    bar: Callable[[str], Bar],
    article_file: Path,
    tmp_path: Path,
) -> None:
    press("Ctrl+O")
    choose_file(article_file)
    qtbot.waitUntil(lambda: bool(window.work.session.brief.sources), timeout=60_000)
    assert window.work.reader.toPlainText().startswith("Northwind profit jumps 12%")
    analysed(window)
    kinds = {isinstance(finding.content, Figure) for finding in window.work.session.brief.findings}
    assert kinds == {True, False}

    press("j", "k", "k", "x", "Ctrl+E")
    choose_file(tmp_path / "note.docx")
    notice = bar("note.docx")

    assert [button.text() for button in notice.buttons] == ["Open", "Show in folder"]
    with zipfile.ZipFile(tmp_path / "note.docx") as package:
        assert "Northwind" in package.read("word/document.xml").decode()
    assert Path(window.remembered.settings.export_folder) == tmp_path


def test_exporting_again_asks_nothing(
    window: MainWindow,
    qtbot: QtBot,
    analysed: Callable[[MainWindow], None],
    article_file: Path,
    tmp_path: Path,
    press: Callable[..., None],
    bar: Callable[[str], Bar],
) -> None:
    window.work.opener.open_paths([article_file])
    analysed(window)
    window.work.exporter.write(tmp_path / "note.docx")
    bar("note.docx").finish()
    (tmp_path / "note.docx").unlink()

    press("Ctrl+Shift+E")

    qtbot.waitUntil((tmp_path / "note.docx").exists, timeout=60_000)
    bar("note.docx")


def test_decisions_made_while_the_analysis_runs_survive_it(
    window: MainWindow, qtbot: QtBot, press: Callable[..., None], analysed: Callable[[MainWindow], None], tmp_path: Path
) -> None:
    paragraph = "Trade between the two countries rose by 34 percent to $535 million in 2021, the ministry said. "
    long = tmp_path / "long.txt"
    long.write_text("A long report on trade\n\n" + "\n\n".join(paragraph * 8 + f"That was year {n}." for n in range(12)))
    window.work.opener.open_paths([long])
    qtbot.waitUntil(lambda: len(window.work.session.brief.findings) > 2, timeout=60_000)
    assert window.work.analyses.running
    window.work.findings.list.setFocus()
    press("j", "k", "x")
    decided = dict(window.work.session.brief.decisions)
    assert len(decided) == 2

    analysed(window)

    assert dict(window.work.session.brief.decisions) == decided


def test_cancel_leaves_what_was_found(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    paragraph = "Trade between the two countries rose by 34 percent to $535 million in 2021, the ministry said. "
    long = tmp_path / "long.txt"
    long.write_text("A long report on trade\n\n" + "\n\n".join(paragraph * 8 + f"That was year {n}." for n in range(16)))
    window.work.opener.open_paths([long])
    qtbot.waitUntil(lambda: bool(window.work.session.brief.findings), timeout=60_000)

    window.status.cancel.click()

    assert not window.work.analyses.running
    assert window.status.cancel.isVisible() is False
    assert window.work.session.brief.findings
