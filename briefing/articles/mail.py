"""E-mails (.eml) and web pages saved as one file (.mht) → Article."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from briefing.articles import markup, page
from briefing.articles.assemble import Metadata
from briefing.articles.decode import Decoded, decode
from briefing.articles.passages import Passage, article_of
from briefing.errors import ArticleError
from briefing.model import Article, BlockKind

ANSWER = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg|tr|rv)\s*(?:\[\d+\])?\s*:)+\s*", re.IGNORECASE)
_SAVED_BY = re.compile(r"saved by|snapshot|unmht|mozarchiver", re.IGNORECASE)
_QUOTED = re.compile(r"^(?:> ?)+")
_SIGNATURE = re.compile(r"\n-- ?\n")
_HEADERS = re.compile(
    r"^(?:[ \t]*-{3,}[^\n]{0,40}-{3,}[ \t]*\n+)?"
    r"(?:[ \t*]*(?:from|sent|date|to|cc|bcc|subject|reply-to|von|gesendet|datum|an|betreff|de|envoyé|à|objet|от|дата|кому|тема)"
    r"[ *]*:[^\n]*(?:\n|\Z)){2,}",
    re.IGNORECASE | re.MULTILINE,
)
_FLOWED = re.compile(r"(?<!--) \n(?=\S)")
_DEEPEST = 5  # messages in messages
_MOST_QUOTED = 0.6  # of the lines; a mail that is mostly quoted is a forwarded text
_STEP = "Open the mail in a mail program and paste its text."


def read(data: bytes, name: str) -> Article:
    """The article in the bytes of a mail or a web archive; ArticleError if there is none."""
    try:
        message = email.message_from_bytes(data.lstrip(b"\r\n"))
    except (RecursionError, ValueError, LookupError, UnicodeError) as problem:
        raise ArticleError("The mail is damaged and cannot be read.", _STEP) from problem
    return _archive(message, name) if _is_archive(message) else _mail(message, name)


def _is_archive(message: Message) -> bool:
    """Browsers save pages as a mail with parts that nobody sent."""
    if message.get("Snapshot-Content-Location") or _SAVED_BY.search(str(message.get("From", ""))):
        return True
    sent = any(message.get(field) for field in ("To", "Received", "Message-ID", "Return-Path"))
    return not sent and message.get_content_type() in ("multipart/related", "text/html")


def _archive(message: Message, name: str) -> Article:
    part = next((p for p in _texts(message) if p.get_content_type() in ("text/html", "application/xhtml+xml")), None)
    if part is None:
        raise ArticleError("There is no web page in this archive.", "Save the page again, or paste its text.")
    decoded = _decoded(part)
    article = page.read_text(decoded.text, name)
    places = (message.get("Snapshot-Content-Location"), part.get("Content-Location"), article.origin.address)
    address = next((str(place) for place in places if str(place).startswith(("http://", "https://"))), "")
    origin = replace(article.origin, format="mht", address=address, encoding=decoded.encoding)
    found_in = {**article.found_in, "address": "the archive"} if address else article.found_in
    return replace(article, origin=origin, found_in=found_in, warnings=(*decoded.warnings, *article.warnings))


def _mail(message: Message, name: str, depth: int = 0) -> Article:
    texts = list(_texts(message))
    rich = next((part for part in texts if part.get_content_type() == "text/html"), None)
    plain = next((part for part in texts if part.get_content_type() == "text/plain"), None)
    for part in (rich, plain):
        if part is None:
            continue
        decoded = _decoded(part)
        passages = (
            list(without_headers(list(markup.passages(decoded.text))))
            if part is rich
            else list(plain_passages(decoded.text, _is_flowed(part)))
        )
        if any(passage.text.strip() for passage in passages):
            subject = ANSWER.sub("", _header(message, "Subject"))
            known = Metadata(
                format="e-mail",
                name=name,
                encoding=decoded.encoding,
                warnings=(*decoded.warnings, *_attachments(message)),
                found_in={"title": "the mail's subject"} if subject else {},
                title=subject,
            )
            return article_of(under_subject(subject, passages), known, _properties(message))
    inner = next((part.get_payload(0) for part in message.walk() if _is_message(part)), None)
    if isinstance(inner, Message) and depth < _DEEPEST:
        return _mail(inner, name, depth + 1)
    raise ArticleError("There is no text in this mail.", "Save its attachment and open that, or paste the article's text.")


def plain_passages(text: str, flowed: bool = False) -> Iterator[Passage]:
    """The passages of a mail's plain text: its signature and what it quotes are greyed."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _FLOWED.sub(" ", text) if flowed else text
    own, *signature = _SIGNATURE.split(text, maxsplit=1)
    lines = own.split("\n")
    quoted = [line for line in lines if _QUOTED.match(line)]
    forwarded = len(quoted) >= _MOST_QUOTED * sum(bool(line.strip()) for line in lines)
    for is_quoted, run in _runs(lines):
        stripped = "\n".join(_QUOTED.sub("", line) for line in run)
        if is_quoted and not forwarded:
            yield Passage(stripped, BlockKind.QUOTE_BLOCK, included=False, reason="an earlier mail")
        else:
            yield from without_headers([Passage(stripped)])
    for block in signature:
        yield Passage(block, BlockKind.TAIL, included=False, reason="signature")


