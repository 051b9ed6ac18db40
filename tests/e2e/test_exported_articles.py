"""One article in every format that an office program writes: the same paragraphs, and the same findings in them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from briefing.analysis.findings import analyse
from briefing.articles import load
from briefing.model import Article, BlockKind, Figure

SEED = Path(__file__).resolve().parents[3] / "shared" / "seed" / "article.txt"
OFFICE = shutil.which("soffice")

pytestmark = [
    pytest.mark.shared,
    pytest.mark.slow,
    pytest.mark.skipif(not SEED.is_file(), reason="the shared files are not there"),
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed"),
]


@pytest.fixture(scope="module")
def original() -> Article:
    return load(SEED)


@pytest.fixture(scope="module")
def folder(original: Article, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the article as a Word file, in one column and in two."""
    made = tmp_path_factory.mktemp("exported")
    for columns in (1, 2):
        write(original, made / f"columns-{columns}.docx", columns)
    return made


def write(article: Article, path: Path, columns: int) -> None:
    document = docx.Document()
    for block in article.blocks:
        text = block.span.of(article.text)
        if block.kind is BlockKind.TITLE:
            document.add_heading(text, 0)
        elif block.kind is BlockKind.HEADING:
            document.add_heading(text, 2)
        else:
            document.add_paragraph(text)
    section = document.sections[0]._sectPr
    layout = section.find(qn("w:cols"))
    if layout is None:
        layout = OxmlElement("w:cols")
        section.append(layout)
    layout.set(qn("w:num"), str(columns))
    document.save(str(path))


def converted(source: Path, kind: str) -> Path:
    """What LibreOffice makes of a file."""
    into = source.parent / f"{source.stem}-{kind}"
    profile = (source.parent / "profile").as_uri()
    order = [
        str(OFFICE),
        "--headless",
        f"-env:UserInstallation={profile}",
        "--convert-to",
        kind,
        "--outdir",
        str(into),
        str(source),
    ]
    subprocess.run(order, check=True, capture_output=True, timeout=120)
    return into / f"{source.stem}.{kind}"


def paragraphs(article: Article) -> list[tuple[str, str]]:
    return [(str(block.kind), block.span.of(article.text)) for block in article.blocks if block.included]


def findings(article: Article) -> list[tuple[object, ...]]:
    """Everything that an analyst sees of the findings, each with its ¶."""
    return [
        (found.number, c.span.of(article.text), c.subject, c.hedge, c.direction, c.amount.unit, found.suggested)
        if isinstance(c := found.content, Figure)
        else (found.number, [s.of(article.text) for s in c.segments], c.speaker, c.kind, found.suggested)
        for found in analyse(article)
    ]


@pytest.mark.parametrize("kind", ["docx", "odt", "rtf", "pdf", "html", "epub"])
def test_the_article_in_one_column(folder: Path, original: Article, kind: str) -> None:
    source = folder / "columns-1.docx"
    assert_same(load(source if kind == "docx" else converted(source, kind)), original)


def test_the_article_in_two_columns_of_a_pdf(folder: Path, original: Article) -> None:
    assert_same(load(converted(folder / "columns-2.docx", "pdf")), original)


def test_the_article_as_a_web_page_printed_to_pdf(folder: Path, original: Article) -> None:
    assert_same(load(converted(converted(folder / "columns-1.docx", "html"), "pdf")), original)


def assert_same(article: Article, original: Article) -> None:
    assert paragraphs(article) == paragraphs(original)
    assert findings(article) == findings(original)
    assert (article.title, article.published, article.authors) == (original.title, original.published, original.authors)
