"""How articles and briefs come into the window: files, drops, the clipboard, web addresses, the sample."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal

from briefing import review
from briefing.assets import asset
from briefing.brief import Brief, Header
from briefing.model import Article
from briefing.storage import SUFFIX, open_brief
from ui.bars import Kind, Message
from ui.clipboard import held
from ui.jobs import Jobs
from ui.problems import problem
from ui.remembered import Remembered
from ui.session import Session

TOPIC = "opening"
SAMPLE = ("resources", "samples", "harbour-upgrade.txt")
_JOB_TEXT = "briefing.articles:from_text"
_JOB_HTML = "briefing.articles.pasted:from_html"
_NOTHING = "The clipboard holds no text. Copy an article, then paste."
_PICTURE = "The clipboard holds a picture, and text in pictures cannot be read. Copy the text itself, then paste."
Leave = Callable[[Callable[[], object]], object]  # asks about unsaved work, then goes on


class Opener(QObject):
    """Reads articles in the worker and briefs in the thread for files, and puts them into the session."""

    opened = Signal(str)  # an article's key, to be analysed
    begun = Signal(str)  # the key of the article to review first
    reading = Signal(str)  # what is being read, "" when nothing is
    message = Signal(object)
    open_asked = Signal()

    def __init__(self, session: Session, jobs: Jobs, remembered: Remembered, leave: Leave) -> None:
        super().__init__(session)
        self._session, self._jobs, self._remembered, self._leave = session, jobs, remembered, leave
        self._reading = 0
        self._waiting: list[Article] = []  # read, but not yet decided where to
        self.equip: Callable[[Brief], Brief] = lambda brief: brief  # what the template of a new note sets

    def open_names(self, names: Sequence[str]) -> None:
        """Open what is named on the command line or by the desktop: files, also as file:// addresses, and web addresses."""
        addresses = [name for name in names if name.lower().startswith(("http://", "https://"))]
        files = [QUrl(name).toLocalFile() if name.startswith("file://") else name for name in names if name not in addresses]
        if files:
            self.open_paths([Path(name) for name in files])
        for address in addresses:
            self.open_address(address)

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open files: a brief in place of the one on show, articles into it."""
        briefs = [path for path in paths if path.suffix.lower() == SUFFIX]
        if briefs:
            self._leave(lambda: self._open_brief(briefs[0]))
            return
        ask = bool(self._session.brief.sources)
        for path in paths:
            self._begin(path.name)
            self._jobs.watch(
                self._jobs.engine.load(path),
                partial(self._take_file, path, ask=ask),
                partial(self._fail, path=path),
            )

    def open_sample(self) -> None:
        """Open the article that comes with the program."""
        ask = bool(self._session.brief.sources)
        self._begin("the sample article")
        self._jobs.watch(self._jobs.engine.load(asset(*SAMPLE)), partial(self._take, ask=ask), self._fail)

    def open_mime(self, data: QMimeData | None) -> None:
        """Open what was dropped or pasted: files, or text with its headings, lists and tables."""
        found = held(data)
        if found.paths:
            self.open_paths(found.paths)
        elif found.address:
            self._offer(found.address)
        elif found.markup:
            self._open_text(_JOB_HTML, found.markup, found.text, found.source)
        elif found.text.strip():
            self._open_text(_JOB_TEXT, found.text)
        else:
            choice = (("Open a file…", self.open_asked.emit),)
            self.message.emit(Message(_PICTURE if found.picture else _NOTHING, Kind.PROBLEM, choice, TOPIC))

    def _offer(self, address: str) -> None:
        """Ask before the network is used: an address may be meant as text, or be a private one."""
        text = f"“{shortened(address)}” is a web address. Fetch its article from the network?"
        self.message.emit(Message(text, Kind.QUESTION, (("Fetch it", partial(self.open_address, address)),), TOPIC))

    def open_address(self, address: str) -> None:
        """Fetch the article at a web address; only when a person asked for it."""
        ask = bool(self._session.brief.sources)
        self._begin(shortened(address))
        self._jobs.watch(self._jobs.engine.fetch(address), partial(self._take, ask=ask), self._fail)

    def _open_text(self, job: str, *given: str) -> None:
        ask = bool(self._session.brief.sources)
        self._begin("the pasted text")
        self._jobs.watch(self._jobs.engine.call(job, *given), partial(self._take, ask=ask), self._fail)

    def new_note(self) -> None:
        """Begin again without articles."""
        self._leave(lambda: self._session.start(self._fresh()))

    def _fresh(self) -> Brief:
        settings = self._remembered.settings
        return self.equip(Brief(template=settings.template, header=Header(sender=settings.sender)))

    def _begin(self, name: str) -> None:
        self._reading += 1
        self.reading.emit(f"Reading {name}")

    def _end(self) -> None:
        self._reading -= 1
        if not self._reading:
            self.reading.emit("")

    def _take_file(self, path: Path, article: Article, *, ask: bool) -> None:
        self._remembered.remember_file(path)
        self._take(article, ask=ask)

    def _take(self, article: Article, *, ask: bool) -> None:
        self._end()
        known = {source.article.text: source.key for source in self._session.brief.sources}
        key = known.get(article.text)
        if key is not None:
            self._session.show_article(key)
            self.message.emit(Message(f"“{name_of(article)}” is in this note already.", topic=TOPIC))
        elif ask:
            self._wait_with(article)
        else:
            self._add(article)

    def _wait_with(self, article: Article) -> None:
        """Ask where it should go; two files may hold the same text."""
        if any(article.text == each.text for each in self._waiting):
            self.message.emit(Message(f"“{name_of(article)}” is read already and waits for an answer.", topic=TOPIC))
        else:
            self._waiting.append(article)
        self._ask()

    def _ask(self) -> None:
        names = ", ".join(f"“{name_of(article)}”" for article in self._waiting)
        choices = (("Add to this note", self._add_waiting), ("New note", self._restart_with_waiting))
        text = f"{names} {'is' if len(self._waiting) == 1 else 'are'} read. Where to?"
        self.message.emit(Message(text, Kind.QUESTION, choices, "where to"))

    def _add_waiting(self) -> None:
        articles, self._waiting = self._waiting, []
        for article in articles:
            self._add(article)

    def _restart_with_waiting(self) -> None:
        articles, self._waiting = self._waiting, []
        self._leave(lambda: self._restart(articles))

    def _restart(self, articles: Sequence[Article]) -> None:
        self._session.start(self._fresh())
        for article in articles:
            self._add(article)

    def _add(self, article: Article) -> None:
        if not self._session.brief.sources and self._session.brief == Brief():
            self._session.start(self._fresh())
        self._session.analysed(review.add_article(self._session.brief, article))
        if article.warnings:
            self.message.emit(Message(f"Read “{name_of(article)}”: {remarks(article)}.", topic="warnings"))
        self.begun.emit(self._session.shown)
        self.opened.emit(self._session.shown)

    def _open_brief(self, path: Path) -> None:
        self._begin(path.name)
        self._jobs.watch(
            self._jobs.in_thread(open_brief, path),
            lambda brief: self._show_brief(brief, path),
            partial(self._fail, path=path),
        )

    def _show_brief(self, brief: Brief, path: Path) -> None:
        self._end()
        self._remembered.remember_file(path)
        self._session.start(brief, path)
        self.begun.emit(self._session.shown)
        analysed = {finding.article for finding in brief.findings}
        for source in brief.sources:
            if source.key not in analysed:
                self.opened.emit(source.key)

    def _fail(self, error: BaseException, path: Path | None = None) -> None:
        self._end()
        if path is not None and not path.exists():
            self._remembered.forget_file(str(path))
        choice = (("Open another…", self.open_asked.emit),)
        self.message.emit(problem(error, TOPIC, choice))


def name_of(article: Article) -> str:
    """What an article is called in a sentence."""
    return shortened(article.title or article.origin.name or "The article")


def shortened(name: str) -> str:
    """A name as it fits into a sentence."""
    return name if len(name) <= 60 else name[:59].rstrip() + "…"


def remarks(article: Article) -> str:
    """What was done to an article while it was read, in one line."""
    return "; ".join(warning.strip(" .") for warning in article.warnings)
