"""What the check of a template found, in plain words: where, which words, what is wrong, and how to mend it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing.word.types import Problem, Report, Severity, TemplateInfo, TemplateKind
from ui import theme
from ui.templates import wording
from ui.theme import SPACE

_GLYPHS = {Severity.ERROR: ("✕", "problem"), Severity.WARNING: ("!", "check"), Severity.NOTE: ("i", "muted")}
_TALLEST = 190  # pixels of the list of problems
_MOST = 50  # problems shown one by one


class Checkup(QWidget):
    """One line that sums up, and the problems under it, each with what can be done about it."""

    fix_asked = Signal(object, object)  # the template, the problem
    copy_asked = Signal(object)  # the template

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checkup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._info: TemplateInfo | None = None
        self._report: Report | None = None
        self.summary = QLabel(self, textFormat=Qt.TextFormat.RichText)
        self.summary.setWordWrap(True)
        self.summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = QPushButton("Annotated copy…", self)
        self.copy.setToolTip("Write a copy of the template with a Word comment at each problem")
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(lambda: self.copy_asked.emit(self._info))
        self.fixes: list[QToolButton] = []
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName("Problems of the template")
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(self.summary, 1)
        head.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE * 2, SPACE, SPACE * 2, SPACE)
        column.setSpacing(SPACE)
        column.addLayout(head)
        column.addWidget(self._area)
        theme.signals.changed.connect(self._draw)

    def show_report(self, info: TemplateInfo | None, report: Report | None) -> None:
        """Show what was found; None as long as the check is under way."""
        if (info, report) != (self._info, self._report):
            self._info, self._report = info, report
            self._draw()

    def _draw(self) -> None:
        report = self._report
        self.summary.setText(self._summed_up())
        problems = report.problems[:_MOST] if report and not self._unopened() else ()
        self.copy.setVisible(any(problem.severity is not Severity.NOTE for problem in problems))
        self._area.setVisible(bool(problems))
        self.fixes = []
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, SPACE, 0)
        column.setSpacing(SPACE)
        for problem in problems:
            column.addLayout(self._row(problem, rows))
        column.addStretch(1)
        self._area.setWidget(rows)
        self._fit()

    def _fit(self) -> None:
        """As tall as the problems are, up to a bound."""
        rows = self._area.widget()
        layout = rows.layout() if rows else None
        wanted = layout.heightForWidth(max(200, self.width() - 5 * SPACE)) if layout else 0
        self._area.setFixedHeight(min(_TALLEST, max(0, wanted) + 2))

    def resizeEvent(self, event: object) -> None:
        """Another width: other heights."""
        super().resizeEvent(event)  # type: ignore[arg-type] # Qt hands over its own event
        self._fit()

    def _summed_up(self) -> str:
        if self._info is None:
            return ""
        if self._report is None:
            return f"<span style='color:{theme.tokens().muted}'>{wording.CHECKING}</span>"
        parts = [] if self._unopened() else [_coloured("✓", "kept", wording.summary(self._report))]
        for severity, (glyph, colour) in _GLYPHS.items():
            number = wording.count(self._report, severity)
            if number and severity is not Severity.NOTE:
                name = "mistake" if severity is Severity.ERROR else "remark"
                words = f"{number} {name}{'' if number == 1 else 's'}"
                parts.append(_coloured(glyph, colour, self._report.problems[0].reason if self._unopened() else words))
        return "&nbsp;&nbsp;·&nbsp;&nbsp;".join(parts)

    def _unopened(self) -> bool:
        """Whether the file could not even be opened: then there is one sentence, and no place."""
        return bool(self._report and self._report.problems and self._report.problems[0].place.part == "file")

    def _row(self, problem: Problem, parent: QWidget) -> QHBoxLayout:
        glyph, colour = _GLYPHS[problem.severity]
        tokens = theme.tokens()
        sign, words = QLabel(glyph, parent), QLabel(parent, textFormat=Qt.TextFormat.RichText)
        sign.setStyleSheet(f"color: {getattr(tokens, colour)}; font-weight: 700;")
        sign.setFixedWidth(SPACE * 2)
        sign.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        quote = f"<code style='color:{tokens.text}'>{escape(problem.quote)}</code> – " if problem.quote else ""
        words.setText(
            f"{quote}{escape(wording.problem_line(problem))}"
            f"<br><span style='color:{tokens.muted}'>{escape(wording.where(problem.place))}</span>"
        )
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setAccessibleName(f"{problem.severity}: {problem}")
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout()
        row.setSpacing(SPACE // 2)
        row.addWidget(sign)
        row.addWidget(words, 1)
        if problem.meant and self._info and self._info.kind is TemplateKind.MINE:
            row.addWidget(self._fix(problem, parent), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _fix(self, problem: Problem, parent: QWidget) -> QToolButton:
        fix = QToolButton(parent)
        fix.setText(f"Put in “{problem.meant}”")
        fix.setToolTip("Mend it in the template’s file")
        fix.setProperty("link", True)
        fix.clicked.connect(lambda: self.fix_asked.emit(self._info, problem))
        self.fixes.append(fix)
        return fix


def _coloured(glyph: str, colour: str, words: str) -> str:
    return f"<span style='color:{getattr(theme.tokens(), colour)}'><b>{glyph}</b> {escape(words)}</span>"
