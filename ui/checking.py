"""Before the note goes out: what an analyst should know, said in a bar whose parts lead to the findings; one click goes on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from briefing.compose.checks import Check, checks
from ui.bars import Bars, Kind, Message
from ui.session import Session

TOPIC = "checks"
ORIGIN = "checks"


class Checker(QObject):
    """Stands between the wish to export and the export; never asks the same thing twice about a note."""

    def __init__(self, session: Session, bars: Bars, show_findings: Callable[[], object]) -> None:
        super().__init__(session)
        self._session, self._bars, self._show_findings = session, bars, show_findings
        self._waived: tuple[Check, ...] = ()
        self._asked: tuple[Check, ...] = ()
        self._go: Callable[[], object] | None = None
        session.brief_changed.connect(self._follow)
        session.articles_changed.connect(self._forget_other_note)

    def before(self, go: Callable[[], object]) -> None:
        """Go on at once where nothing is to be said, or where it was said and the analyst asks again."""
        found = checks(self._session.brief)
        if not found or found == self._waived or self._bars.showing(TOPIC):
            self._pass(go, found)
        else:
            self._ask(go, found)

    def _ask(self, go: Callable[[], object], found: tuple[Check, ...]) -> None:
        self._asked, self._go = found, go
        links = tuple((check.words, partial(self._show, check.findings)) for check in found if check.findings)
        text = "Before you export:" if links else f"{found[0].words}: the note would hold neither figures nor quotes."
        choices = (("Export anyway", lambda: self._pass(go, found)),)
        self._bars.show_message(Message(text, Kind.QUESTION, choices, TOPIC, links))

    def _pass(self, go: Callable[[], object], found: tuple[Check, ...]) -> None:
        self._waived = found
        self._bars.clear(TOPIC)
        go()

    def _show(self, identifiers: tuple[str, ...]) -> None:
        """Go to the first of the findings, or from one of them to the next."""
        now = identifiers.index(self._session.current) if self._session.current in identifiers else -1
        self._session.set_current(identifiers[(now + 1) % len(identifiers)], ORIGIN)
        self._show_findings()

    def _follow(self, _origin: str) -> None:
        """What is mended meanwhile is no longer said."""
        if self._go is None or not self._bars.showing(TOPIC):
            return
        found = checks(self._session.brief)
        if not found:
            self._bars.clear(TOPIC)
        elif found != self._asked:
            self._ask(self._go, found)

    def _forget_other_note(self) -> None:
        if not self._session.brief.sources:
            self._waived = ()
            self._bars.clear(TOPIC)
