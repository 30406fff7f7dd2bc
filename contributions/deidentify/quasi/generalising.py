"""What to say instead: one table of generalisations, for contributor and editor alike."""

import re
from collections.abc import Callable

from contributions.deidentify.categories import CATEGORIES
from contributions.deidentify.numbers import find_number, value_of
from contributions.deidentify.quasi.gazetteer import by_name
from contributions.deidentify.quasi.subjects import VERB

_SEASONS = {
    "spring": "mar apr may",
    "summer": "jun jul aug",
    "autumn": "sep oct nov",
    "winter": "dec jan feb",
}
_SEASON_OF = {month: season for season, months in _SEASONS.items() for month in months.split()}
_MONTHS = [*list(_SEASON_OF)[10:], *list(_SEASON_OF)[:10]]  # From January on.
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})(?:[a-z]{{1,6}})?\b", re.I)
_DAY_AND_MONTH = re.compile(r"\b(?:\d{4}-(\d\d)-\d\d|\d{1,2}[/.\-](\d{1,2}))")
_FEAST_SEASON = (
    ("winter", re.compile(r"christmas|boxing|new year|burns|valentine|twelfth night", re.I)),
    ("spring", re.compile(r"easter|good friday|maundy|shrove|palm|mother|may day|whit", re.I)),
    ("autumn", re.compile(r"hallowe|bonfire|remembrance|armistice|diwali", re.I)),
)  # fmt: skip
_LEAD = re.compile(r"^(since|by|from|until|till|before|after)\b", re.I)

_HOUR = re.compile(
    r"\b(\d{1,2})(?=[.:]\d|\s?[ap]m|\s?o'?clock|$)"
    r"|\b(\w+)(?= o'?clock| in the|$)",
    re.I,
)
_HOURS = [
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
]

_TO_COME = re.compile(r"\b(?:to go|to do|left|off|until|till|retire|pension|come)\b", re.I)
_PRISON = re.compile(r"\b(?:hmp|hmyoi|yoi|prison|gaol|jail|nick|wing|landing|omu)\b", re.I)
_COURT = re.compile(r"\b(?:courts?|mags|magistrates'?|crown|cells|bench|justice centre)\b", re.I)
_HOSTEL = re.compile(r"\b(?:ap|hostel|approved premises)\b", re.I)
_TEAM = re.compile(r"\bteam$", re.I)

_PRONOUN = re.compile(r"\b(i|i'm|i was|my|me|he|he's|his|him|she|she's|her)\b", re.I)
_THEIRS = {
    **dict.fromkeys(("i", "i'm", "i was", "my", "me"), "my"),
    **dict.fromkeys(("he", "he's", "his", "him"), "his"),
    **dict.fromkeys(("she", "she's", "her"), "her"),
}
_DECADES = {2: "twenties", 3: "thirties", 4: "forties", 5: "fifties", 6: "sixties",
            7: "seventies", 8: "eighties", 9: "nineties"}  # fmt: skip


def generalised(category: str, words: str, before: str = "") -> str:
    """Return what may stand in for some words of a category, so that they say less.

    `before` is the text in front of them, which tells "in my fifties" from "in her fifties". The
    result is a phrase ("over 20 years", "in the spring"), or the category's token in square
    brackets where no phrase would do; "" says that there is nothing to propose.
    """
    phrase = _PHRASES.get(category)
    return (phrase(words, before) if phrase else "") or CATEGORIES[category].token


def _years(words: str, before: str) -> str:
    number = find_number(words)
    if re.search(r"\b(?:trust|crc|probation (?:area|board|service))\b", words, re.I):
        return "[former employer]"
    if number is None or re.search(r"\b(?:19|20)\d\d|'\d\d", words):
        return "for some years" if words.lower().startswith("since") else ""
    unit = "years" if re.search(r"\by(?:ea)?rs?\b|decade", words, re.I) else "months"
    value = value_of(number.group()) * (10 if "decade" in words.lower() else 1)
    if _TO_COME.search(words) or re.search(r"weeks?|wks?|months?|mths?", words, re.I):
        return "some months"
    if re.match(r"(?:well )?over|more than", words, re.I) and value % 5 == 0:
        return "many years"
    if value >= 10:
        return f"over {(value - 1) // 5 * 5 if value % 5 == 0 else value // 5 * 5} {unit}"
    return "several years" if value > 2 else "a few years"


def _date(words: str, before: str) -> str:
    lead = _LEAD.match(words)
    since = f"{lead.group(1).lower()} " if lead else "in "
    season = next((name for name, feast in _FEAST_SEASON if feast.search(words)), None)
    month = _MONTH.search(words)
    figures = _DAY_AND_MONTH.search(words)
    if month:
        season = _SEASON_OF[month.group(1).lower()]
    elif figures:
        number = int(figures.group(1) or figures.group(2))
        season = _SEASON_OF[_MONTHS[number - 1]] if 0 < number <= len(_MONTHS) else None
    return (
        f"{since}the {season}" if season else f"{lead.group(1).lower()} then" if lead else "one day"
    )


