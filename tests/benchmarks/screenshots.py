"""Pictures of the window's states, for looking at: python tests/benchmarks/screenshots.py FOLDER [NAME …].

The states are those of ``tests/states.py``; one has a process of its own, at 200 % scale. With ``--keep`` the small copies
that tests compare with are made anew in ``tests/pictures``.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_HOME = tempfile.mkdtemp()
for _name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
    os.environ[_name] = _HOME
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtGui import QImage  # noqa: E402 - after the home is set
from PySide6.QtWidgets import QApplication  # noqa: E402

from briefing.storage import Theme  # noqa: E402
from tests import comparing, states  # noqa: E402
from ui import theme  # noqa: E402
from ui.app import make_application  # noqa: E402
from ui.jobs import Jobs  # noqa: E402
from ui.remembered import Remembered  # noqa: E402
from ui.window import MainWindow  # noqa: E402

_KEPT = Path(__file__).parents[1] / "pictures"


def take(app: QApplication, state: Callable[[MainWindow], None], target: Path) -> None:
    """Bring a new window into a state and write its picture."""
    theme.apply(app, "light")
    jobs = Jobs()
    remembered = Remembered(jobs)
    fresh = {"recent_files": (), "window_geometry": "", "splitter_state": "", "findings_view": "", "shown_welcome": True}
    remembered.settings = replace(remembered.settings, **fresh)
    remembered.change(theme=Theme.LIGHT)
    window = MainWindow(jobs, remembered)
    window.resize(*states.SIZE)
    window.show()
    states.until(window.isVisible)
    window.work.exporter.load_templates()
    sys.excepthook = sys.__excepthook__  # what goes wrong here is no bar in the window
    states.until(lambda: window.work.exporter.templates)
    state(window)
    states.rest(window)
    window.grab().save(str(target))
    window._leaving = True
    window.close()
    window.deleteLater()
    print(target)


def keep(folder: Path) -> None:
    """Make the small copies that tests compare with."""
    for picture in sorted(folder.rglob("*.png")):
        name = "scale-200" if picture.parent.name == "200" else picture.stem
        comparing.small(QImage(str(picture))).save(str(_KEPT / f"{name}.png"))


def main() -> None:
    """Write all pictures, or those named after the folder."""
    names = [word for word in sys.argv[1:] if word != "--keep"]
    folder, wanted = Path(names[0]), names[1:]
    folder.mkdir(parents=True, exist_ok=True)
    app = make_application()
    for state in states.STATES:
        if not wanted or states.name(state) in wanted:
            take(app, state, folder / f"{states.name(state)}.png")
    if not wanted:
        scaled = {**os.environ, "QT_SCALE_FACTOR": "2"}
        subprocess.run([sys.executable, __file__, str(folder / "200"), "reviewing"], env=scaled, check=True)
    if "--keep" in sys.argv:
        keep(folder)


if __name__ == "__main__":
    main()
