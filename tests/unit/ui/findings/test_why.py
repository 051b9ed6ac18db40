from dataclasses import replace

from briefing import review
from briefing.assets import rows
from briefing.model import Evidence, Origination, Quote
from tests import northwind
from ui.findings.why import why


def test_a_quote_tells_its_rule_and_its_cue() -> None:
    brief = northwind.brief()
    finding = brief.findings[4]
    evidence = Evidence("verb-subject", cue=northwind.span("told"), mention=northwind.span("Jane Doe"))
    said = why(brief, replace(finding, content=replace(finding.content, evidence=evidence)))

    assert "The verb of saying stands right behind the quote, followed by its subject." in said
    assert "“told” decides." in said
    assert "The speaker is named as “Jane Doe”." in said


def test_a_resolved_pronoun_is_told() -> None:
    brief = northwind.brief()
    finding = brief.findings[4]
    assert isinstance(finding.content, Quote)
    said = why(brief, replace(finding, content=replace(finding.content, evidence=Evidence("before", resolved_from="she"))))

    assert "“she” was resolved to Jane Doe." in said


def test_doubts_come_first() -> None:
    brief = northwind.brief()

    assert why(brief, brief.findings[6])[0] == "Please check the value: the share is of lending, not of loans."
    assert why(brief, brief.findings[9])[0].startswith("Please check")


def test_an_unknown_rule_is_given_by_its_name() -> None:
    brief = northwind.brief()
    finding = replace(brief.findings[0], content=replace(brief.findings[0].content, evidence=Evidence("numbers in tables")))

    assert "Rule: numbers in tables." in why(brief, finding)


def test_suggestion_edits_and_own_findings_are_told() -> None:
    brief = northwind.brief()
    finding = replace(brief.findings[1], origination=Origination.ADDED)
    brief = review.edit(brief, finding.id, {"subject": "profit", "note": "see page 3"})
    said = why(brief, finding)

    assert "You added it yourself." in said
    assert "It is suggested for the note; it weighs 90 %." in said
    assert "You changed: subject." in said


def test_every_sentence_is_a_sentence() -> None:
    assert all(len(row) == 2 and row[1].endswith(".") and row[1][0] in f"“{row[1][0].upper()}" for row in rows("reasons"))


def test_the_weight_is_explained() -> None:
    brief = northwind.brief()
    finding = replace(brief.findings[1], suggested=True, salience=0.9, reasons=("a large sum", "in the headline"))

    assert "It is suggested for the note; it weighs 90 %: a large sum, in the headline." in why(brief, finding)
