from briefing import review
from tests import northwind
from ui.note.content import RowKind, content


def test_the_note_shows_what_is_kept_or_suggested() -> None:
    brief = northwind.brief()
    brief = review.drop(review.keep(brief, brief.findings[0].id), brief.findings[1].id)
    shown = content(brief)

    assert [row.title for row in shown.figures] == ["12%", "$3.1bn", "£240m", "About 1,200 jobs"]
    assert [(row.kind, row.title) for row in shown.quotes] == [
        (RowKind.SPEAKER, "Speaker not stated"),
        (RowKind.QUOTE, "“It is a warning.”"),
    ]
    assert len(shown.sources) == 1


def test_quotes_stand_under_their_speakers_and_short_ones_apart() -> None:
    brief = northwind.brief()
    shown = content(review.keep(brief, brief.findings[4].id, brief.findings[8].id))

    assert [row.title for row in shown.quotes if row.kind is RowKind.SPEAKER] == [
        "Jane Doe",
        "Speaker not stated",
        "Short quotes",
    ]
    assert shown.quotes[0].text == "chief executive, Northwind Bank"
    assert shown.quotes[-1].title.endswith("” – The regulator")


def test_every_item_has_its_source_mark() -> None:
    brief = northwind.brief()
    shown = content(review.keep(brief, *(f.id for f in brief.findings)))

    assert all(row.mark.startswith("[1 ¶") for row in (*shown.figures, *shown.quotes) if row.kind is not RowKind.SPEAKER)


def test_lead_figures_are_marked() -> None:
    brief = northwind.brief()
    shown = content(review.star(brief, brief.findings[1].id))

    assert [row.starred for row in shown.figures][:2] == [True, False]
    assert shown.figures[0].spoken.startswith("lead figure, 12 per cent rise")
