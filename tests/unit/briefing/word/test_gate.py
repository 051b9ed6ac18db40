"""Files that could act, fetch or unpack without end are refused in a sentence before any parser sees them."""

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.assets import asset
from briefing.errors import TemplateError
from briefing.word.gate import admit, inspect

GOOD = asset("templates", "briefing-note.docx").read_bytes()
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATION = '<Relationship Id="x9" Type="{office}/{kind}" Target="{target}" {mode}/>'
Change = Callable[[dict[str, bytes]], None]


def packed(change: Change, level: int = zipfile.ZIP_DEFLATED) -> bytes:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", level) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def put(name: str, content: bytes = b"x") -> Change:
    return lambda parts: parts.__setitem__(name, content)


def swap(name: str, old: bytes, new: bytes) -> Change:
    def change(parts: dict[str, bytes]) -> None:
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new, 1)

    return change


def relation(kind: str, target: str, *, external: bool = True, part: str = "word/_rels/document.xml.rels") -> Change:
    mode = 'TargetMode="External"' if external else ""
    row = RELATION.format(office=OFFICE, kind=kind, target=target, mode=mode).encode()
    return swap(part, b"</Relationships>", row + b"</Relationships>")


def body(xml: str) -> Change:
    return swap("word/document.xml", b"<w:body>", b"<w:body>" + xml.encode())


def field(*pieces: str) -> Change:
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    start, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return body(f"<w:p>{start}{runs}{end}</w:p>")


def entities(kind: str) -> Change:
    declared = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(9))
    head = f'<?xml version="1.0" encoding="{kind}"?><!DOCTYPE w [{declared}]>'
    return lambda parts: parts.__setitem__("word/styles.xml", (head + "<w>&e8;</w>").encode(kind))


