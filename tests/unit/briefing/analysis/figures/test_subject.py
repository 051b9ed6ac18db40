from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.model import Figure

Find = Callable[..., tuple[Figure, ...]]

SUBJECTS = [
    (
        "Some 110 joint projects have been implemented between Kazakhstan and Russia.",
        "joint projects implemented between Kazakhstan and Russia",
    ),
    ("In 2022, 79,200 tons of cargo was transported.", "cargo transported"),
    ("The first months showed a 5% increase in trade turnover.", "trade turnover"),
    ("The volume of trade between Kazakhstan and Russia reached $24.5 billion.", "volume of trade between Kazakhstan and Russia"),
    ("Investments from Kazakhstan to Russia grew by 34%.", "Investments from Kazakhstan to Russia"),
    ("The average transit time on the route is 10 days.", "average transit time on the route"),
    ("It cited restrictions on goods with a trading volume of over $160 billion.", "trading volume"),
    ("Microsoft cut prices by 10%.", "prices, Microsoft"),
    ("The ministry will spend $3 billion on widening the canal.", "widening the canal, ministry"),
    ("The city plans to invest 40 million euros in new trams.", "trams"),
    ("The operator said it had spent $70 million upgrading the line.", "upgrading the line"),
    ("The Nordic Fund will contribute $5 million to the scheme.", "scheme, Nordic Fund"),
    ("The council itself will pay £12 million.", "council will pay"),
    (
        "The bank will lend €600 million, and the remaining €280 million is to come from private lenders.",
        "come from private lenders",
    ),
    (
        "The bank will give $6 million; the remaining $3 million, or a third of the total, is to come from users.",
        "come from users",
    ),
    ("Output will reach 3 tons. They assume growth of 3% a year.", "growth"),
    ("Output will reach 3 tons. They assume growth of 3% a year. Over the past decade it was nearer 5%.", "growth"),
    ("Trade reached $5 billion last year. It was an increase of 6%.", "Trade"),
    ("Nine out of 14 European bridges completed between 2010 and 2020 went over budget.", "European bridges went over budget"),
    ("Two out of five visitors came by train.", "visitors came by train"),
    ("The authority expects more than 3,800 jobs.", "jobs, authority"),
    ("The owners put their losses at €4 million a year.", "losses, owners"),
    ("It runs 30 trains for the period.", "runs trains"),
    ("The Brennick index fell 12 points, and the Osterby Composite added 20.7 points.", "Osterby Composite"),
    ("Anna Moll was re-elected with 7,760 votes.", "votes, Anna Moll"),
    ("Regina Ip was elected with 300 votes.", "votes, Regina Ip"),
    ("Demosisto's Nathan Law was elected with 300 votes.", "votes, Nathan Law"),
    ("Fishermen rescued 700 asylum seekers.", "rescued asylum seekers, Fishermen"),
    ("The airline announced it will suspend 300 drivers.", "suspend drivers, airline"),
    ("Ford announced plans to lay off 600 employees.", "employees, Ford"),
    ("The bank lost 60% of its market value.", "lost its market value, bank"),
    ("We turned away 41 ships.", "turned away ships"),
    ("A petition by the union now has 300 signatures.", "signatures, petition by the union"),
    ("If the dose is small you lose 15 IQ points.", "lose IQ points, dose"),
    ("A storm caused a crane to fall into the mosque, killing 107.", "killing, crane to fall into the mosque"),
    ("The accident comes ten days before the beginning of the festival.", "accident before the beginning of the festival"),
    (
        "The last vote was cast four hours after the last person joined the queue.",
        "last vote after the last person joined the queue",
    ),
    ("It was a survey of schoolchildren aged 8 to 10 years.", "schoolchildren"),
    ("The fund has agreed to lend €600 million over 25 years.", "fund has agreed to lend"),
    ("The council wants to raise that share within five years of opening.", "council wants to raise that share"),
    ("The firm brought down the error rate to 2%.", "error rate, firm"),
    ("Fruit prices are expected to increase by 5%.", "Fruit prices"),
    ("Growth has been forecast to slow to 4.8%.", "Growth"),
    ("He has contributed $1.45 million to the Harbour Trust.", "contributed to the Harbour Trust"),
    ("Sir Keir Starmer accepted 20 tickets.", "tickets, Sir Keir Starmer"),
    ("Fishermen rescued 700 people whose boat sank.", "rescued people whose boat sank"),
    ("The population has fluctuated and is estimated at around 40,000.", "population"),
    ("In April the service hired 500.", "hired, service"),
    ("The retailer earned $2.8 billion.", "retailer earned"),
    ("The firm recorded a $935 million net loss.", "net loss, firm"),
    ("The S&P 500 rose 64.06 points.", "S&P 500"),
    ("Dozens of people were killed in the fire.", "people killed in the fire"),
    ("Ada Moll, 61, resigned.", "Ada Moll"),
    ("Zimbabwe's 16 million citizens have access.", "Zimbabwe's citizens have access"),
    ("Profits at the US media giant TimeWarner jumped 76%.", "Profits at the US media giant TimeWarner"),
    ("The tunnel is the hub for 8 miles (13 kilometers) of new tunnels.", "tunnels, hub"),
    ("Rita Aldo took second place with 318 votes.", "votes, Rita Aldo"),
]


@pytest.mark.parametrize(("text", "subject"), SUBJECTS)
def test_a_subject_is_copied_from_the_sentence(figures: Find, text: str, subject: str) -> None:
    assert figures(text)[-1].subject == subject


def test_the_evidence_names_the_template(figures: Find) -> None:
    (figure,) = figures("Investments from Kazakhstan to Russia grew by 34%.")
    assert "subject: verb subject" in figure.evidence.reasons


def test_a_share_out_of_a_number_counts_its_noun(figures: Find) -> None:
    (figure,) = figures("Nine out of 14 European bridges went over budget.")
    assert figure.amount.unit == "european bridge"


def test_two_spaces_between_sentences_make_no_row(figures: Find) -> None:
    found = figures("Exports reached $5 million.  Imports fell to $3 million.  Prices rose by 5%.")
    assert [f.subject for f in found] == ["Exports", "Imports", "Prices"]


def test_wide_gaps_between_numbers_make_a_row(figures: Find) -> None:
    found = figures("Imports of coal    300    450    500")
    assert {f.subject for f in found} == {"Imports of coal"}
