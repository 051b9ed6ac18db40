"""Settings come back, and damage costs only what is damaged."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import StorageError
from briefing.storage import Settings, Theme, load_settings, remember_file, save_settings
from briefing.storage.settings import MOST_RECENT_FILES, settings_file

CHANGED = Settings(Theme.DARK, 130, ("/a.brief", "/b.brief"), "/articles", "/notes", "weekly", "Jane Doe", "0f")


def test_the_first_run_has_defaults_and_no_remark() -> None:
    found = load_settings()
    assert (found.settings, found.remark) == (Settings(), "")


def test_settings_come_back() -> None:
    save_settings(CHANGED)
    found = load_settings()
    assert (found.settings, found.remark) == (CHANGED, "")


@pytest.mark.parametrize("data", [b"", b"\x00\xff", b"[]", b"null", b'"x"', b"{", b"[" * 100_000])
def test_a_damaged_file_gives_defaults_and_a_remark(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(data)
    found = load_settings(path)
    assert found.settings == Settings()
    assert "could not be read" in found.remark


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "purple"),
        ("text_zoom", 5),
        ("text_zoom", "100"),
        ("text_zoom", True),
        ("recent_files", "x"),
        ("recent_files", [1]),
        ("template", None),
        ("autosave_seconds", 0),
    ],
)
def test_one_damaged_value_costs_that_value_only(name: str, value: Any, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    save_settings(CHANGED, path)
    path.write_text(json.dumps({**json.loads(path.read_text()), name: value}))
    found = load_settings(path)
    assert found.settings == replace(CHANGED, **{name: getattr(Settings(), name)})
    assert name.replace("_", " ") in found.remark


def test_settings_of_a_newer_version_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"text_zoom": 120, "telepathy": true}')
    assert load_settings(path).settings == Settings(text_zoom=120)


def test_recent_files_are_few_unique_and_newest_first(tmp_path: Path) -> None:
    settings = Settings()
    for number in (*range(MOST_RECENT_FILES + 3), 5):
        settings = remember_file(settings, tmp_path / f"{number}.brief")
    assert len(settings.recent_files) == len(set(settings.recent_files)) == MOST_RECENT_FILES
    assert settings.recent_files[0] == str(tmp_path / "5.brief")


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageError):
        save_settings(Settings(), tmp_path / "file" / "settings.json")


def test_they_lie_where_the_platform_wants_them() -> None:
    assert settings_file().parent.name == "briefing"


VALUES = st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text())


@given(st.dictionaries(st.sampled_from(sorted(Settings.__slots__)), VALUES))
def test_loading_never_fails(tmp_path_factory: pytest.TempPathFactory, stored: dict[str, Any]) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_text(json.dumps(stored), encoding="utf-8")
    assert isinstance(load_settings(path).settings, Settings)
