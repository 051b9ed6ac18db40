"""E-mails and web archives."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from briefing.articles import from_bytes
from briefing.errors import ArticleError
from briefing.model import Article, BlockKind

TEXT = "Exports rose by 5 per cent to $3 billion, the ministry said on Monday.\n\nImports fell.\n"
PAGE = """<html><body><h1>Trade grows</h1><p>Exports rose by 5 per cent<br>to $3 billion.</p>
<table><tr><th>Year</th><th>Exports</th></tr><tr><td>2021</td><td>$3bn</td></tr></table>
<ul><li>Imports fell</li></ul></body></html>"""


def message(text: str = TEXT, html: str = "", subject: str = "Trade grows", **headers: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Ann Lee <ann@example.org>"
    mail["To"] = "desk@example.org"
    mail["Date"] = "Tue, 01 Oct 2024 10:00:00 +0200"
    mail["Subject"] = subject
    for name, value in headers.items():
        mail[name] = value
    if text:
        mail.set_content(text)
    if html and text:
        mail.add_alternative(html, subtype="html")
    elif html:
        mail.set_content(html, subtype="html")
    return mail


def shown(article: Article) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.span.of(article.text)) for block in article.blocks]


def test_a_plain_mail_with_what_its_head_says() -> None:
    article = from_bytes(message().as_bytes(), "a.eml")
    assert shown(article)[0] == (BlockKind.TITLE, "Trade grows")
    assert (article.title, article.authors, article.published) == ("Trade grows", ("Ann Lee",), "2024-10-01T10:00+02:00")
    assert article.found_in == {
        "title": "the mail's subject",
        "authors": "the mail's sender",
        "published": "the day the mail was sent",
        "language": "the words of the text",
    }
    assert article.origin.format == "e-mail"


def test_the_rich_form_is_preferred_and_its_headline_not_doubled() -> None:
    article = from_bytes(message(html=PAGE).as_bytes())
    assert shown(article) == [
        (BlockKind.TITLE, "Trade grows"),
        (BlockKind.BODY, "Exports rose by 5 per cent to $3 billion."),
        (BlockKind.TABLE_ROW, "Year | Exports"),
        (BlockKind.TABLE_ROW, "2021 | $3bn"),
        (BlockKind.LIST_ITEM, "Imports fell"),
    ]


@pytest.mark.parametrize("subject", ["Re: Trade grows", "FW: RE: Trade grows", "Fwd: Trade grows", "AW: Trade grows"])
def test_marks_of_answers_are_no_part_of_the_title(subject: str) -> None:
    assert from_bytes(message(subject=subject).as_bytes()).title == "Trade grows"


def test_a_subject_in_coded_words_is_decoded() -> None:
    raw = b"From: a@b.org\r\nTo: c@d.org\r\nSubject: =?utf-8?q?T=C3=BCrkiye_grows?=\r\n\r\nExports rose.\r\n"
    assert from_bytes(raw).title == "Türkiye grows"


def test_a_charset_that_is_not_true_does_no_harm() -> None:
    raw = b"From: a@b.org\r\nTo: c@d.org\r\nContent-Type: text/plain; charset=nonsense\r\n\r\nT\xc3\xbcrkiye grew.\r\n"
    assert "Türkiye grew." in from_bytes(raw).text


def test_signature_and_earlier_mail_are_greyed() -> None:
    article = from_bytes(message("Exports rose.\nImports fell.\n\n> Did they rise?\n\n-- \nAnn Lee\nPress office\n").as_bytes())
    greyed = {block.span.of(article.text): block.reason for block in article.blocks if not block.included}
    assert greyed == {"Did they rise?": "an earlier mail", "Ann Lee": "signature", "Press office": "signature"}


def test_a_mail_that_is_all_quotation_is_a_forwarded_text() -> None:
    article = from_bytes(message("See this:\n\n> Exports rose by 5 per cent.\n>\n> Imports fell.\n>\n> So it said.\n").as_bytes())
    assert all(block.included for block in article.blocks)
    assert "> " not in article.text


def test_the_head_of_a_forwarded_mail_is_greyed() -> None:
    text = "Look:\n\nFrom: Bo Ek\nSent: Monday\nSubject: Trade\n\nExports rose by 5 per cent.\n"
    article = from_bytes(message(text).as_bytes())
    assert [block.span.of(article.text) for block in article.blocks if not block.included] == [
        "From: Bo Ek",
        "Sent: Monday",
        "Subject: Trade",
    ]


def test_lines_broken_for_old_screens_are_joined() -> None:
    raw = (
        message("Exports rose by 5 per cent \nto $3 billion.\n")
        .as_bytes()
        .replace(b'charset="utf-8"', b'charset="utf-8"; format=flowed')
    )
    assert "Exports rose by 5 per cent to $3 billion." in from_bytes(raw).text


def test_attachments_are_named_and_not_read() -> None:
    mail = message()
    mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="report.pdf")
    article = from_bytes(mail.as_bytes())
    assert "Attached and not read: “report.pdf”." in article.warnings
    assert "%PDF" not in article.text


def test_a_mail_sent_as_an_attachment_is_read_where_the_outer_one_is_empty() -> None:
    outer = EmailMessage()
    outer["From"], outer["To"], outer["Subject"] = "x@y.org", "z@y.org", "Fwd"
    outer.add_attachment(message())
    assert from_bytes(outer.as_bytes()).title == "Trade grows"


def test_a_mail_without_text_says_so() -> None:
    mail = message(text="")
    mail.add_attachment(b"x" * 50, maintype="application", subtype="pdf", filename="report.pdf")
    with pytest.raises(ArticleError, match="no text in this mail"):
        from_bytes(mail.as_bytes())


def test_a_thousand_parts_in_each_other_are_one_sentence() -> None:
    deep = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(2000))
    with pytest.raises(ArticleError):
        from_bytes(b"From: a@b.org\r\nTo: c@d.org\r\n" + deep + b"\r\nx")


def test_a_web_archive_is_a_page_and_no_mail() -> None:
    body = "<p>Exports rose by 5 per cent to $3 billion last year, the ministry said on Monday.</p>" * 4
    page = f"<html><head><title>Trade grows again</title></head><body><h1>Trade grows again</h1>{body}</body></html>"
    raw = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/trade\r\nSubject: Trade\r\n"
        'Content-Type: multipart/related; boundary="b"\r\n\r\n'
        f"--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}\r\n--b--\r\n"
    )
    article = from_bytes(raw.encode(), "trade.mht")
    assert (article.title, article.origin.format, article.origin.address) == (
        "Trade grows again",
        "mht",
        "https://example.org/trade",
    )
    assert article.authors == ()
