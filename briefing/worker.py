"""What a worker process does before its first job and around each one."""

from __future__ import annotations

import faulthandler
import importlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]  # the module is absent there


@dataclass(frozen=True, slots=True)
class Limit:
    """How many seconds a job may take by the clock, and how many of the processor's own; 0 for as many as it needs.

    On a busy machine an honest job takes many by the clock; the processor's say what is asked of it.
    """

    clock: float
    processor: float = 0.0


def prepare(memory_limit: int) -> None:
    """Leave Ctrl-C to the parent, die with it, and get no more memory than is allowed (bytes of address space)."""
    # numpy's algebra sets aside some 40 MB for a thread of each core, of which the small model makes no use.
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    if resource is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = memory_limit if hard == resource.RLIM_INFINITY else min(memory_limit, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def run(limit: Limit, job: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Any:
    """Run a job named ``module:function``; the process ends if it takes too long, even inside a library that never looks up."""
    module, function = job.split(":")
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        faulthandler.dump_traceback_later(limit.clock, exit=True, file=nowhere)
        _allow_processor(limit.processor)
        try:
            return getattr(importlib.import_module(module), function)(*args, **kwargs)
        finally:
            _allow_processor(0)
            faulthandler.cancel_dump_traceback_later()


def _allow_processor(seconds: float) -> None:
    """End this process by a signal once it has used so many seconds of the processor from now on; 0 for never."""
    if hasattr(signal, "setitimer"):  # Windows has no such clock
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(0)
