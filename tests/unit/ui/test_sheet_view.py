import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefing.word.sheet import Cell, Paragraph, Sheet, Table, Words
from ui.sheet_document import SheetDocument
from ui.sheet_view import SheetView

pytestmark = pytest.mark.usefixtures("qapp")
WORDS = Words("Cargo rose to 8.9 million tons. " * 12, size=9.0)
RED = Words("Red", size=40.0, colour="ff0000", bold=True)


def sheet(*body: Paragraph | Table) -> Sheet:
    return Sheet(595.3, 841.9, (45.0, 51.0, 37.0, 51.0), (Paragraph((Words("Above"),)),), body, (Paragraph((Words("Below"),)),))


@pytest.fixture
def view(qtbot: QtBot) -> SheetView:
    made = SheetView()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


def test_a_short_note_is_one_page_and_a_long_one_is_as_long_as_it_is() -> None:
    assert round(SheetDocument(sheet(Paragraph((WORDS,)))).height) == 842
    assert SheetDocument(sheet(*[Paragraph((WORDS,), after=3.0)] * 60)).height > 1500


def test_it_says_what_the_sheet_says() -> None:
    table = Table((100.0, 100.0), ((Cell((Paragraph((Words("one"),)),)), Cell((Paragraph((Words("two"),)),))),), ruled=True)
    said = SheetDocument(sheet(Paragraph((Words("Title"),)), table, Paragraph((Words("End"),)))).text.split()
    assert said == ["Above", "Title", "one", "two", "End", "Below"]


def test_merged_cells_and_tables_within_tables_are_set() -> None:
    inner = Table((50.0,), ((Cell((Paragraph((Words("inner"),)),)),),))
    rows = ((Cell((inner,), span=2, shade="eef2f7"),), (Cell((Paragraph((Words("a"),)),)), Cell((Paragraph((Words("b"),)),))))
    assert SheetDocument(sheet(Table((50.0, 50.0), rows))).text.split() == ["Above", "inner", "a", "b", "Below"]


def test_the_page_is_white_paper_with_the_templates_ink(view: SheetView, qtbot: QtBot) -> None:
    view.show_sheet(sheet(Paragraph((RED,))))
    picture = view.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(40, 660, 3) for y in range(40, 400, 3)}
    assert {"#ffffff", "#ff0000"} <= colours


def test_it_takes_the_width_there_is_and_never_scrolls_sideways(view: SheetView, qtbot: QtBot) -> None:
    view.show_sheet(sheet(Paragraph((WORDS,))))
    tall = view.widget().height()
    view.resize(400, 500)
    qtbot.waitUntil(lambda: view.widget().height() < tall)
    assert view.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert view.widget().width() <= view.viewport().width()


def test_a_screen_reader_hears_the_text(view: SheetView) -> None:
    view.show_sheet(sheet(Paragraph((Words("Port to double capacity"),))))
    assert "Port to double capacity" in view.accessibleDescription()
