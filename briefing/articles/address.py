"""A web address → Article. Only when asked; nothing else in the program opens a connection.

Bounded in time, size and redirects; no cookies, no credentials; each failure is one sentence.
"""

from __future__ import annotations

import ipaddress
import re
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit
from urllib.request import getproxies, proxy_bypass

import certifi
import urllib3
from urllib3 import exceptions as failures
from urllib3.response import BaseHTTPResponse

from briefing import __version__
from briefing.articles.reading import from_bytes
from briefing.errors import ArticleError
from briefing.model import Article

LARGEST = 20_000_000  # bytes, once unpacked
LONGEST = 25.0  # seconds for everything
_SILENCE = 10.0  # seconds without an answer
_MOST_REDIRECTS = 8
_PORTION = 65_536  # bytes
_REDIRECTS = (301, 302, 303, 307, 308)
_HEADERS = {
    "User-Agent": f"Mozilla/5.0 (compatible; Briefing/{__version__})",
    "Accept": "text/html, application/xhtml+xml, text/plain, application/pdf, */*;q=0.5",
    "Accept-Language": "en, *;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_BY_HAND = "Open it in a browser, save the page, and open the saved file."
_AGAIN = "Try again later, or open it in a browser and paste the article's text."
_CHECK = "Check the address, or paste the article's text."


@dataclass(frozen=True, slots=True)
class Page:
    """What an address answered with: its bytes, the address at which they were found, and the ones that led there."""

    data: bytes
    address: str
    charset: str = ""  # as the server declares it
    passed: tuple[str, ...] = ()


def fetch(address: str, *, seconds: float = LONGEST, largest: int = LARGEST) -> Article:
    """The article at an http(s) address; ArticleError with a sentence and a next step if there is none."""
    page = _follow(_checked(address), time.monotonic() + seconds, largest)
    if not page.data.strip():
        raise ArticleError("There is nothing at this address.", _CHECK)
    article = from_bytes(page.data, _name(page.address), page.charset)
    led = tuple(f"The address led on from {passed} to {page.address}." for passed in page.passed[:1])
    origin, found_in = replace(article.origin, address=page.address), {**article.found_in, "address": "the request"}
    return replace(article, origin=origin, found_in=found_in, warnings=(*led, *article.warnings))


def _follow(address: str, due: float, largest: int) -> Page:
    """The page at the end of all redirects."""
    passed: list[str] = []
    while True:
        with _answering(address), _pool(address) as pool:
            answer = pool.request("GET", address, redirect=False, retries=False, preload_content=False)
            with _closing(answer):
                if answer.status not in _REDIRECTS or not answer.headers.get("Location"):
                    _refuse(answer.status)
                    return Page(_body(answer, due, largest), address, _charset(answer), tuple(passed))
                passed.append(address)
                address = _next(passed, str(answer.headers["Location"]))
        _hurry(due)


def _next(passed: list[str], location: str) -> str:
    """Where a redirect leads, if it may be followed."""
    before = passed[-1]
    address = _checked(urljoin(before, location), "The address leads to another one that is not on the web.")
    if address in passed:
        raise ArticleError("The address leads in a circle.", _BY_HAND)
    if len(passed) > _MOST_REDIRECTS:
        raise ArticleError("The address leads from one address to the next without an end.", _BY_HAND)
    if _is_private(address) and not _is_private(before):
        raise ArticleError("The address leads from the web into your own network.", "Do not trust it; paste the article's text.")
    return address


def _checked(address: str, sentence: str = "This is not the address of a web page.") -> str:
    """The address without the parts that are not sent; ArticleError unless it begins with http:// or https://."""
    try:
        parts = urlsplit(address.strip())
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise ArticleError(sentence, _CHECK) from error
    if parts.scheme.lower() not in ("http", "https") or not host:
        raise ArticleError(sentence, "Give an address that begins with http:// or https://, or open a file.")
    return urlunsplit((parts.scheme.lower(), parts.netloc.rpartition("@")[2], parts.path or "/", parts.query, ""))


def _is_private(address: str) -> bool:
    """Whether an address names this computer or its own network outright."""
    host = (urlsplit(address).hostname or "").rstrip(".")
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".internal")) or "." not in host


