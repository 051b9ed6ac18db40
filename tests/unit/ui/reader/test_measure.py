import pytest
from pytestqt.qtbot import QtBot

from briefing import review
from briefing.articles import from_text
from briefing.assets import asset
from briefing.brief import Brief
from briefing.storage import Measure
from ui.reader.view import Reader
from ui.session import Session

SAMPLE = asset("resources", "samples", "harbour-upgrade.txt").read_text(encoding="utf-8")


def line_lengths(reader: Reader) -> list[int]:
    block, lengths = reader.document().begin(), []
    while block.isValid():
        reader.document().documentLayout().blockBoundingRect(block)  # lays it out
        lengths += [block.layout().lineAt(n).textLength() for n in range(block.layout().lineCount())]
        block = block.next()
    return lengths


@pytest.mark.parametrize(("measure", "most"), [(Measure.NARROW, 56), (Measure.COMFORTABLE, 76), (Measure.WIDE, 101)])
@pytest.mark.parametrize("zoom", [100, 200])
def test_lines_hold_no_more_characters_than_the_setting_says(qtbot: QtBot, measure: Measure, most: int, zoom: int) -> None:
    session = Session()
    reader = Reader(session)
    qtbot.addWidget(reader)
    reader.resize(3200, 800)
    reader.show()
    session.analysed(review.add_article(Brief(), from_text(SAMPLE)))
    reader.set_measure(measure)
    reader.set_zoom(zoom)
    qtbot.waitUntil(lambda: reader.document().blockCount() == len(session.brief.sources[0].article.blocks))
    lengths = line_lengths(reader)
    assert max(lengths) <= most  # the space at which a line is broken is counted too
    assert max(lengths) >= most * 0.85
