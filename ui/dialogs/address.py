"""Asking for a web address, without stopping the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget

_WIDTH = 560


def ask_address(parent: QWidget, suggestion: str, chosen: Callable[[str], object]) -> QInputDialog:
    """Ask which address to fetch; what is not empty arrives in the callback."""
    dialog = QInputDialog(parent)
    dialog.setInputMode(QInputDialog.InputMode.TextInput)
    dialog.setWindowTitle("Fetch an article from the web")
    dialog.setLabelText("Address of the article. It is fetched once, and without cookies.")
    dialog.setOkButtonText("Fetch")
    dialog.setTextValue(suggestion)
    dialog.resize(_WIDTH, dialog.height())
    for field in dialog.findChildren(QLineEdit):
        field.setPlaceholderText("https://…")
        field.selectAll()
    dialog.textValueSelected.connect(lambda text: chosen(with_scheme(text)) if text.strip() else None)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def with_scheme(text: str) -> str:
    """The address as typed; https:// before one that names no scheme, as browsers do."""
    text = text.strip()
    return text if "://" in text else f"https://{text}"
