"""A brief comes back as it was saved, or one sentence says why it does not."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing import review
from briefing.brief import Brief
from briefing.errors import StorageError
from briefing.storage import open_brief, save_brief
from briefing.storage.briefs import VERSION, dump, parse

Envelope = dict[str, Any]


def test_a_brief_comes_back_equal(brief: Brief, tmp_path: Path) -> None:
    save_brief(brief, tmp_path / "note.brief")
    assert open_brief(tmp_path / "note.brief") == brief


def test_an_empty_brief_comes_back_equal(tmp_path: Path) -> None:
    save_brief(Brief(), tmp_path / "note.brief")
    assert open_brief(tmp_path / "note.brief") == Brief()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(alphabet=st.characters(exclude_categories=("Cs",))))
def test_any_words_come_back(brief: Brief, text: str) -> None:
    edited = review.edit(review.set_header(brief, {"comment": text}), "1q91-105", {"note": text})
    assert parse(dump(edited), "note.brief") == edited


def test_half_a_character_does_not_prevent_saving(brief: Brief) -> None:
    assert parse(dump(review.set_header(brief, {"comment": "a\ud800b"})), "note.brief").header.comment == "a?b"


def test_the_state_before_is_kept(brief: Brief, tmp_path: Path) -> None:
    path = tmp_path / "note.brief"
    save_brief(brief, path)
    save_brief(Brief(), path)
    assert open_brief(tmp_path / "note.brief.bak") == brief


def test_the_file_is_one_versioned_document(brief: Brief) -> None:
    envelope = json.loads(dump(brief))
    assert (envelope["format"], envelope["version"]) == ("briefing/brief", VERSION)
    assert envelope["brief"]["sources"][0]["article"]["text"] == brief.article("1").text


def change(brief: Brief, edit: Callable[[Envelope], None]) -> bytes:
    envelope = json.loads(dump(brief))
    edit(envelope)
    return json.dumps(envelope).encode()


def shift_span(envelope: Envelope) -> None:
    envelope["brief"]["findings"][0]["content"]["span"] = {"start": 10, "end": 10_000}


def alter_text(envelope: Envelope) -> None:
    envelope["brief"]["sources"][0]["article"]["text"] += " And more."


def lose_article(envelope: Envelope) -> None:
    envelope["brief"]["sources"] = []


def repeat_finding(envelope: Envelope) -> None:
    envelope["brief"]["findings"].append(envelope["brief"]["findings"][0])


def wrong_type(envelope: Envelope) -> None:
    envelope["brief"]["decisions"] = {"1f69-78": "perhaps"}


def no_brief(envelope: Envelope) -> None:
    del envelope["brief"]


def no_version(envelope: Envelope) -> None:
    envelope["version"] = "one"


@pytest.mark.parametrize("edit", [shift_span, alter_text, lose_article, repeat_finding, wrong_type, no_brief, no_version])
def test_a_damaged_brief_is_refused(brief: Brief, edit: Callable[[Envelope], None]) -> None:
    with pytest.raises(StorageError, match="damaged"):
        parse(change(brief, edit), "note.brief")


def test_a_cut_file_names_the_copy_beside_it(brief: Brief, tmp_path: Path) -> None:
    path = tmp_path / "note.brief"
    save_brief(brief, path)
    save_brief(brief, path)
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(StorageError, match=r"damaged.*note\.brief\.bak"):
        open_brief(path)


def test_a_newer_brief_says_so(brief: Brief) -> None:
    with pytest.raises(StorageError, match="newer version"):
        parse(change(brief, lambda envelope: envelope.update(version=VERSION + 1)), "note.brief")


def as_version_one(envelope: Envelope) -> None:
    """As it was saved before the origin's hash was that of the file: it was that of the text."""
    envelope["version"] = 1
    del envelope["texts"]
    article = envelope["brief"]["sources"][0]["article"]
    article["origin"]["sha256"] = hashlib.sha256(article["text"].encode()).hexdigest()


def test_a_brief_of_the_first_version_opens_without_hashes_that_are_no_file_s(brief: Brief) -> None:
    opened = parse(change(brief, as_version_one), "note.brief")
    assert opened.article("1").text == brief.article("1").text
    assert opened.article("1").origin == replace(brief.article("1").origin, sha256="")
    assert opened.findings == brief.findings


def test_a_text_changed_in_a_brief_of_the_first_version_is_seen(brief: Brief) -> None:
    def edit(envelope: Envelope) -> None:
        as_version_one(envelope)
        alter_text(envelope)

    with pytest.raises(StorageError, match="damaged"):
        parse(change(brief, edit), "note.brief")


def test_the_hash_of_a_file_is_kept_as_it_is(brief: Brief) -> None:
    article = replace(brief.article("1"), origin=replace(brief.article("1").origin, sha256="ab" * 32))
    changed = replace(brief, sources=(replace(brief.sources[0], article=article),))
    assert parse(dump(changed), "note.brief") == changed


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"PK\x03\x04", b'{"format": "other"}', b"[" * 100_000])
def test_what_is_no_brief(data: bytes) -> None:
    with pytest.raises(StorageError, match="not a brief"):
        parse(data, "note.brief")


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(StorageError):
        parse(data, "note.brief")


def test_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="folder"):
        open_brief(tmp_path)
    with pytest.raises(StorageError, match="not there"):
        open_brief(tmp_path / "gone.brief")


def test_saving_where_nothing_can_be_written(brief: Brief, tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        save_brief(brief, tmp_path / "no such folder" / "note.brief")
    with pytest.raises(StorageError):
        save_brief(brief, tmp_path)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_failed_save_leaves_the_old_file(brief: Brief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "note.brief"
    save_brief(brief, path)
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError, match="space"):
        save_brief(replace(brief, style="other"), path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["note.brief"]
