"""How long from the start of a process to its painted window: ours against a bare one, in pairs.

Run: python tests/benchmarks/launch.py [PAIRS]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time

LIMIT = 1.5
# The timer fires after the whole window, children too, was painted and handed to the screen.
_WATCH = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, lambda: (print(time.time(), flush=True), __import__("os")._exit(0)))
        return False
"""
BARE = (
    _WATCH
    + """
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
app = QApplication([])
window = QMainWindow()
edit = QTextEdit()
window.setCentralWidget(edit)
watch = Watch()
window.installEventFilter(watch)
window.resize(1380, 820)
window.show()
app.exec()
"""
)
OURS = (
    _WATCH
    + """
from ui import app as door, theme
app = door.make_application()
window = door.show_window(app)
watch = Watch()
window.installEventFilter(watch)
app.exec()
"""
)


def milliseconds(program: str) -> float:
    """From the start of the process to the end of the first painting."""
    began = time.time()
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    return (float(done.stdout.split()[-1]) - began) * 1000


def main() -> int:
    """Print the ratio's median; 1 if it is over the limit."""
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        # Byte code is there, as it is from a person's second start on, whatever the environment says.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ.update(HOME=home, XDG_CONFIG_HOME=home, XDG_STATE_HOME=home, PYTHONPYCACHEPREFIX=f"{home}/bytes")
        for program in (BARE, OURS):
            milliseconds(program)  # byte code and fonts
        found = [(milliseconds(BARE), milliseconds(OURS)) for _ in range(pairs)]
    ratio = statistics.median(ours / bare for bare, ours in found)
    bare, ours = (statistics.median(column) for column in zip(*found, strict=True))
    print(f"bare {bare:.0f} ms · ours {ours:.0f} ms · ratio {ratio:.2f} (limit {LIMIT})")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
