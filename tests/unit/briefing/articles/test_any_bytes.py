"""Whatever the bytes, there is an article whose blocks tile its text, or an error in words; never a traceback."""

from __future__ import annotations

from email.message import EmailMessage

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.articles import from_bytes
from briefing.errors import BriefingError
from briefing.model import Article
from tests.article_files import docx, epub, flowing, odt, paragraph, pdf


def _mail() -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@b.org", "c@d.org", "Trade"
    mail.set_content("Exports rose.")
    mail.add_alternative("<p>Exports rose.</p>", subtype="html")
    return mail.as_bytes()


SAMPLES = [
    docx(paragraph("Exports rose by 5 per cent.") * 3, core="<dc:title>Trade</dc:title>"),
    odt("<text:h text:outline-level='1'>Trade</text:h><text:p>Exports rose.</text:p>"),
    epub({"a.xhtml": "<html><body><h1>Trade</h1><p>Exports rose.</p></body></html>"}),
    pdf(flowing("Exports rose by 5 per cent to $3 billion, the ministry said on Monday in a report.")),
    b"{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}{\\info{\\title Trade}}\\pard Exports rose by \\'80 5.\\par a\\cell b\\cell\\row}",
    _mail(),
    b"<html><body><article><h1>Trade</h1><p>Exports rose.</p></article></body></html>",
    b"# Trade\n\nExports *rose*.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
]
HEADS = [
    b"",
    b"PK\x03\x04",
    b"%PDF-1.4\n",
    b"{\\rtf1 ",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"<html>",
    b"From: a\nTo: b\n\n",
    b"\xff\xfe",
]


def read(data: bytes, name: str) -> Article | BriefingError:
    try:
        return from_bytes(data, name)
    except BriefingError as error:
        return error


def check(data: bytes, name: str) -> None:
    answer = read(data, name)
    if isinstance(answer, Article):
        assert_tiled(answer)
    else:
        assert answer.sentence.endswith(".")
        assert answer.next_step


def assert_tiled(article: Article) -> None:
    """Every character outside the blocks is white space; blocks are in order and hold something."""
    at = 0
    for number, block in enumerate(article.blocks, start=1):
        assert block.number == number
        assert not article.text[at : block.span.start].strip()
        assert block.span.of(article.text).strip()
        assert block.span.of(article.text) == block.span.of(article.text).strip()
        at = block.span.end
    assert not article.text[at:].strip()


@given(st.sampled_from(HEADS), st.binary(max_size=400), st.sampled_from(["", "a.md", "a.docx"]))
@settings(max_examples=300, deadline=None)
def test_any_bytes(head: bytes, tail: bytes, name: str) -> None:
    check(head + tail, name)


@given(
    st.sampled_from(SAMPLES),
    st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=6), st.integers(0, 6)), min_size=1, max_size=6),
)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_files_with_damage(sample: bytes, edits: list[tuple[float, bytes, int]]) -> None:
    data = sample
    for place, new, removed in edits:
        at = int(place * len(data))
        data = data[:at] + new + data[at + removed :]
    check(data, "a.md")


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text_in_a_word_file_comes_back_whole(text: str) -> None:
    shown = "".join(c for c in text if c.isprintable() and c not in "<>&" and c.isascii())
    data = docx(paragraph(shown))
    if not shown.strip():
        check(data, "")
        return
    assert " ".join(from_bytes(data).text.split()) == " ".join(shown.split())
