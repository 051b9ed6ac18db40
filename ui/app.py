"""Where the window begins."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ui import problems, theme
from ui.window import MainWindow


def main(paths: Sequence[str | Path] = ()) -> int:
    """Open the window, with articles or a brief in it, and give the exit code when it is closed."""
    app = make_application()
    window = MainWindow()
    theme.apply(app, window.remembered.settings.theme.value)
    problems.install(window.show_message)
    window.show()
    QTimer.singleShot(0, window, lambda: begin(window, [Path(path) for path in paths]))
    return app.exec()


def make_application() -> QApplication:
    """The application with its names."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("briefing")
    app.setApplicationDisplayName("Briefing")
    app.setDesktopFileName("briefing")
    return app


def begin(window: MainWindow, paths: Sequence[Path]) -> None:
    """What comes after the first painting."""
    if paths:
        window.opener.open_paths(paths)
    window.start_work()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
