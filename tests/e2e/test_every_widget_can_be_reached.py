"""Every widget that takes the keyboard has a name and a role, comes in reading order, and shows that it has the keyboard."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ui.window import MainWindow

pytestmark = pytest.mark.screen

_NO_ROLES = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane}


def reachable(root: QWidget) -> list[QWidget]:
    """The widgets on show that Tab leads to, in the order in which it does."""
    found, widget = [], root
    while True:
        widget = widget.nextInFocusChain()
        if widget is root:
            return found
        takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
        if (
            takes
            and root.isAncestorOf(widget)
            and widget.isVisibleTo(root)
            and widget.isEnabled()
            and not widget.size().isEmpty()
        ):
            found.append(widget)


def told(widget: QWidget) -> str:
    spoken = QAccessible.queryAccessibleInterface(widget)
    name = spoken.text(QAccessible.Text.Name) if spoken else ""
    return f"{type(widget).__name__} “{name}” {widget.objectName()}"


def nameless(root: QWidget) -> Iterator[str]:
    """What a screen reader could not name, or would not know what it is."""
    for widget in reachable(root):
        spoken = QAccessible.queryAccessibleInterface(widget)
        plain = spoken is not None and spoken.role() in _NO_ROLES and not isinstance(widget, QScrollArea)
        if spoken is None or not spoken.text(QAccessible.Text.Name).strip() or plain:
            yield told(widget)


def place(widget: QWidget, root: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


def area_of(widget: QWidget) -> QScrollArea | None:
    """The scrolled area in which a widget stands, perhaps out of sight."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def out_of_order(root: QWidget) -> Iterator[str]:
    """Pairs of widgets of which the second stands above the first in one column, or before it in the same line."""
    widgets = reachable(root)
    for before, after in pairwise(widgets):
        together = area_of(before) is area_of(after)
        one, other = (place(each if together else area_of(each) or each, root) for each in (before, after))
        above = other.bottom() < one.top() and other.left() < one.right()
        same_line = other.top() <= one.center().y() <= other.bottom()
        if above or (same_line and other.right() < one.left()):
            yield f"{told(before)} → {told(after)}"


def unmarked(root: QWidget) -> Iterator[str]:
    """Widgets that look the same with the keyboard and without."""
    window = root.window()
    window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # as the first Tab does
    for widget in reachable(root):
        away = next((other for other in reachable(window) if other is not widget and not widget.isAncestorOf(other)), None)
        if away is None:
            continue
        area = area_of(widget)
        if area is not None:
            area.ensureWidgetVisible(widget)
        away.setFocus(Qt.FocusReason.OtherFocusReason)
        QApplication.processEvents()
        without = window.grab(place(widget, window).adjusted(-4, -4, 4, 4)).toImage()
        where = place(widget, window)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if place(widget, window) != where:
            continue  # the pane moved to show it: that is seen
        if widget.hasFocus() and window.grab(place(widget, window).adjusted(-4, -4, 4, 4)).toImage() == without:
            yield told(widget)


def editing(window: MainWindow) -> QWidget:
    window.work.findings.edit_current()
    return window.work.findings


def editing_a_quote(window: MainWindow) -> QWidget:
    window.work.session.set_current(window.work.session.brief.quotes()[0].id, "test")
    return editing(window)


def asking_why(window: MainWindow) -> QWidget:
    window.work.findings.show_why()
    return window.work.findings


def filtered(window: MainWindow) -> QWidget:
    window.work.findings.set_kind_filter("quote")
    return window.work.findings


def nothing_listed(window: MainWindow) -> QWidget:
    window.work.findings.filters.search.setText("no such words")
    return window.work.findings


def details(window: MainWindow) -> QWidget:
    window.work.reader_pane.toggle_details()
    return window.work.reader_pane


def with_a_problem(window: MainWindow) -> QWidget:
    window.work.handlers["export"]()
    return window.work.bars


def dialog(name: str) -> Callable[[MainWindow], QWidget]:
    def opened(window: MainWindow) -> QWidget:
        before = set(QApplication.topLevelWidgets())
        window.work.handlers[name]()
        QApplication.processEvents()
        made = [each for each in QApplication.topLevelWidgets() if each not in before and each.isVisible()]
        return next(each for each in made if isinstance(each, QDialog) or each.isWindow())

    opened.__name__ = name
    return opened


PLACES: tuple[Callable[[MainWindow], QWidget], ...] = (
    lambda window: window.toolbar,
    lambda window: window.work.reader_pane,
    lambda window: window.work.findings,
    lambda window: window.work.note,
    lambda window: window.status,
    editing,
    editing_a_quote,
    asking_why,
    filtered,
    nothing_listed,
    details,
    with_a_problem,
    dialog("keys"),
    dialog("palette"),
    dialog("settings"),
    dialog("address"),
    dialog("templates"),
    dialog("help"),
)
NAMES = ("toolbar", "reader", "findings", "note", "status bar", *(each.__name__ for each in PLACES[5:]))


@pytest.fixture(params=PLACES, ids=NAMES)
def root(reviewing: MainWindow, request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[QWidget]:
    made: QWidget = request.param(reviewing)
    qtbot.wait(50)
    yield made
    if made.isWindow() and made is not reviewing:
        made.close()


def test_every_widget_says_what_it_is(root: QWidget) -> None:
    assert list(nameless(root)) == []


def test_tab_goes_as_one_reads(root: QWidget) -> None:
    assert list(out_of_order(root)) == []


def test_who_has_the_keyboard_shows_it(root: QWidget) -> None:
    assert list(unmarked(root)) == []


def test_the_panes_come_in_the_order_of_reading(reviewing: MainWindow) -> None:
    work = reviewing.work
    panes = (work.reader_pane, work.findings, work.note)
    seen = [next((n for n, pane in enumerate(panes) if pane.isAncestorOf(widget)), -1) for widget in reachable(reviewing)]
    inside = [n for n in seen if n >= 0]
    assert inside == sorted(inside)


def test_the_empty_state_can_be_reached(window: MainWindow) -> None:
    assert list(nameless(window.empty)) == []
    assert list(out_of_order(window.empty)) == []
    assert list(unmarked(window.empty)) == []
