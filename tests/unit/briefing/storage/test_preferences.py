"""Every setting is in the schema with its words; only what the window keeps for itself is not shown."""

from dataclasses import fields

import pytest

from briefing.storage import Measure, Settings, Theme
from briefing.storage.preferences import GROUPS, Kind, Preference, preferences

KEPT = {"window_geometry", "window_state", "splitter_state", "findings_view", "folded_sections", "templates_geometry"}
BY_FIELD = {each.field: each for each in preferences()}


def test_every_setting_is_shown_but_those_that_the_window_keeps() -> None:
    shown = {each.field for each in preferences()}
    kept = {each.name for each in fields(Settings) if each.metadata.get("json_schema_extra", {}).get("kept")}
    assert shown | kept == {each.name for each in fields(Settings)}
    assert kept >= KEPT
    assert all(name.endswith(("_geometry", "_state", "_view", "_states", "_sections")) for name in kept)


@pytest.mark.parametrize("preference", preferences(), ids=lambda each: each.field)
def test_a_setting_has_its_words_and_a_group(preference: Preference) -> None:
    assert preference.title
    assert preference.description.endswith(".")
    assert preference.group in GROUPS


@pytest.mark.parametrize("preference", [each for each in preferences() if each.kind is Kind.NUMBER], ids=lambda each: each.field)
def test_a_number_has_bounds_around_its_default(preference: Preference) -> None:
    assert preference.lowest <= preference.default <= preference.highest


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("theme", Kind.CHOICE),
        ("text_zoom", Kind.NUMBER),
        ("sender", Kind.TEXT),
        ("open_folder", Kind.FOLDER),
        ("template", Kind.TEMPLATE),
        ("open_after_export", Kind.SWITCH),
        ("recent_files", Kind.LIST),
    ],
)
def test_each_kind_of_value_has_its_kind_of_control(field: str, kind: Kind) -> None:
    assert BY_FIELD[field].kind is kind


def test_choices_are_those_of_the_type() -> None:
    assert BY_FIELD["theme"].choices == tuple(Theme)
    assert BY_FIELD["measure"].choices == tuple(Measure)
