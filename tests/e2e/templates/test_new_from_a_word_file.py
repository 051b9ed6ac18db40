from pathlib import Path

from docx import Document
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.e2e.templates.conftest import Manager


def test_a_slip_of_the_pen_is_shown_with_its_place_and_what_was_meant(manager: Manager, misspelt: Path) -> None:
    manager.press("Ctrl+O")
    manager.choose_file(misspelt)
    manager.wait(lambda: "speeker" in manager.words())

    said = manager.words()
    assert "Unknown field “speeker”. Did you mean “speaker”?" in said
    assert "Body, paragraph 3" in said
    assert "1 mistake" in said
    assert not manager.window.head.use.isEnabled()
    assert "no preview" in manager.window.preview.message.text()


def test_one_click_puts_in_what_was_meant(manager: Manager, misspelt: Path) -> None:
    manager.press("Ctrl+O")
    manager.choose_file(misspelt)
    manager.wait(lambda: manager.window.checkup.fixes)
    QTest.mouseClick(manager.window.checkup.fixes[0], Qt.MouseButton.LeftButton)

    manager.wait(manager.window.head.use.isEnabled)
    text = [paragraph.text for paragraph in Document(str(manager.chosen().path)).paragraphs]
    assert "{{ q.marked }} {{ q.speaker }}" in text


def test_a_file_that_is_none_is_refused_in_a_sentence(manager: Manager, tmp_path: Path) -> None:
    junk = tmp_path / "junk.docx"
    junk.write_bytes(b"no Word file")
    manager.press("Ctrl+O")
    manager.choose_file(junk)

    assert "Save it in Word as .docx" in manager.bar("“junk.docx” is not a Word file.").message.text
    assert manager.mine == []


def test_an_annotated_copy_holds_a_comment_at_the_place(manager: Manager, misspelt: Path, tmp_path: Path) -> None:
    manager.press("Ctrl+O")
    manager.choose_file(misspelt)
    manager.wait(manager.window.checkup.copy.isVisible)
    copy = tmp_path / "remarks.docx"
    QTest.mouseClick(manager.window.checkup.copy, Qt.MouseButton.LeftButton)
    manager.choose_file(copy)

    manager.bar("The copy is “remarks.docx”")
    assert any("speaker" in comment.text for comment in Document(str(copy)).comments)


def test_a_word_file_dropped_on_the_window_is_brought_in(manager: Manager, misspelt: Path, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (misspelt, tmp_path / "picture.png")])
    where, action = QPointF(20, 20), Qt.DropAction.CopyAction
    buttons = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(manager.window, QDragEnterEvent(where.toPoint(), action, data, *buttons))
    QApplication.sendEvent(manager.window, QDropEvent(where, action, data, *buttons))
    manager.wait(lambda: len(manager.mine) == 1)
