from PySide6.QtWidgets import QApplication

from ui.window import MainWindow


def test_export_stays_on_the_bar_of_the_narrowest_window(reviewing: MainWindow) -> None:
    reviewing.toolbar.show_template("Briefing note – for information")
    reviewing.resize(reviewing.minimumSize())
    for _ in range(3):
        QApplication.processEvents()

    button = reviewing.toolbar.export
    assert button.isVisible()
    assert reviewing.toolbar.rect().contains(button.geometry())


def test_nothing_can_be_exported_before_there_is_an_article(window: MainWindow) -> None:
    assert not window.toolbar.export.isEnabled()
