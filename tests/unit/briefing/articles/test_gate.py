"""What the gate lets through, and what it turns away in a sentence."""

from __future__ import annotations

import warnings
import zipfile
from io import BytesIO

import pytest

from briefing.articles.gate import Limits, open_package, parse_xml
from briefing.errors import ArticleError, TemplateError
from tests.article_files import packed

_LAUGHS = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>'


def test_a_part_is_read() -> None:
    assert open_package(packed({"a.xml": "<a/>"})).read("a.xml") == b"<a/>"


@pytest.mark.parametrize("name", ["../a", "a/../../b", "/a", "C:/a", "a/\x01b"])
def test_names_that_lead_elsewhere_are_refused(name: str) -> None:
    with pytest.raises(ArticleError, match="forbidden names"):
        open_package(packed({name: ""}))


def test_too_many_parts_are_refused() -> None:
    with pytest.raises(ArticleError, match="too many parts"):
        open_package(packed({str(n): "" for n in range(4)}), Limits(entries=3))


def test_two_parts_of_one_name_are_refused() -> None:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("a", "1")
        archive.writestr("a", "2")
    with pytest.raises(ArticleError, match="two parts of the same name"):
        open_package(target.getvalue())


def test_an_encrypted_part_is_named_as_such() -> None:
    data = bytearray(packed({"a": "x"}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    with pytest.raises(ArticleError, match="password"):
        open_package(bytes(data))


def test_a_part_that_unpacks_too_large_is_refused_unread() -> None:
    package = open_package(packed({"a": "x" * 5000}), Limits(part=4000))
    with pytest.raises(ArticleError, match="too large"):
        package.read("a")


def test_parts_that_are_too_large_together_are_refused() -> None:
    package = open_package(packed({"a": "x" * 3000, "b": "x" * 3000}), Limits(total=5000))
    package.read("a")
    with pytest.raises(ArticleError, match="too large"):
        package.read("b")


def test_a_bomb_is_refused_by_how_tightly_it_is_packed() -> None:
    package = open_package(packed({"a": b" " * 3_000_000}))
    with pytest.raises(ArticleError, match="harmful"):
        package.read("a")


@pytest.mark.parametrize(
    "xml",
    [
        _LAUGHS,
        '<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>',
        _LAUGHS.encode("utf-16"),
    ],
)
def test_a_doctype_is_refused(xml: str | bytes) -> None:
    with pytest.raises(ArticleError):
        parse_xml(xml if isinstance(xml, bytes) else xml.encode())


def test_where_a_doctype_is_allowed_it_may_not_declare_anything() -> None:
    assert parse_xml(b"<!DOCTYPE html><html/>", doctype=True).tag == "html"
    with pytest.raises(ArticleError, match="entities"):
        parse_xml(_LAUGHS.encode(), doctype=True)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x03\x04" + b"\x00" * 200])
def test_damage_is_one_sentence(data: bytes) -> None:
    with pytest.raises(ArticleError, match="damaged"):
        open_package(data)


def test_a_missing_part_is_one_sentence() -> None:
    with pytest.raises(ArticleError, match="missing"):
        open_package(packed({"a": ""})).read("b")


def test_the_caller_chooses_the_error() -> None:
    with pytest.raises(TemplateError):
        open_package(b"no zip", error=TemplateError)


@pytest.mark.parametrize("name", ["word/vbaProject.bin", "Basic/Standard/Module1.xml"])
def test_macros_are_noticed(name: str) -> None:
    assert open_package(packed({name: ""})).has_macros
    assert not open_package(packed({"word/document.xml": ""})).has_macros
