"""Who is who in an article: names, titles, roles and pronouns resolved to persons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.analysis.people.mentions import mentions_in
from briefing.analysis.people.persons import persons_of
from briefing.analysis.people.registry import People, Resolved
from briefing.analysis.people.roles import role_of
from briefing.analysis.quotes.reading import read_quotes

if TYPE_CHECKING:
    from briefing.analysis.pipeline import Passage
    from briefing.model import Article

__all__ = ["People", "Resolved", "people_in"]


def people_in(article: Article, passages: Sequence[Passage]) -> People:
    """The registry of the people named in the parsed paragraphs of an article."""
    readings = read_quotes(article, passages)
    persons = persons_of(mentions_in(readings), readings)
    roles = {person.name: role_of(person, readings) for person in persons}
    return People(article.text, readings, persons, roles, tuple(reading.span.start for reading in readings))
