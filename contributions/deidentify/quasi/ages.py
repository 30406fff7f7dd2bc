"""Ages, in figures, in words and told by the decade."""

import re
from collections.abc import Iterator

from contributions.deidentify.numbers import AGE_NUMBER
from contributions.deidentify.quasi.scene import Scene
from contributions.deidentify.spans import Span

_CHILD = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_AGED = re.compile(rf"\b(?:aged?|at the age of|age of|turned|turning|turns) {AGE_NUMBER}\b", re.I)
_YEARS_OLD = re.compile(
    r"\b(?:\d{1,2}|[a-z]{3,6}(?:ty|teen)?(?:[ -][a-z]{3,5})?)[ -](?:years?[ -]old|yr[ -]?old"
    r"|y/?o\b|yrs? old|months? old)s?\b",
    re.I,
)
_IS_AGE = re.compile(
    rf"\b(?:I'm|I am|im|I was|he's|she's|hes|shes|he is|she is|he was|she was|who's|who is|who was"
    rf"|\ufffc is|\ufffc was|\ufffc's|mum's|dad's|being|both) (?:(?:only|nearly|almost|just|about"
    rf"|now|already|barely|all of|pushing|going on|rising|knocking on|not yet|past"
    rf"|over) ){{0,2}}(?P<age>{AGE_NUMBER})(?=\s?(?:[,.;:!?)\n-]|$)| (?:and|now|next|this|in|with"
    rf"|years?|so|but|not|when|at|last|soon|going|come|today|then)\b)(?! (?:of|down|short|minutes"
    rf"|cases|stone|per))",
    re.I,
)
_IN_TENS = re.compile(
    r"\b(?:in|into|reached|hit|well into) (?:my|her|his|their) (?:(?:late|early|mid)[ -])?(?:teens"
    r"|twenties|thirties|forties|fifties|sixties|seventies|eighties|[2-8]0'?s)\b",
    re.I,
)
_OF_AGE = re.compile(
    rf"\b(?:boy|girl|lad|lass|child|kid|son|daughter|man|woman|baby|grandson|granddaughter|brother"
    r"|sister|mum|dad|lady|gentleman|chap|bloke|fella|fellow|geezer|pensioner|person|officer"
    r"|resident"
    rf"|client|prisoner|lifer|offender|one|youngster|teenager|widow|widower|grandmother|grandfather"
    r"|mother|father|nephew|niece|cousin|uncle|aunt|trainee|student|colleague) of "
    rf"(?P<age>{AGE_NUMBER}|one|two|three|four|five|six|seven|eight|nine"
    rf"|\d)\b(?! the)",
    re.I,
)
_APPOSED = re.compile(
    r"(?:\ufffc|\b(?:lad|girl|boy|son|daughter|lass|man|woman|colleague|officer|name|husband|wife"
    r"|partner|mum|dad|brother|sister|trainee|me)),? ?\(?(?:aged |just "
    r"|only )?(?P<age>[1-9]\d)(?=[,.;)]|$| and )",
    re.I,
)
_AT_AGE = re.compile(
    rf"\bat (?P<age>{AGE_NUMBER})(?=[.,;!?)\n]| (?:and|I|he|she|with|years|you))", re.I
)
_BIRTHDAY = re.compile(
    r"\b(?:my|her|his) (?:\d{2}(?:st|nd|rd|th)|twenty-?first|thirtieth|fortieth|fiftieth|sixtieth"
    r"|seventieth|eightieth) ?(?:birthday)?\b",
    re.I,
)
_TENS_WORD = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|[2-8]0)"
_NEARLY = re.compile(
    rf"\b(?:(?:the )?(?:wrong|right|far|other) side of {_TENS_WORD}|(?:knocking|pushing"
    rf"|touching|hitting"
    rf"|nudging) (?:on )?(?:for )?{AGE_NUMBER}(?! (?:cases|hours|miles|per|people|percent|%))"
    rf"|closer to {_TENS_WORD} than (?:to )?{_TENS_WORD}|the big (?:[2-8]-?[o0]|five-oh|four-oh"
    rf"|six-oh)"
    rf"|{_TENS_WORD}[- ]something(?= (?:bloke|man|woman|lad|lass|mum|dad|year|single|white"
    rf"|black|asian|female"
    r"|male|officer|po\b|colleague|and\b))"
    rf"|(?:nearly|almost|coming up|going on|not quite|just turned|only) {AGE_NUMBER}(?= (?:is"
    rf"|and|now|next|this"
    r"|my|when|in)\b)"
    rf"|(?<=\b)(?:\d|{_CHILD}) and (?:a half|three[- ]quarters|a quarter|a bit)(?=[.,;!?)]|$|"
    rf" (?:and|now|she|he)\b)"
    rf"|{AGE_NUMBER} (?:this|next|last) (?:year|month|week|birthday|summer|autumn|winter|spring"
    rf"|may|june|july"
    r"|march|april|august|september|october|november|december|january|february)\b"
    rf"|(?:i|she|he) turns? {AGE_NUMBER}\b|(?:when|while|since|because|as|though) (?:i|he|she)"
    rf" (?:was|is|turned"
    rf"|hit|am) (?:only |just )?{AGE_NUMBER}\b(?! (?:years? in|per|cases|minutes|miles)))",
    re.I,
)
# "Forty-one, he were", "She'd be sixty-odd", "IV - 41 - red"
_TURNED_ROUND = re.compile(
    rf"(?:(?<=[.!?\n] )|^)(?P<age>{AGE_NUMBER}),? (?:he|she|I|they) (?:was|were|is|am|'d be)\b"
    r"|\b(?:he|she|I|they)(?:'d| would| must| will|'ll)? (?:have )?be(?:en)? (?:about |nearly "
    r"|only )?"
    rf"(?P<odd>{AGE_NUMBER})(?:[- ]odd|ish)?(?=[.,;!?]| (?:now|when|if|by|next|this)\b)"
    rf"|(?<=[A-Z]{{2}} [\u2013\-] )(?P<listed>[1-6]\d)(?= [\u2013\-] )",
    re.I | re.M,
)
# An age by itself, as its own sentence: "Forty-one. A heart attack."
_FRAGMENT = re.compile(rf"(?<=[.!?\n] )(?P<age>{AGE_NUMBER})(?=[.!?]\s)", re.I)


def ages(scene: Scene) -> Iterator[Span]:
    """Find ages, in figures or in words."""
    text = scene.text
    for pattern in (
        _AGED,
        _YEARS_OLD,
        _IS_AGE,
        _IN_TENS,
        _OF_AGE,
        _APPOSED,
        _BIRTHDAY,
        _AT_AGE,
        _NEARLY,
        _FRAGMENT,
    ):
        for match in pattern.finditer(text):
            group = "age" if "age" in pattern.groupindex else 0
            if scene.private(match.start()) and not scene.at(match.start()).public:
                yield Span(match.start(group), match.end(group), "AGE")
    for match in _TURNED_ROUND.finditer(text):
        group = match.lastgroup or "age"
        if scene.told and not scene.at(match.start()).public:
            yield Span(match.start(group), match.end(group), "AGE")