MAIN = b"wordprocessingml.document.main+xml"
TYPES = "[Content_Types].xml"
ATTACKS = {
    "macro part": put("word/vbaProject.bin"),
    "macro data": put("word/vbaData.xml", b"<x/>"),
    "ActiveX": put("word/activeX/activeX1.xml", b"<x/>"),
    "OLE object": put("word/embeddings/oleObject1.bin"),
    "program inside": put("word/media/run.exe"),
    "script inside": put("word/media/run.js"),
    "docm": swap(TYPES, b"vnd.openxmlformats-officedocument." + MAIN, b"vnd.ms-word.document.macroEnabled.main+xml"),
    "dotm": swap(TYPES, b"vnd.openxmlformats-officedocument." + MAIN, b"vnd.ms-word.template.macroEnabledTemplate.main+xml"),
    "dotx": swap(TYPES, MAIN, b"wordprocessingml.template.main+xml"),
    "spreadsheet": swap(TYPES, MAIN, b"spreadsheetml.sheet.main+xml"),
    "path upwards": put("../evil.xml", b"<x/>"),
    "absolute path": put("/etc/evil.xml", b"<x/>"),
    "backslashes": put("word\\..\\evil.xml", b"<x/>"),
    "drive letter": put("C:evil.xml", b"<x/>"),
    "same name in another case": put("WORD/DOCUMENT.XML", b"<x/>"),
    "entities": entities("utf-8"),
    "entities in UTF-16": entities("utf-16"),
    "external entity": put("word/settings.xml", b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'),
    "entities in metadata": put("customXml/item1.xml", b'<!DOCTYPE x [<!ENTITY e "e">]><x>&e;</x>'),
    "entities in content types": put(TYPES, b'<!DOCTYPE x [<!ENTITY e "e">]><Types/>'),
    "bomb": put("word/media/bomb.xml", b"<x>" + b" " * 15_000_000 + b"</x>"),
    "large part": put("word/media/picture.png", b"\0" * 21_000_000),
    "thousands of parts": lambda parts: parts.update({f"word/media/{n}.png": b"" for n in range(2001)}),
    "external picture": relation("image", "http://example.org/pixel.png"),
    "picture on a share": relation("image", "file://server/share/pixel.png"),
    "attached template": relation("attachedTemplate", "http://example.org/a.dotm", part="word/_rels/document.xml.rels"),
    "attached template inside": relation("attachedTemplate", "a.dotx", external=False),
    "altChunk": relation("aFChunk", "chunk.html", external=False),
    "OLE relation": relation("oleObject", "embeddings/x.xlsx", external=False),
    "subdocument": relation("subDocument", "http://example.org/a.docx"),
    "frame": relation("frame", "http://example.org/a.html"),
    "external style": relation("styles", "http://example.org/styles.xml"),
    "script link": relation("hyperlink", "javascript:alert(1)"),
    "file link": relation("hyperlink", "file:///C:/Windows/System32/calc.exe"),
    "share link": relation("hyperlink", "\\\\server\\share"),
    "protocol link": relation("hyperlink", "ms-msdt:/id PCWDiagnostic"),
    "relative link outside": relation("hyperlink", "..\\..\\evil.exe"),
    "altChunk element": body('<w:altChunk r:id="rId9"/>'),
    "object element": body("<w:p><w:r><w:object/></w:r></w:p>"),
    "DDE": field(" DDEAUTO c:\\windows\\system32\\cmd.exe /k calc"),
    "DDE in pieces": field(" D", "DE", "AUTO cmd"),
    "INCLUDETEXT": field(" INCLUDETEXT file:///etc/passwd"),
    "INCLUDEPICTURE": field('INCLUDEPICTURE "http://example.org/a.png" \\d'),
    "LINK": field(" LINK Excel.Sheet c:\\a.xlsx"),
    "IMPORT": field(" IMPORT a.wmf"),
    "DATABASE": field(" DATABASE \\d x"),
    "MACROBUTTON": field(" MACROBUTTON Run click"),
    "simple field": body('<w:p><w:fldSimple w:instr=" DDE cmd "/></w:p>'),
    "nested field": body(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF 1</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDE cmd</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    ),
    "open field": body('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDE x</w:instrText></w:r></w:p>'),
    "link field": field(' HYPERLINK "file:///c:/evil.exe"'),
    "link field to a share": field(' HYPERLINK "\\\\server\\share\\evil"'),
    "field in a header": swap("word/header1.xml", b"</w:hdr>", b'<w:p><w:fldSimple w:instr="INCLUDETEXT x"/></w:p></w:hdr>'),
    "strict": swap(
        "word/document.xml",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    ),
    "broken XML": put("word/styles.xml", b"<w:styles"),
    "deep XML": put("word/styles.xml", b"<a>" * 5000 + b"</a>" * 5000),
    "no content types": lambda parts: parts.pop(TYPES) and None,
}


@pytest.mark.parametrize("name", ATTACKS)
def test_attack_is_refused_with_a_sentence(name: str) -> None:
    start = time.monotonic()
    with pytest.raises(TemplateError) as caught:
        inspect(packed(ATTACKS[name]), "evil.docx")
    assert caught.value.sentence.endswith(".")
    assert caught.value.next_step
    assert time.monotonic() - start < 2


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is not a Word file"),
        (b"%PDF-1.7", "is not a Word file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "old format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"PK\x03\x04" + bytes(50), "damaged"),
        (GOOD[:2000], "damaged"),
    ],
)
def test_other_file_is_refused_by_its_kind(content: bytes, words: str) -> None:
    with pytest.raises(TemplateError, match=words):
        inspect(content, "file.docx")


def test_damaged_part_is_refused() -> None:
    at = GOOD.index(b"word/document.xml") + 60
    with pytest.raises(TemplateError):
        inspect(GOOD[:at] + bytes(40) + GOOD[at + 40 :], "file.docx")


@pytest.mark.parametrize(
    "change",
    [
        relation("hyperlink", "https://example.org"),
        relation("hyperlink", "mailto:desk@example.org"),
        field(" PAGE "),
        field(' HYPERLINK "https://example.org" '),
        field(" HYPERLINK \\l bookmark"),
        put("word/media/logo.png", b"\x89PNG"),
    ],
)
def test_harmless_file_passes(change: Change) -> None:
    inspect(packed(change), "good.docx")


def test_dotx_passes_where_it_is_brought_in(tmp_path: Path) -> None:
    path = tmp_path / "a.dotx"
    path.write_bytes(packed(ATTACKS["dotx"]))
    assert admit(path, template=True) == path.read_bytes()
