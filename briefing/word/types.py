"""The light values of this package; the window may import them, for they bring no parser along."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class TemplateKind(StrEnum):
    """Whose a template is."""

    BUILT_IN = "built-in"
    MINE = "mine"
    TEAM = "team"


class Paper(StrEnum):
    """What a note is printed on."""

    A4 = "A4"
    LETTER = "Letter"


class Severity(StrEnum):
    """How bad a problem in a template is."""

    ERROR = "error"  # the template cannot be used
    WARNING = "warning"  # it can, but something will not look as meant
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class TemplateInfo:
    """A template and what it says about itself."""

    id: str
    name: str
    description: str
    path: Path
    kind: TemplateKind = TemplateKind.BUILT_IN
    version: str = ""
    contract: int = 1
    language: str = "en"
    style: str = ""  # the house style it was made for; "" leaves the brief's own
    marks: str = "brackets"  # how sources are marked: brackets, footnotes, comments or none
    header: dict[str, str] = field(default_factory=dict)  # default header fields
    pages: int = 0  # how many pages its notes are meant to have at most; 0 sets no bound
    uses: frozenset[str] = frozenset()  # the header fields that it prints
    broken: str = ""  # why it cannot be read, in a sentence
    product: str = ""  # which kind of note it makes, such as "press-summary"; "" where nobody said
    changed: int = field(default=0, compare=False)  # when its file was last changed, in nanoseconds


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a template: its place in the file, counted from 1, and its heading."""

    number: int
    heading: str
    fixed: bool = False  # the heading is filled in by a tag, and cannot be given other words


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a template something stands, as a person would look for it."""

    part: str  # "body", "header", "footer", "footnotes" …
    paragraph: int = 0  # counted from 1 in its part
    cell: str = ""  # "table 1, row 2, column 3"

    def __str__(self) -> str:
        return f"{self.part}, {self.cell or f'paragraph {self.paragraph}'}"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a template that a person should know: where, which words, what is wrong, how to mend it."""

    severity: Severity
    place: Place
    quote: str
    reason: str
    fix: str = ""
    meant: str = ""  # what was probably meant, ready to be put in

    def __str__(self) -> str:
        return f"{self.place}: “{self.quote}” – {self.reason} {self.fix}".strip()


@dataclass(frozen=True, slots=True)
class Report:
    """What the check of a template found."""

    problems: tuple[Problem, ...]
    recognised: tuple[str, ...]  # the expressions that were understood, each once

    @property
    def usable(self) -> bool:
        """Whether a note can be made with it."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Exported:
    """A Word file that was written and verified."""

    path: Path
    sha256: str
    left_out: tuple[str, ...] = ()  # ids of kept findings that the template does not print
    # Counting takes LibreOffice some seconds, so an export does not wait for it: whoever shows the number asks the engine
    # for ``briefing.word.pages:count`` with the file's path (None without LibreOffice) and puts it in here.
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Pages:
    """A note laid out: how many pages it has, and the first of them as PNG pictures."""

    count: int
    pictures: tuple[bytes, ...] = ()
