from collections.abc import Callable

from PySide6.QtTest import QTest

from ui.window import MainWindow


def test_words_are_found_counted_and_stepped_through(reviewing: MainWindow, press: Callable[..., None]) -> None:
    press("Ctrl+F")
    QTest.keyClicks(reviewing.find_field, "the")
    text = reviewing.work.session.brief.sources[0].article.text
    total = text.casefold().count("the")
    assert reviewing.find_field.count.text() == f"1/{total}"

    press("Return")
    assert reviewing.find_field.count.text() == f"2/{total}"

    press("Escape")
    assert reviewing.find_field.count.text() == ""
    assert reviewing.work.reader.hasFocus()


def test_words_are_found_across_a_line_end(reviewing: MainWindow) -> None:
    reviewing.find_field.setText("profit to nearly")
    assert len(reviewing.find_field.matches()) == 1


def test_what_is_not_there_is_said(reviewing: MainWindow) -> None:
    reviewing.find_field.setText("zebra")
    assert reviewing.find_field.count.text() == "none"
