"""The theme part, which Word wants: our colours, our one typeface, plain fills and lines."""

from __future__ import annotations

from templates.source.markup import HEAD
from templates.source.styles import BANNER, FACE, GREY, INK, NAVY, TINT

_COLOURS = {
    "dk1": INK,
    "lt1": "FFFFFF",
    "dk2": NAVY,
    "lt2": TINT,
    "accent1": NAVY,
    "accent2": BANNER,
    "accent3": "4A6FA5",
    "accent4": "8C6D31",
    "accent5": "3C7A5A",
    "accent6": GREY,
    "hlink": "1F4E9E",
    "folHlink": "6B4E8E",
}
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_xml() -> str:
    """The theme part."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    face = f'<a:latin typeface="{FACE}"/><a:ea typeface=""/><a:cs typeface=""/>'
    formats = (
        f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
    )
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Briefing"><a:themeElements>'
        f'<a:clrScheme name="Briefing">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Briefing"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="Briefing">{formats}</a:fmtScheme></a:themeElements></a:theme>'
    )
