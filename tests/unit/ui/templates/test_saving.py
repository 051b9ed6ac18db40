from briefing.brief import Brief, Header
from tests.unit.ui.templates.conftest import info
from ui.templates.saving import kept


def test_it_says_which_header_fields_go_into_the_template_and_which_do_not() -> None:
    brief = Brief(header=Header(sender="Trade unit", subject="One note", comment="Secret"), style="EU", paper="Letter")
    said = dict(kept(brief, info("Press summary")))
    assert said["Header"] == "From: Trade unit"
    assert "Secret" not in str(said)
    assert said["Style"] == "Numbers and dates in EU style, [1 ¶11] marks, Letter paper"


def test_every_field_that_the_store_keeps_is_named() -> None:
    from dataclasses import fields  # noqa: PLC0415

    from briefing.word.store import set_up  # noqa: PLC0415
    from ui.templates.saving import _KEPT  # noqa: PLC0415

    full = Header(**{each.name: "x" for each in fields(Header)})
    assert set(set_up(Brief(header=full))) == set(_KEPT)
