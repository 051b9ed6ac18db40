"""Write resources/words/currencies.tsv from babel's CLDR data: code, name, signs, words.

python tests/benchmarks/make_currencies.py

Kept here and not beside the table, because everything under resources/ is shipped and this is needed only when babel moves on.
CLDR knows no press forms ("US$", "HK$", "rouble", "quid"): they are listed below and merged in.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from babel import Locale, __version__
from babel.core import get_global
from babel.numbers import get_currency_symbol, get_territory_currencies

TABLE = Path(__file__).parents[2] / "resources" / "words" / "currencies.tsv"
# Names as the press has them, where CLDR's differ.
NAMES = {
    "USD": "dollar",
    "GBP": "pound sterling",
    "ILS": "shekel",
    "SGD": "singaporean dollar",
    "KGS": "kyrgyz som",
    "TWD": "taiwan dollar",
}
# Signs as printed in newspapers; the first currency named owns a shared sign.
SIGNS = {
    "USD": "$,US$,$US,U.S.$,U.S. $,USD$",
    "AUD": "A$,AU$,$A,AUD$",
    "CAD": "C$,CA$,Can$,CDN$,CAD$",
    "NZD": "NZ$,$NZ,NZD$",
    "HKD": "HK$,HKD$",
    "SGD": "S$,SG$,SGD$",
    "TWD": "NT$",
    "MXN": "MX$,Mex$,MXN$",
    "BRL": "R$",
    "GBP": "£",
    "EUR": "€",
    "JPY": "¥,JP¥",
    "CNY": "CN¥,RMB,元",
    "INR": "₹,Rs.,Rs,₨",
    "MYR": "RM",
    "KZT": "₸",
    "RUB": "₽",
    "TRY": "₺",
    "AZN": "₼",
    "UAH": "₴",
    "GEL": "₾",
    "AMD": "֏",
    "ILS": "₪,NIS",
    "KRW": "₩",
    "VND": "₫",
    "NGN": "₦",
    "PHP": "₱",
    "THB": "฿",
    "CRC": "₡",
    "PYG": "₲",
    "GHS": "₵",
    "MNT": "₮",
    "LAK": "₭",
    "KHR": "៛",
    "BDT": "৳",
    "LKR": "ரூ",
    "BTC": "₿",
    "CHF": "SFr.,SFr",
    "PLN": "zł",
    "SAR": "SR",
    "ZAR": "R",
}
# Words beside CLDR's full names. A bare noun shared by several currencies ("francs", "pesos", "dinars") is left
# without a code in the last rows: the number is money, but which is for the reader to say.
WORDS = {
    "USD": "dollar,dollars,us dollar,us dollars,u.s. dollar,u.s. dollars,american dollars,bucks,greenbacks",
    "GBP": "pounds sterling,pound sterling,british pounds,sterling,quid",
    "EUR": "euro,euros",
    "JPY": "yen",
    "CNY": "yuan,renminbi,rmb,kuai",
    "RUB": "ruble,rubles,rouble,roubles,russian rouble,russian roubles",
    "KZT": "tenge,kazakh tenge",
    "UZS": "soum,soums,uzbek sum,uzbek soums",
    "KGS": "kyrgyz som,kyrgyz soms",
    "TJS": "somoni",
    "TMT": "turkmen manat",
    "AZN": "azerbaijani manat,azeri manat,manat,manats",
    "AMD": "dram,drams",
    "GEL": "lari,laris",
    "UAH": "hryvnia,hryvnias,hryvnya",
    "TRY": "lira,liras,turkish liras",
    "INR": "rupee,rupees,indian rupees",
    "ILS": "shekel,shekels",
    "MYR": "ringgit,ringgits",
    "KRW": "won,korean won",
    "ZAR": "rand,rands",
    "BRL": "reais,brazilian reais",
    "SEK": "swedish crowns,swedish kronor,kronor",
    "DKK": "danish crowns,danish kroner",
    "NOK": "norwegian crowns,norwegian kroner",
    "PLN": "zloty,zlotys,zloties",
    "HUF": "forint,forints",
    "THB": "baht",
    "VND": "dong",
    "IDR": "rupiah,rupiahs",
    "NGN": "naira,nairas",
    "BDT": "taka",
    "AED": "dirham,dirhams",
    "BTC": "bitcoin,bitcoins",
    "HRK": "kuna,kunas",
    "CZK": "kč",
    "RON": "lei",
    "SGD": "singapore dollars",
}
SHARED = (
    "franc,francs|peso,pesos|peseta,pesetas|dinar,dinars|rial,rials|riyal,riyals|krone,kroner,kr|crown,crowns|guilder,guilders"
    "|satoshi,satoshis|shilling,shillings,/-|sen|cent,cents,¢,us cents,u.s. cents,u.s. cent|penny,pence,pennies,p"
    "|kopeck,kopecks,copecks|tiyn,tiyns"
)
# Codes that are English words or names when printed in front of a number.
NOT_IN_FRONT = frozenset(
    [
        "ALL",
        "AMD",
        "ANG",
        "BAM",
        "BOB",
        "COP",
        "CUP",
        "DOP",
        "FIM",
        "GEL",
        "LAK",
        "MAD",
        "MOP",
        "NAD",
        "PEN",
        "ROL",
        "RON",
        "SOS",
        "TOP",
        "TRY",
        "MRO",
        "STD",
        "SIT",
        "SLL",
        "SDG",
        "AWG",
        "CDF",
        "SHP",
    ]
)


def main() -> None:
    """Write the table."""
    english = Locale.parse("en")
    # Only what is legal tender somewhere now: codes of the past ("MVP", "SDP", "BAD") are other things in today's texts.
    current = sorted({code for land in get_global("territory_currencies") for code in get_territory_currencies(land)})
    # The kuna went only in 2023, and bitcoins are no country's.
    current += ["BTC", "HRK"]
    signs = {code: [s for s in SIGNS.get(code, "").split(",") if s] for code in current}
    owned = {sign for listed in signs.values() for sign in listed}
    lines = [
        f"# Currencies of the Unicode CLDR (babel {__version__}) with the press's signs and words; made by make_currencies.py.",
        "# Columns: ISO 4217 code, name, signs, words, and 'after' where the code in front of a number is an English word.",
    ]
    nouns = Counter(english.currencies.get(code, "bitcoin").lower().split()[-1] for code in current)
    for code in current:
        name = NAMES.get(code, english.currencies.get(code, "Bitcoin").lower())
        symbol = get_currency_symbol(code, "en")
        if symbol != code and symbol not in owned:
            signs[code].append(symbol)
        full = english.currencies.get(code, "Bitcoin").lower()
        words = dict.fromkeys([full, plural(full), *filter(None, WORDS.get(code, "").split(","))])
        if nouns[full.split()[-1]] == 1 and len(full.split()[-1]) > 3:
            words |= dict.fromkeys([full.split()[-1], plural(full.split()[-1])])
        lines.append("\t".join((code, name, ",".join(signs[code]), ",".join(words), "after" if code in NOT_IN_FRONT else "-")))
    lines += ["\t".join(("-", group.split(",")[0], "-", group, "-")) for group in SHARED.split("|")]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def plural(name: str) -> str:
    """The plural of a currency's name, regular ones only; the others stand in WORDS."""
    return name if name.endswith(("s", "yen", "yuan", "won", "baht")) else name + "s"


if __name__ == "__main__":
    main()
