"""Only one module of the program can open a connection."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
ALLOWED = "briefing/articles/address.py"
NETWORK = frozenset(
    (
        "aiohttp", "ftplib", "http.client", "http.server", "httpx", "imaplib", "nntplib", "poplib", "PySide6.QtNetwork",
        "PySide6.QtWebEngineCore", "requests", "smtplib", "socket", "socketserver", "ssl", "telnetlib", "trafilatura.downloads",
        "trafilatura.fetch_url", "urllib.request", "urllib3", "webbrowser", "xmlrpc",
    )
)  # fmt: skip
SOURCES = sorted(path for folder in ("briefing", "ui") for path in (ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_cannot_reach_the_network(path: Path) -> None:
    used = {name for name in imported(path) if any(name == known or name.startswith(f"{known}.") for known in NETWORK)}
    assert bool(used) == (path.relative_to(ROOT).as_posix() == ALLOWED), used


def imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, and every name that it imports from one, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
