from PySide6.QtWidgets import QApplication

from tests import northwind
from ui.window import MainWindow


def test_a_brief_that_is_opened_shows_the_beginning_of_its_article(window: MainWindow) -> None:
    window.resize(1380, 420)
    window.work.session.start(northwind.brief())
    QApplication.processEvents()

    bar = window.work.reader.verticalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() == 0
