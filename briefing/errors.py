"""Errors that reach people: each is one sentence and a next step."""

from __future__ import annotations

# BriefingError
# ├── ArticleError      the article cannot be read
# ├── AnalysisError     the analysis stopped
# ├── ReviewError       what was wished for a finding makes no sense
# ├── TemplateError     the template cannot be used
# ├── ExportError       the Word file cannot be written
# └── StorageError      a brief cannot be saved or opened


class BriefingError(Exception):
    """Something a person can act on: what happened, and what to do next."""

    def __init__(self, sentence: str, next_step: str = "") -> None:
        super().__init__(sentence, next_step)
        self.sentence = sentence
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.sentence} {self.next_step}".strip()


class ArticleError(BriefingError):
    """The article cannot be read."""


class AnalysisError(BriefingError):
    """The analysis stopped before it was done."""


class ReviewError(BriefingError):
    """What was wished for a finding makes no sense."""


class TemplateError(BriefingError):
    """The template cannot be used."""


class ExportError(BriefingError):
    """The Word file cannot be written."""


class StorageError(BriefingError):
    """A brief cannot be saved or opened."""
