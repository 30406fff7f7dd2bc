"""Places told without their kind: "Wood Green, then Tottenham", "this side of the Severn"."""

import re
from collections.abc import Iterator

from contributions.deidentify.lexicon import capitalised_words, is_kept_word, is_ordinary
from contributions.deidentify.quasi.gazetteer import by_name
from contributions.deidentify.quasi.scene import Scene
from contributions.deidentify.spans import Span

_NAME = r"(?-i:[A-Z])[\w'\-]{2,20}(?: (?-i:[A-Z])[\w'\-]{1,20})?"
_WORD = r"[\w'\-]{1,20}"
_SHAPES = tuple(
    re.compile(shape, re.I)
    for shape in (
        rf"\b(?:{_NAME} side|(?:this|that|the other|the wrong|the far|the near|our|the (?:north"
        r"|south|east"
        rf"|west|english|welsh|scottish)) (?:side|bank|end)) of (?:the )?{_NAME}",
        r"\b(?:north|south|east|west|mid|nth|sth|n|s|e|w)[. ] ?(?-i:Yorks|Mids|Lancs|Lincs|Notts"
        r"|Northants"
        r"|Herts|Beds|Bucks|Cambs|Staffs|Worcs|Glos|Wilts|Hants|Wales|London|Kent|Essex|Sussex"
        r"|Devon"
        r"|Cumbria|Yorkshire|Lancashire|Tyneside|Staffordshire|Dorset|Norfolk|Suffolk|Somerset"
        r"|Northumberland|Durham|Cheshire|Derbyshire)\b",
        rf"\ban? (?:{_WORD} ){{0,2}}(?:city|town|borough|village|county|port|resort|island|valley"
        r"|patch|estate"
        r"|authority|district) (?:with|where|that has|famous for|known for|which has) (?:an?|the"
        r"|its|two"
        rf"|three|no|more|its own|one) (?:{_WORD})(?: {_WORD}){{0,4}}",
        r"\b(?:\d{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -]\w{3,5})?"
        r"|ten|eleven"
        r"|twelve|fifteen) miles (?:each way|away|round trip|there and back|up|down|north|south"
        r"|east|west"
        r"|off|inland|from|outside|of)\b(?: (?:the )?[\w'\-]{1,20})?",
    )
)
_ROUTE = re.compile(
    rf"(?P<first>{_NAME})(?P<rest>(?:,? (?:and )?(?:then|now|later|latterly|before that|via|and"
    r" then),?"
    rf" (?:the )?{_NAME}){{1,5}})"
)
_MOVED = re.compile(
    r"\b(?:on hold to|hold for|rang|phoned|call(?:ed)? from|transferred to|sent to|moved to|back"
    r" to|over to"
    r"|up to|down to|posted to|based at|released (?:from|to)|went to|drove to|driving to|drive"
    r" to|walked to"
    r"|bus to|train to|tram to|commute to|redeployed to|seconded to|loaned to|returned to|off to"
    r"|bound for"
    r"|office at|in from|out of|over at|up at|down at|there at|across at|work(?:ed|s|ing)? at"
    r"|served at|duty at"
    rf"|covering at|nights at|days at|custody at|visit to|visits to) (?:the )?(?P<told>{_NAME})"
)
_PERCHED = re.compile(
    r"(?:^|[,;(:] ?|[.!?] )(?P<told>(?:the )?(?-i:[A-Z])[\w\-]{2,20}(?: "
    r"(?-i:[A-Z])[\w\-]{2,20})?)"
    r"(?:(?: mostly| mainly| way| area| patch| based|-based| direction| end| bound| born(?: and"
    r" bred)?"
    r"| lass| lad| girl| boy)(?=[,.;:)]| and\b| but\b))",
    re.M,
)
_LOW_TOWN = re.compile(
    r"(?:\b(?:in|near|from|at|to|around|was|outside) |(?:^|,) ?)(?P<told>[a-z]{5,16}(?:"
    r" [a-z]{4,16})?)"
    r"(?=[,.;:!?)\n]|$| (?:and|but|last|on|when|then|now|for|office|mags|wont|won't|pdu|since"
    r"|before|after|every"
    r"|its|it|im|i|he|she|we|they|nick|crown|court|station|everyone)\b)",
    re.M,
)
_TOWNS = frozenset(("town", "county", "region", "unit"))


def whereabouts(scene: Scene) -> Iterator[Span]:
    """Find places by what is said around their names, or instead of them."""
    text = scene.text
    for shape in _SHAPES:
        for match in shape.finditer(text):
            if _tied(scene, match.start()):
                yield Span(match.start(), match.end(), "PLACE")
    for match in _ROUTE.finditer(text):
        names = list(
            re.split(
                r",? (?:and )?(?:then|now|later|latterly|before that|via)[, ]|, ", match.group()
            )
        )
        if _tied(scene, match.start()) and any(n.strip(" ,").lower() in by_name() for n in names):
            yield Span(match.start(), match.end(), "PLACE")
    for pattern in (_MOVED, _PERCHED):
        for match in pattern.finditer(text):
            name = match["told"]
            if _tied(scene, match.start("told")) and _sounds_new(name):
                yield Span(match.start("told"), match.end("told"), "PLACE")
    for match in _LOW_TOWN.finditer(text):
        entry = by_name().get(match["told"])
        if (
            entry
            and entry.kind in _TOWNS
            and not is_ordinary(match["told"])
            and not is_kept_word(match["told"])
            and _tied(scene, match.start("told"))
        ):
            yield Span(match.start("told"), match.end("told"), "PLACE")


def _tied(scene: Scene, position: int) -> bool:
    sentence = scene.at(position)
    short = scene.told and sentence.end - sentence.start < _SHORT
    return (sentence.personal or short) and not sentence.public


def _sounds_new(name: str) -> bool:
    """Tell whether no list knows the name as another thing than a place."""
    words = name.split()
    if name.isupper():
        return False
    return not any(
        is_ordinary(word.lower()) or is_kept_word(word) or word in capitalised_words()
        for word in words
    )


_SHORT = 60
