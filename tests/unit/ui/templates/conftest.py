"""A library that nobody has to look for: templates and reports given by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal

from briefing.word.types import Report, TemplateInfo, TemplateKind


def info(name: str, kind: TemplateKind = TemplateKind.BUILT_IN, product: str = "", **more: object) -> TemplateInfo:
    identifier = name.casefold().replace(" ", "-")
    said = {"version": "1.0", "product": product or (identifier if kind is TemplateKind.BUILT_IN else ""), **more}
    return TemplateInfo(identifier, name, f"About {name}", Path(f"/{kind}/{identifier}.docx"), kind, **said)  # type: ignore[arg-type]  # each key is a field of its type


class Shelf(QObject):
    """What the manager's parts ask of a library."""

    listed = Signal()
    checked = Signal(object)

    def __init__(self, *templates: TemplateInfo) -> None:
        super().__init__()
        self.templates = templates
        self.reports: dict[str, Report] = {}
        self.team_folder: Path | None = None
        self.team_away = False

    def report(self, template: TemplateInfo) -> Report | None:
        return self.reports.get(template.id)

    def is_default(self, template: TemplateInfo) -> bool:
        return template.kind is TemplateKind.BUILT_IN

    def has_choice(self, template: TemplateInfo) -> bool:
        return sum(each.product == template.product for each in self.templates) > 1

    def show(self, *templates: TemplateInfo) -> None:
        self.templates = templates
        self.listed.emit()


@pytest.fixture
def shelf() -> Callable[..., Shelf]:
    return Shelf
