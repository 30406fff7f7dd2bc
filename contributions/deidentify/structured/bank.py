"""Bank details: sort codes, accounts, cards."""

import re
from collections.abc import Iterator

from contributions.deidentify.normalise import unbroken
from contributions.deidentify.spans import Span

_BANKS = r"(?:Halifax|Barclays|Lloyds|NatWest|HSBC|Santander|Monzo|Nationwide|TSB|Starling|RBS)"
_SORT_CODE = re.compile(
    rf"(?:\b(?:{_BANKS}|(?P<label>sort(?: ?code)?:?))"
    rf" )?(?<![\w/\-])(?P<code>\d{{2}}(?P<gap>[\-/ .])\d{{2}}(?P=gap)\d{{2}})(?![\w\-])"
    r"(?P<account>(?:[^\w\n]|acc(?:ount)?|a/c|no|number){0,20}?\b\d{8}\b)?",
    re.I,
)
_ACCOUNT = re.compile(
    r"\b(?:account|acc|a/c|acct)\b[^\d\n]{0,20}(?P<number>\d{8}|\d{4} \d{4})\b", re.I
)
# "09 dash 01 dash 88", "sort 40 \u2013 22 \u2013 61": said, or spaced out.
_SPACED_SORT_CODE = re.compile(
    r"(?<![\w/\-])(?P<number>\d{2}(?P<gap>,? (?:dash|hyphen|minus|stroke|[\-\u2013\u2014/.]),? )"
    r"\d{2}(?P=gap)\d{2})(?![\w\-])",
    re.I,
)
_BARE_SORT_CODE = re.compile(r"\bsort ?code\b[^\d\n]{0,12}(?P<number>\d{6})\b", re.I)
_BANK_CONTEXT = re.compile(r"\b(?:sort|bank|account|acc|a/c|paid|pay|remittance)\b", re.I)
_CARD = re.compile(r"(?<![\w\-])\d{4}([ \-]?)\d{4}\1\d{4}\1\d{4}(?![\w\-])")
_IBAN = re.compile(r"\bGB\d{2} ?[A-Z]{4} ?(?:\d{4} ?){3}\d{2}\b", re.I)
_ENDING = re.compile(
    r"\b(?:card|account|acc|acct)(?: no\.?| number)?,? (?:ending|ends)(?: in"
    r"| with)? (?P<number>\d{3,4})\b",
    re.I,
)
_PAIR = re.compile(r"(?<![\w\-/])\d{6}[ ,/]{1,3}\d{8}(?![\w\-])")


def bank_details(text: str) -> Iterator[Span]:
    """Find sort codes, account and card numbers."""
    text = unbroken(text)
    for match in _SORT_CODE.finditer(text):
        day, month, _ = (int(pair) for pair in re.findall(r"\d\d", match["code"]))
        like_a_date = 1 <= day <= 31 and 1 <= month <= 12
        if match["gap"] in "/." and not match["account"]:
            continue
        sure = match["gap"] == "-" and not like_a_date
        if (
            sure
            or match["account"]
            or _BANK_CONTEXT.search(text, max(0, match.start() - 40), match.start())
        ):
            # One stand-in for the pair reads better than a label and a stand-in.
            alone = match["label"] and not match["account"]
            yield Span(match.start("code") if alone else match.start(), match.end(), "BANK")
    for pattern in (_ACCOUNT, _BARE_SORT_CODE, _SPACED_SORT_CODE, _ENDING):
        for match in pattern.finditer(text):
            yield Span(match.start("number"), match.end("number"), "BANK")
    for pattern in (_CARD, _IBAN, _PAIR):
        for match in pattern.finditer(text):
            yield Span(match.start(), match.end(), "BANK")