def _time(words: str, before: str) -> str:
    lower = words.lower()
    if "midnight" in lower or "night" in lower:
        return "one night"
    for part in ("morning", "afternoon", "evening"):
        if part in lower:
            return f"one {part}"
    found = _HOUR.findall(lower)
    spoken = [word for word in re.findall(r"[a-z]+", lower) if word in _HOURS]
    figures = [int(figure) for figure, _ in found if figure]
    hour = figures[-1] if figures else _HOURS.index(spoken[-1]) + 1 if spoken else 0
    if (
        "pm" in lower.replace(".", "")
        and hour < 12
        or "am" not in lower.replace(".", "")
        and 0 < hour < 7
    ):
        hour += 12
    if not hour:
        return "one day"
    return "one evening" if hour >= 18 else "one afternoon" if hour >= 12 else "one morning"


def _count(words: str, before: str) -> str:
    number = find_number(words)
    if number is None:
        return ""
    value = value_of(number.group())
    rest = words[number.end() :].strip()
    if re.match(r"%|per ?cent", rest):
        return "well over 100 per cent" if value > 100 else "nearly all my capacity"
    told = f"over {value // 10 * 10 if value % 10 else value - 10}" if value > 10 else "several"
    noun = re.match(r"(?:of (?:us|them)|[a-z]+)\b", rest)
    return f"{told} {noun.group()}" if noun and "load" not in words.lower() else told


def _age(words: str, before: str) -> str:
    number = find_number(words)
    if number is None:
        return re.sub(r"\b(?:late|early|mid)[ -]", "", words)
    value = value_of(number.group())
    if value < 13:
        return "[young child]"
    if value < 20:
        return "in the teens"
    said = _PRONOUN.findall(before[-60:])
    whose = _THEIRS[said[-1].lower()] if said else "their"
    return f"in {whose} {_DECADES[min(9, value // 10)]}"


def _workplace(words: str, before: str) -> str:
    kind = _kind(words)
    if _PRISON.search(words) or kind == "prison":
        return "[prison]"
    if _HOSTEL.search(words) or kind == "premises":
        return "[approved premises]"
    if _COURT.search(words):
        return "[court]"
    region = _region(words)
    if region:
        return f"{'a team' if _TEAM.search(words) else 'an office'} in {region}"
    return "[team]" if _TEAM.search(words) else ""


def _place(words: str, before: str) -> str:
    return _region(words)


def _training(words: str, before: str) -> str:
    verb = re.match(r"(?:qualified|trained|graduated)\b", words, re.I)
    return f"{verb.group()} some years ago" if verb else ""


def _post(words: str, before: str) -> str:
    if re.match(r"(?:the|our|its|their) (?:only|last|sole|lone|first|one)\b|one of\b", words, re.I):
        return "one of a few"
    if re.search(
        r"\b(?:head|director|chief|aco|cpo|dco|manager|governor|deputy|senior|spo)\b", words, re.I
    ):
        return "a manager"
    return "a specialist role"


_AFTER_BE = re.compile(
    r"\b(?:(?:was|were|is|are|am|been|being|got|gets)|(?:I|he|she|we|they|who)'(?:m|s|re))"
    r"(?: (?:then|also|both|never|once|nearly|all|even|just|finally|now|still|only))? $",
    re.I,
)
_AFTER_SUBJECT = re.compile(
    r"\b(?:I|we|he|she|they|who|someone|somebody|of (?:us|them|mine)|(?:my|our|the|a)"
    r" [\w\-]+)(?:'(?:d|ve|s))?"
    r"(?: (?:had|has|have|then|also|both|later|never|even|just|finally|eventually|once))* $",
    re.I,
)


def _event(words: str, before: str) -> str:
    if _AFTER_BE.search(before[-40:]):
        return "[caught up in something]"
    if VERB.match(words) and _AFTER_SUBJECT.search(before[-40:]):
        return "[did something]"
    return ""


def _condition(words: str, before: str) -> str:
    if _AFTER_BE.search(before[-40:]):
        return "[in a difficult time]"
    if re.match(
        r"(?:my|his|her|our) \w+(?: \w+)? (?:died|passed|left|is|was|has|had)\b", words, re.I
    ):
        return "[something happened in the family]"
    return ""


def _find(words: str) -> tuple[str, str]:
    """Return the kind and the region of the longest known name among the words."""
    row = re.findall(r"[\w'\-]+", words.lower())[:12]
    for length in range(min(5, len(row)), 0, -1):
        for start in range(len(row) - length + 1):
            entry = by_name().get(" ".join(row[start : start + length]))
            if entry is not None:
                return entry.kind, entry.region
    return "", ""


def _kind(words: str) -> str:
    return _find(words)[0]


def _region(words: str) -> str:
    region = _find(words)[1]
    return _SAID.get(region, f"the {region}" if region else "")


_SAID = {
    **{name: name for name in ("London", "Wales", "Greater Manchester")},
    "Yorkshire and the Humber": "Yorkshire",
    "Kent, Surrey and Sussex": "the South East",
    "South Central": "the south of England",
}

_PHRASES: dict[str, Callable[[str, str], str]] = {
    "YEARS_SERVICE": _years,
    "DATE_QUALIFIED": _training,
    "DATE": _date,
    "TIME": _time,
    "CASELOAD": _count,
    "AGE": _age,
    "WORKPLACE": _workplace,
    "PLACE": _place,
    "ROLE_PLACE": _post,
    "EVENT": _event,
    "HEALTH_FAMILY": _condition,
}
