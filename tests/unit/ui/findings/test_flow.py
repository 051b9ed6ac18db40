import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from ui.findings.flow import flow, units
from ui.findings.lines import Excerpt

LONG = "Trade between the two countries reached a new record of more than twenty-four billion dollars"


@pytest.mark.usefixtures("qapp")
def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    shown = flow(Excerpt(LONG), QFont(), 120, 1, 16)

    assert shown.lines == 1
    assert shown.layout.text().endswith("…")
    assert 100 < shown.layout.lineAt(0).naturalTextWidth() <= 122


@pytest.mark.usefixtures("qapp")
def test_what_fits_is_left_alone() -> None:
    assert flow(Excerpt("Trade"), QFont(), 400, 1, 16).layout.text() == "Trade"


@pytest.mark.usefixtures("qapp")
def test_a_second_line_takes_what_the_first_cannot() -> None:
    shown = flow(Excerpt(LONG), QFont(), 300, 4, 16)

    assert shown.lines > 1
    assert not shown.layout.text().endswith("…")


@pytest.mark.parametrize(("text", "length"), [("", 0), ("abc", 3), ("a😀b", 4), ("«ж»", 3)])
def test_lengths_are_counted_as_qt_counts(text: str, length: int) -> None:
    assert units(text) == length


@given(st.text(max_size=80), st.integers(10, 300), st.integers(1, 3))
def test_any_text_can_be_cut(text: str, width: int, most: int) -> None:
    QApplication.instance() or QApplication([])

    assert flow(Excerpt(text, 0, len(text) // 2), QFont(), width, most, 16).lines <= most


@pytest.mark.usefixtures("qapp")
def test_right_to_left_text_stays_within_the_width() -> None:
    shown = flow(Excerpt("قال الوزير إن حجم التجارة بين البلدين بلغ مستوى قياسيا جديدا"), QFont(), 160, 1, 16)

    assert shown.layout.text().endswith("…")
    assert shown.layout.lineAt(0).naturalTextWidth() <= 162


@pytest.mark.parametrize(
    ("text", "slanted"), [("“We are — pleased…” €3", True), ("نحن سعداء", False), ("Ông nói: “Được”", True), ("我们", False)]
)
def test_scripts_without_italics_stand_upright(qapp: QApplication, text: str, slanted: bool) -> None:
    font = QFont()
    font.setItalic(True)

    assert flow(Excerpt(text), font, 400, 1, 16).layout.font().italic() is slanted
