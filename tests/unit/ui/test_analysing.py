from collections.abc import Iterable
from concurrent.futures import Future
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from briefing import review
from briefing.brief import Brief, Decision, Source
from briefing.errors import AnalysisError
from briefing.model import Span
from briefing.steps import Step
from tests import northwind
from ui.analysing import Analyses
from ui.bars import Message
from ui.jobs import Jobs
from ui.session import Session

FOUND = northwind.findings()
WHOLE = Span(0, len(northwind.article().text))


class Steps:
    """An analysis whose steps are given; each is answered when the test says so."""

    def __init__(self, answers: Iterable[Step | Exception]) -> None:
        self.answers = list(answers)
        self.steps = len(self.answers)
        self.sent: list[Future[Step]] = []
        self.cancelled = False

    def submit_next(self) -> Future[Step] | None:
        if len(self.sent) == self.steps:
            return None
        self.sent.append(Future())
        return self.sent[-1]

    def cancel(self) -> None:
        self.cancelled = True

    def answer(self) -> None:
        answer = self.answers[len(self.sent) - 1]
        if isinstance(answer, Exception):
            self.sent[-1].set_exception(answer)
        else:
            self.sent[-1].set_result(answer)


class Scripted(Jobs):
    def __init__(self, steps: Steps) -> None:
        super().__init__()
        self.steps = steps

    @property
    def engine(self) -> "Scripted":  # type: ignore[override]  # a stand-in of its own
        return self

    def analyse(self, _article: object, _key: str) -> Steps:
        return self.steps


class Run:
    """An analysis under way."""

    def __init__(self, qtbot: QtBot, *answers: Step | Exception, brief: Brief | None = None) -> None:
        self.qtbot = qtbot
        self.steps = Steps(answers)
        self.session = Session()
        self.session.start(brief or Brief(sources=(Source("1", northwind.article()),)))
        self.analyses = Analyses(self.session, Scripted(self.steps))
        self.messages: list[Message] = []
        self.analyses.message.connect(self.messages.append)
        self.analyses.start("1")

    def answer(self) -> None:
        sent = len(self.steps.sent)
        self.steps.answer()
        self.qtbot.waitUntil(lambda: len(self.steps.sent) > sent or not self.analyses.running)


def ids(session: Session) -> list[str]:
    return [finding.id for finding in session.brief.findings]


def test_findings_come_chunk_by_chunk_and_the_last_step_has_all(qtbot: QtBot) -> None:
    run = Run(qtbot, Step(1, 3, FOUND[:2]), Step(2, 3, FOUND[2:4]), Step(3, 3, FOUND, final=True, stretch=WHOLE))
    run.answer()
    assert ids(run.session) == [finding.id for finding in FOUND[:2]]
    run.answer()
    assert ids(run.session) == [finding.id for finding in FOUND[:4]]
    run.answer()
    assert ids(run.session) == [finding.id for finding in FOUND]
    assert not run.analyses.running


def test_nothing_is_suggested_before_the_whole_article_was_read(qtbot: QtBot) -> None:
    run = Run(qtbot, Step(1, 2, FOUND[:4]), Step(2, 2, FOUND, final=True, stretch=WHOLE))
    run.answer()
    assert not any(finding.suggested for finding in run.session.brief.findings)
    run.answer()
    assert run.session.brief.findings == FOUND


def test_decisions_made_meanwhile_survive(qtbot: QtBot) -> None:
    run = Run(qtbot, Step(1, 2, FOUND[:3]), Step(2, 2, FOUND, final=True, stretch=WHOLE))
    run.answer()
    run.session.decide(FOUND[:1], Decision.DROPPED, "test")
    run.answer()
    assert run.session.brief.decisions == {FOUND[0].id: Decision.DROPPED}
    run.session.undo_stack.undo()
    assert not run.session.brief.decisions
    assert ids(run.session) == [finding.id for finding in FOUND]


def test_decisions_that_lost_their_place_are_listed(qtbot: QtBot) -> None:
    run = Run(qtbot, Step(1, 2, FOUND[:3]), Step(2, 2, FOUND[1:], final=True, stretch=WHOLE))
    run.answer()
    run.session.decide(FOUND[:1], Decision.KEPT, "test")
    run.answer()
    assert "“12%” (¶1)" in run.messages[0].text


def test_a_second_analysis_shows_nothing_provisional(qtbot: QtBot) -> None:
    run = Run(
        qtbot,
        Step(1, 2, FOUND[:1]),
        Step(2, 2, FOUND, final=True, stretch=WHOLE),
        brief=review.keep(northwind.brief(), FOUND[3].id),
    )
    before = run.session.brief
    run.answer()
    assert run.session.brief is before
    run.answer()
    assert run.session.brief.decisions == {FOUND[3].id: Decision.KEPT}


def test_cancel_keeps_what_was_found_and_takes_no_more(qtbot: QtBot) -> None:
    run = Run(qtbot, Step(1, 2, FOUND[:2]), Step(2, 2, FOUND, final=True, stretch=WHOLE))
    run.answer()
    run.analyses.cancel()
    run.steps.answer()
    qtbot.wait(20)
    assert run.steps.cancelled
    assert ids(run.session) == [finding.id for finding in FOUND[:2]]


def test_a_failure_is_said_with_a_way_on(qtbot: QtBot) -> None:
    run = Run(qtbot, Step(1, 2, FOUND[:2]), AnalysisError("It stopped.", "Analyse again."))
    run.answer()
    run.answer()
    assert run.messages[0].text == "It stopped. Analyse again."
    assert run.messages[0].choices[0][0] == "Analyse again"
    assert len(run.session.brief.findings) == 2


@pytest.mark.parametrize("answers", [1, 2])
def test_a_note_left_meanwhile_gets_nothing(qtbot: QtBot, answers: int) -> None:
    run = Run(qtbot, Step(1, 2, FOUND[:2]), Step(2, 2, FOUND, final=True, stretch=WHOLE))
    for _ in range(answers - 1):
        run.answer()
    run.session.start(Brief())
    run.steps.answer()
    qtbot.wait(20)
    assert run.session.brief == Brief()


class Noting(Scripted):
    """Notes which articles are to be analysed; the first analysis is given, the later ones have no steps."""

    asked: tuple[str, ...] = ()

    def analyse(self, article: object, key: str) -> Steps:
        self.asked = (*self.asked, key)
        return super().analyse(article, key) if len(self.asked) == 1 else Steps([])


def test_an_article_put_right_meanwhile_is_analysed_again_and_those_waiting_stay_in_line() -> None:
    steps, session = Steps([Step(1, 2, FOUND)]), Session()
    session.analysed(northwind.brief())
    session.analysed(review.add_article(session.brief, replace(northwind.article(), text="Another text.", blocks=())))
    jobs = Noting(steps)
    analyses = Analyses(session, jobs)
    analyses.start("1")
    analyses.start("2")

    session.correct("1", replace(northwind.article(), published="2020-01-01"), "Change published", "test")
    analyses.start("1")

    assert steps.cancelled
    assert jobs.asked == ("1", "2", "1")
    assert not analyses.running
