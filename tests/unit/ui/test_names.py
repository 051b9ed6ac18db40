import pytest

from briefing import review
from briefing.brief import Brief
from tests import northwind
from ui.names import file_name


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("Trade with Oslo", "Trade with Oslo.docx"),
        ('A/B: why? <now> | "then"', "A B why now then.docx"),
        ("...", "Briefing note.docx"),
        ("word " * 30, "word word word word word word word word word word word word.docx"),
    ],
)
def test_a_name_is_made_of_the_subject(subject: str, name: str) -> None:
    assert file_name(review.set_header(Brief(), {"subject": subject}), ".docx") == name


def test_without_a_subject_the_article_s_title_serves() -> None:
    assert file_name(northwind.brief(), ".brief") == "Northwind profit jumps 12% as bank warns on rates.brief"
