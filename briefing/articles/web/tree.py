"""Bytes of a web page → a tree that says what a reader sees: hidden parts gone, quotation marks and exponents as characters."""

from __future__ import annotations

import re
from typing import Any

from lxml import html
from lxml.html import HtmlElement

from briefing.articles.decode import Decoded, decode
from briefing.articles.web.tables import put_in_order
from briefing.errors import ArticleError

_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
# Pictures written into their tags, and tags with so many attributes that libxml2 takes minutes to compare them.
_HUGE_TAG = re.compile(r"<(\w{1,20})\s[^<>]{20000,}>")
_UNSEEN = ("head", "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "canvas", "audio", "video")
_CONTROLS = ("button", "select", "textarea", "input", "dialog", "datalist", "option")
_STRUCK = ("del", "s", "strike")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SUPERSCRIPT = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
_MOST_ELEMENTS = 200_000
_MOST_MARKS = 3_000  # each costs a walk over its neighbours
_DEEPEST = 400  # levels; deeper trees come from generators gone wrong and exhaust recursion in libraries
_UNIT_BEFORE = re.compile(r"(?:\b[cdkmµn]?m|\bft|\bin|10|\bs|\bCO|\b[A-Z])$")


def decode_page(data: bytes, charset: str = "") -> Decoded:
    """The characters of a page, by its server's declaration or its own where the bytes do not speak for themselves."""
    declared = _DECLARED.search(data[:4096])
    own = declared[1].decode("ascii", "replace") if declared else ""
    # Servers that know nothing of a page call it Latin 1.
    return decode(data, own if charset.lower() in ("", "iso-8859-1", "us-ascii") else charset)


def parse(text: str) -> HtmlElement:
    """The page's tree; ArticleError if there is none."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    # Characters that XML cannot hold would end the tree where they stand.
    clean = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", " ", _XML_DECLARATION.sub("", text))
    clean = _HUGE_TAG.sub(r"<\1>", clean)
    try:
        tree: Any = html.document_fromstring(clean.encode("utf-8"), parser=parser)
    except (ValueError, html.etree.LxmlError, AssertionError) as error:
        raise ArticleError("There is no text in this page.", "Copy the article's text and paste it.") from error
    if sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        raise ArticleError("The page is too large to be an article.", "Copy the part that you need and paste it.")
    if _depth(tree) > _DEEPEST:
        raise ArticleError("The page is nested too deeply to be read.", "Copy the article's text and paste it.")
    return tree


def prepare(tree: HtmlElement) -> None:
    """Change a tree so that its text is what a reader sees; metadata must have been read before."""
    for element in list(tree.iter(*_UNSEEN, *_CONTROLS, *_STRUCK)):
        if element.getparent() is not None:
            element.drop_tree()
    for element in list(tree.xpath("//div[@title='header' or @title='footer']")):  # how office programs write them
        element.drop_tree()
    for element in list(tree.xpath("//*[@hidden or @style or @aria-hidden]")):
        if element.getparent() is not None and _is_hidden(element):
            element.drop_tree()
    for element in list(tree.xpath("//span[not(node()) and contains(concat(' ', normalize-space(@class), ' '), ' br ')]")):
        element.tag = "br"
    _order_tables(tree)
    for quote in list(tree.iter("q"))[:_MOST_MARKS]:
        _put_marks(quote)
    for element in list(tree.iter("sup", "sub"))[:_MOST_MARKS]:
        _put_exponent(element)


def _order_tables(tree: HtmlElement) -> None:
    for table in list(tree.iter("table")):
        put_in_order(table)
    for cell in list(tree.xpath("//*[@colspan or @rowspan]")):  # trafilatura makes as many cells as they say, be it millions
        cell.attrib.pop("colspan", None)
        cell.attrib.pop("rowspan", None)


def _is_hidden(element: HtmlElement) -> bool:
    if element.tag in ("html", "body", "main", "article"):
        return False
    return element.get("hidden") is not None or bool(_HIDDEN_STYLE.search(element.get("style") or ""))


def _put_marks(quote: HtmlElement) -> None:
    """<q> shows quotation marks that are not in its text."""
    quote.text = "“" + (quote.text or "")
    if len(quote):
        quote[-1].tail = (quote[-1].tail or "") + "”"
    else:
        quote.text += "”"
    quote.drop_tag()


def _put_exponent(element: HtmlElement) -> None:
    """m<sup>2</sup> becomes m², 1<sup>st</sup> 1st; a note's number, glued to a word, goes."""
    text = "".join(element.itertext()).strip()
    before = _text_before(element)
    if re.fullmatch(r"\[?[\d*†‡a-z]{1,3}\]?", text) and text not in ("st", "nd", "rd", "th") and not _UNIT_BEFORE.search(before):
        element.drop_tree()
    elif element.tag == "sup" and re.fullmatch(r"[0-9+\-n]{1,3}", text) and _UNIT_BEFORE.search(before):
        for child in list(element):
            child.drop_tag()
        element.text = text.translate(_SUPERSCRIPT)
        element.drop_tag()


def _text_before(element: HtmlElement) -> str:
    previous = element.getprevious()
    if previous is not None:
        return previous.tail or "".join(previous.itertext())
    parent = element.getparent()
    return (parent.text or "") if parent is not None else ""


def _depth(tree: HtmlElement) -> int:
    """How deep the tree is, at most one level more than allowed."""
    depth, level = 0, [tree]
    while level and depth <= _DEEPEST:
        level = [child for element in level for child in element]
        depth += 1
    return depth
