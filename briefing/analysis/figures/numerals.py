"""Numbers in digits, with separators, fractions, scale words and currency signs; exact places, nothing rewritten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.analysis.figures.currencies import SIGN
from briefing.analysis.figures.draft import Numeral, Style
from briefing.assets import rows

VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875, "⅕": 0.2}
# The order matters: the longest way of grouping that fits is the right one.
DIGITS = (
    r"(?P<indian>\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?)(?![\d,]*\d)"  # 12,34,567.89
    r"|(?P<comma>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?)"  # 816,000 · 1,050.5
    r"|(?P<gap>\d{1,3}(?:, ?\d{3})+(?!\d)(?= [a-z]|\Z))"  # 10, 000 monkeys, as tokenised texts have it
    r"|(?P<space>\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)?)"  # 816 000 · 12 345,6
    r"|(?P<dots>\d{1,3}(?:\.\d{3}){2,}(?!\d)(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d\d(?!\d))"  # 1.234.567 · 1.234,50
    r"|(?P<decimal>\d{1,4},\d{1,2}(?!\d)(?=\s?(?:%|(?:percent|per cent|million|billion|trillion|mln|bln|bn|mn|km|kg"
    r"|tons?|tonnes)\b)))"
    r"|(?P<plain>\d+(?:\.\d+)?|(?<![\d\w])\.\d+)"  # 1709 · 2.5 · .5
)
SCALES = r"hundred|thousand|million|billion|trillion|lakh|crore|mn|mln|mil|mio|bn|bln|mrd|mld|tn|trn|dozen"
# "US$1,271.2", "-3.5", "7 3/4", "$12bn", "816,000 million"
NUMBER = re.compile(
    rf"(?:(?P<sign>{SIGN})\s?)?(?P<minus>(?<![\w)%.])[-−–](?=[\d.])|(?<!plus or )(?:minus|negative)[ -])?(?:{DIGITS})"
    rf"(?:(?P<vulgar>[½¼¾⅓⅔⅛⅜⅝⅞⅕])|(?P<over>[ -]\d{{1,2}}[/⁄]\d{{1,2}}(?![\d/⁄])|[/⁄]\d{{1,3}}(?![\d/⁄])))?"
    rf"(?:(?P<short>(?:bln|mln|trn|bn|tn|mn|mil|mio|mrd|mld|(?-i:MM)|[kmb]|(?-i:T))(?![a-z])|\s?(?-i:[kMB])(?=(?:USD|EUR|GBP|KZT|RUB|CHF|SEK|NOK|DKK)\b)))?"
    rf"(?P<scales>(?:(?:million|billion|trillion|thousand|hundred|lakh|crore)\b)?(?:[\s-](?:{SCALES})\b)*)",
    re.IGNORECASE,
)
# Millions were counted before: "60.1m phones, ahead of Apple's 50.1m".
MILLIONS = re.compile(
    r"[£$€]\d[\d.,]*m\b|\b\d[\d.,]*m\s(?!tall|long|high|wide|deep|away|above|below|from|under|race|sprint|into|down|across|off)[a-z]{3,}s\b"
)
DIGIT = re.compile(r"\d")
BEFORE_DIGITS = 20  # "negative", a currency sign and spaces at most
ALONE = re.compile(rf"(?P<fraction>[{''.join(VULGAR)}])(?P<scales>(?:[\s-](?:{SCALES})\b)*)")
# "5m tall", "a 100m race": metres; "12.3m tonnes", "4m people": millions.
METRES = re.compile(
    r"m(?:\s(?:tall|long|high|wide|deep|away|above|below|from|under|race|sprint|freestyle|hurdles|final|butterfly|relay|dash|swim|"
    r"backstroke|radius|distance|north|south|east|west|by|x|and|to|in)\b|[.,;:)]|\s?$|-)"
)


@cache
def scale_values() -> dict[str, float]:
    """Scale words and suffixes and what they multiply by."""
    return {word: float(value) for word, value, kind in rows("number-words") if kind in ("scale", "short", "letter")}


def digit_numerals(text: str) -> Iterator[Numeral]:
    """Every number written in digits, in order."""
    for match in numbers_in(text):
        if not stands_free(text, match):
            continue
        start = match.start("minus") if match["minus"] else first_digit(match)
        end, value = valued(text, match)
        sign = match["sign"] or ""
        yield Numeral(start, end, value, Style.DIGITS, sign=sign.strip(), sign_start=match.start("sign"))
    for match in ALONE.finditer(text) if not text.isascii() else ():
        if match.start() == 0 or not (text[match.start() - 1].isalnum()):
            yield Numeral(match.start(), match.end(), VULGAR[match["fraction"]] * scaled(match["scales"]), Style.FRACTION)


def numbers_in(text: str) -> Iterator[re.Match[str]]:
    """The matches of NUMBER, looked for only around digits: every match holds one, and few characters stand before it."""
    at = 0
    while (digit := DIGIT.search(text, at)) is not None:
        match = NUMBER.search(text, max(at, digit.start() - BEFORE_DIGITS))
        if match is None:
            return
        yield match
        at = match.end()


def first_digit(match: re.Match[str]) -> int:
    """Where the digits of a match begin."""
    return min(match.start(name) for name in ("indian", "comma", "gap", "space", "dots", "decimal", "plain") if match[name])


def stands_free(text: str, match: re.Match[str]) -> bool:
    """Whether the digits are a number of their own: no part of a word, a code, an address or an ordinal."""
    start, end = first_digit(match), match.end()
    if not match["sign"] and not match["minus"] and start and not opens_here(text, start):
        return False
    if re.match(r"(?:st|nd|rd|th)\b|\s?(?![kc]?m[23]\b)[A-Za-z]{1,2}-?\d|:\d|_|\.\d", text[end : end + 5]):
        return False
    return not text[end : end + 1].isdigit()


def opens_here(text: str, start: int) -> bool:
    """Whether a number may begin after the character before it: never inside "G20", "STS-1", "#2", "3.5.1" or a web address."""
    before = text[start - 1]
    if before.isalpha() or before.isdigit() or before in "_#@/&=\\":
        return False
    word = re.search(r"([A-Za-z]\w*)-$", text[max(0, start - 12) : start])
    if before == "-" and word:
        return word[1].lower() in {"minus", "sub", "plus", "over", "under", "and", "of", "to", "a", "some", "than"}
    return not (before in ".,:" and start > 1 and text[start - 2].isalnum() and not (before == "," and text[start - 2].isalpha()))


def valued(text: str, match: re.Match[str]) -> tuple[int, float]:
    """Where the number ends, its scale in it, and what it is worth."""
    value = digits_value(match)
    if match["vulgar"]:
        value += VULGAR[match["vulgar"]]
    if match["over"]:
        value = with_fraction(value, match["over"], decimals(match["plain"] or match["comma"] or ""))
    end, short = match.end(), (match["short"] or "").strip().lower()
    if short and lone_letter(text, match):
        return match.start("short"), value
    if short:
        value *= scale_values()[short]
    if match["scales"]:
        value *= scaled(match["scales"])
    return end, -value if match["minus"] else value


def digits_value(match: re.Match[str]) -> float:
    """The value of the digits alone, by the way they are grouped."""
    for name in ("indian", "comma", "gap", "plain"):
        if match[name]:
            return float(re.sub(r"[, ]", "", match[name]))
    european = match["space"] or match["dots"] or match["decimal"]
    if match["space"]:
        return float(european.replace(" ", "").replace(",", "."))
    return float(european.replace(".", "").replace(",", "."))


def decimals(printed: str) -> int:
    """How many digits stand behind the point."""
    return len(printed.partition(".")[2])


def with_fraction(value: float, printed: str, places: int = 0) -> float:
    """«7 3/4» is 7.75, «1/4» is 0.25; behind decimals the fraction is one of the last place: «$5.61-3/4» is $5.6175."""
    top, bottom = re.split(r"[/⁄]", printed.strip(" -")) if printed[0] in " -" else ("", printed[1:])
    if float(bottom) == 0:
        return value
    return value + float(top) / float(bottom) / 10**places if top else value / float(bottom)


def lone_letter(text: str, match: re.Match[str]) -> bool:
    """Whether the letter after the digits is no scale: metres, or a capital letter of a name ("4K", "16B")."""
    short, at = match["short"], match.start("short")
    if short == "T":
        return not match["sign"]
    if short == "m" and not match["sign"]:
        return METRES.match(text, at) is not None and MILLIONS.search(text, 0, at) is None
    if short in ("b", "K", "B", "k") and not match["sign"]:
        return short in ("b", "B", "K") and not re.match(r".\s[a-z]+|.-\d", text[at : at + 8])
    return False


def scaled(words: str) -> float:
    """What a run of scale words multiplies by: " hundred million"."""
    product = 1.0
    for word in re.split(r"[\s-]+", words.strip(" -").lower()) if words else ():
        product *= scale_values().get(word, 1.0)
    return product
