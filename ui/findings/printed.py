"""How a finding's own words will be printed: a quote's with words put in in [ ] and cuts as "…", and the way back to the source.

The source's words cannot be typed over: what is typed among them becomes an insertion, which shows itself as one.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from briefing import review
from briefing.brief import Edit
from briefing.compose.quotes import INSERTION
from briefing.model import Finding, Quote
from ui.findings.lines import fold
from ui.findings.wording import Shown, shown_words
from ui.session import Session
from ui.theme import SPACE

ORIGIN = "wording"
_LINES = 3
_FRAME = 12  # pixels


class Words(QPlainTextEdit):
    """A quote's words with a cursor to choose a place; letters typed here go into the line for insertions."""

    typed = Signal(str)
    removed = Signal(str)  # the field of the insertion at the cursor

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = Shown("", ())
        self.setReadOnly(True)
        flag = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flag.TextSelectableByMouse | flag.TextSelectableByKeyboard)
        self.setTabChangesFocus(True)
        self.setAccessibleName("Words of the quote")
        self.setAccessibleDescription("Choose a place with the arrows and type to put words in, in square brackets")
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + _FRAME)

    def show_words(self, shown: Shown) -> None:
        """Show other words, the cursor left where it was if it can be."""
        if shown != self._shown:
            at = self.textCursor().position()
            self._shown = shown
            self.setPlainText(shown.text)
            cursor = self.textCursor()
            cursor.setPosition(min(at, self.document().characterCount() - 1))
            self.setTextCursor(cursor)

    @property
    def place(self) -> int:
        """The code point of the article at the cursor, at the beginning of a word."""
        return self._shown.place_at(self._column())

    def _column(self) -> int:
        """The cursor's place in the text in code points."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.textCursor().position(), QTextCursor.MoveMode.KeepAnchor)
        return len(cursor.selectedText())

    def event(self, event: QEvent) -> bool:
        """Keep letters from the window: they are meant for the quote."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_letter(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand letters on; Delete and Backspace take an insertion out."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            field = self._shown.insertion_at(self._column())
            if field:
                self.removed.emit(field)
        elif _is_letter(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)


def _is_letter(event: QKeyEvent) -> bool:
    bound = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return bool(event.text()) and event.text().isprintable() and not event.modifiers() & bound


class Printed(QWidget):
    """A quote's words and a line for what is put in; for any finding whose words differ from the source, these beneath."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._id = ""
        self.words, self.line = Words(self), QLineEdit(self)
        self._found, self.reset = QLabel(self), QToolButton(self)
        self._beneath = QWidget(self)
        self._build()
        self._arrange()

    def _build(self) -> None:
        self.line.setPlaceholderText("Put words in at the cursor, in [ ]")
        self.line.setAccessibleName("Words to put in, in square brackets")
        self.line.returnPressed.connect(self._insert)
        self.words.typed.connect(self._type)
        self.words.removed.connect(self._remove)
        self._found.setProperty("quiet", True)
        self._found.setTextFormat(Qt.TextFormat.PlainText)
        self._found.setWordWrap(True)
        self.reset.setText("Reset")
        self.reset.setAccessibleName("Reset words")
        self.reset.clicked.connect(self._reset)

    def _arrange(self) -> None:
        beneath, rows = QHBoxLayout(self._beneath), QVBoxLayout(self)
        beneath.setContentsMargins(SPACE, 0, 0, 0)
        beneath.addWidget(self._found, 1)
        beneath.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignTop)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE // 2)
        for each in (self.words, self._beneath, self.line):
            rows.addWidget(each)

    @property
    def ways(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, from above to below."""
        return self.words, self.reset, self.line

    def show_finding(self, finding: Finding) -> None:
        """Show a finding's words as they stand."""
        if finding.id != self._id:
            self._id = finding.id
            self.line.clear()
        brief, is_quote = self._session.brief, isinstance(finding.content, Quote)
        edit = brief.edits.get(finding.id, Edit())
        for each in (self.words, self.line):
            each.setVisible(is_quote)
        if isinstance(finding.content, Quote):
            self.words.show_words(shown_words(brief.article(finding.article), finding.content, edit))
        spans = finding.content.segments if isinstance(finding.content, Quote) else (finding.span,)
        found = " ".join(fold(span.of(brief.article(finding.article).text)) for span in spans)
        self._found.setText(f"As found: {found}")
        self._beneath.setVisible(_differs(edit))
        self.setVisible(is_quote or _differs(edit))

    # What a person does

    def _finding(self) -> Finding | None:
        return next((finding for finding in self._session.brief.findings if finding.id == self._id), None)

    def _type(self, letters: str) -> None:
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.insert(letters)

    def _insert(self) -> None:
        text, finding = self.line.text().strip().strip("[]").strip(), self._finding()
        if text and finding is not None:
            after = review.edit(self._session.brief, finding.id, {f"insert@{self.words.place}": text})
            self.line.clear()
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
            self._session.apply(after, "Put words in", ORIGIN)

    def _remove(self, field: str) -> None:
        self._session.apply(review.reset(self._session.brief, self._id, field), "Take words out", ORIGIN)

    def _reset(self) -> None:
        brief, finding = self._session.brief, self._finding()
        if finding is None:
            return
        for name in brief.edits.get(finding.id, Edit()).fields:
            if INSERTION.fullmatch(name):
                brief = review.reset(brief, finding.id, name)
        self._session.apply(review.move_edges(brief, finding.id, finding.span), "Reset words", ORIGIN)


def _differs(edit: Edit) -> bool:
    return edit.span is not None or any(INSERTION.fullmatch(name) for name in edit.fields)
