"""The language of an article is that of its words, whatever its file says."""

from __future__ import annotations

import pytest

from briefing.articles import from_bytes, from_text
from briefing.articles.language import language_of, name_of
from briefing.assets import rows

TEXTS = {
    "en": "The government said on Wednesday that it would spend 3 billion euros more on health, and that this was not all.",
    "de": "Die Regierung hat am Mittwoch beschlossen, dass die Mittel für den Ausbau der Bahn um 3 Milliarden Euro steigen.",
    "fr": "Le gouvernement a annoncé mercredi que les dépenses pour la santé vont augmenter de 3 milliards dans ces années.",
    "es": "El gobierno anunció el miércoles que el gasto en salud aumentará en 3 mil millones durante los próximos años.",
    "it": "Il governo ha annunciato mercoledì che la spesa per la sanità aumenterà di 3 miliardi di euro nei prossimi anni.",
    "pt": "O governo anunciou na quarta-feira que os gastos com a saúde vão aumentar em 3 bilhões de euros nos próximos anos.",
    "nl": "De regering heeft woensdag aangekondigd dat de uitgaven voor de zorg in de komende jaren met 3 miljard stijgen.",
    "sv": "Regeringen meddelade på onsdagen att utgifterna för vården ska öka med 3 miljarder, och att det inte är allt.",
    "pl": "Rząd ogłosił w środę, że wydatki na zdrowie wzrosną o 3 miliardy w ciągu najbliższych lat i że nie jest to koniec.",
    "tr": "Hükümet çarşamba günü sağlık harcamalarının 3 milyar avro daha artacağını ve bunun bir başlangıç olduğunu açıkladı.",
    "ru": "Правительство объявило в среду, что расходы на здоровье вырастут на 3 миллиарда евро в ближайшие годы, и это не всё.",
    "uk": "Уряд оголосив у середу, що видатки на охорону здоров'я зростуть на 3 мільярди євро в найближчі роки, і це не все.",
    "kk": "Қазақстан мен Ресей арасындағы сауда айналымы 24 миллиард долларға жетті, бұл өткен жылмен салыстырғанда және көп.",
    "zh": "政府星期三宣布，未来几年卫生支出将增加30亿欧元，这并不是全部。",
    "ja": "政府は水曜日、今後数年間で医療支出を30億ユーロ増やすと発表した。",
    "ar": "أعلنت الحكومة يوم الأربعاء أن الإنفاق على الصحة سيزيد بمقدار ثلاثة مليارات يورو",
    "ko": "정부는 수요일 앞으로 몇 년 동안 의료 지출을 30억 유로 늘릴 것이라고 발표했다.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_sentence_is_enough(code: str) -> None:
    assert language_of(TEXTS[code]) == code


@pytest.mark.parametrize("text", ["", "Port grows", "12 345 678", "Lorem ipsum dolor", "Aktau Almaty Astana Atyrau " * 5])
def test_nothing_is_claimed_of_too_little(text: str) -> None:
    assert language_of(text) == ""


def test_names_in_another_script_change_nothing() -> None:
    assert language_of(f"{TEXTS['en']} The paper is called 人民日报 and Правда in their own countries.") == "en"


def test_every_language_has_a_name_and_words_of_its_own() -> None:
    assert name_of("kk") == "Kazakh"
    assert name_of("xx") == "xx"
    assert all(len(set(small.split())) >= 14 for _, _, small in rows("function-words"))


def test_the_words_outweigh_what_a_page_says_of_itself() -> None:
    body = "".join(f"<p>{TEXTS['en']} {i}</p>" for i in range(4))
    article = from_bytes(f"<html lang='fr'><body><article><h1>Port to grow</h1>{body}</article></body></html>".encode())
    assert (article.language, article.found_in["language"]) == ("en", "the words of the text")


def test_a_text_in_another_language_comes_with_a_warning() -> None:
    article = from_text(TEXTS["de"])
    assert article.language == "de"
    assert any("German" in warning for warning in article.warnings)
    assert not from_text(TEXTS["en"]).warnings


def test_the_agency_of_the_dateline_is_the_outlet_where_no_other_is_known() -> None:
    article = from_text(f"Port grows\n\nLONDON (Reuters) - {TEXTS['en']}\n\n{TEXTS['en']}")
    assert (article.outlet, article.found_in["outlet"]) == ("Reuters", "the dateline")
