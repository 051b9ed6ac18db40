"""What a worker process does before its first job and around each one."""

from __future__ import annotations

import faulthandler
import importlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Mapping
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]  # the module is absent there


def prepare(memory_limit: int) -> None:
    """Leave Ctrl-C to the parent, die with it, and get no more memory than is allowed (bytes of address space)."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    if resource is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = memory_limit if hard == resource.RLIM_INFINITY else min(memory_limit, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def run(seconds: float, job: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Any:
    """Run a job named ``module:function``; the process ends if it takes too long, even inside a library that never looks up."""
    module, function = job.split(":")
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            return getattr(importlib.import_module(module), function)(*args, **kwargs)
        finally:
            faulthandler.cancel_dump_traceback_later()


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(0)
