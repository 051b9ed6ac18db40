"""The platform's file dialogs, opened without stopping the window; what is chosen arrives in a callback."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

ARTICLES = (
    "Articles and briefs (*.txt *.text *.md *.html *.htm *.xhtml *.mht *.mhtml *.docx *.pdf *.rtf *.odt *.fodt *.epub"
    " *.eml *.msg *.brief)"
)
EVERYTHING = "All files (*)"
BRIEFS = "Briefs (*.brief)"
WORD = "Word documents (*.docx)"


def ask_open(parent: QWidget, folder: str, chosen: Callable[[list[Path]], object]) -> QFileDialog:
    """Ask which files to open, one or several."""
    dialog = QFileDialog(parent, "Open articles or a brief", folder, f"{ARTICLES};;{EVERYTHING}")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda names: chosen([Path(name) for name in names]))
    return _shown(dialog)


def ask_save(parent: QWidget, title: str, suggestion: Path, kind: str, chosen: Callable[[Path], object]) -> QFileDialog:
    """Ask where to write a file; the ending is added where it was left out."""
    dialog = QFileDialog(parent, title, str(suggestion.parent), kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suggestion.suffix.removeprefix("."))
    dialog.selectFile(suggestion.name)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    return _shown(dialog)


def _shown(dialog: QFileDialog) -> QFileDialog:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
