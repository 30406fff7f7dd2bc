"""Exact days, weeks and months of something that happened to a person."""

import re
from collections.abc import Iterator

from contributions.deidentify.quasi.scene import Scene
from contributions.deidentify.spans import Span

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?\b"
_WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
_ORDINAL = (
    r"(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
    r"|tenth|eleventh|twelfth|thirteenth"
    r"|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)"
)
_YEAR = r"(?:,? (?:19|20)\d{2}\b|,? '\d\d\b|(?= \d\d\b(?![:.]\d)) \d\d\b)"
_ENDS_IN_YEAR = re.compile(r"(?:19|20)\d\d$")
# What befell the whole service, on days that everyone knows.
_HISTORY = re.compile(
    r"\b(?:contracts? (?:was|were) (?:signed|torn up|ended|let)|(?:was|were) (?:abolished"
    r"|privatised|renationalised|nationalised|unified|reunified|outsourced|merged into"
    r"|created by)|royal assent"
    r"|they (?:split|stuck|abolished|brought|merged|privatised|sold|shut|closed|unified"
    r"|renationalised|created)|the (?:split|strike|act|service was|trusts were|crcs)"
    r"|was (?:abolished|created|founded|privatised|unified|passed|announced)|came into force"
    r"|took effect|strike)\b",
    re.I,
)
_LEAD = r"(?:(?:on|since|by|from|until|till|dated|of|before|after|in|at) )?"
_FEAST = (
    r"(?:christmas (?:eve|day)|boxing day|new year'?s? (?:eve|day)|good friday|easter (?:sunday"
    r"|monday|saturday|weekend|week|tuesday)|maundy thursday|(?:last )?shrove (?:tuesday|monday)"
    r"|pancake day|ash wednesday|palm sunday|whit(?:sun| monday| sunday)?|bonfire night"
    r"|hallowe'?en|valentine'?s(?: day)?|(?<!my )mother'?s day|mothering sunday|father'?s day"
    r"|remembrance (?:sunday|day)"
    r"|armistice day|may day|st (?:david|george|patrick|andrew)'?s day|eid(?: day)?|diwali"
    r"|(?:the )?(?:august |may |spring |summer )?bank holiday(?: monday| weekend)?|burns night"
    r"|twelfth night|a-level results day|results day|(?:the )?first day of (?:term|ramadan|lent)"
    r"|twixmas)"
)
_FULL = re.compile(
    rf"\b{_LEAD}(?:the )?(?:{_DAY},? (?:the )?)?(?:"
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}{_YEAR}?(?!\w)"
    rf"|{_ORDINAL} (?:day )?of {_MONTH}{_YEAR}?"
    rf"|{_MONTH} (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?\b(?![:.]\d|%| (?:years|cases|officers"
    rf"|people|staff))|{_ORDINAL}\b){_YEAR}?"
    r")",
    re.I,
)
_NUMERIC = re.compile(
    rf"(?<![\w/.\-£:])(?:{_DAY} )?(?:(?:0?[1-9]|[12]\d|3[01])(?P<sep>[/.\-])(?:0?[1-9]"
    rf"|1[0-2])(?P=sep)(?:(?:19|20)\d\d|\d\d)|(?:19|20)\d\d-(?:0[1-9]|1[0-2])-[0-3]\d)(?![\w/\-]"
    rf"|\.\d)"
)
_SHORT = re.compile(
    rf"\b(?P<lead>on|since|by|from|until|till|dated|interviewed|suspended|dismissed|meeting|w/c|wc"
    rf"|week commencing|w/e|{_DAY}),? (?P<date>(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]"
    rf"|1[0-2]))(?![\w/%]|\.\d)",
    re.I,
)
_THE_NTH = re.compile(
    rf"\b{_LEAD}(?:the|last|next|{_DAY}) (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)"
    rf"|{_ORDINAL})\b(?: of (?:the|that|last|this|next) month)?"
    rf"(?! ?(?:-|century|floor|time|birthday|anniversary|edition|of us|hour|amendment|grade|year"
    rf"|man|woman|person|attempt|visit|one|in a row|day|week|month|thing|place|to|[a-z]+ed\b|half"
    rf"|and (?:last|final)|lad|case|officer|manager|spo|po|minute|call|name|question|wave|report"
    rf"|part|round|cohort|meeting|world|black|sign|step|line|rule|job|few|of the|draft|office|team"
    rf"|move|class|rate|hand|aid|[a-z]+s\b))",
    re.I,
)
_FIRST_OF = re.compile(
    r"\b(?:on )?the (?:first|last|second|\d{1,2}(?:st|nd|rd|th)) (?:working day )?(?:of|in) (?:the"
    r"|that|this|last|next|every) (?:month|year|term)\b",
    re.I,
)
_RELATIVE = re.compile(
    rf"\b(?:on )?(?:the |a |that |my )?(?:(?:very |last |first |next |same |final |previous "
    rf"|following )?(?:working day|day|morning|afternoon|evening|night|week|weekend|fortnight"
    rf"|{_DAY}|eve)) (?:before|after|of|following|preceding|when) "
    rf"(?:the |my |his |her |our |their |a )?(?:(?:[\w'\-]+ ){{0,2}}(?:{_FEAST}|easter|christmas"
    rf"|new year|half[ -]term|bank holiday|inspection|graduation|funeral|wedding|strike|election"
    rf"|referendum|lockdown|birthday|hearing|panel|trial|interview|reunification|unification|split"
    rf"|merger|move|jubilee|coronation|budget|ballot|inquest|visit|handover|olympics|conference"
    rf"|exam|scan|clocks|month|summer|holidays?|ramadan|eid|diwali|lent)\b)(?: in {_MONTH})?",
    re.I,
)
_CLAUSE = re.compile(
    rf"\b(?:on |since |in |from )?(?:the|that) (?:very )?(?:day|morning|afternoon|night|evening"
    rf"|week|weekend|month|summer|autumn|winter|spring|year|{_WEEKDAY}) (?:(?:of|after"
    rf"|before) (?:the|my|his|her|our|their)|that|they|we|I|he|she) [\w'\-]+(?: [\w'\-]+){{0,4}}"
    rf"|\b(?:in |since |by )?the (?:first|second|third|fourth|last|middle|final) (?:week|weekend"
    rf"|{_WEEKDAY}|day|fortnight) (?:of|in) (?:{_MONTH}|the [\w']+|[\w']+)|\b(?:mid|early"
    rf"|late)[- ](?:{_MONTH}|spring|summer|autumn|winter)\b|\bover (?:the )?(?:christmas|easter"
    rf"|new year)(?: shutdown| break| holidays?)?",
    re.I,
)
_FEASTS = re.compile(
    rf"\b(?:on |since |over |at |by )?(?:last |this |next |the )?{_FEAST}(?! (?:holidays?|party"
    rf"|card|present))(?: (?:in|of) (?:{_MONTH}|(?:19|20)\d\d))?\b",
    re.I,
)
_LAST_DAY = re.compile(
    rf"\b(?:(?:a (?:week|fortnight)|two weeks|three weeks) (?:last|ago|on|past)(?: on)? (?:{_DAY})"
    rf"|(?:a fortnight last|(?<!this time )last) {_WEEKDAY}(?! week)|{_WEEKDAY} (?:last|just gone"
    rf"|week(?: gone)?)\b(?! (?:after|before|in))|last (?:easter|christmas|{_MONTH})"
    rf"|(?:that (?:same )?|the same |that very |the very same )(?:morning|afternoon|evening|day"
    rf"|night|week)(?=[.,;!?)\n]| (?:I|he|she|we|they|my|and|as|when|that)\b))",
    re.I,
)
_WEEK_OF = re.compile(
    rf"\b(?:in )?(?:w(?:ee)?k|week) (?:\d{{1,2}}|one|two|three|four) (?:of|in) (?:{_MONTH}"
    rf"|{_ORDINAL})|\b(?:w/c|w/e|week (?:commencing|ending|beginning)|wb) (?:the )?\d{{1,2}}(?:st"
    rf"|nd|rd|th)?(?: (?:of )?{_MONTH})?",
    re.I,
)
_MONTH_YEAR = re.compile(
    rf"\b(?:(?:in|since|by|from|until|of|around|early|late|mid|end of|start of|beginning of"
    rf"|back in|during)[ -](?:the )?){{0,2}}(?P<month>{_MONTH})(?: of)?,? ?(?:(?:19|20)\d{{2}}"
    rf"|'\d\d|(?<=[a-z] )[0-2]\d(?![\w:./%]| (?:people|cases|staff|of)))\b",
    re.I,
)
_IN_MONTH = re.compile(
    rf"\b(?:(?:in|since|by|until|till|during|from|early|late|mid|around|of) (?:early |late "
    rf"|mid[- ]|the (?:end|start|middle|beginning) of |the )?(?:(?-i:Jan(?:uary)?|Feb(?:ruary)?"
    rf"|March|April|May|June|July|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?"
    rf"|Dec(?:ember)?)|january|february|april|june|july|august|september|october|november"
    rf"|december)|(?:last|this|next) (?:{_MONTH}))(?! \d| (?:and|to) {_MONTH})\b(?! (?:be|have|not"
    rf"|well|i|we|he|she|they|cohort|intake))",
    re.I,
)
_IN_YEAR = re.compile(
    r"\b(?:in|during|back in|early|late|summer|autumn|spring|winter|christmas"
    r"|easter)(?: of)? (?:(?:19[6-9]|20[0-3])\d)\b",
    re.I,
)


