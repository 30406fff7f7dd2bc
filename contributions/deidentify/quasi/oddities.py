"""People and postings that nobody forgets: "a man who had eaten his tag", "on loan two days"."""

import re
from collections.abc import Iterator

from contributions.deidentify.numbers import NUMBER
from contributions.deidentify.quasi.scene import Scene
from contributions.deidentify.spans import Span

_WORD = r"[\w'\-]{1,20}"
_SOMEBODY = (
    r"(?:man|woman|lad|lass|boy|girl|bloke|chap|fella|fellow|geezer|gentleman|lady|resident"
    r"|client|offender|prisoner|lifer|pensioner"
    r"|student|lodger|teenager|youngster|couple|brothers|sisters|twins|kid|guy|case|defendant|pop"
    r"|person on probation)"
)
_TRADE = (
    r"(?:[\w'\-]{2,20} ){0,3}?(?:\w{2,15}(?:er|or|ist|ian|man|woman|smith|wright|monger|ee|herd"
    r"|nun|chef|monk|priest|imam|judge|clerk|nurse|vet|cook|coach"
    r"|star|king|queen|champion|poet|mp|squaddie|marine))"
)
_CASES = tuple(
    re.compile(shape, re.I)
    for shape in (
        rf"\b(?:an?|one|that|the|my|our) (?:[\w\-]{{2,15}} ){{0,2}}{_SOMEBODY} (?:of"
        rf" [\w\-]{{2,15}} )?(?:who'd|who had|who used to|whose|who was|who were|wi'|who (?:stole"
        r"|robbed|nicked|sold|"
        r"built|ate|kept|came|brought|painted|wrote|carved|hid|walked|set|swallowed|posted"
        rf"|drove|lived|thought|sang|played|collected)) {_WORD}(?: {_WORD}){{0,8}}",
        r"\b(?:an?|one|the) (?P<told>(?:former|retired|ex-?|one-time|failed|professional"
        rf"|amateur|disgraced|struck-off|defrocked) ?{_TRADE})\b",
        r"(?:^|[.!?\n] |, )(?P<told>(?:one|another|he|she|mine|the other|the oldest|the"
        r" youngest)(?: of (?:them|mine))?(?: is|'s| was| had been| used to be| were) (?:now )?"
        rf"(?:an?|the) {_TRADE})"
        rf"(?=[.,;!?])",
        r"\b(?:he'd|she'd|he|she|who'd|who|had)(?: had)? (?P<told>(?:eaten|ate|swallowed|stole"
        r"|stolen|nicked|robbed|hid|hidden|buried|set fire to|cut off|posted|carved|knitted"
        r"|built|climbed"
        r"|broke into|escaped|walked to|jumped|painted|smuggled|flushed|burnt|burned|drowned"
        r"|proposed|dressed as|chained) (?:off |up |to |from |on |in |out )?(?:his|her|an?|the"
        r"|two|three|my|some) "
        rf"{_WORD}(?:,? (?!and\b|but\b){_WORD}){{0,5}})",
        r"\b(?:with|holding|carrying|brought|bringing|wearing|clutching|gave me|sent me) "
        rf"(?P<told>an? (?:live |dead |stuffed |pet )(?:{_WORD})(?: {_WORD}){{0,5}})",
        r"\b(?P<told>(?:named|christened) (?:the |her |his )?(?:baby|daughter|son|dog|boat"
        rf"|child)? ?(?:named )?after (?:me|her|him|us|the) ?(?:{_WORD})?)",
        rf"\b(?P<told>the (?:baby|daughter|son|child|dog) named after {_WORD})",
        r"\b(?:recalled|released|terminated|sentenced|breached|arrested|evicted|moved|tagged"
        rf"|discharged|deported) (?P<told>(?:in error|by mistake|to the wrong {_WORD}|on the"
        rf" wrong {_WORD}|twice|for (?:a )?\w+ing"
        rf" {_WORD}(?: {_WORD})?)(?:,? (?:in|on|at) {_WORD})?)",
        r"\b(?P<told>(?:terminated|released|recalled|sentenced) (?:in error|by mistake|in a"
        rf" corridor|by video|in (?:his|her) absence)(?:,? (?:in|on|at) {_WORD})?)",
        r"\b(?P<told>(?:for|by|after|over) (?:nicking|stealing|setting|eating|posting|selling"
        r"|throwing|painting|climbing|robbing|burning|impersonating|kidnapping|smuggling) "
        rf"(?:an?|the|his|her|two|some) {_WORD}(?: {_WORD}){{0,3}})",
        r"\b(?P<told>care leaver, [\w ,'\-]{3,60}?)(?=[.;!?]|$)",
        r"\bone of (?:mine|them|ours|his|hers) (?P<told>(?:killed|stabbed|murdered|attacked|set"
        rf"|drowned|hanged|jumped|robbed|kidnapped|raped) {_WORD}(?: {_WORD}){{0,5}})",
    )
)
_POSTINGS = tuple(
    re.compile(shape, re.I)
    for shape in (
        r"\b(?:gone|went|going|go|moved|came|back) (?:back )?(?:to|into) (?P<told>"
        r"(?:[\w\-]{3,12} )?(?:driving|teaching|nursing|farming|fishing|plastering|bricklaying"
        r"|gardening|hairdressing|cooking|cleaning|policing"
        r"|acting|singing|lecturing|mining|welding|the (?:army|navy|raf|police|church|fire"
        r" service|sea|farm|family business|wards)|uni(?:versity)?|law school|bar work|the bar"
        r"|a (?:bakery|garage|farm|school|hospice)))\b",
        r"\b(?P<told>on (?:loan|secondment|attachment|detached duty|a pilot|trial)(?:,? (?:for"
        rf" )?{NUMBER} (?:days|weeks|months)| (?:to|from|at|with) {_WORD}(?: {_WORD}){{0,4}})?)",
        r"\b(?:did|doing|done|got|wrote|finished|started|finishing|have|has) (?P<told>(?:my|her"
        r"|his|a|the) (?:ph\.?d|doctorate|master'?s|mba|ma|msc|law degree|thesis|dissertation"
        r"|llm|research|book|blog|podcast|play|novel|memoir)"
        rf"(?: at {_WORD}(?: {_WORD}){{0,4}}| (?:on|in|about|with|under)(?: "
        rf"(?-i:[a-z])[\w'\-]{{1,20}}){{1,5}})?)",
        rf"\b(?P<told>(?:the|a|an|our) (?:[\w\-]{{2,18}} ){{1,3}}(?:pilot|reference group"
        r"|working group|steering group|task force|advisory group|forum|choir|trial|award|medal"
        rf"|prize|thing in \d{{4}})(?: (?:in|at|on|for) {_WORD})?)\b",
        r"\b(?:work|works|worked|do|did|done|doing|been on) (?P<told>(?:permanent |waking "
        r"|regular )?(?:nights|lates|earlies|weekends|relief|reception|programmes|bail|unpaid"
        r" work|mappa|visor|parole|reports only)"
        rf"(?: (?:on|in|at|for|with|since|,) (?:an? |the )?{_WORD}(?: {_WORD}){{0,4}})?)",
        rf"\b(?P<told>{NUMBER}[- ]hour (?:nights|days|shifts)(?:,? {NUMBER} (?:on|off))?(?:,?"
        rf" {NUMBER} (?:on|off))?)",
        rf"\b(?P<told>(?:a relief|relief) (?:on|worker|officer|driver) ?(?:{_WORD})?(?:, {_WORD}"
        rf" (?:to|and) {_WORD})?)",
        r"\b(?:I|he|she|we|who|wife|husband|partner)(?:'d| had| used to| once| also)? (?P<told>"
        r"(?:taught|coached|conducted|refereed|piloted|captained|boxed|sang|played|danced"
        r"|fostered|bred|carved|preached|umpired|ran for|rowed)"
        rf" (?:an? |the |my |for |in |at )?{_WORD}(?: {_WORD}){{0,5}})",
        rf"\b(?P<told>(?:done|did|worked|spent|served) {NUMBER} (?:months|years|weeks) (?:from"
        rf"|out of|in|on|at) (?:the |a |an ){_WORD}(?: {_WORD}){{0,3}})",
        r"\b(?:I|she|he|we) (?:did|covered|had|got|supported|worked with|was on|led on) "
        r"(?P<told>the (?:[\w\-]{2,15} ){1,2}(?:families|trial|inquest|inquiry|bombing"
        r"|murders?|victims|survivors|case|killings|attack))\b",
        rf"\b(?P<told>(?:{NUMBER}|one|two|three|four) (?:mornings|afternoons|days|evenings"
        rf"|nights) (?:a week|a fortnight|at|in|with|here|there|only)?(?: {_WORD}){{0,2}})"
        r"(?=[,.;])",
        r"\b(?:redeployed|shunted|posted|reassigned|regraded)(?: laterally| sideways| across|"
        rf" over)? (?:to|into|onto|as) (?P<told>(?:the |an? )?{_WORD}(?: {_WORD}){{0,4}})",
        rf"\bthe (?P<told>(?-i:[A-Z])[\w\-]{{2,15}} (?:[\w\-]{{2,15}} )?(?:post|desk|job"
        rf"|contract|secondment|role) (?:at|in|for|with) {_WORD}(?: {_WORD})?)",
        r"\b(?:brought|carved|knitted|made|painted|won|designed|wrote|sewed|built) (?:me |us )?"
        r"(?P<told>(?:the|a) (?:butler trust|banner|quilt|mural|garden|song|play|plaque|spoon"
        rf"|cake|logo|poster|leaflet|handbook)\b(?: {_WORD}){{0,4}})",
    )
)


def oddities(scene: Scene) -> Iterator[Span]:
    """Find cases that nobody forgets and postings that few have had."""
    for category, shapes in (("UNUSUAL_CASE", _CASES), ("ASSIGNMENT", _POSTINGS)):
        for shape in shapes:
            group = "told" if "told" in shape.groupindex else 0
            for match in shape.finditer(scene.text):
                sentence = scene.at(match.start())
                if (sentence.personal or scene.told) and not sentence.public:
                    yield Span(match.start(group), match.end(group), category)
