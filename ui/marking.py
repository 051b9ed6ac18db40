"""What a selection can become: a figure, a quote, a period or the article's date, a person, a sentence of the background."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from briefing import review
from briefing.compose.dates import with_label
from briefing.compose.source import folded, sentence_around, sentence_words, src
from briefing.compose.style import style_named
from briefing.model import BlockKind, Figure, Finding, Period, Quote, Span, Speaker
from ui.adding import Adder
from ui.bars import Kind, Message
from ui.findings.people import people, speaker_of
from ui.jobs import Jobs
from ui.problems import problem
from ui.reader.view import Reader
from ui.session import Session

ORIGIN = "marking"
TOPIC = "marking"
_LONGEST = 22  # characters of a figure in the popup
_IN_HEAD = frozenset({BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.BYLINE, BlockKind.DATE})


class Marker(QObject):
    """Carries out what is asked for a selection; the worker fills in the fields."""

    message = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, reader: Reader, adder: Adder, tell: Callable[[str], object]) -> None:
        super().__init__(session)
        self._session, self._jobs, self._reader, self._adder, self._tell = session, jobs, reader, adder, tell

    def mark(self, kind: str) -> None:
        """Make the selection a "figure", a "quote", a "date", a "person", or its sentence a part of the "background"."""
        span = self._reader.selected_span()
        if span is None:
            return
        match kind:
            case "date":
                self._mark_date(span)
            case "person":
                self._mark_person(span)
            case "background":
                self.note_background()
            case _:
                self._adder.add(span, kind)
        self._reader.drop_selection()

    def date_words(self, span: Span) -> str:
        """What a date that is selected would set, in words."""
        figure = self._figure_for(span)
        return f"Period of {self._excerpt(figure)}" if figure else "Article’s date"

    # Dates

    def _figure_for(self, span: Span) -> Finding | None:
        """The figure whose period a date is: the current one or the nearest in the paragraph; none in the article's head."""
        brief, key = self._session.brief, self._session.shown
        block = brief.article(key).block_at(span.start)
        if block is None or block.kind in _IN_HEAD:
            return None
        near = [f for f in brief.figures() if f.article == key and f.number == block.number]
        current = [f for f in brief.figures() if f.id == self._session.current and f.article == key]
        if not near or any(figure in near for figure in current):
            return current[0] if current else None
        return min(near, key=lambda f: max(f.span.start - span.end, span.start - f.span.end))

    def _excerpt(self, finding: Finding) -> str:
        text = folded(finding.span.of(self._session.brief.article(finding.article).text))
        return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"

    def _mark_date(self, span: Span) -> None:
        figure, key = self._figure_for(span), self._session.shown
        self._ask("period_at", span, lambda period: self._set_period(figure, period) if figure else self._set_date(key, period))

    def _set_period(self, figure: Finding, period: Period) -> None:
        brief = self._session.brief
        if all(finding.id != figure.id for finding in brief.findings):
            return
        text = with_label(folded(period.text), period.start, period.end, style_named(brief.style).date_format)
        fields = {"period": text, "period_start": period.start, "period_end": period.end}
        self._session.apply(review.edit(brief, figure.id, fields), "Set period", ORIGIN)
        self._session.set_current(figure.id, ORIGIN)
        self._tell(f"The period of {self._excerpt(figure)} is {text}")

    def _set_date(self, key: str, period: Period) -> None:
        from briefing.articles.corrections import corrected  # noqa: PLC0415 - rarely needed

        if not period.start or period.start != period.end:
            words = f"“{folded(period.text)}” is no single day. Select a day, or choose a figure to give it this period."
            self.message.emit(Message(words, Kind.PROBLEM, topic=TOPIC))
            return
        article = corrected(self._session.brief.article(key), "published", period.start)
        article = replace(article, published_text=folded(period.text))
        self._session.correct(key, article, "Set article’s date", ORIGIN)
        self._notice(f"The article’s date is {folded(period.text)}.")

    # People

    def _mark_person(self, span: Span) -> None:
        self._ask("person_at", span, self._add_person)

    def _add_person(self, person: Speaker) -> None:
        brief = self._session.brief
        known = person.name in people(brief)
        if not known:
            self._session.apply(review.add_person(brief, person), "Add person", ORIGIN)
        office = ", ".join(part for part in (person.name, person.role) if part)
        words = f"{office} is offered as a speaker {'already' if known else 'now'}."
        quote = self._current_quote()
        speaks = (("Speaker of this quote", lambda: self._let_speak(quote, person)),) if quote else ()
        self._notice(words, *speaks, undo=not known)

    def _current_quote(self) -> Finding | None:
        brief, current = self._session.brief, self._session.current
        return next((f for f in brief.quotes() if f.id == current), None)

    def _let_speak(self, quote: Finding, person: Speaker) -> None:
        brief = self._session.brief
        before = speaker_of(brief, quote)
        if quote.id in {f.id for f in brief.findings} and (before is None or before.name != person.name):
            fields = {"speaker": person.name, "role": person.role, "organisation": person.organisation}
            self._session.apply(review.edit(brief, quote.id, fields), "Set speaker", ORIGIN)

    # The background

    def note_background(self) -> None:
        """Copy the sentence that is selected, or else the current finding's, into the note's background, with its source."""
        brief, place = self._session.brief, self._place()
        if place is None:
            self._tell("Select words of a sentence first, or choose a finding in it")
            return
        key, span = place
        article = brief.article(key)
        block = article.block_at(span.start)
        if block is None:
            return
        sentence = sentence_around(article, block, span)
        line = f"{sentence_words(article, sentence)} {src(key, article, sentence).text}"
        if line in brief.header.background:
            self._tell("This sentence is in the background already")
            return
        background = "\n".join(part for part in (brief.header.background.rstrip(), line) if part)
        self._session.apply(review.set_header(brief, {"background": background}), "Add to background", ORIGIN)
        self._notice(f"In the background now: “{line if len(line) <= 80 else line[:79].rstrip() + '…'}”")

    def _place(self) -> tuple[str, Span] | None:
        """The selection, or else the current finding, with its article's key."""
        span, current = self._reader.selected_span(), self._session.current
        if span is not None:
            return self._session.shown, span
        finding = self._session.brief.finding(current) if current else None
        return (finding.article, _start(finding.content)) if finding else None

    # Both

    def _ask(self, job: str, span: Span, take: Callable[..., object]) -> None:
        key = self._session.shown
        article = self._session.brief.article(key)

        def taken(answer: object) -> None:
            if any(source.key == key and source.article is article for source in self._session.brief.sources):
                take(answer)

        self._jobs.watch(self._jobs.engine.call(f"briefing.analysis.naming:{job}", article, span), taken, self._fail)

    def _notice(self, words: str, *more: tuple[str, Callable[[], object]], undo: bool = True) -> None:
        choices = (*more, *((("Undo", self._session.undo_stack.undo),) if undo else ()))
        self.message.emit(Message(words, choices=choices, topic=TOPIC))

    def _fail(self, error: BaseException) -> None:
        self.message.emit(problem(error, TOPIC))


def _start(content: Figure | Quote) -> Span:
    """Where a finding begins: the sentence of its first words."""
    return content.span if isinstance(content, Figure) else content.segments[0]
