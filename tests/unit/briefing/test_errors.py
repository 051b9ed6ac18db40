"""What an error says to a person."""

import pickle

import pytest

from briefing.errors import AnalysisError, ArticleError, BriefingError, ExportError, StorageError, TemplateError


def test_an_error_is_a_sentence_and_a_next_step() -> None:
    assert str(ArticleError("The file is empty.", "Choose another one.")) == "The file is empty. Choose another one."


@pytest.mark.parametrize("kind", [AnalysisError, ArticleError, BriefingError, ExportError, StorageError, TemplateError])
def test_an_error_crosses_a_process_border_whole(kind: type[BriefingError]) -> None:
    copy = pickle.loads(pickle.dumps(kind("What happened.", "What to do.")))  # noqa: S301 - our own bytes
    assert (type(copy), copy.sentence, copy.next_step) == (kind, "What happened.", "What to do.")
