"""The program's door: which arguments open the window, and how light the door itself is."""

import subprocess
import sys

import pytest

from ui.__main__ import opens_window


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["article.txt"], True),
        (["one.html", "two.html"], True),
        (["work.brief"], True),
        (["https://example.org/news/port-grows", "article.txt"], True),
        (["./compose"], True),
        (["compose", "article.txt"], False),
        (["extract", "article.txt"], False),
        (["templates"], False),
        (["--help"], False),
        (["--version"], False),
        (["article.txt", "-o", "note.docx"], False),
    ],
)
def test_which_arguments_open_the_window(arguments: list[str], *, window: bool) -> None:
    assert opens_window(arguments) is window


def test_the_door_itself_is_light() -> None:
    code = "import ui.__main__, sys; print({'typer', 'rich', 'pydantic', 'spacy', 'lxml', 'PySide6'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