def without_headers(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The passages with the heads of forwarded mails (From, Sent, To, Subject) greyed."""
    for passage in passages:
        at = 0
        for head in _HEADERS.finditer(passage.text):
            yield replace(passage, text=passage.text[at : head.start()])
            yield Passage(head.group(), BlockKind.PROMO, included=False, reason="head of a forwarded mail")
            at = head.end()
        yield replace(passage, text=passage.text[at:])


def under_subject(subject: str, passages: list[Passage]) -> Iterator[Passage]:
    """The passages with the subject as headline, unless the first of them says the same."""
    first = next((passage for passage in passages if passage.text.strip()), Passage(""))
    if subject and " ".join(first.text.split()).casefold() == subject.casefold():
        yield from (replace(p, kind=BlockKind.TITLE) if p is first else p for p in passages)
        return
    if subject:
        yield Passage(subject, BlockKind.TITLE)
    yield from (replace(p, kind=BlockKind.HEADING) if subject and p.kind is BlockKind.TITLE else p for p in passages)


def _runs(lines: list[str]) -> Iterator[tuple[bool, list[str]]]:
    """Quoted and own lines in turn."""
    run: list[str] = []
    state = False
    for line in lines:
        is_quoted = bool(_QUOTED.match(line))
        if is_quoted != state and run:
            yield state, run
            run = []
        state = is_quoted
        run.append(line)
    if run:
        yield state, run


def _texts(message: Message) -> Iterator[Message]:
    """The parts with text that are neither attached nor inside an attached message."""
    if _is_message(message):
        return
    if message.is_multipart():
        for part in message.get_payload():
            if isinstance(part, Message):
                yield from _texts(part)
    elif _holds_text(message):
        yield message


def _holds_text(part: Message) -> bool:
    attached = str(part.get("Content-Disposition", "")).split(";")[0].strip().lower() == "attachment"
    return not attached and (part.get_content_maintype() == "text" or "xhtml" in part.get_content_type())


def _is_message(part: Message) -> bool:
    return part.get_content_type() == "message/rfc822" and part.is_multipart()


def _decoded(part: Message) -> Decoded:
    payload = part.get_payload(decode=True)
    return decode(payload if isinstance(payload, bytes) else b"", str(part.get_param("charset") or ""))


def _is_flowed(part: Message) -> bool:
    return str(part.get_param("format") or "").lower() == "flowed"


def _attachments(message: Message) -> Iterator[str]:
    names = [name for name in (_file_name(part) for part in message.walk()) if name]
    if names:
        shown = ", ".join(f"“{name}”" for name in names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
        yield f"Attached and not read: {shown}."


def _file_name(part: Message) -> str:
    try:
        return _words(part.get_filename() or "")
    except (ValueError, LookupError, TypeError, UnicodeError):
        return ""


def _properties(message: Message) -> Metadata:
    name, address = parseaddr(_header(message, "From"))
    sent = _sent(message)
    return Metadata(
        authors=(name or address,) if name or address else (),
        published=sent,
        published_text=_header(message, "Date") if sent else "",
        found_in={"authors": "the mail's sender", "published": "the day the mail was sent"},
    )


def _sent(message: Message) -> str:
    try:
        when = parsedate_to_datetime(_header(message, "Date"))
        return (when if when.tzinfo else when.replace(tzinfo=UTC)).isoformat(timespec="minutes")
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _header(message: Message, field: str) -> str:
    return _words(str(message.get(field, "")))


def _words(value: str) -> str:
    """A header's value in readable characters."""
    try:
        parts = decode_header(value)
    except (ValueError, UnicodeError, email.errors.HeaderParseError):
        return " ".join(value.split())
    shown = (part if isinstance(part, str) else decode(part, charset or "").text for part, charset in parts)
    return " ".join("".join(shown).split())
