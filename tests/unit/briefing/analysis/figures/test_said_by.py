"""Who vouches for a figure: what a quote, reported speech, an institution's data and the article itself look like."""

from __future__ import annotations

import pytest

from briefing.analysis.findings import analyse
from briefing.articles import from_text
from briefing.model import Figure

INTRODUCTION = (
    "Ministry of Energy reports on output\n\n"
    "ASTANA – Energy Minister Anna Berg met reporters on Monday. Peter Holm, head of the Lakes Union, was there too.\n\n"
)
BERG, HOLM, UNION, BANK = "Anna Berg", "Peter Holm", "Lakes Union", "National Bank"

# The text, the figure in it, who vouches, and how.
SOURCES = [
    ("“Output rose by 5% last year,” said Berg.", "5%", "quoted", BERG),
    ("“Output rose by 5% last year. Exports grew by 7%,” the minister said.", "7%", "quoted", BERG),
    ("“We lost 40 ships,” Holm told the radio.", "40 ships", "quoted", HOLM),
    ("Berg said output had risen by 5%.", "5%", "reported", BERG),
    ("Output had risen by 5%, Berg said.", "5%", "reported", BERG),
    ("She told reporters that output had risen by 5%.", "5%", "reported", BERG),
    ("According to Berg, output rose by 5%.", "5%", "reported", BERG),
    ("Output rose by 5%, according to the minister.", "5%", "reported", BERG),
    ("In the words of Holm, 5% of drivers had left.", "5%", "reported", HOLM),
    ("As Holm put it, 5% of drivers had left.", "5%", "reported", HOLM),
    ("Holm put the damage at $3 million.", "$3 million", "reported", HOLM),
    ("Holm added that 20 ships had been sold.", "20 ships", "reported", HOLM),
    ("Asked about costs, Berg mentioned $3 million.", "$3 million", "reported", BERG),
    ("Berg, speaking in Oslo, announced a fund of $3 million.", "$3 million", "reported", BERG),
    ("The fund's chief, Maria Lund, noted that assets had reached $3 billion.", "$3 billion", "reported", "Maria Lund"),
    ("Berg's spokesman, Olaf Dahl, said 300 firms had closed.", "300 firms", "reported", "Olaf Dahl"),
    ("Berg spoke. Her own research indicates that 300 firms have closed.", "300 firms", "reported", BERG),
    ("Officials said 40 people were arrested.", "40 people", "reported", "Officials"),
    ("Analysts polled by Reuters had expected growth of 5%.", "5%", "reported", "Analysts"),
    ("Output rose by 5%, the ministry's data shows.", "5%", "institution", "Ministry of Energy"),
    ("The ministry said in a statement that 300 firms had closed.", "300 firms", "institution", "Ministry of Energy"),
    ("Data from the Ministry of Energy show output rose by 5%.", "5%", "institution", "Ministry of Energy"),
    ("According to data of the National Bank, output rose by 5%.", "5%", "institution", BANK),
    ("Output rose by 5%, figures released by the National Bank on Tuesday showed.", "5%", "institution", BANK),
    ("The National Bank's survey shows that 300 firms have closed.", "300 firms", "institution", BANK),
    ("A survey by the Lakes Union found that 5% of drivers had left.", "5%", "institution", UNION),
    ("The report, published by the Lakes Union, says 300 drivers have left.", "300 drivers", "institution", UNION),
    ("The Lakes Union says 300 drivers have left.", "300 drivers", "institution", UNION),
    ("The World Bank expects output to rise by 5%.", "5%", "institution", "World Bank"),
    ("The IMF forecast growth of 5% for next year.", "5%", "institution", "IMF"),
    ("Police said 40 people were arrested.", "40 people", "institution", "Police"),
    ("The company reported a profit of $3 million.", "$3 million", "institution", "company"),
    ("Official figures showed output rose by 5%.", "5%", "article", ""),
    ("It is estimated that 300 firms have closed.", "300 firms", "article", ""),
    ("The mine employs 300 people.", "300 people", "article", ""),
    ("Holm, who employs 300 people, said the mine would close.", "300 people", "article", ""),
    ("Berg spoke at a port where 700 people work.", "700 people", "article", ""),
    ("The Nasdaq added 20 points.", "20 points", "article", ""),
    # A sentence without a source goes on with the speaker of the one just before it, and no further.
    ("Berg said output had risen by 5%. Exports, in turn, grew by 7%.", "7%", "reported", BERG),
    ("Berg said output had risen by 5%. The mine opened long ago. It employs 300 people.", "300 people", "article", ""),
    ("Berg said output had risen by 5%. Coal grew by 6%. Gas fell by 7%.", "7%", "article", ""),
    ("Output rose by 5%, according to the minister. The mine employs 300 people.", "300 people", "article", ""),
]


@pytest.mark.parametrize(("text", "printed", "kind", "speaker"), SOURCES)
def test_who_vouches_for_a_figure(text: str, printed: str, kind: str, speaker: str) -> None:
    article = from_text(INTRODUCTION + text)
    found = [f.content for f in analyse(article) if isinstance(f.content, Figure)]
    figure = next(f for f in found if printed in f.span.of(article.text))
    assert (figure.said_by_kind, figure.said_by.name if figure.said_by else "") == (kind, speaker)


def test_a_speaker_carried_over_is_to_be_checked() -> None:
    article = from_text(INTRODUCTION + "Berg said output had risen by 5%. Exports, in turn, grew by 7%.")
    *_, last = (f.content for f in analyse(article) if isinstance(f.content, Figure))
    assert last.evidence.check
