import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.theme import Tokens, contrast

THEMES = {"light": theme.LIGHT, "dark": theme.DARK, "high contrast": theme.HIGH_CONTRAST}
GROUNDS = ("window", "surface", "raised")
TINTS = ("accent_tint", "hover", "figure_tint", "quote_tint", "problem_tint", "notice_tint")
MARKS = ("figure", "quote", "kept", "dropped", "check", "problem", "focus", "accent")


@pytest.fixture(params=THEMES.values(), ids=THEMES)
def tokens(request: pytest.FixtureRequest) -> Tokens:
    value: Tokens = request.param
    return value


@pytest.mark.parametrize("ground", GROUNDS + TINTS)
def test_text_stands_out_seven_to_one(tokens: Tokens, ground: str) -> None:
    assert contrast(tokens.text, getattr(tokens, ground)) >= 7


@pytest.mark.parametrize("ground", GROUNDS + TINTS)
def test_muted_text_stands_out_four_and_a_half_to_one(tokens: Tokens, ground: str) -> None:
    assert contrast(tokens.muted, getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("ground", GROUNDS + TINTS)
@pytest.mark.parametrize("mark", MARKS)
def test_marks_stand_out_three_to_one(tokens: Tokens, mark: str, ground: str) -> None:
    assert contrast(getattr(tokens, mark), getattr(tokens, ground)) >= 3


@pytest.mark.parametrize(
    ("text", "ground"), [("kept", "surface"), ("dropped", "surface"), ("check", "surface"), ("check", "accent_tint")]
)
def test_states_in_words_can_be_read(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("ground", GROUNDS)
def test_borders_of_fields_can_be_seen(tokens: Tokens, ground: str) -> None:
    assert contrast(tokens.border, getattr(tokens, ground)) >= 3


def test_what_stands_on_strong_colours_can_be_read(tokens: Tokens) -> None:
    assert contrast(tokens.accent_text, tokens.accent) >= 4.5
    assert contrast(tokens.selection_text, tokens.selection) >= 7


@pytest.mark.parametrize(
    ("first", "second", "ratio"), [("#000000", "#ffffff", 21), ("#777777", "#777777", 1), ("#767676", "#ffffff", 4.54)]
)
def test_contrast_is_as_wcag_has_it(first: str, second: str, ratio: float) -> None:
    assert contrast(first, second) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize("choice", THEMES)
def test_a_choice_puts_tokens_and_palette_in_force(qapp: QApplication, choice: str) -> None:
    theme.apply(qapp, choice)
    assert theme.tokens() is THEMES[choice]
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == THEMES[choice].window


def test_a_change_is_told(qapp: QApplication) -> None:
    told: list[str] = []
    theme.apply(qapp, "light")

    def listen() -> None:
        told.append(theme.tokens().window)

    theme.signals.changed.connect(listen)
    theme.apply(qapp, "dark")
    theme.signals.changed.disconnect(listen)
    theme.apply(qapp, "light")
    assert told == [theme.DARK.window]


def test_an_unknown_choice_is_the_system(qapp: QApplication) -> None:
    theme.apply(qapp, "purple")
    assert theme.choice() == "system"
