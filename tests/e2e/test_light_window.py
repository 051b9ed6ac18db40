"""The window's own process stays light: what parses articles and templates lives in the worker only."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPT = """
import json, sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui.jobs import Jobs
from ui.remembered import Remembered
from ui.window import MainWindow

def until(holds):
    end = time.monotonic() + 90
    while not holds() and time.monotonic() < end:
        app.processEvents()
        time.sleep(0.01)

if __name__ == "__main__":
    article, note = map(Path, sys.argv[1:])
    app = QApplication([])
    jobs = Jobs()
    window = MainWindow(jobs, Remembered(jobs))
    window.show()
    window.work.opener.open_paths([article])
    until(lambda: window.work.session.brief.findings and not window.work.analyses.running)
    window.work.exporter.write(note)
    until(note.exists)
    print(json.dumps([len(window.work.session.brief.findings), note.exists(), sorted({n.split(".")[0] for n in sys.modules})]))
    jobs.close()
"""


def test_after_analysing_and_exporting_the_process_holds_no_parser(tmp_path: Path) -> None:
    (tmp_path / "window.py").write_text(SCRIPT, encoding="utf-8")
    (sample,) = (ROOT / "resources" / "samples").glob("*.txt")
    command = [sys.executable, str(tmp_path / "window.py"), str(sample), str(tmp_path / "note.docx")]
    home = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"), str(tmp_path))
    environment = {**os.environ, **home, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=200)
    found, written, modules = json.loads(done.stdout.splitlines()[-1])
    assert found > 20
    assert written
    assert not {"spacy", "lxml", "docx", "trafilatura"} & set(modules)
