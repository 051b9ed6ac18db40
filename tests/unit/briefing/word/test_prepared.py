"""A template is read once; what is kept of it is never written to, and another file at its place is read anew."""

from pathlib import Path

import pytest

from briefing.brief import Brief
from briefing.compose import compose
from briefing.errors import TemplateError
from briefing.word.note import render
from tests.by_hand import harbour
from tests.word_files import lines, rows, template

FULL = compose(harbour().brief(), generated="2024-03-15T09:00")
EMPTY = compose(Brief())
LOOP = rows("{%tr for f in figures %}", "{{ f.value }}", "{%tr endfor %}")


def test_notes_do_not_leave_a_trace_in_the_template(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ note.subject }}", LOOP, "{% if quotes %}Quotes{% endif %} end")
    full, empty = render(FULL, path)[0], render(EMPTY, path)[0]
    assert (render(FULL, path)[0], render(EMPTY, path)[0]) == (full, empty)
    assert lines(full) != lines(empty)


def test_template_that_was_changed_is_read_anew(tmp_path: Path) -> None:
    assert lines(render(FULL, template(tmp_path, "before {{ articles|length }}"))[0]) == ["before 1"]
    assert lines(render(FULL, template(tmp_path, "behind {{ articles|length }}"))[0]) == ["behind 1"]


def test_mistake_is_named_each_time(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ note.titel }}")
    for _ in range(2):
        with pytest.raises(TemplateError, match="titel"):
            render(FULL, path)


def test_more_templates_than_are_kept(tmp_path: Path) -> None:
    for n in (*range(12), 0):
        assert lines(render(FULL, template(tmp_path, f"{n} {{{{ articles|length }}}}"))[0]) == [f"{n} 1"]
