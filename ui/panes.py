"""The three panes side by side; in a narrow window the note is a tab beside the findings."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QTabWidget, QWidget

WIDE = 1100  # pixels from which there is room for three panes
_SHARES = (46, 31, 23)  # per cent of the width, as the design has it
_NARROWEST = (300, 300, 240)


class Panes(QSplitter):
    """Article, findings, note."""

    def __init__(self, article: QWidget, findings: QWidget, note: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.article, self.findings, self.note = article, findings, note
        self.side = QTabWidget(self)
        self.side.setAccessibleName("Findings and note")
        self.side.setDocumentMode(True)
        self.side.setTabBarAutoHide(True)
        self.side.tabBar().setAccessibleName("Findings or note")
        self.side.addTab(findings, "Findings")
        for pane, width in zip((article, self.side, note), _NARROWEST, strict=True):
            self.addWidget(pane)
            pane.setMinimumWidth(width)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for n, share in enumerate(_SHARES):
            self.setStretchFactor(n, share)
        self.setSizes([share * 16 for share in _SHARES])
        self._wide_state = QByteArray()

    @property
    def wide(self) -> bool:
        """Whether the note has a pane of its own."""
        return self.count() == 3

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the note away, or give it a pane again."""
        self.fit(event.size().width())
        super().resizeEvent(event)

    def fit(self, width: int) -> None:
        """Be two panes or three, as there is room for; it takes 20 ms, so it is better done before an article comes."""
        wide = width >= WIDE
        if wide != self.wide:
            self._unfold() if wide else self._fold()

    def _fold(self) -> None:
        self._wide_state = self.saveState()
        self.side.addTab(self.note, "Note")

    def _unfold(self) -> None:
        self.addWidget(self.note)
        self.note.show()
        self.setStretchFactor(2, _SHARES[2])
        if self._wide_state.isEmpty() or not self.restoreState(self._wide_state):
            self.setSizes([share * self.width() // 100 for share in _SHARES])

    def state(self) -> str:
        """The panes' widths in the wide window, to be remembered."""
        return bytes((self.saveState() if self.wide else self._wide_state).toHex().data()).decode()

    def restore(self, state: str) -> None:
        """Take remembered widths."""
        if state:
            self._wide_state = QByteArray.fromHex(state.encode())
            if self.wide:
                self.restoreState(self._wide_state)

    def show_note(self) -> None:
        """Bring the note to the front where it is a tab."""
        if not self.wide:
            self.side.setCurrentWidget(self.note)

    def show_findings(self) -> None:
        """Bring the findings to the front where they share their place with the note."""
        self.side.setCurrentWidget(self.findings)
