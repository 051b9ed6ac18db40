import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import review
from tests import northwind
from ui.note.content import Row, RowKind, content
from ui.note.order import arranged, dropped, stepped


def rows(layout: str) -> list[Row]:
    """Rows from words: "Ann: a b | Bob: c" for quotes, "a b c" for figures."""
    made = []
    for group in layout.split("|"):
        head, colon, items = group.rpartition(":")
        if colon:
            made.append(Row(RowKind.SPEAKER, head.strip(), head.strip()))
        made += [Row(RowKind.QUOTE, item, item) for item in items.split()]
    return made


@pytest.mark.parametrize(
    ("layout", "item", "by", "expected"),
    [
        ("a b c", "b", -1, "b a c"),
        ("a b c", "b", 1, "a c b"),
        ("a b c", "a", -1, "a b c"),
        ("a b c", "c", 1, "a b c"),
        ("Ann: a b | Bob: c", "b", -1, "b a c"),
        ("Ann: a b | Bob: c", "c", -1, "c a b"),  # Bob as a whole goes above Ann
        ("Ann: a b | Bob: c d", "b", 1, "c d a b"),
        ("Ann: a b", "x", 1, "a b"),
    ],
)
def test_a_step_moves_an_item_or_its_whole_group(layout: str, item: str, by: int, expected: str) -> None:
    assert stepped(rows(layout), item, by) == expected.split()


@pytest.mark.parametrize(
    ("layout", "item", "before", "expected"),
    [
        ("a b c", "c", 0, "c a b"),
        ("a b c", "a", 3, "b c a"),
        ("a b c", "a", 2, "b a c"),
        ("a b c", "b", 1, "a b c"),
        ("a b c", "b", 2, "a b c"),
        ("Ann: a b | Bob: c", "a", 3, "b a c"),  # behind the last of its own
        ("Ann: a b | Bob: c", "c", 0, "c a b"),
        ("Ann: a b | Bob: c", "a", 5, "c a b"),
        ("Ann: a b c", "c", 1, "c a b"),
    ],
)
def test_a_drop_moves_an_item_or_its_whole_group(layout: str, item: str, before: int, expected: str) -> None:
    assert dropped(rows(layout), item, before) == expected.split()


@given(st.lists(st.integers(1, 4), min_size=1, max_size=5), st.data())
def test_nothing_is_lost_by_moving(sizes: list[int], data: st.DataObject) -> None:
    made: list[Row] = []
    for number, size in enumerate(sizes):
        made.append(Row(RowKind.SPEAKER, f"s{number}", "speaker"))
        made += [Row(RowKind.QUOTE, f"{number}.{n}", "quote") for n in range(size)]
    ids = [row.id for row in made if row.kind is RowKind.QUOTE]
    item = data.draw(st.sampled_from(ids))

    assert sorted(stepped(made, item, data.draw(st.sampled_from([-1, 1])))) == sorted(ids)
    assert sorted(dropped(made, item, data.draw(st.integers(0, len(made))))) == sorted(ids)


def test_a_new_order_of_figures_leaves_the_quotes_where_they_are() -> None:
    brief = northwind.brief()
    brief = review.keep(brief, brief.findings[4].id)
    before = content(brief)
    wanted = [row.id for row in reversed(before.figures)]
    after = content(arranged(brief, wanted))

    assert [row.id for row in after.figures] == wanted
    assert after.quotes == before.quotes
