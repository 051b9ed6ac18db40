"""The findings panel: filters, progress, the list of cards and the drawer in which a finding is edited."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from briefing.brief import Brief, Decision
from briefing.model import Figure
from ui import theme
from ui.findings import style
from ui.findings.editor import FindingEditor
from ui.findings.empty import EmptyList
from ui.findings.filter import FindingsFilter, State, Wanted
from ui.findings.filterbar import FilterBar
from ui.findings.model import FindingsModel, Role
from ui.findings.people import speaker_names
from ui.findings.progress import ReviewProgress
from ui.findings.view import CardList
from ui.session import Session
from ui.theme import SPACE

ORIGIN = "findings"
_IDLE = 20  # milliseconds
_BULK = (("Keep all listed", Decision.KEPT), ("Drop all listed", Decision.DROPPED), ("Reopen all listed", Decision.UNDECIDED))


class FindingsPanel(QWidget):
    """Shows the session's findings and carries out what a person decides about them."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findings")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._restyle()
        self._offered: tuple[object, ...] = ()
        self.model = FindingsModel(self)
        self.listed = FindingsFilter(self.model, self)
        self.filters = FilterBar(self)
        self.progress = ReviewProgress(self)
        self.list = CardList(self)
        self.list.setModel(self.listed)
        self.list.setAccessibleName("Findings")
        self.empty = EmptyList(self)
        self.hidden = QPushButton("1 hidden: show", self)
        self._drawer: FindingEditor | None = None
        self._idle = QTimer(self, interval=_IDLE)  # words cards that nobody has asked for yet
        self._idle.timeout.connect(self._word_some)
        self._arrange()
        self._fill_menu()
        self._connect()
        self._follow_brief()
        self._follow_current()

    def _arrange(self) -> None:
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self._hidden_line = QWidget(self)
        self._hidden_line.setObjectName("hidden")
        self._hidden_line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.hidden.setFlat(True)
        self.hidden.setToolTip("The current finding is not among those listed")
        line = QHBoxLayout(self._hidden_line)
        line.setContentsMargins(SPACE, SPACE // 2, SPACE, SPACE // 2)
        line.addWidget(self.hidden, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self.progress)
        column.addLayout(self._stack, 1)
        column.addWidget(self._hidden_line)
        self._column = column

    @property
    def editor(self) -> FindingEditor:
        """The drawer, made when first asked for: the window opens without it."""
        if self._drawer is None:
            self._drawer = FindingEditor(self._session, self)
            self._drawer.hide()
            self._drawer.closed.connect(self.list.setFocus)
            self._column.addWidget(self._drawer)
        return self._drawer

    def _fill_menu(self) -> None:
        menu = self.filters.more.menu()
        for words, decision in _BULK:
            menu.addAction(words).triggered.connect(lambda _=False, decision=decision: self.decide_listed(decision))
        menu.addSeparator()
        self.check_first = self._switch("Check first", self.listed.put_check_first)
        self.compact = self._switch("Compact cards", self.list.set_compact)
        menu.addActions([self.check_first, self.compact])

    def _switch(self, words: str, slot: object) -> QAction:
        action = QAction(words, self)
        action.setCheckable(True)
        action.toggled.connect(slot)
        return action

    def _connect(self) -> None:
        self._session.brief_changed.connect(self._follow_brief)
        self._session.current_changed.connect(self._follow_current)
        self.filters.wanted_changed.connect(self._list_wanted)
        self.filters.search.returnPressed.connect(self._to_list)
        self.list.chosen.connect(lambda identifier: self._session.set_current(identifier, ORIGIN))
        self.list.pressed_button.connect(self._press)
        self.list.hovered.connect(lambda identifier: self._session.hover(identifier, ORIGIN))
        self._session.hovered_changed.connect(lambda identifier: self.list.mark_hovered(self.listed.row_of(identifier)))
        self.empty.show_all.connect(self.show_all)
        self.hidden.clicked.connect(self.show_all)
        theme.signals.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setStyleSheet(style.rules())

    # Following the session

    def _follow_brief(self) -> None:
        brief = self._session.brief
        self.model.show(brief)
        self._idle.start()
        self._offer(brief)
        self.progress.show_brief(brief)
        self._follow_list()

    def _word_some(self) -> None:
        self.model.word_some()
        if not self.model.waiting:
            self._idle.stop()

    def _offer(self, brief: Brief) -> None:
        """Fill counts and menus, where findings or edits are other ones than last time."""
        offered, self._offered = self._offered, (brief.sources, brief.findings, brief.edits)
        if all(now is before for now, before in zip(self._offered, offered, strict=False)) and offered:
            return
        figures = sum(isinstance(finding.content, Figure) for finding in brief.findings)
        total = len(brief.findings)
        for key, number in (("", total), ("figure", figures), ("quote", total - figures)):
            self.filters.kinds.count(key, number)
        self.filters.offer(speaker_names(brief), {s.key: f"{s.key}  {s.article.title or 'Untitled'}" for s in brief.sources})

    def _list_wanted(self, wanted: Wanted) -> None:
        self.listed.want(wanted)
        self._follow_list()

    def _follow_list(self) -> None:
        brief = self._session.brief
        if not self.listed.rowCount():
            self.empty.explain(articles=bool(brief.sources), findings=bool(brief.findings))
        self._stack.setCurrentIndex(0 if self.listed.rowCount() else 1)
        self._follow_current()

    def _follow_current(self) -> None:
        identifier = self._session.current
        row = self.listed.row_of(identifier) if identifier else -1
        if row != self.list.currentIndex().row():
            self.list.follow(self.listed.index(row, 0))
        self._hidden_line.setVisible(bool(identifier) and row < 0)

    # What the window's actions call

    def visible_ids(self) -> list[str]:
        """The ids of the findings listed, in the order shown."""
        return self.listed.ids()

    def step(self, by: int) -> None:
        """Make the next (or an earlier) finding of the list the current one."""
        rows = self.listed.rowCount()
        if rows:
            place = self._place()
            row = place + by if self.listed.id_at(place) == self._session.current or by < 0 else place + by - 1
            self._go(max(0, min(rows - 1, row)))

    def next_to_review(self) -> bool:
        """Go to the next listed finding that nobody decided on, from the top again at the end; False if there is none."""
        rows, place = self.listed.rowCount(), self._place()
        first = place + 1 if self.listed.id_at(place) == self._session.current else place
        for row in (*range(first, rows), *range(min(first, rows))):
            if self.listed.index(row, 0).data(Role.CARD).decision is Decision.UNDECIDED:
                self._go(row)
                return True
        return False

    def begin_review(self, key: str) -> None:
        """Make the first listed finding to review of an article the current one."""
        for row in range(self.listed.rowCount()):
            card = self.listed.index(row, 0).data(Role.CARD)
            if card.finding.article == key and card.decision is Decision.UNDECIDED:
                self._go(row)
                return

    def _go(self, row: int) -> None:
        self._session.set_current(self.listed.id_at(row), ORIGIN)

    def _place(self) -> int:
        """The row of the current finding, or the row before which it would stand; -1 if there is none."""
        here = self.model.index_of(self._session.current)
        if not here.isValid():
            return -1
        row = self.listed.row_of(self._session.current)
        return row if row >= 0 else self.listed.row_before(here)

    def decide_current(self, decision: Decision) -> None:
        """Decide about the current finding; after keeping or dropping, go on to the next to review."""
        index = self.model.index_of(self._session.current)
        if index.isValid():
            self._session.decide((index.data(Role.CARD).finding,), decision, ORIGIN)
            if decision is not Decision.UNDECIDED:
                self.next_to_review()

    def decide_listed(self, decision: Decision) -> None:
        """Decide about all findings listed, in one step."""
        brief, listed = self._session.brief, set(self.visible_ids())
        self._session.decide(tuple(f for f in brief.findings if f.id in listed), decision, ORIGIN)

    def edit_current(self) -> None:
        """Open the drawer with the current finding's fields."""
        if self._session.current:
            self.editor.open_fields()

    def commit(self) -> None:
        """Apply what was typed into the drawer and not entered yet: before saving, exporting, closing."""
        if self._drawer is not None and not self._drawer.isHidden():
            self._drawer.apply()

    def show_why(self) -> None:
        """Open the drawer with the reasons for the current finding."""
        if self._session.current:
            self.editor.open_why()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    def set_kind_filter(self, kind: str) -> None:
        """List only "figure", only "quote", or "" for both."""
        self.filters.want(replace(self.listed.wanted, kind=kind))

    def set_state_filter(self, state: State) -> None:
        """List only the findings in a state."""
        self.filters.want(replace(self.listed.wanted, state=state))

    def view_state(self) -> str:
        """What is worth remembering of the filters and the list, as a short text for ``restore_view_state``."""
        wanted = self.listed.wanted
        switches = ((self.check_first, "check first"), (self.compact, "compact"))
        return ";".join((wanted.kind, wanted.state, *(words for switch, words in switches if switch.isChecked())))

    def restore_view_state(self, remembered: str) -> None:
        """Show the list as it was; what cannot be read is left as it is."""
        kind, _, rest = remembered.partition(";")
        words = rest.split(";")
        if kind in {"", "figure", "quote"} and words[0] in set(State):
            self.filters.want(Wanted(kind, State(words[0])))
        self.check_first.setChecked("check first" in words)
        self.compact.setChecked("compact" in words)

    def show_all(self) -> None:
        """Lift all filters."""
        self.filters.want(Wanted())

    def _press(self, name: str) -> None:
        deeds = {
            "keep": lambda: self.decide_current(Decision.KEPT),
            "drop": lambda: self.decide_current(Decision.DROPPED),
            "edit": self.edit_current,
            "why": self.show_why,
        }
        deeds[name]()

    def _to_list(self) -> None:
        """Enter in the search field goes to the first match."""
        if self.listed.rowCount():
            if self.listed.row_of(self._session.current) < 0:
                self._go(0)
            self.list.setFocus()