def days(scene: Scene) -> Iterator[Span]:
    """Find exact or nearly exact days, weeks and months."""
    text = scene.text
    for pattern in (_FULL, _NUMERIC):
        for match in pattern.finditer(text):
            sentence = scene.at(match.start())
            dated = _ENDS_IN_YEAR.search(match.group())
            if _HISTORY.search(
                text, max(sentence.start, match.start() - 50), min(sentence.end, match.end() + 50)
            ):
                continue
            if scene.private(match.start()) if dated else sentence.self or not sentence.public:
                yield Span(match.start(), match.end(), "DATE")
    for pattern in (_THE_NTH, _FIRST_OF, _RELATIVE, _CLAUSE, _FEASTS, _LAST_DAY, _WEEK_OF):
        for match in pattern.finditer(text):
            if scene.private(match.start()):
                yield Span(match.start(), match.end(), "DATE")
    for match in _SHORT.finditer(text):
        if scene.private(match.start()) or match["lead"].lower() in (
            "interviewed",
            "suspended",
            "dismissed",
        ):
            led = match["lead"].lower() in ("on", "since", "by", "from", "until", "till")
            yield Span(match.start() if led else match.start("date"), match.end(), "DATE")
    for pattern in (_MONTH_YEAR, _IN_YEAR, _IN_MONTH):
        for match in pattern.finditer(text):
            sentence = scene.at(match.start())
            if _HISTORY.search(
                text, max(sentence.start, match.start() - 50), min(sentence.end, match.end() + 50)
            ):
                continue
            if (
                sentence.self
                and not sentence.public
                or (pattern is _IN_MONTH and scene.private(match.start()) and not sentence.public)
            ):
                yield Span(match.start(), match.end(), "DATE")
