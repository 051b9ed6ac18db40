import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing import review
from briefing.word import libreoffice
from tests.e2e.templates.conftest import Manager
from ui.window import MainWindow


class Office:
    """Stands in for LibreOffice: notes what it is asked for, and works until it is stopped or allowed to end."""

    def __init__(self) -> None:
        self.asked: list[threading.Event] = []

    def to_pdf(self, note: bytes, *, stop: threading.Event) -> bytes:
        assert note.startswith(b"PK")
        self.asked.append(stop)
        stop.wait(20)
        return b""


@pytest.fixture
def office_at_work(monkeypatch: pytest.MonkeyPatch, office: None) -> Office:
    made = Office()
    monkeypatch.setattr(libreoffice, "program", lambda: "soffice")
    monkeypatch.setattr(libreoffice, "to_pdf", made.to_pdf)
    return made


@pytest.mark.slow
@pytest.mark.usefixtures("with_libreoffice")
def test_real_pages_are_shown_and_kept(
    reviewing: MainWindow, open_manager: Callable[[MainWindow], Manager], monkeypatch: pytest.MonkeyPatch
) -> None:
    manager = open_manager(reviewing)
    preview = manager.window.preview
    manager.wait(lambda: preview.shown == "pages")
    assert preview.status.text() == "1 page"
    QTest.mouseClick(preview.look.buttons["text"], Qt.MouseButton.LeftButton)
    assert preview.shown == "text"
    QTest.mouseClick(preview.look.buttons["pages"], Qt.MouseButton.LeftButton)

    manager.press("Down")
    manager.wait(lambda: preview.shown == "text")
    monkeypatch.setattr(libreoffice, "to_pdf", lambda *_, **__: pytest.fail("laid out twice"))
    manager.press("Up")
    manager.wait(lambda: preview.shown == "pages")


def test_the_text_is_there_at_once_and_who_goes_on_ends_the_layout(
    office_at_work: Office, reviewing: MainWindow, open_manager: Callable[[MainWindow], Manager]
) -> None:
    manager = open_manager(reviewing)
    manager.wait(lambda: manager.window.preview.shown == "text" and len(office_at_work.asked) == 1)
    assert manager.window.preview.status.text() == "Laying out …"
    manager.press("Down", "Down", "Down")
    assert office_at_work.asked[0].is_set()
    manager.wait(lambda: len(office_at_work.asked) == 2)
    manager.press("Escape")
    assert office_at_work.asked[1].is_set()


def test_without_libreoffice_the_text_says_why(manager: Manager) -> None:
    manager.wait(lambda: manager.window.preview.shown == "text")
    assert not manager.window.preview.look.buttons["pages"].isEnabled()
    assert "LibreOffice" in manager.window.preview.status.text()


def test_it_shows_this_note_or_a_sample(manager: Manager, reviewing: MainWindow) -> None:
    text = manager.window.preview.text_view
    manager.wait(lambda: "Northwind" in text.accessibleDescription())
    QTest.mouseClick(manager.window.preview.content.buttons["sample"], Qt.MouseButton.LeftButton)
    manager.wait(lambda: "Kazakhstan" in text.accessibleDescription())
    QTest.mouseClick(manager.window.preview.content.buttons["note"], Qt.MouseButton.LeftButton)
    manager.wait(lambda: "Northwind" in text.accessibleDescription())


def test_it_follows_the_note(manager: Manager, reviewing: MainWindow) -> None:
    text = manager.window.preview.text_view
    manager.wait(lambda: "Northwind" in text.accessibleDescription())
    session = reviewing.work.session
    session.apply(review.set_header(session.brief, {"subject": "Banks under strain"}), "Type", "test")
    manager.wait(lambda: "Banks under strain" in text.accessibleDescription())


def test_an_empty_window_shows_the_sample(window: MainWindow, open_manager: Callable[[MainWindow], Manager]) -> None:
    manager = open_manager(window)
    manager.wait(lambda: "Kazakhstan" in manager.window.preview.text_view.accessibleDescription())
    assert manager.window.preview.content.choice() == "sample"
    assert not manager.window.preview.content.buttons["note"].isEnabled()
