"""What a loop copies keeps ids of its own."""

from pathlib import Path

from briefing.compose import compose
from briefing.word.note import render
from tests.by_hand import harbour
from tests.word_files import W, opened, template

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
LOOP = "<w:p><w:r><w:t>{{%p for q in quotes %}}</w:t></w:r></w:p>{}<w:p><w:r><w:t>{{%p endfor %}}</w:t></w:r></w:p>"


def root(folder: Path, inner: str):  # type: ignore[no-untyped-def] # noqa: ANN201 – an lxml element
    content, _ = render(compose(harbour().brief()), template(folder, LOOP.format(inner)))
    return opened(content).element


def test_paragraph_ids(tmp_path: Path) -> None:
    body = root(
        tmp_path, f'<w:p xmlns:w14="{W14}" w14:paraId="1A2B3C4D" w14:textId="77777777"><w:r><w:t>{{{{ q.n }}}}</w:t></w:r></w:p>'
    )
    assert [p.get(f"{{{W14}}}paraId") for p in body.iter(f"{{{W}}}p")] == ["1A2B3C4D", None, None]


def test_bookmarks_pair_up_and_have_their_own_names(tmp_path: Path) -> None:
    body = root(
        tmp_path,
        '<w:p><w:bookmarkStart w:id="7" w:name="mark"/><w:r><w:t>{{ q.n }}</w:t></w:r><w:bookmarkEnd w:id="7"/></w:p>',
    )
    starts = [(e.get(f"{{{W}}}id"), e.get(f"{{{W}}}name")) for e in body.iter(f"{{{W}}}bookmarkStart")]
    assert [name for _, name in starts] == ["mark", "mark_2", "mark_3"]
    assert [e.get(f"{{{W}}}id") for e in body.iter(f"{{{W}}}bookmarkEnd")] == [number for number, _ in starts]
    assert len({number for number, _ in starts}) == 3


def test_drawings_and_content_controls(tmp_path: Path) -> None:
    body = root(
        tmp_path,
        f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{WP}"><wp:docPr id="4" name="x"/></wp:inline></w:drawing></w:r></w:p>'
        '<w:sdt><w:sdtPr><w:id w:val="-12"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>{{ q.n }}</w:t></w:r></w:p>'
        "</w:sdtContent></w:sdt>",
    )
    drawings = [e.get("id") for e in body.iter(f"{{{WP}}}docPr")]
    controls = [e.get(f"{{{W}}}val") for e in body.iter(f"{{{W}}}id")]
    assert (len(set(drawings)), len(set(controls))) == (3, 3)


def test_templates_comment_stays_at_the_first_copy(tmp_path: Path) -> None:
    body = root(
        tmp_path,
        '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>{{ q.n }}</w:t></w:r><w:commentRangeEnd w:id="0"/></w:p>',
    )
    assert len(list(body.iter(f"{{{W}}}commentRangeStart"))) == 1
    assert len(list(body.iter(f"{{{W}}}commentRangeEnd"))) == 1
