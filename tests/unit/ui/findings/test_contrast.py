import pytest

from ui import theme

LEAST = {"text": 7, "muted": 4.5, "dropped": 4.5, "kept": 4.5, "check": 4.5, "focus": 3}
BACKGROUNDS = ("surface", "accent_tint", "hover")  # a card, the current one, the one under the mouse


@pytest.mark.parametrize("tokens", [theme.LIGHT, theme.DARK, theme.HIGH_CONTRAST], ids=["light", "dark", "high contrast"])
@pytest.mark.parametrize("background", BACKGROUNDS)
@pytest.mark.parametrize(
    ("token", "least"), [("text", 7), ("muted", 4.5), ("dropped", 4.5), ("kept", 4.5), ("check", 4.5), ("focus", 3)]
)
def test_what_cards_say_can_be_read(tokens: theme.Tokens, background: str, token: str, least: float) -> None:
    assert theme.contrast(getattr(tokens, token), getattr(tokens, background)) >= least


@pytest.mark.parametrize("tokens", [theme.LIGHT, theme.DARK, theme.HIGH_CONTRAST], ids=["light", "dark", "high contrast"])
@pytest.mark.parametrize("kind", ["figure", "quote"])
def test_the_sign_of_a_kind_can_be_seen(tokens: theme.Tokens, kind: str) -> None:
    assert theme.contrast(getattr(tokens, kind), getattr(tokens, f"{kind}_tint")) >= 3
