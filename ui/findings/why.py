"""Why a finding is what it is, in words: the rule, its evidence, what a name was resolved from, why it was suggested."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from briefing.assets import rows
from briefing.brief import PERIOD_DAYS, Brief
from briefing.compose.quotes import INSERTION
from briefing.model import Article, Evidence, Figure, Finding, Origination, Quote, SaidBy, Span
from ui.findings.lines import fold, value_words

_VOUCHERS = {
    SaidBy.QUOTED: "It stands inside a quote of {name}.",
    SaidBy.REPORTED: "The sentence reports what {name} said.",
    SaidBy.INSTITUTION: "The sentence names {name} as the source.",
}
_PUT_IN = "words put in square brackets"
_LONGEST = 40  # characters of a finding that was merged or split
_DECISIVE = "“{cue}” decides."


def why(brief: Brief, finding: Finding) -> tuple[str, ...]:
    """The reasons for a finding, one sentence each, the weightiest doubts first."""
    article, content = brief.article(finding.article), brief.content(finding)
    own = _of_figure(article, content) if isinstance(content, Figure) else _of_quote(article, content)
    return tuple(
        dict.fromkeys((*_doubts(content), *_origin(article, finding), *own, *_suggestion(finding), *_edits(brief, finding)))
    )


def _doubts(content: Figure | Quote) -> Iterator[str]:
    if isinstance(content, Figure) and content.doubt:
        yield _sentence(f"Please check the value: {content.doubt}")
    if content.evidence.check:
        yield "Please check: the rule behind this is often right, but not always."


def _origin(article: Article, finding: Finding) -> Iterator[str]:
    parts = ", ".join(f"“{_short(_words(article, part.span))}”" for part in finding.replaces)
    if len(finding.replaces) > 1:
        yield f"You merged it from {parts}."
    elif parts:
        yield f"You split it from {parts}."
    elif finding.origination is Origination.ADDED:
        yield "You added it yourself."


def _short(words: str) -> str:
    bare = words.strip("“”«»\"'")
    return bare if len(bare) <= _LONGEST else bare[: _LONGEST - 1].rstrip() + "…"


def _of_quote(article: Article, quote: Quote) -> Iterator[str]:
    evidence = quote.evidence
    yield _rule(evidence)
    if evidence.cue:
        yield _DECISIVE.format(cue=_words(article, evidence.cue))
    if quote.speaker and evidence.resolved_from:
        yield f"“{fold(evidence.resolved_from)}” was resolved to {quote.speaker.name}."
    elif quote.speaker and evidence.mention:
        yield f"The speaker is named as “{_words(article, evidence.mention)}”."
    yield from map(_sentence, evidence.reasons)


def _of_figure(article: Article, figure: Figure) -> Iterator[str]:
    yield _rule(figure.evidence)
    if figure.hedge_span:
        yield f"“{_words(article, figure.hedge_span)}” hedges the value and belongs to it."
    if figure.evidence.cue:
        yield _DECISIVE.format(cue=_words(article, figure.evidence.cue))
    if figure.period:
        resolved = " – ".join(dict.fromkeys(day for day in (figure.period.start, figure.period.end) if day))
        yield f"“{fold(figure.period.text)}” gives the period{f', resolved to {resolved}' if resolved else ''}."
    if figure.said_by and figure.said_by_kind in _VOUCHERS:
        yield _VOUCHERS[figure.said_by_kind].format(name=figure.said_by.name)
    if figure.conversions:
        yield "The source itself gives the amount in another currency."
    if figure.repeats:
        yield f"It repeats “{_words(article, figure.repeats)}” further up."
    yield from map(_sentence, figure.evidence.reasons)


def _suggestion(finding: Finding) -> Iterator[str]:
    share = f"{finding.salience:.0%}".replace("%", " %")
    because = f": {', '.join(finding.reasons)}" if finding.reasons else ""
    if finding.suggested:
        yield f"It is suggested for the note; it weighs {share}{because}."
    elif finding.salience:
        yield f"It is not suggested; it weighs {share}{because}."


def _edits(brief: Brief, finding: Finding) -> Iterator[str]:
    edit = brief.edits.get(finding.id)
    fields = (name.replace("_", " ") for name in (edit.fields if edit else ()) if name not in {"note", *PERIOD_DAYS})
    names = sorted({_PUT_IN if INSERTION.fullmatch(name) else name for name in fields})
    if names:
        yield f"You changed: {', '.join(names)}."
    if edit and edit.span:
        content = edit.reading
        value = f"; its value is {value_words(content)}" if isinstance(content, Figure) else ""
        yield f"You moved its edges{value}."


def _rule(evidence: Evidence) -> str:
    return _sentences().get(evidence.rule) or _sentence(f"Rule: {evidence.rule}")


@cache
def _sentences() -> dict[str, str]:
    """The rules and reasons of the analysis as sentences; one that is not among them is given by its own name."""
    return {row[0]: row[1] for row in rows("reasons")}


def _words(article: Article, span: Span) -> str:
    return fold(span.of(article.text)).strip()


def _sentence(words: str) -> str:
    if words in _sentences():
        return _sentences()[words]
    text = words[:1].upper() + words[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."
