from pathlib import Path

import pytest
from docx import Document
from PySide6.QtGui import QDesktopServices

from tests.e2e.templates.conftest import Manager


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What the system was asked to open."""
    found: list[Path] = []

    def open_url(url: object) -> bool:
        found.append(Path(url.toLocalFile()))  # type: ignore[attr-defined]  # a QUrl
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return found


def test_what_was_saved_in_word_is_checked_again_by_itself(manager: Manager, opened: list[Path]) -> None:
    manager.duplicate("Press summary", "Draft")
    info = manager.chosen()
    manager.press("Ctrl+E")
    assert opened == [info.path]
    manager.wait(lambda: manager.window._library.report(info))

    document = Document(str(info.path))
    document.add_paragraph("{{ note.titel }}")
    document.save(str(info.path))

    manager.bar("“Draft” was changed in Word. ✕")
    manager.wait(lambda: "Did you mean “title”?" in manager.words())


def test_what_comes_with_the_program_is_duplicated_first(manager: Manager, opened: list[Path]) -> None:
    manager.press("Ctrl+E")
    (duplicate,) = manager.bar("stays as it is").buttons
    assert opened == []
    duplicate.click()
    manager.wait(lambda: opened)
    assert opened == [manager.chosen().path]
    assert manager.mine == [manager.chosen().name]