@contextmanager
def _pool(address: str) -> Iterator[urllib3.PoolManager]:
    """Connections for one request: by the system's proxy if there is one, certificates always checked."""
    parts = urlsplit(address)
    proxy = "" if proxy_bypass(parts.hostname or "") else getproxies().get(parts.scheme, "")
    timeout = urllib3.Timeout(connect=_SILENCE, read=_SILENCE)
    pool = (
        urllib3.ProxyManager(proxy, headers=_HEADERS, timeout=timeout, ssl_context=_trust())
        if proxy.startswith(("http://", "https://"))
        else urllib3.PoolManager(headers=_HEADERS, timeout=timeout, ssl_context=_trust())
    )
    try:
        yield pool
    finally:
        pool.clear()


@cache
def _trust() -> ssl.SSLContext:
    """Whose certificates are believed: whom the system trusts, and Mozilla's list where it knows nobody."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


@contextmanager
def _closing(answer: BaseHTTPResponse) -> Iterator[None]:
    try:
        yield
    finally:
        answer.close()  # the rest of a body is never read


def _body(answer: BaseHTTPResponse, due: float, largest: int) -> bytes:
    """The body, read as it comes so that neither a trickle nor a flood goes on for ever."""
    announced = str(answer.headers.get("Content-Length", ""))
    if announced.isdigit() and int(announced) > largest:
        raise _too_large(largest)
    body = bytearray()
    while portion := answer.read1(_PORTION):
        body += portion
        if len(body) > largest:
            raise _too_large(largest)
        _hurry(due)
    return bytes(body)


def _hurry(due: float) -> None:
    if time.monotonic() > due:
        raise ArticleError("The site answers too slowly.", _AGAIN)


def _charset(answer: BaseHTTPResponse) -> str:
    declared = _CHARSET.search(str(answer.headers.get("Content-Type", "")))
    return declared[1] if declared else ""


def _name(address: str) -> str:
    """What to call the page: the end of its path, else its host."""
    parts = urlsplit(address)
    return unquote(parts.path.rstrip("/").rpartition("/")[2]) or (parts.hostname or "")


def _refuse(status: int) -> None:
    if status in (401, 402, 403, 407, 451):
        raise ArticleError(f"The site does not give this page to programs ({status}).", _BY_HAND)
    if status in (404, 410):
        raise ArticleError(f"There is no page at this address ({status}).", _CHECK)
    if status in (429, 503):
        raise ArticleError(f"The site is too busy or wants fewer requests ({status}).", _AGAIN)
    if status >= 500:
        raise ArticleError(f"The site has a fault of its own ({status}).", _AGAIN)
    if not 200 <= status < 300:
        raise ArticleError(f"The site did not answer with a page ({status}).", _BY_HAND)


def _too_large(largest: int) -> ArticleError:
    return ArticleError(f"The page is larger than {largest / 1e6:g} MB, too large for an article.", _BY_HAND)


# From the particular to the general: the first that fits says what happened.
_FAILURES: tuple[tuple[type[Exception], str, str], ...] = (
    (failures.NameResolutionError, "There is no site “{host}”, or no connection to the internet.", _CHECK),
    (failures.ProxyError, "The proxy of your network did not let the request through.", _AGAIN),
    (failures.SSLError, "The site “{host}” cannot prove that it is what it says.", _BY_HAND),
    (failures.NewConnectionError, "The site “{host}” cannot be reached.", _AGAIN),
    (failures.TimeoutError, "The site “{host}” does not answer.", _AGAIN),
    (failures.LocationValueError, "This is not the address of a web page.", _CHECK),
    (failures.DecodeError, "The site sent what cannot be unpacked.", _BY_HAND),
    (failures.HTTPError, "The connection to “{host}” broke off.", _AGAIN),
    (OSError, "The connection to “{host}” broke off.", _AGAIN),
    (ValueError, "This is not the address of a web page.", _CHECK),
)


@contextmanager
def _answering(address: str) -> Iterator[None]:
    """Whatever goes wrong on the way becomes a sentence."""
    try:
        yield
    except tuple(kind for kind, _, _ in _FAILURES) as error:
        sentence, step = next((sentence, step) for kind, sentence, step in _FAILURES if isinstance(error, kind))
        raise ArticleError(sentence.format(host=urlsplit(address).hostname), step) from error
