"""Where the window begins."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ui import theme
from ui.jobs import Jobs
from ui.remembered import Remembered
from ui.window import MainWindow

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

# Only young objects are walked while someone works: what an article brings is frozen and forms no cycles, but to find that
# out takes up to 90 ms each time. The old ones are walked when the window is not the one in use.
_COLLECT = (20_000, 1_000_000, 1_000_000)


def main(names: Sequence[str] = ()) -> int:
    """Open the window, with articles or a brief in it, and give the exit code when it is closed.

    Names are those of files, or web addresses: whoever types one, or opens one with the program, asks for it to be fetched.
    """
    app = make_application()
    window = show_window(app)
    window.furnished.connect(lambda: app.applicationStateChanged.connect(collect_unseen))
    window.furnished.connect(lambda: window.work.begin(names))
    return app.exec()


def make_application() -> QApplication:
    """The application with its names, and a garbage collector that does not stop the window."""
    gc.set_threshold(*_COLLECT)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("briefing")
    app.setApplicationDisplayName("Briefing")
    app.setDesktopFileName("briefing")
    return app


def collect_unseen(state: Qt.ApplicationState) -> None:
    """Clear away old cycles, such as closed dialogs leave, while the person works in another program."""
    if state.name == "ApplicationInactive":
        gc.collect()


def show_window(app: QApplication) -> MainWindow:
    """The window on screen, in the theme of the last time."""
    jobs = Jobs()
    remembered = Remembered(jobs)
    theme.apply(app, remembered.settings.theme.value)  # before there are widgets to colour again
    window = MainWindow(jobs, remembered)
    window.show()
    return window


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
