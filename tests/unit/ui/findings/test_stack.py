"""Where cards lie: rows and heights are two ways to say the same."""

from hypothesis import given
from hypothesis import strategies as st

from ui.findings.stack import Stack

STACKS = st.builds(
    Stack, height=st.integers(20, 90), tall=st.integers(90, 400), current=st.integers(-1, 60), margin=st.integers(0, 8)
)


@given(stack=STACKS, row=st.integers(0, 80), share=st.floats(0, 0.99))
def test_every_height_of_a_row_leads_back_to_it(stack: Stack, row: int, share: float) -> None:
    assert stack.row_at(stack.top(row) + int(share * stack.height_of(row))) == row


@given(stack=STACKS, row=st.integers(0, 80))
def test_rows_follow_each_other_without_gaps(stack: Stack, row: int) -> None:
    assert stack.top(row + 1) == stack.top(row) + stack.height_of(row)


@given(stack=STACKS, rows=st.integers(1, 80))
def test_all_rows_and_both_margins_are_the_whole(stack: Stack, rows: int) -> None:
    assert stack.total(rows) == stack.margin + sum(map(stack.height_of, range(rows))) + stack.margin


def test_no_rows_need_no_room() -> None:
    assert Stack(70, 0, -1, 4).total(0) == 0
