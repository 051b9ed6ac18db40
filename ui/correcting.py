"""The analyst's word on the article: which paragraphs count, and what is known of it; it is analysed again where that matters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import reduce

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from briefing.model import Article, Block, Span
from ui.bars import Message
from ui.reader.margin import COUNT, LEAVE_OUT, MarginButton
from ui.reader.pane import ReaderPane
from ui.session import Session

ORIGIN = "paragraphs"
TOPIC = "paragraph"


class Corrections(QObject):
    """Greys paragraphs and puts them back, and has the article analysed again when what the analysis reads has changed."""

    message = Signal(object)
    reading_changed = Signal(str)  # the key of an article to be analysed again

    def __init__(self, session: Session, pane: ReaderPane, tell: Callable[[str], object]) -> None:
        super().__init__(pane)
        self._session, self._pane, self._reader, self._tell = session, pane, pane.reader, tell
        self._known: dict[str, Article] = {}
        self.button = MarginButton(self._reader)
        self.button.asked.connect(self.switch)
        self._reader.menu_opened.connect(self._fill_menu)
        session.articles_changed.connect(self._follow)

    def _follow(self) -> None:
        """Analyse again what reads otherwise now; an article that is new is analysed by whoever opened it."""
        before, self._known = self._known, {each.key: each.article for each in self._session.brief.sources}
        for key, article in self._known.items():
            old = before.get(key, article)
            if article is not old and article.text == old.text and _read(article) != _read(old):
                self.reading_changed.emit(key)

    @property
    def _article(self) -> Article | None:
        return self._reader.article

    # Paragraphs

    def switch_chosen(self) -> None:
        """Grey the paragraphs of the selection, or else of the current finding; put them back where one is greyed already."""
        chosen = tuple(self._chosen())
        if chosen:
            self.switch(*(block.number for block in chosen))
        else:
            self._tell("Select words in a paragraph first, or choose a finding in it")

    def _chosen(self) -> Iterator[Block]:
        article, span = self._article, self._reader.selected_span() or self._place_of_current()
        if article is not None and span is not None:
            yield from (block for block in article.blocks if block.span.overlaps(span))

    def _place_of_current(self) -> Span | None:
        brief, current = self._session.brief, self._session.current
        return brief.finding(current).span if current else None

    def switch(self, *numbers: int) -> None:
        """Put paragraphs back if one of them is greyed, else grey them; one step, and a notice with Undo."""
        from briefing.articles.corrections import greyed, restored  # noqa: PLC0415 - rarely needed

        article = self._article
        if article is None:
            return
        self._tell("")
        back = any(not block.included for block in article.blocks if block.number in numbers)
        after = reduce(restored if back else greyed, numbers, article)
        before = self._session.brief
        name = f"¶{numbers[0]}" if len(numbers) == 1 else f"¶{numbers[0]}–{numbers[-1]}"
        self._session.correct(self._session.shown, after, f"Count {name}" if back else f"Leave {name} out", ORIGIN)
        left = len(before.note_findings()) - len(self._session.brief.note_findings())
        gone = f"; {left} {'finding' if left == 1 else 'findings'} left the note with it" if left else ""
        many = len(numbers) > 1
        words = f"{'count' if many else 'counts'} as article text" if back else f"{'are' if many else 'is'} left out"
        undo = (("Undo", self._session.undo_stack.undo),)
        self.message.emit(Message(f"{name} {words}{gone}.", choices=undo, topic=TOPIC))

    def next_greyed(self) -> None:
        """Select the next paragraph that is left out, after the last the first."""
        article = self._article
        out = [block for block in article.blocks if not block.included] if article else []
        if not out:
            self._tell("No paragraph of this article is left out")
            return
        selected = self._reader.selected_span()
        behind = [block for block in out if selected is not None and block.span.start > selected.start]
        block = (behind or out)[0]
        self._reader.scroll_to(block.span.start, block.span.end)
        self._reader.select(block.span)
        self._reader.setFocus()
        self._tell(f"¶{block.number} is left out: {block.reason or 'page furniture'}. G counts it as article text")

    def _fill_menu(self, menu: QMenu, block: Block | None) -> None:
        menu.addSeparator()
        if block is not None:
            words = f"{LEAVE_OUT if block.included else COUNT}\tG"
            menu.addAction(words).triggered.connect(lambda _=False, number=block.number: self.switch(number))
        menu.addAction("Article details…\tCtrl+I").triggered.connect(lambda _=False: self._pane.toggle_details())


def _read(article: Article) -> tuple[object, ...]:
    """What the analysis reads of an article beside its text."""
    line = article.dateline.span if article.dateline else None
    return article.blocks, article.published, article.title, line
