"""Where templates are kept. Brings no parser along, so that the window may ask."""

from __future__ import annotations

from pathlib import Path


def my_folder() -> Path:
    """Where the user's own templates are kept."""
    from platformdirs import user_data_path  # noqa: PLC0415 – not needed to import the package

    return user_data_path("briefing", appauthor=False) / "templates"
