"""No wrong character, whatever the encoding."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefing.articles.decode import _GARBLED, decode

ENGLISH = "“It’s a €1.4 billion bet – no more,” said José Muñoz … at the café in Zürich. £5—or §7. «Précisément», naïve Øre."
RUSSIAN = "Президент заявил: «Мы договорились о поставках на 5 млрд» — сообщает агентство. Объём вырос на 12 %. Ёлка."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"])
def test_english_in_every_encoding(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)).text == ENGLISH


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251"])
def test_russian(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding)).text == RUSSIAN


def test_mixed_bytes_are_mended_and_it_is_said() -> None:
    mixed = "“One” café. ".encode() + "“Two” – naïve. ".encode("cp1252") + "“Three”.".encode()
    decoded = decode(mixed)
    assert decoded.text == "“One” café. “Two” – naïve. “Three”."
    assert "mended" in decoded.warnings[0]


def test_one_sure_mark_among_many_old_bytes_is_enough() -> None:
    mixed = "“One ".encode() + "“Two” – naïve, café, Zürich, Øre, “so it is”. ".encode("cp1252")
    assert decode(mixed).text == "“One “Two” – naïve, café, Zürich, Øre, “so it is”. "


def test_a_character_cut_at_the_end_costs_only_itself() -> None:
    assert decode("Trade grew – by “half”".encode()[:-1]).text == "Trade grew – by “half"


def test_old_encoding_is_told() -> None:
    decoded = decode("“It’s”".encode("cp1252"))
    assert (decoded.encoding, decoded.warnings) == ("windows-1252", ("Decoded as windows-1252.",))


def test_declared_encoding_is_believed_where_bytes_do_not_speak() -> None:
    polish = "Zażółć gęślą jaźń"
    assert decode(polish.encode("iso-8859-2"), "iso-8859-2").text == polish


def test_unknown_declaration_does_no_harm() -> None:
    assert decode("“It’s”".encode("cp1252"), "x-nonsense").text == "“It’s”"


def test_text_that_was_garbled_before_it_was_saved_is_mended() -> None:
    garbled = (
        "“It’s” £5, €6 – café…".encode().decode("latin-1").encode("latin-1").decode("cp1252", "replace").replace("\ufffd", "\x9d")
    )
    decoded = decode(garbled.encode())
    assert decoded.text == "“It’s” £5, €6 – café…"
    assert "mended" in decoded.warnings[0]


@pytest.mark.parametrize("text", ["SÃO PAULO", "Âge", "château", "«ÉTÉ»", "â la carte", "Ã"])
def test_real_accents_are_left_alone(text: str) -> None:
    assert decode(text.encode()).text == text


@given(st.binary())
def test_any_bytes_become_a_text(data: bytes) -> None:
    assert isinstance(decode(data).text, str)


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), min_size=1))
def test_utf8_is_never_misread(text: str) -> None:
    assume("\x00" not in text and not text.startswith("\ufeff") and not _GARBLED.search(text))
    assert decode(text.encode()).text == text
