"""The template manager's window: the list at the left; at the right what the chosen one is, how it looks and what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QMimeData, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from briefing.word.types import TemplateInfo
from ui import theme
from ui.bars import Bars
from ui.jobs import Jobs
from ui.remembered import Remembered
from ui.session import Session
from ui.templates import style
from ui.templates.checkup import Checkup
from ui.templates.deeds import Deeds
from ui.templates.head import Head
from ui.templates.library import Library
from ui.templates.list import TemplateList
from ui.templates.model import TemplatesModel
from ui.templates.preview import TemplatePreview
from ui.templates.products import products
from ui.templates.verbs import VerbActions
from ui.theme import SPACE

_SIZE, _SMALLEST = (1120, 780), (680, 460)
_SHARES = (330, 790)


class TemplatesWindow(QDialog):
    """Beside the main window, so that the note can be seen and changed meanwhile."""

    def __init__(
        self, library: Library, deeds: Deeds, session: Session, jobs: Jobs, remembered: Remembered, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Templates")
        self._parent = parent
        self.setMinimumSize(*_SMALLEST)
        self.setAcceptDrops(True)
        self._library, self._deeds, self._session, self._remembered = library, deeds, session, remembered
        self.actions_table = VerbActions(self, self.act)
        self.bars = Bars(self)
        self.model = TemplatesModel(library, self)
        self.list = TemplateList(self.model, self)
        self.new, self.team = QPushButton("New", self), QLabel(self)
        self.team_button = QPushButton("Team folder…", self)
        self.head = Head(self.actions_table, self)
        self.preview = TemplatePreview(session, jobs, library.report, self)
        self.checkup = Checkup(self)
        self._handlers = self._verbs()
        self._arrange()
        self._connect()
        self._restore()
        self._restyle()
        self._show_team()
        self.model.show_used(session.brief.template)
        self.list.choose(session.brief.template)
        self.list.view.setFocus()

    # Putting it together

    def _arrange(self) -> None:
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.preview, 1)
        column.addWidget(self.checkup)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self._side())
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setSizes(list(_SHARES))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bars)
        whole.addWidget(split, 1)

    def _side(self) -> QWidget:
        side = QWidget(self)
        side.setObjectName("templateside")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setMinimumWidth(250)
        menu = QMenu(self.new)
        for name in ("from-note", "from-file"):
            menu.addAction(self.actions_table[name])
        self.new.setMenu(menu)
        self.new.setProperty("menu", True)
        self.team.setProperty("quiet", True)
        self.team.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.new.setAccessibleName("New template")
        for button in (self.new, self.team_button):
            button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(self.new)
        buttons.addWidget(self.team_button)
        buttons.addStretch(1)
        column = QVBoxLayout(side)
        column.setContentsMargins(SPACE, SPACE * 2, SPACE, SPACE * 2)
        column.setSpacing(SPACE)
        column.addWidget(self.list, 1)
        column.addWidget(self.team)
        column.addLayout(buttons)
        return side

    def _connect(self) -> None:
        self.list.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for name in ("use", "edit", "duplicate", "rename", "sections", "export", "default", "begin", "delete"):
            self.list.view.addAction(self.actions_table[name])
        self.list.chosen.connect(self._show)
        self.list.entered.connect(self.actions_table["use"].trigger)
        self.model.renamed.connect(self._deeds.rename)
        self._library.listed.connect(self._show_team)
        self._library.checked.connect(lambda _: self._show(self.list.current()))
        self._session.brief_changed.connect(lambda _: self.model.show_used(self._session.brief.template))
        self._deeds.made.connect(self._choose)
        self.checkup.fix_asked.connect(self._deeds.mend)
        self.checkup.copy_asked.connect(lambda info: self._deeds.annotate(info, self))
        self.head.products.aboutToShow.connect(self._fill_products)
        self.team_button.clicked.connect(self._choose_team)
        theme.signals.changed.connect(self._restyle)

    def _verbs(self) -> Mapping[str, Callable[[TemplateInfo], object]]:
        deeds = self._deeds
        return {
            "use": deeds.use,
            "edit": deeds.edit,
            "duplicate": deeds.duplicate,
            "rename": lambda _: self.list.rename(),
            "delete": deeds.delete,
            "sections": lambda info: deeds.sections(info, self),
            "export": lambda info: deeds.export(info, self),
            "default": deeds.make_default,
            "begin": deeds.begin_notes_with,
        }

    def act(self, name: str) -> None:
        """Do one of the table's verbs."""
        info = self.list.current()
        if name == "from-note":
            self._deeds.save_note(self)
        elif name == "from-file":
            self._deeds.from_file(self)
        elif name == "check":
            self._library.watch.look()
            self._library.check_again()
        elif name == "filter":
            self.list.field.setFocus()
            self.list.field.selectAll()
        elif info is not None:
            self._handlers[name](info)

    # Showing

    def _show(self, info: TemplateInfo | None) -> None:
        row = self.model.row_at(self.list.view.currentIndex())
        report = self._library.report(info) if info else None
        self.head.show_row(row)
        self.checkup.show_report(info, report)
        usable = info is not None and not info.broken and (report is None or report.usable)
        self.actions_table.enable(info, usable=usable)
        used = row is not None and row.used
        self.actions_table["use"].setEnabled(usable and not used)
        self.actions_table["default"].setEnabled(usable and row is not None and not row.default and bool(info and info.product))
        if info is not None and self.isVisible():
            self._library.check_first(info)
        self.preview.show_template(info, self._deeds.defaults_in_force())

    def _choose(self, identifier: str, type_name: bool) -> None:
        self.list.choose(identifier)
        self.list.view.setFocus()
        if type_name:
            self.list.rename()

    def _show_team(self) -> None:
        folder = self._library.team_folder
        name = f"Team folder: {folder}" if folder else ""
        self.team.setText(self.team.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, self.list.width() - SPACE * 2))
        self.team.setToolTip(str(folder or ""))
        self.team.setVisible(folder is not None)
        self.team_button.setText("Team folder…" if folder is None else "Change folder…")
        self.team_button.setToolTip("A shared folder whose templates are listed here by themselves, read-only")

    def _choose_team(self) -> None:
        folder = self._library.team_folder
        if folder is not None:
            menu = QMenu(self)
            menu.addAction("Choose another folder…", self._ask_team)
            menu.addAction("Stop using it", partial(self._remembered.change, team_folder=""))
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.team_button.mapToGlobal(self.team_button.rect().bottomLeft()))
        else:
            self._ask_team()

    def _ask_team(self) -> None:
        begin = self._remembered.settings.team_folder or str(Path.home())
        dialog = QFileDialog(self, "The team’s folder with templates", begin)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self._remembered.change(team_folder=name))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _fill_products(self) -> None:
        """The kinds of notes, the template's own one ticked; only one's own templates can be given another."""
        info = self.list.current()
        self.head.products.clear()
        for product, name in products(self._library.templates).items():
            action = self.head.products.addAction(name)
            action.setCheckable(True)
            action.setChecked(info is not None and info.product == product)
            action.setEnabled(self.actions_table["rename"].isEnabled())
            action.triggered.connect(partial(self._classify, product))

    def _classify(self, product: str, _checked: bool = False) -> None:
        info = self.list.current()
        if info is not None and info.product != product:
            self._deeds.classify(info, product)

    # Coming and going

    def event(self, event: QEvent) -> bool:
        """Whoever comes back from Word finds the templates looked at again."""
        if event.type() is QEvent.Type.WindowActivate:
            self._library.watch.look()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Check the templates while they are on show."""
        super().showEvent(event)
        self._library.watch.hurry(True)
        self._library.check_all(True)
        self._show(self.list.current())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the filter first, then closes; Enter is the list's."""
        if event.key() == Qt.Key.Key_Escape and self.list.field.text():
            self.list.field.clear()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take Word files."""
        if word_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Bring in what was dropped."""
        event.acceptProposedAction()
        for path in word_files(event.mimeData()):
            self._deeds.bring_in(path)

    def done(self, result: int) -> None:
        """Remember the geometry; end what is under way."""
        self._remembered.change(templates_geometry=bytes(self.saveGeometry().toHex().data()).decode())
        self._library.watch.hurry(False)
        self._library.check_all(False)
        self.preview.close_work()
        super().done(result)
        self._parent.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The same as Escape."""
        self.done(0)
        super().closeEvent(event)

    def _restore(self) -> None:
        geometry = self._remembered.settings.templates_geometry
        if not geometry or not self.restoreGeometry(QByteArray.fromHex(geometry.encode())):
            room = self.screen().availableSize()
            self.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height()))

    def _restyle(self) -> None:
        self.setStyleSheet(style.rules())


def word_files(data: QMimeData) -> list[Path]:
    """The Word files among what is dropped."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in {".docx", ".dotx"}]
