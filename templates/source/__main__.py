"""Writes all built-in templates beside this folder."""

from __future__ import annotations

from pathlib import Path

from templates.source.briefing_note import BRIEFING_NOTE
from templates.source.market_brief import MARKET_BRIEF
from templates.source.meeting_brief import MEETING_BRIEF
from templates.source.package import build
from templates.source.press_summary import PRESS_SUMMARY
from templates.source.reporting_cable import REPORTING_CABLE
from templates.source.situation_report import SITUATION_REPORT
from templates.source.verification_sheet import VERIFICATION_SHEET

ALL = (
    BRIEFING_NOTE,
    PRESS_SUMMARY,
    MEETING_BRIEF,
    REPORTING_CABLE,
    SITUATION_REPORT,
    MARKET_BRIEF,
    VERIFICATION_SHEET,
)

for each in ALL:
    build(each, Path(__file__).parent.parent)
