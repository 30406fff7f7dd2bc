"""What a text gives away about its writer that can be counted."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from contributions.deidentify.crowd.workforce import workforce
from contributions.deidentify.finding import Finding
from contributions.deidentify.numbers import find_number, value_of
from contributions.deidentify.quasi.gazetteer import by_name

Grade = Literal["officer", "services_officer", "senior_officer", "trainee", "court"]
Place = Literal["unit", "area", "region"]


@dataclass(frozen=True, slots=True)
class Writer:
    """Hold what the text says of its writer; None where it says nothing.

    `post` is how many hold a rare post in the country. `years` are years of service, `roughly`
    tells that only a span of five is known. `left` and `joined` tell whether a year or a month
    is given for it.
    """

    grade: Grade | None = None
    post: int | None = None
    place: Place | None = None
    sex: Literal["woman", "man"] | None = None
    years: int | None = None
    roughly: bool = False
    left: Literal["year", "month"] | None = None
    joined_in_month: bool = False
    elsewhere: bool = False  # Not on the staff of probation, so that no figure applies.


_SELF = (
    r"(?:\bI(?:'m| am|'ve been| have been| was| work as| worked as)|\bi?m|\bive been|\bas|^"
    r"|[.!?,(] )"
    r"\s?(?:(?:a|an|the|now|still|currently|only|just|also|another|fellow|new|old|qualified"
    r"|experienced|retired|former|full-time|part-time|female|male|black|asian|humble)\s){0,4}"
)
_GRADES: tuple[tuple[Grade, str], ...] = (
    ("senior_officer", r"spo|senior probation officer|senior po|team manager|band (?:5|five)"),
    ("trainee", r"pqip(?: learner)?|trainee(?: probation officer| po)?|tpo|pquip"),
    ("court", r"court (?:duty )?officer|cdo"),
    ("services_officer", r"pso|probation services? officer|band (?:3|three)"),
    ("officer", r"po|probation officer|nqo|newly qualified officer|band (?:4|four)"),
)
_GRADE_SAID = [
    (grade, re.compile(rf"{_SELF}(?P<said>{names})\b(?! box)", re.I | re.M))
    for grade, names in _GRADES
]
_GRADE_NAMED = [(grade, re.compile(rf"\b(?:{names})\b", re.I)) for grade, names in _GRADES]
_WOMAN = r"woman|women|female|mum|mother|wife|lesbian|hijabi|girl|grandmother|widow"
_MAN = r"man|bloke|male|dad|father|husband|lad|grandfather|widower|chap"
_TRAIT = (
    r"\b(?:I'm|I am|im|as|the only|speaking as)(?: (?:a|an|the|one|of|only))*(?: [\w\-]+){0,3}?"
)
_SEXES: tuple[tuple[Literal["woman", "man"], re.Pattern[str]], ...] = (
    ("woman", re.compile(rf"{_TRAIT} (?:{_WOMAN})\b", re.I)),
    ("man", re.compile(rf"{_TRAIT} (?:{_MAN})\b", re.I)),
)
_ELSEWHERE = re.compile(
    r"\b(?:I'm|I am|im|as) (?:a |an |only a |just a )?(?:[\w\-]+ ){0,2}(?:nurse|teacher|paramedic"
    r"|police officer|copper|detective|social worker|prison officer|midwife|magistrate|solicitor"
    r"|barrister|on (?:licence|probation|tag)|ex-offender|prisoner|service user)\b"
    r"|\bmy (?:own )?(?:probation officer|offender manager|licence|po)\b"
    r"|\bmy (?:son|daughter|brother|grandson|nephew)(?:'s| is| was)? (?:on probation|on licence)\b",
    re.I,
)
_REGIONAL = re.compile(r"\b(?:region\w*|rpd|aed|area|hoo|hopp|hoi|chief|aco|dco|cpo)\b", re.I)
_ONLY = re.compile(r"\b(?:only|sole|lone|last)\b", re.I)
_YEAR = re.compile(r"\b(?:19[5-9]\d|20[0-4]\d)\b")
_MONTH = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\b", re.I
)
_LEFT = re.compile(r"\b(?:left|leave|leaving|resign\w*|retire\w*|notice|last day|quit)\b", re.I)
_JOINED = re.compile(r"\b(?:join\w*|start\w*|began|cohort|intake|qualif\w*|trained)\b", re.I)
_ROUTE = {"cqsw": 32, "dipsw": 28, "dipps": 20, "pqf": 11, "pqip": 4}
_REACH = 50
_LONGEST_NAME = 6
_NARROWEST_FIRST: tuple[Place, ...] = ("unit", "area", "region")


def writer(text: str, findings: Iterable[Finding], as_written: bool = False) -> Writer:
    """Read off a text and its findings what they tell about the writer.

    Where a finding is replaced, its replacement counts in place of the words, unless the text
    is to be taken `as_written`. Workplaces and years are taken for the writer's own.
    """
    told = Writer(
        grade=_grade(text),
        sex=next((sex for sex, said in _SEXES if said.search(text)), None),
        elsewhere=_ELSEWHERE.search(text) is not None,
    )
    for finding in findings:
        hidden = finding.replaced and not as_written
        words = finding.replacement if hidden else text[finding.start : finding.end]
        before = text[max(0, finding.start - _REACH) : finding.start]
        if finding.category in ("WORKPLACE", "PLACE"):
            told = replace(told, place=_narrower(told.place, _place(words, hidden)))
        elif finding.category == "ROLE_PLACE" and not hidden:
            told = _with_post(told, words.replace(",", " "))
        elif finding.category in ("YEARS_SERVICE", "DATE_QUALIFIED"):
            told = _with_years(told, words, before, hidden)
        elif finding.category == "DATE" and not hidden:
            told = _with_date(told, words, before)
    return told


def _grade(text: str) -> Grade | None:
    """Return the grade that the writer claims first, the higher one where two begin together."""
    claims = ((said.search(text), grade) for grade, said in _GRADE_SAID)
    first = min(
        ((match.start("said"), grade) for match, grade in claims if match),
        key=lambda claim: claim[0],
        default=None,
    )
    return first[1] if first else None


def _place(words: str, hidden: bool) -> Place | None:
    kind = _kind(words.lower().replace(",", "").split())
    if kind == "region" or words.lower().endswith("wales"):
        return "region"
    if hidden:
        return None
    return "area" if kind in ("county", "former") else "unit"


def _kind(words: Sequence[str]) -> str:
    """Return the kind of the first place that some words name, or ""."""
    for start in range(len(words)):
        name = " ".join(words[start : start + _LONGEST_NAME])
        while name:
            entry = by_name().get(name)
            if entry is not None:
                return entry.kind
            name = name.rpartition(" ")[0]
    return ""


def _narrower(one: Place | None, other: Place | None) -> Place | None:
    if one is None or other is None:
        return one or other
    return min(one, other, key=_NARROWEST_FIRST.index)


def _with_post(told: Writer, words: str) -> Writer:
    figures = workforce()
    if _kind(words.lower().split()):
        told = replace(told, place=_narrower(told.place, _place(words, False)))
    grade = next((grade for grade, named in _GRADE_NAMED if named.search(words)), None)
    if _ONLY.search(words):
        return replace(told, post=1)
    if grade is not None:
        return replace(told, grade=told.grade or grade)
    held = figures.regions if _REGIONAL.search(words) else figures.units
    return replace(told, post=min(held, told.post or held))


def _with_years(told: Writer, words: str, before: str, hidden: bool) -> Writer:
    year = _YEAR.search(words)
    if year and (_LEFT.search(before) or _LEFT.search(words)):
        return _with_date(told, words, before)
    number = find_number(words)
    route = next((years for route, years in _ROUTE.items() if route in words.lower()), None)
    if year:
        years = max(0, workforce().year - int(year.group()))
        return replace(told, years=years, joined_in_month=_MONTH.search(words) is not None)
    if number is not None:
        value = value_of(number.group()) * (10 if "decade" in words.lower() else 1)
        value = value if re.search(r"y(?:ea)?rs?\b|decade", words, re.I) else value // 12
        return replace(told, years=value, roughly=hidden or words.lower().startswith("over "))
    if route is not None:
        return replace(told, years=route, roughly=True)
    return told


def _with_date(told: Writer, words: str, before: str) -> Writer:
    if _LEFT.search(before) or _LEFT.search(words):
        return replace(told, left="month" if _MONTH.search(words) else "year")
    if _JOINED.search(before) or _JOINED.search(words):
        return replace(told, joined_in_month=True)
    return told
