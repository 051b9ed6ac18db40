"""Datelines of many newsrooms, and what only looks like one."""

from __future__ import annotations

import pytest

from briefing.articles.dateline import find_dateline


@pytest.mark.parametrize(
    ("head", "place", "agency"),
    [
        ("ASTANA. KAZINFORM - ", "ASTANA", "KAZINFORM"),
        ("MOSCOW, January 21. /TASS/. ", "MOSCOW", "TASS"),
        ("LONDON (Reuters) - ", "LONDON", "Reuters"),
        ("LONDON (Reuters) — ", "LONDON", "Reuters"),
        ("STOCKHOLM, Aug 29, 2014 (AFP) - ", "STOCKHOLM", "AFP"),
        ("NEW DELHI: ", "NEW DELHI", ""),
        ("WASHINGTON — ", "WASHINGTON", ""),
        ("Indianapolis – ", "Indianapolis", ""),
        ("NEW YORK, Nov. 7 — ", "NEW YORK", ""),
        ("ST. PETERSBURG, Russia (AP) — ", "ST. PETERSBURG", "AP"),
        ("Geneva (dpa) - ", "Geneva", "dpa"),
        ("TOKYO, Nov. 29 (Xinhua) -- ", "TOKYO", "Xinhua"),
        ("SEATTLE, Jan. 5, 2022 /PRNewswire/ -- ", "SEATTLE", "PRNewswire"),
        ("VELLMAR (Nordlink News) – ", "VELLMAR", "Nordlink News"),
        ("Taipei, Nov. 17 (CNA) ", "Taipei", "CNA"),
        ("KEARNEY, NE -- (BUSINESS WIRE) -- ", "KEARNEY", "BUSINESS WIRE"),
        ("DUBLIN--(BUSINESS WIRE)--", "DUBLIN", "BUSINESS WIRE"),
        ("Nur-Sultan. 29 November. Kazinform - ", "Nur-Sultan", "Kazinform"),
        ("Tehran, IRNA – ", "Tehran", "IRNA"),
        ("Baku, November 29, AZERTAC ", "Baku", "AZERTAC"),
        ("(Reuters) - ", "", "Reuters"),
        ("29 November 2022, Geneva — ", "Geneva", ""),
        ("Astana, Kazakhstan - November 29, 2022 - ", "Astana", ""),
    ],
)
def test_dateline_ends_where_the_sentence_begins(head: str, place: str, agency: str) -> None:
    found = find_dateline(f"{head}Trade grew by 34 per cent last year.")
    assert found is not None
    assert (found.span.start, found.span.end, found.place, found.agency) == (0, len(head), place, agency)


@pytest.mark.parametrize(
    "paragraph",
    [
        "FILE - A ship leaves the port.",
        "CHINESE AGGRESSION: The navy left.",
        "WATCH: The ship leaves.",
        "UPDATE: Trade grew.",
        "The port (Reuters) said so.",
        "Trade grew by 34 per cent – More than expected.",
        "He said - and meant it - that trade grew.",
        "Jane Doe: We are pleased.",
        "London is calling.",
        "Geneva, Switzerland and Oslo are dear.",
        "(Vellmar) - Trade grew.",
        "Trade, November 29, Grew.",
        "“LONDON (Reuters) - ” is how it begins.",
    ],
)
def test_what_only_looks_like_a_dateline(paragraph: str) -> None:
    assert find_dateline(paragraph) is None
