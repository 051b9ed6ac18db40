"""The filters that a template may use. Each takes plain values and gives plain values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from briefing.compose.dates import printed
from briefing.compose.sources import joined

LONGEST = 1_000_000  # characters or entries of a filter's result


def money(amount: str, currency: str = "") -> str:
    """An amount with its thousands set apart: "23,300,000,000"; text that is no number stays as it is."""
    try:
        number = float(amount)
    except ValueError:
        return amount
    grouped = f"{number:,.2f}".removesuffix(".00")
    return f"{currency} {grouped}".strip()


def date(iso: str, pattern: str = "d MMMM y") -> str:
    """An ISO date in a pattern of d, dd, M, MM, MMM, MMMM and y."""
    return printed(iso, pattern)


def join_and(entries: list[Any]) -> str:
    """A list as in a sentence: "A, B and C"."""
    return joined(str(entry) for entry in entries)


def sentence(text: str) -> str:
    """The text with a capital at its head; nothing else is changed."""
    return text[:1].upper() + text[1:]


def unbroken(text: str) -> str:
    """The text with spaces at which no line ends."""
    return text.replace(" ", "\u00a0")


def by(items: list[dict[str, Any]], name: str, value: object = None) -> list[dict[str, Any]]:
    """The items whose field has a value; without a value, the items ordered by that field."""
    if value is None:
        return sorted(items, key=lambda item: str(item[name]))
    return [item for item in items if item[name] == value]


def top(items: list[Any], count: int = 3) -> list[Any]:
    """The first few items."""
    return items[:count]


def chart(figures: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The figures of one unit, to be drawn as bars; none where fewer than two can be compared."""
    from briefing.word.charts import comparable  # noqa: PLC0415 – few templates have a chart

    return comparable(figures)


def length(value: Any) -> int:
    """How many entries or characters there are."""
    return len(value)


def join(entries: list[Any], between: str = ", ") -> str:
    """A list with something between its entries."""
    return between.join(str(entry) for entry in entries)


FILTERS: Mapping[str, Callable[..., Any]] = {
    "money": money,
    "date": date,
    "join_and": join_and,
    "sentence": sentence,
    "unbroken": unbroken,
    "by": by,
    "top": top,
    "chart": chart,
    "length": length,
    "join": join,
    "upper": str.upper,
    "lower": str.lower,
    "trim": str.strip,
}


def capped(function: Callable[..., Any]) -> Callable[..., Any]:
    """The filter, refusing a result that no note can hold."""

    def run(*arguments: Any, **named: Any) -> Any:
        result = function(*arguments, **named)
        if isinstance(result, str | list) and len(result) > LONGEST:
            raise ValueError("the result is too long")
        return result

    return run
