"""The words of Rich Text Format (specification 1.9.1) that the reader knows by name."""

from __future__ import annotations

from briefing.articles.margins import COMMENT, FOOT, FOOTNOTE, HEAD

# Groups whose words are not the document's: looked up without the \* that most of them begin with.
SILENT = frozenset((
    "colortbl", "pict", "object", "atnid", "atnauthor", "atndate", "atnref", "atnicn", "atntime", "atnparent",
    "fldinst", "listtable", "listoverridetable", "rsidtbl", "generator", "themedata",
    "colorschememapping", "latentstyles", "datastore", "xmlnstbl", "filetbl", "revtbl", "nonesttables", "nesttableprops",
    "bkmkstart", "bkmkend", "sp", "shprslt", "xe", "tc", "rxe", "private", "listpicture", "pgptbl", "pgdsctbl", "userprops",
    "docvar", "mmathPr", "wgrffmtfilter", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "objdata",
    "objclass", "template", "operator", "doccomm", "keywords", "revtim", "printim", "buptim", "company", "category",
    "manager", "subject", "comment", "hlinkbase", "falt", "panose", "fontemb",
))  # fmt: skip
# Groups whose words stand in the margins, and what a reader would call them.
NOTES = {
    "footnote": FOOTNOTE, "annotation": COMMENT,
    "header": HEAD, "headerl": HEAD, "headerr": HEAD, "headerf": HEAD,
    "footer": FOOT, "footerl": FOOT, "footerr": FOOT, "footerf": FOOT,
}  # fmt: skip
# Groups whose words count, with \* or without.
SPOKEN = frozenset(("shpinst", "shptxt", "fldrslt", "shpgrp", "shp", *NOTES))
LIST_MARKS = frozenset(("listtext", "pntext", "pn"))
CHARACTERS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "softline": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
SYMBOLS = {b"~": "\u00a0", b"_": "-", b"-": "", b"{": "{", b"}": "}", b"\\": "\\", b"\t": "\t"}
# The encoding that goes with a font's character set; 0 and 1 stand for the document's own.
CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
SYMBOL_CHARSET = 2
ENCODINGS = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
