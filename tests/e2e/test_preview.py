"""The note's pages in the window: the meter, the preview beside the window, and how the note is set."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QToolButton
from pytestqt.qtbot import QtBot

from briefing import review
from briefing.brief import Brief
from tests.word_files import lines
from ui import paging
from ui.bars import Bar
from ui.note.preview import PreviewWindow
from ui.window import MainWindow


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "WAIT", 50)
    monkeypatch.setattr(paging, "WAIT_SHOWN", 50)


def click(button: QToolButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())


def choose(box: QComboBox, down: int) -> None:
    """Choose an entry with the keyboard."""
    box.setFocus()
    for _ in range(down):
        QTest.keyClick(box, Qt.Key.Key_Down)


def opened(window: MainWindow, qtbot: QtBot) -> PreviewWindow:
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(PreviewWindow)))
    return next(iter(window.findChildren(PreviewWindow)))


class TestWithLibreOffice:
    @pytest.fixture(autouse=True)
    def needed(self, with_libreoffice: None) -> None:
        pass

    def test_the_meter_says_how_long_the_note_is_and_leads_to_its_pages(self, reviewing: MainWindow, qtbot: QtBot) -> None:
        meter = reviewing.status.pages
        qtbot.waitUntil(lambda: meter.text() == "1 page", timeout=60_000)

        click(meter)
        preview = opened(reviewing, qtbot)
        pager = reviewing.work.previewer.pager
        qtbot.waitUntil(lambda: bool(pager.pages and pager.pages.pictures), timeout=60_000)
        assert preview.stack.currentWidget() is preview.pages
        assert preview.words.text() == "1 page"

    def test_a_note_that_runs_over_is_said_in_words(self, reviewing: MainWindow, qtbot: QtBot) -> None:
        session, meter = reviewing.work.session, reviewing.status.pages
        reviewing.work.exporter.load_templates()
        qtbot.waitUntil(lambda: bool(reviewing.work.exporter.templates), timeout=60_000)
        session.apply(review.set_header(session.brief, {"background": "A line.\n" * 90}), "Type", "test")

        qtbot.waitUntil(lambda: "more than" in meter.text(), timeout=60_000)
        assert meter.text() == "2 pages — one more than this template is meant for"
        assert "meant for one page" in meter.toolTip()

    def test_typing_ends_what_is_under_way_and_the_next_pause_counts_again(
        self, reviewing: MainWindow, qtbot: QtBot, press: Callable[..., None]
    ) -> None:
        pager, field = reviewing.work.previewer.pager, reviewing.work.note.header.fields["to"]
        qtbot.waitUntil(lambda: pager.working, timeout=60_000)
        field.setFocus()
        press("a")
        assert not pager.working
        qtbot.waitUntil(lambda: pager.pages is not None, timeout=60_000)
        assert pager.pages is not None
        assert pager.pages.count == 1

    def test_the_window_answers_while_pages_are_drawn(self, reviewing: MainWindow, qtbot: QtBot) -> None:
        pager = reviewing.work.previewer.pager
        qtbot.waitUntil(lambda: pager.working, timeout=60_000)
        before = reviewing.work.session.current
        reviewing.work.findings.list.setFocus()
        QTest.keyClick(reviewing.work.findings.list, "j")
        assert reviewing.work.session.current != before
        assert pager.working

    def test_pages_grow_and_shrink(self, reviewing: MainWindow, qtbot: QtBot) -> None:
        click(reviewing.work.note.preview_button)
        preview = opened(reviewing, qtbot)
        qtbot.waitUntil(lambda: bool(preview.pages.accessibleDescription()), timeout=60_000)
        fitted = preview.pages.zoom
        QTest.keyClick(preview, Qt.Key.Key_Minus)
        assert preview.pages.zoom < fitted
        QTest.keyClick(preview, Qt.Key.Key_0)
        assert preview.pages.zoom == fitted


def test_without_libreoffice_the_preview_shows_what_the_note_says(
    reviewing: MainWindow, qtbot: QtBot, press: Callable[..., None]
) -> None:
    assert reviewing.status.pages.text() == "Preview"
    press("Ctrl+P")
    preview = opened(reviewing, qtbot)
    qtbot.waitUntil(lambda: "Third-quarter profit" in preview.text.accessibleDescription(), timeout=60_000)
    assert preview.stack.currentWidget() is preview.text
    assert "LibreOffice" in preview.hint.text()

    preview.activateWindow()
    QTest.keyClick(preview, Qt.Key.Key_Escape)
    assert not preview.isVisible()


def test_the_preview_goes_with_its_note(reviewing: MainWindow, qtbot: QtBot, press: Callable[..., None]) -> None:
    press("Ctrl+P")
    preview = opened(reviewing, qtbot)
    reviewing.work.session.start(Brief())
    assert not preview.isVisible()
    assert not reviewing.status.pages.isVisible()


def test_what_is_done_in_the_window_can_be_done_in_the_preview(
    reviewing: MainWindow, qtbot: QtBot, press: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    for name in ("export", "undo"):
        monkeypatch.setitem(reviewing.work.handlers, name, lambda name=name: asked.append(name))  # type: ignore[misc] # a dict
    session = reviewing.work.session
    session.apply(review.set_header(session.brief, {"to": "Head of unit"}), "Type", "test")
    press("Ctrl+P")
    preview = opened(reviewing, qtbot)
    preview.activateWindow()
    QTest.keySequence(preview, "Ctrl+E")
    QTest.keySequence(preview, "Ctrl+Z")
    QTest.mouseClick(preview.export, Qt.MouseButton.LeftButton)
    assert asked == ["export", "undo", "export"]

    preview.activateWindow()
    qtbot.waitUntil(preview.isActiveWindow)
    QTest.keySequence(preview, "Ctrl+P")
    assert not preview.isVisible()


def test_the_preview_follows_the_note(reviewing: MainWindow, qtbot: QtBot, press: Callable[..., None]) -> None:
    click(reviewing.work.note.preview_button)
    preview = opened(reviewing, qtbot)
    reviewing.activateWindow()
    field = reviewing.work.note.header.fields["to"]
    field.setFocus()
    press(*"zoe")
    qtbot.waitUntil(lambda: "zoe" in preview.text.accessibleDescription(), timeout=60_000)


def test_a_problem_of_the_template_is_said_in_the_preview(
    reviewing: MainWindow, qtbot: QtBot, press: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reviewing.work.exporter, "template_path", lambda: Path("gone.docx"))
    press("Ctrl+P")
    preview = opened(reviewing, qtbot)
    qtbot.waitUntil(lambda: "gone.docx" in preview.hint.text(), timeout=60_000)
    assert preview.hint.isVisible()


def test_style_marks_and_paper_are_chosen_undone_and_exported(
    reviewing: MainWindow, qtbot: QtBot, press: Callable[..., None], bar: Callable[[str], Bar], tmp_path: Path
) -> None:
    note, session = reviewing.work.note, reviewing.work.session
    session.undo_stack.clear()
    assert not note.setup.isVisible()
    click(note.setup_button)
    assert note.setup.isVisible()

    choose(note.setup.boxes["style"], 1)
    choose(note.setup.boxes["marks"], 2)
    choose(note.setup.boxes["paper"], 2)
    assert (session.brief.style, session.brief.marks, session.brief.paper) == ("UN", "footnotes", "Letter")
    assert "per cent" in note.setup.help["style"].text()

    reviewing.work.exporter.write(tmp_path / "note.docx")
    bar("The note is in")
    content = (tmp_path / "note.docx").read_bytes()
    assert Document(str(tmp_path / "note.docx")).sections[0].page_width.inches == 8.5
    assert any("[1 ¶" in line for line in lines(content, "footnotes"))
    assert not any("[1 ¶2]" in line for line in lines(content) if "[1 ¶2] = " not in line)

    press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert (session.brief.style, session.brief.marks, session.brief.paper) == ("as printed", "", "")
    assert note.setup.boxes["style"].currentIndex() == 0
