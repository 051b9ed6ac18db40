import time
from dataclasses import replace
from statistics import median

import pytest
from pytestqt.qtbot import QtBot

from briefing.brief import Brief, Decision
from briefing.model import Finding
from tests import northwind
from ui.findings.panel import FindingsPanel
from ui.session import Session

LIMIT = {400: 0.016, 5000: 0.030}  # seconds from the key to the painted decision
ALLOWANCE = 3  # for a busy machine


def many(number: int) -> Brief:
    brief, sample = northwind.brief(), northwind.findings()
    findings = [replace(sample[n % len(sample)], id=f"1x{n}") for n in range(number)]
    return replace(brief, findings=tuple[Finding, ...](findings))


@pytest.mark.parametrize("number", LIMIT)
def test_a_decision_is_painted_at_once(qtbot: QtBot, number: int) -> None:
    session = Session()
    session.start(many(number))
    panel = FindingsPanel(session)
    qtbot.addWidget(panel)
    panel.resize(420, 900)
    panel.show()
    panel.step(number // 2)
    took = []
    for _ in range(15):
        began = time.perf_counter()
        panel.decide_current(Decision.KEPT)
        panel.list.viewport().repaint()
        took.append(time.perf_counter() - began)
    print(f"{number} findings: {1000 * median(took):.1f} ms")

    assert median(took) < ALLOWANCE * LIMIT[number]
