from briefing import review
from tests import northwind
from ui.findings.people import people, quotes_of, speaker_names, speaker_of


def test_everyone_who_speaks_is_offered() -> None:
    assert list(people(northwind.brief())) == ["analysts", "Jane Doe", "The regulator"]


def test_typed_names_are_offered_too() -> None:
    brief = northwind.brief()
    brief = review.edit(brief, brief.findings[9].id, {"speaker": "Omar Haddad", "role": "finance minister"})

    assert people(brief)["Omar Haddad"].role == "finance minister"
    assert speaker_names(brief) == ("analysts", "Jane Doe", "Omar Haddad", "The regulator")


def test_another_name_does_not_keep_the_first_ones_role() -> None:
    brief = northwind.brief()
    brief = review.edit(brief, brief.findings[4].id, {"speaker": "John Roe"})
    speaker = speaker_of(brief, brief.findings[4])

    assert speaker is not None
    assert (speaker.name, speaker.role) == ("John Roe", "")


def test_quotes_go_with_their_speaker_after_edits() -> None:
    brief = northwind.brief()
    brief = review.edit(brief, brief.findings[9].id, {"speaker": "Jane Doe"})

    assert [f.id for f in quotes_of(brief, "Jane Doe")] == [brief.findings[4].id, brief.findings[9].id]
