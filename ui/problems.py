"""Errors as bars in the window; one that nobody foresaw becomes a line in the log too, and the window goes on."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from ui.bars import Choice, Kind, Message
from ui.jobs import in_words

_LOG = logging.getLogger("briefing")


def problem(error: BaseException, topic: str, choices: tuple[Choice, ...] = ()) -> Message:
    """An error as what a bar says: a sentence and a next step, and what can be done about it."""
    return Message(" ".join(in_words(error)).strip(), Kind.PROBLEM, choices, topic)


def log_file() -> Path:
    """Where the platform wants logs."""
    from platformdirs import user_log_path  # noqa: PLC0415 - errors are rare

    return user_log_path("briefing", appauthor=False) / "briefing.log"


def log(error: BaseException) -> None:
    """Write an error with its traceback to the log; a log that cannot be written is done without."""
    if not _LOG.handlers:
        try:
            log_file().parent.mkdir(parents=True, exist_ok=True)
            handler: logging.Handler = RotatingFileHandler(log_file(), maxBytes=500_000, backupCount=2, encoding="utf-8")
        except OSError:
            handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        _LOG.addHandler(handler)
    _LOG.error("%s", error, exc_info=error)


def log_and_describe(error: BaseException) -> Message:
    """Log an error and say it in words."""
    log(error)
    show = (("Show the log", lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_file())))),)
    return problem(error, "unforeseen", show)


def install(show: Callable[[Message], object]) -> None:
    """Catch every error that reaches the event loop; the window's only broad net."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        show(log_and_describe(error))

    sys.excepthook = hook
