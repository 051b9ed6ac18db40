import subprocess
import sys

CALLS = """
from PySide6.QtCore import QObject
thing = QObject()
for n in range(30_000):
    thing.setObjectName("x")
    assert thing.blockSignals(False) is False
print("still here")
"""


def test_thirty_thousand_void_calls_do_no_harm() -> None:
    # PySide6 6.12.0 loses a reference to None on each and aborts Python 3.10 and 3.11 after some 5,000.
    done = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "still here")
