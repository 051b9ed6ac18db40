"""House styles: how marks, dates and numbers look. A style changes form and never a value."""

from __future__ import annotations

from briefing.compose.context import StyleFields

AS_PRINTED = StyleFields("as printed", ".", ",", "%", "d MMMM y", "“", "”")
STYLES = {AS_PRINTED.name: AS_PRINTED}


def style_named(name: str) -> StyleFields:
    """The house style with a name; "as printed" where no style has it."""
    return STYLES.get(name, AS_PRINTED)
