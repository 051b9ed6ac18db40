"""Kinds of notes, and which template stands for each: chosen by the analyst, else the built-in one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefing.word.types import TemplateInfo, TemplateKind
from ui.templates.wording import OTHER


def products(templates: Iterable[TemplateInfo]) -> Mapping[str, str]:
    """The kinds of notes and what they are called, as the built-in templates have them."""
    return {info.product: info.name for info in templates if info.kind is TemplateKind.BUILT_IN and info.product}


def product_name(info: TemplateInfo, templates: Iterable[TemplateInfo]) -> str:
    """What the kind of note that a template makes is called."""
    known = products(templates).get(info.product, "")
    return known or info.product.replace("-", " ").capitalize() or OTHER


def default_for(product: str, templates: Sequence[TemplateInfo], chosen: Iterable[str]) -> TemplateInfo | None:
    """The template that stands for a kind of note; ``chosen`` are the settings' pairs "product=id"."""
    wanted = dict(pair.split("=", 1) for pair in chosen if "=" in pair).get(product, "")
    usable = [info for info in templates if info.product == product and product and not info.broken]
    by_choice = next((info for info in usable if info.id == wanted), None)
    return by_choice or next((info for info in usable if info.kind is TemplateKind.BUILT_IN), None)


def with_default(chosen: Iterable[str], info: TemplateInfo) -> tuple[str, ...]:
    """The settings' pairs with a template as the one for its kind."""
    others = tuple(pair for pair in chosen if not pair.startswith(f"{info.product}="))
    return others if info.kind is TemplateKind.BUILT_IN else (*others, f"{info.product}={info.id}")


def beginning(wanted: str, templates: Sequence[TemplateInfo], chosen: Iterable[str]) -> TemplateInfo | None:
    """The template that a new note begins with: the one wanted, or what stands for its kind by now."""
    named = next((info for info in templates if info.id == wanted), None)
    if named is not None and named.kind is not TemplateKind.BUILT_IN:
        return named
    return default_for(wanted, templates, chosen) or named
