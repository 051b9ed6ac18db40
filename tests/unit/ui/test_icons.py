from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

from briefing.assets import asset
from ui import icons, theme
from ui.actions import ACTIONS

NAMES = sorted(path.stem for path in asset("resources", "icons").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_drawn_in_the_theme_s_colour(qapp: QApplication, name: str) -> None:
    theme.apply(qapp, "light")
    picture = icons.pixmap(name, "accent").toImage()
    inked = [picture.pixelColor(x, y) for x in range(20) for y in range(20) if picture.pixelColor(x, y).alpha() > 120]
    wanted = QColor(theme.LIGHT.accent)
    assert inked
    assert all(abs(a - b) <= 3 for ink in inked for a, b in zip(ink.getRgb()[:3], wanted.getRgb()[:3], strict=True))


def test_every_icon_that_an_action_names_is_there() -> None:
    assert {row.icon for row in ACTIONS if row.icon} <= set(NAMES)


def test_a_disabled_icon_looks_it(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    icon = icons.icon("save")
    assert icon.pixmap(20, QIcon.Mode.Normal).toImage() != icon.pixmap(20, QIcon.Mode.Disabled).toImage()


def test_a_picture_for_a_fine_screen_has_more_pixels(qapp: QApplication) -> None:
    assert icons.pixmap("save", scale=2.0).width() == 2 * icons.pixmap("save").width()


@pytest.mark.parametrize("name", NAMES)
def test_icons_hold_no_colours_of_their_own(name: str) -> None:
    assert "#" not in Path(asset("resources", "icons", f"{name}.svg")).read_text()
