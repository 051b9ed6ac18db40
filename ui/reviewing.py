"""What the review keys do, on top of what the findings panel does itself."""

from __future__ import annotations

from briefing import review
from briefing.brief import Decision
from briefing.model import Figure
from ui.findings.panel import FindingsPanel
from ui.session import Session

ORIGIN = "keys"


class Reviewing:
    """Decides about and stars the current finding; without one, the first of the list becomes it."""

    def __init__(self, session: Session, panel: FindingsPanel) -> None:
        self._session, self._panel = session, panel

    def decide(self, decision: Decision) -> None:
        """Decide about the current finding and go on."""
        if self._session.current:
            self._panel.decide_current(decision)
        else:
            self._panel.step(1)

    def star(self) -> None:
        """Make the current figure a lead figure, or no longer."""
        current = self._session.current
        if current and isinstance(self._session.brief.finding(current).content, Figure):
            self._session.apply(review.star(self._session.brief, current), "Star", ORIGIN)
