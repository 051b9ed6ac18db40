from pytestqt.qtbot import QtBot

from ui.status import StatusBar


def test_a_message_and_the_progress_are_not_shown_over_each_other(qtbot: QtBot) -> None:
    status = StatusBar()
    qtbot.addWidget(status)
    status.show()
    status.show_progress("Analysing", 1, 3)
    assert status.progress.isVisible()
    status.showMessage("¶5 is left out")
    assert not status.progress.isVisible()
    status.show_progress("Analysing", 2, 3)
    assert not status.progress.isVisible()
    status.clearMessage()
    assert status.progress.isVisible()
    status.end_progress()
    assert not status.progress.isVisible()
    status.showMessage("Done")
    status.clearMessage()
    assert not status.progress.isVisible()
