"""What is said before a note goes out."""

from dataclasses import replace

import pytest

from briefing import review
from briefing.brief import Brief
from briefing.compose.checks import checks
from briefing.model import Evidence
from tests.by_hand import ByHand, article


@pytest.fixture
def brief() -> Brief:
    by = ByHand(article())
    by.quote("a bold decision", verb="called")
    by.quote("Nothing of this\nwill be easy,", verb="said")
    by.figure("34%", 34, evidence=Evidence("by hand", check=True))
    by.figure("30,000 jobs", 30e3)
    return by.brief()


def words(brief: Brief) -> list[str]:
    return [check.words for check in checks(brief)]


def ids(brief: Brief) -> list[str]:
    return [finding.id for finding in brief.findings]


def test_quotes_without_a_speaker_and_weak_findings_are_counted(brief: Brief) -> None:
    assert words(brief) == ["2 quotes have no speaker", "1 finding to check"]
    assert words(review.keep(brief, *ids(brief))) == ["2 kept quotes have no speaker"]


def test_each_remark_names_its_findings(brief: Brief) -> None:
    silent, weak = checks(brief)
    assert silent.findings == tuple(finding.id for finding in brief.quotes())
    assert weak.findings == (brief.figures()[0].id,)


def test_a_typed_speaker_is_a_speaker(brief: Brief) -> None:
    typed = review.edit(brief, brief.quotes()[0].id, {"speaker": "Jane Doe"})
    assert words(typed)[0] == "1 quote has no speaker"


def test_what_is_dropped_or_decided_is_not_asked_about(brief: Brief) -> None:
    first, second, *_ = (finding.id for finding in brief.quotes())
    assert words(review.drop(review.keep(brief, brief.figures()[0].id), first, second)) == []


def test_a_note_without_anything_says_so(brief: Brief) -> None:
    assert words(review.drop(brief, *ids(brief))) == ["Nothing is kept"]
    unsuggested = replace(brief, findings=tuple(replace(finding, suggested=False) for finding in brief.findings))
    assert words(unsuggested) == ["Nothing is kept"]
