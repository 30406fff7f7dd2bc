"""Numbers known by what the text calls them: "case no. 4471", "my badge is 7741"."""

import re
from collections.abc import Iterator

from contributions.deidentify.normalise import unbroken
from contributions.deidentify.spans import Span

# Of a person on probation, a prisoner, a victim or their case.
_CASE = (
    r"crn|n?delius|noms|nomis|pnc|cro|asn|urn|cad|acct|oasys|visor|libra|dossier|passport|visa"
    r"|mg5|sfo"
    r"|prison(?:er)?|inmate|offender|client|case|book|booking|tag|order|licence|custody|docket"
    r"|indictment|court|file|tribunal|complaint|hearing|appeal|claim|incident|crime|log|exhibit"
    r"|warrant"
    r"|enforcement|breach|referral|assessment|report|mappa|marac|safeguarding|visit|asylum"
    r"|home office"
    r"|laa|legal aid|policy|insurance|drr|uwp|cps|police|sir|security|ombudsman|parole(?: board)?|t"
    r"|driving licence|licence holder|supervision|parole dossier|tenancy|housing|benefit|uc"
    r"|social work"
)
# Of a member of staff, or of what an employer keeps about one.
_STAFF = (
    r"staff|employee|personnel|person|payroll|pension|collar|warrant card|badge|shoulder|member"
    r"|membership|registration|assignment|position|worker|officer|id|lanyard|pass|card|smart ?card"
    r"|ticket|asset|tag|helpdesk|grievance|datix|hr|sop|sscl|esr|quantum|union|nmc|hcpc|swe|pin"
    r"|laptop"
    r"|device|supplier|vendor|contract|agency|umbrella|dbs|vetting|clearance|roll|expenses"
    r"|vacancy|job"
    r"|requisition|disciplinary|exam|student|candidate|social work england|occupational health"
    r"|referral"
    r"|justice|justice id|door pass|gate pass|locker|key|extension|door|entry|alarm|trn|nurse|clock"
)
_USER = (
    r"user ?name|user ?id|log-?in|log ?on|user|quantum|sign-?in"
    r"|log(?:ged|s|ging)? (?:in|on) (?:as|with)|sign(?:ed|s|ing)? in as"
)
_WORD_FOR_NUMBER = r"(?:no|nos|num|number|ref|reference|id|code|urn|card|case|claim|tag)"
_SAYING = (
    r"(?:(?:is|was|of|ending|ends|his|her|my|its|says|said|reads|read|on|called|as|under|with|in"
    r"|the|for"
    r"|no|num|number|ref|reference)\b|same on both)"
)
_CALLED = re.compile(
    rf"\b(?:(?P<user>{_USER})|(?P<case>{_CASE})|(?P<staff>{_STAFF}))s?"
    rf"(?P<sure>,? {_WORD_FOR_NUMBER}\b\.?)?(?: {_WORD_FOR_NUMBER}\b\.?)?[\s.:#=(,\"'\-]{{1,4}}"
    rf"(?:{_SAYING}[\s.:#(,\"'\-]{{1,3}}){{0,3}}"
    r"(?P<number>(?:(?-i:[A-Z]{1,5}) )?(?=[A-Za-z/\-.]{0,14}\d)[A-Za-z\d]{1,14}"
    r"(?:[\-/.][A-Za-z\d]{1,12}){0,4}(?: \d{2,6}){0,3}(?: (?-i:[B-HJ-Z])(?!\w))?)(?![\w%]|[.:,]\d)",
    re.I,
)
# "his old number, TF4471", "ref 87712", "number 1108 2274"
_BARE = re.compile(
    r"\b(?:no|number|num|ref|reference|id|code)\b[\s.:#=(,\"'\-]{1,4}(?:(?:is|was|of)\b\s){0,1}"
    r"(?P<number>(?=[A-Z/\-]{0,8}\d)[A-Z\d]{1,12}(?:[\-/][A-Z\d]{1,12}){0,4}(?: \d{2,6}){0,3})"
    r"(?![\w%]|[.:,]\d)",
    re.I,
)
# "PC 4471", as officers of the police are told apart
_SHOULDER = re.compile(
    r"(?<!\w)(?:PC|WPC|PS|DC|PCSO|Sgt|Constable) (?P<number>\d{3,5})(?![\w,.]\d|\w)"
)
# "bank nurse 77415": so many figures, no round sum, and nothing counted
_STRAY = re.compile(
    r"(?<!\bof )(?<!\bto )(?<!\bby )(?<!\bor )(?<!\bfrom )(?<!\bover )(?<!\bthan )(?<!\babout )"
    r"(?<!\bsome )(?<![\w+.,/£$€#:\-*])\d{5,7}(?<!00)(?=[\s]?[.;!?)\"']|,\s|$"
    r"|\s(?:and|is|was|on|in|at|if|but)\b)(?![.,:]\d)"
)
_STARRED = re.compile(r"(?<![\w*])\d{2}\*\d{4,8}[A-Za-z]?(?![\w*])")
_LOG_OF_DAY = re.compile(
    r"\b(?:log|cad|incident)(?: (?:no|number|ref))?[ :.]{1,2}"
    r"(?P<number>\d{1,5} of \d{1,2}/\d{1,2}/\d{2,4})(?!\w)",
    re.I,
)
_EVENT = re.compile(r"\bevent (?:no\.? ?|number |id )?\d{1,2}(?!\w|[.,:/]\d)", re.I)
_LONG = re.compile(r"(?<![\w+.,/£$\-])\d{8,14}(?![\w/]|[.,]\d)")
_YEAR_OR_DATE = re.compile(
    r"(?:[a-z]{1,5} )?(?:(?:19|20)\d{2}(?:[\-/](?:19|20)?\d{2})?"
    r"|\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4})",
    re.I,
)


def called_numbers(text: str) -> Iterator[Span]:
    """Find numbers that the text calls somebody's, and any number too long for a quantity."""
    text = unbroken(text)
    for match in _CALLED.finditer(text):
        least = 1 if match["user"] else 3 if match["sure"] else 4
        if _is_a_code(match["number"], least):
            category = "CASE_ID" if match["case"] else "STAFF_ID"
            yield Span(match.start("number"), match.end("number"), category)
    for match in _BARE.finditer(text):
        if _is_a_code(match["number"], 5):
            yield Span(match.start("number"), match.end("number"), "CASE_ID")
    for match in _LOG_OF_DAY.finditer(text):
        yield Span(match.start("number"), match.end("number"), "CASE_ID")
    for match in _SHOULDER.finditer(text):
        if not _YEAR_OR_DATE.fullmatch(match["number"]):
            yield Span(match.start("number"), match.end("number"), "STAFF_ID")
    for pattern in (_STRAY, _STARRED):
        for match in pattern.finditer(text):
            yield Span(match.start(), match.end(), "CASE_ID")
    for match in _EVENT.finditer(text):
        yield Span(match.start(), match.end(), "CASE_ID")
    for match in _LONG.finditer(text):
        yield Span(match.start(), match.end(), "CASE_ID")


def _is_a_code(number: str, least: int) -> bool:
    """Tell whether this is a code, not a year, a date or a plain quantity."""
    digits = sum(character.isdigit() for character in number)
    if _YEAR_OR_DATE.fullmatch(number) or digits < min(least, 3):
        return False
    lettered = any(c.isalpha() for c in number) or "/" in number or "-" in number
    return digits >= least or (lettered and digits >= 3)
