"""Why a finding is what it is, in words: the rule, its evidence, what a name was resolved from, why it was suggested."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.brief import Brief
from briefing.model import Article, Evidence, Figure, Finding, Origination, Quote, SaidBy, Span
from ui.findings.lines import fold

# The rules of the analysis as sentences; a rule that is not here is given by its own name.
_RULES = {
    "verb-subject": "The verb of saying stands right behind the quote, followed by its subject.",
    "subject-verb": "The speaker and a verb of saying stand right behind the quote.",
    "agent": "A passive verb names the speaker with “by”.",
    "according to": "“According to” names the source.",
    "dash": "A dash leads from the quote to the speaker.",
    "before": "A subject with a verb of saying stands before the quote.",
    "name and colon": "A name and a colon lead into the quote.",
    "name before colon": "The paragraph before ends in a colon and names someone.",
    "same paragraph": "The quote has no speaker of its own; the one before it in the paragraph speaks on.",
    "same paragraph earlier": "The quote has no speaker of its own; it takes over an earlier one of the paragraph.",
    "quote after": "The quote has no speaker of its own; the next one has.",
    "sentence before": "The quote has no speaker of its own; the sentence before reports someone's words.",
    "paragraph before": "The quote has no speaker of its own; the paragraph before ends with someone's words.",
    "subject before": "The quote has no speaker of its own; the paragraph before reports someone's words.",
    "nobody near": "There is no speaker near the quote.",
    "currency sign": "A currency sign makes the number an amount of money.",
    "currency word": "The name of a currency makes the number an amount of money.",
    "unit of measure": "A unit of measure stands with the number.",
    "counted noun": "The number counts the noun that follows.",
    "counts what was named before": "The number counts what was named before it.",
    "fraction in words": "The number is a fraction written in words.",
    "multiple": "The number says how many times as much.",
    "age": "The number is an age.",
    "age after a name": "A number between commas behind a name is an age.",
    "number": "A number stands in the text.",
}
_VOUCHERS = {
    SaidBy.QUOTED: "It stands inside a quote of {name}.",
    SaidBy.REPORTED: "The sentence reports what {name} said.",
    SaidBy.INSTITUTION: "The sentence names {name} as the source.",
}
_DECISIVE = "“{cue}” decides."


def why(brief: Brief, finding: Finding) -> tuple[str, ...]:
    """The reasons for a finding, one sentence each, the weightiest doubts first."""
    article, content = brief.article(finding.article), finding.content
    own = _of_figure(article, content) if isinstance(content, Figure) else _of_quote(article, content)
    return tuple(dict.fromkeys((*_doubts(content), *_origin(finding), *own, *_suggestion(finding), *_edits(brief, finding))))


def _doubts(content: Figure | Quote) -> Iterator[str]:
    if isinstance(content, Figure) and content.doubt:
        yield _sentence(f"Please check the value: {content.doubt}")
    if content.evidence.check:
        yield "Please check: the rule behind this is often right, but not always."


def _origin(finding: Finding) -> Iterator[str]:
    if finding.origination is Origination.ADDED:
        yield "You added it yourself."


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
    if finding.suggested:
        yield f"It is suggested for the note: its weight is {share}."
    elif finding.salience:
        yield f"It is not suggested for the note: its weight is {share}."


def _edits(brief: Brief, finding: Finding) -> Iterator[str]:
    edit = brief.edits.get(finding.id)
    names = sorted(name.replace("_", " ") for name in edit.fields if name != "note") if edit else []
    if names:
        yield f"You changed: {', '.join(names)}."
    if edit and edit.span:
        yield "You moved its edges."


def _rule(evidence: Evidence) -> str:
    return _RULES.get(evidence.rule) or _sentence(f"Rule: {evidence.rule}")


def _words(article: Article, span: Span) -> str:
    return fold(span.of(article.text)).strip()


def _sentence(words: str) -> str:
    text = words[:1].upper() + words[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."
