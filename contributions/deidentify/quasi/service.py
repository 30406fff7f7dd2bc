"""How long somebody has served, since when, and how near the end is."""

import re
from collections.abc import Iterator

from contributions.deidentify.numbers import NUMBER
from contributions.deidentify.quasi.scene import Scene
from contributions.deidentify.spans import Span

_ABOUT = (
    r"(?:(?:well |just )?(?:over|nearly|almost|about|around|roughly|more than|under|getting on for"
    r"|gone|some|the best part of"
    r"|coming up (?:to|on|for)|pushing|going on(?: for)?|close to|in excess of|approaching"
    r"|knocking on|all of|at least|a good|nigh on|circa|c\.?) ){0,2}"
)
_LONG = r"(?:long |hard |happy |good |whole |full |solid |bloody |straight |odd |'? ?)?"
_YEARS = r"(?:years?|yrs?|decades?)\b'?"
_SPELL = r"(?:years?|yrs?|decades?|months?|mths?|weeks?|wks?)\b'?"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_COUNT = rf"(?:{NUMBER}|several|a few|many|a couple of|two or three|umpteen)"
_NOT_SERVICE = (
    r"(?! (?:ago|old|older|younger|sentence|tariff|licence|order|custody|inside|suspended|prison"
    r"|earlier|later|from now|before that|beforehand|apart|running|of age|plan|strategy|on licence"
    r"|for (?:robbery|murder|burglary|assault))\b|'? time|-old)"
)
_SERVICE_AFTER = (
    r"(?= (?:in(?! (?:prison|custody|jail|a cell|hospital|bed|therapy|the cells|row))"
    r"|of (?:service|my (?:life|career|working life)|experience|this|it|doing|loyal|probation"
    r"|practice|frontline|employment|working)|service\b|served|as an?\b|at (?:this|the|that|hm|my"
    r"|our|one)|with (?:the|them|this|probation|no)"
    r"|doing|qualified|experience|under my belt|on the (?:job|front ?line|books|landings|beat"
    r"|wards?|wings?)|for (?:this|the) (?:service|lot|job|trust)|this (?:month|year|week|summer"
    r"|autumn|spring|winter|christmas|easter|shrovetide|" + _MONTH + r")"
    r"|come (?:the )?\w+|next (?:birthday|month|week|year|\w+)|and counting|nearly|she lasted"
    r"|he lasted|i lasted|into (?:it|this|the)|teaching|nursing|post-?qual\w*|pqe|i've (?:been"
    r"|done|given|worked|had)|I have (?:been|done|given|worked)|i gave|i did|on the clock|a (?:po"
    r"|pso|spo|probation officer|officer|nurse|teacher|social worker|copper)))"
)
_TENURE = re.compile(rf"\b{_ABOUT}{_COUNT}[ -]{_LONG}{_SPELL}{_NOT_SERVICE}{_SERVICE_AFTER}", re.I)
_SERVED = re.compile(
    r"\b(?:(?:I|he|she|we|who|they|and|I'd|having)(?:'ve|'d|'s| have| has| had)?(?: (?:now|already"
    r"|only|also|both|just|probably|given|been|not))? "
    r"(?:done|did|served|worked|given|gave|spent|put in|been (?:in|here|there|doing|at|with|a|an"
    r"|on)|been in (?:it|this|the \w+)|lasted|stayed|managed|clocked up|stuck it|managed)"
    r"|been (?:in|here|there|doing (?:this|it)|at (?:it|this))|bin (?:here|there|in)|ive (?:done"
    r"|been|worked)|(?:I've|I have|ive) been|after|in post for|for|employed for|qualified|with)"
    rf"(?: (?:in|on|at|it|now|this|there|here|the|job|for|probation|them|post|service|doing|that"
    rf"|place|team|office|over|a|an|po|pso|spo|officer|[\w']+ (?:place|office"
    rf"|team))\b){{0,6}} (?P<spell>{_ABOUT}{_COUNT}[ -]{_LONG}(?P<unit>{_SPELL})){_NOT_SERVICE}",
    re.I,
)
_BARE = re.compile(
    rf"(?:^|[.!?,;:(\-\n]\s?|both "
    rf"|[Ii]n )(?P<spell>{_ABOUT}{NUMBER}[ -]{_LONG}{_YEARS}(?: in\b)?(?: nearly)?)"
    rf"(?=\s?(?:[,.;!?)\n]|$|- |me\b))",
    re.I | re.M,
)
_PLAIN = re.compile(
    rf"\b{_ABOUT}(?!one\b){NUMBER}[ -]{_LONG}(?:(?P<long>{_YEARS})|{_SPELL}"
    rf"|thousand days){_NOT_SERVICE}"
    rf"|\b\d,\d{{3}} days\b",
    re.I,
)
_ERA = (
    r"(?:nps|noms|crcs?|trusts?|transforming rehab\w*|tr\b|the split|unification|reunification"
    r"|lockdown|covid|the pandemic|home office|the millennium"
    r"|privatisation|grayling|the (?:old )?(?:probation )?(?:boards?|trusts?|areas?|service days"
    r"|wall|war|flood|strikes?|queen's|jubilee|olympics|arena|inspection|merger)"
    r"|michael howard|thatcher|major|blair|new labour|e3|omic|the first wave|oasys|before \w+"
    r"|national standards|when|it (?:was|had)|they|we|she|he|i\b|day one|school|uni|university"
    r"|leaving|the week|the day|the year|the summer|the nineties|the eighties|the seventies"
    r"|the noughties|the 90s|the 80s|the 70s|(?:mid|early|late))"
)
_SINCE_YEAR = re.compile(
    r"\b(?:since|from|started in|joined in|back in|left in|retired in|began in)(?: about| around"
    r"| roughly| way back in| late| early| mid)?(?: \w{3,9})?[ -](?P<year>'?(?:19[5-9]\d"
    r"|20[0-3]\d)|'\d\d)\b",
    re.I,
)
_JOINED = re.compile(
    r"\b(?:joined|started|start date|came in(?:to)?|began|arrived|transferred|moved (?:here|over"
    r"|across|to)|promoted|appointed|employed|recruited|signed up|took (?:up|the) (?:post|job)"
    r"|came (?:over|across|back)|left|retired|resigned|hired|inducted)\b"
    r"[^.!?\n;]{0,30}?\b(?:in|on|back in|during|around|about|since|end of|start of|summer|autumn"
    r"|spring|winter|september|january|easter)\b ?(?:of |the )?(?:[a-z]{3,9} )?(?:'?(?:19|20)\d\d"
    r"|'\d\d|the (?:\w+ ){0,2}(?:nineties|eighties|seventies|noughties|[5-9]0s))\b",
    re.I,
)
_RANGE = re.compile(
    r"\b(?:(?:from|between) )?(?:19[5-9]\d|20[0-3]\d)(?: ?(?:-|to|until|till|and"
    r"|through) ?)(?:(?:19|20)?\d\d|now|present|today)\b",
    re.I,
)
_SINCE_ERA = re.compile(
    r"\b(?:I|he|she|we|ive|I've|he's|she's|who's|been|both|worked|building|corner|here|there|in"
    r"|post)\b(?P<between>[^.!?\n;:]{0,70}?)\b(?P<since>since (?:before )?"
    rf"{_ERA}[^.!?\n;:,]{{0,40}})",
    re.I,
)
_NOT_TENURE = re.compile(
    r"\b(?:not|never|no|n't|nobody|stopped|gone|without|happened|changed|slept|heard|seen|down"
    r"|off)\b|n't",
    re.I,
)
_WORK = re.compile(
    r"\b(?:been|in|worked|working|stood|sat|done|doing|here|there|building|job|service|post"
    r"|probation|team|office|officer|po|pso|spo|one)\b",
    re.I,
)
_ERA_DAYS = re.compile(
    r"\b(?:in (?:the )?|since (?:the )?|from (?:the )?|back in (?:the )?|during (?:the )?"
    r"|through (?:the )?)(?:old )?(?:home office|nps|noms|trust|crc|probation trust|board|bad old"
    r"|cqsw|ace|pre-\w+|paper file|borstal|after-?care|national standards) days\b"
    r"|\bpre[- ](?:split|tr|unification|trust|crc|noms|oasys|covid|grayling|nps)\b"
    r"|\bremember(?:s)? (?:when|the (?:days|trusts?|split|boards?|borstal))\b"
    r"|\bold enough to remember\b|\blast century\b"
    r"|\b(?:advise,? assist and befriend) (?:days|generation)\b",
    re.I,
)
_NTH_YEAR = re.compile(
    r"\b(?:in|into|during|finishing|starting|end of|half ?way through|nearing the end of) (?:my"
    r"|her|his|their|our) (?:first|second|third|fourth|fifth|final|last|tenth|twentieth|thirtieth"
    r"|\w+(?:st|nd|rd|th)) (?:year|month|week)s?\b"
    r"|\bmy (?:first|second|third|\d+(?:st|nd|rd|th)) (?:year|month|week) (?:in|as|qualified"
    r"|on the job|of)\b|\byear (?:one|two|three|1|2|3) of (?:my|the) (?:\w+ ){0,2}(?:pqip|training"
    r"|course|qualification)\b",
    re.I,
)
_RETIREMENT = re.compile(
    rf"\b{NUMBER} come (?:next )?(?:{_MONTH}|easter|christmas|summer|autumn|spring|winter)\b"
    rf"|\b{_ABOUT}{_COUNT} {_SPELL} (?:to go|to do|left(?: to (?:do|serve|go))?(?! the)|(?:off"
    rf"|from|to|until|till|before|away from) (?:my |her |his |i |going |the )?(?:retir\w+|pension"
    rf"|go\b|bus pass|finish\w*))"
    r"|\b(?:near(?:ing|ly at)?|close to|approaching|coming up to|on the (?:brink|verge|cusp) of"
    r"|about to|due to|(?:hoping|planning|able|old enough) to|months? (?:off|from)|facing"
    r"|counting (?:the days|down) (?:to|till|until)) (?:my |her |his )?(?:retir\w+|(?:draw |take "
    r"|collect )?(?:my|her|his) pension)"
    r"|\b(?:I|he|she)(?:'ll| will|'m|'s|'d| am| is| was)? (?:retir(?:e|ed|es|ing)\b"
    r"|took (?:early )?retirement|(?:collect|drew|draw|took|take)(?:ed)? (?:my|her|his) pension"
    r"|taking early retirement|came out of retirement|finish(?:ed)? for good)(?: (?:in|last|next"
    r"|this|on|after|soon|from) (?:\w+ ?){1,2})?"
    r"|\b(?:recently |now |long |newly |early |semi-)?retired (?:po|pso|spo|cpo|aco|senior|officer"
    r"|probation officer|member|colleague|governor|and|now|last|in|after|from|since|magistrate"
    r"|chief)\b|\bpension(?:'s| is| was) (?:paid up|nearly there|due)\b|\btook the (?:voluntary"
    r"|evr|package|redundancy|money)\b|\bon the old pension\b",
    re.I,
)
_VAGUE = re.compile(
    r"\b(?:(?:nearly |over |almost |for |after |in |two |three |four |several "
    r"|some ){0,4}decades?(?! ago)(?: (?:of (?:my (?:life|career)|service|experience|this)|in"
    r" (?:the"
    r"|this|probation|it)|as an?|doing|i've))"
    r"|(?:(?:nearly|over|almost|more than|a|the best part of|about) ){1,4}(?:quarter of a"
    r" century|quarter[- ]century|half[- ]century"
    r"|half a century|third of a century|lifetime(?: in)?|generation in)|(?:half|most|all"
    r"|much) (?:of )?my (?:working |adult |whole )?(?:life|career)|my (?:whole"
    r"|entire) (?:working life|career|adult life)"
    r"|(?:so|too|as) many years (?:in|as|of)|all these years|since the year dot|donkey's years"
    r"|i've been (?:here|in|around) (?:for ?ever|too long|a long time|longer than)"
    r"|longest[- ]serving|(?:straight )?from (?:school|uni|university|college)"
    r"|(?:old|new)(?:est)? (?:timer|hand|lag|starter|girl|boy)\b|part of the furniture|dinosaurs?"
    r"|pre-dinosaur|long in the tooth|newly[- ]qualified|only just qualified|just qualified"
    r"|recently qualified|not long qualified|brand new (?:po|pso|nqo))",
    re.I,
)


# "seven weeks out of training college", "22yrs in", "since just before covid", "done my thirty"
_TOLD_SHORT = re.compile(
    rf"\b{_COUNT} {_SPELL} (?:out of|off|fresh from|back from|into) (?:the |my )?(?:training(?:"
    rf" college| school)?"
    r"|college|uni(?:versity)?|school|retirement|army|navy|raf|police|job|role|post|service)\b"
    r"|\b\d{1,2} ?yrs?(?: (?:in|service|of it|done|served|on))\b"
    rf"|\bsince (?:just |shortly |well |a bit |way )?(?:before|after|during) (?:the )?{_ERA}\b"
    r"|\bsince '?(?:[6-9]\d|[0-2]\d)(?!\w|[.:/]\d| (?:people|cases|staff|per|of))"
    rf"|\b(?:done|did|served|put in) (?:my|his|her) (?:{NUMBER})(?=[.,;!?]| (?:years|and|now"
    rf"|in)\b|$)"
    r"|\bwhen (?:thatcher|major|blair|brown|cameron|may|grayling|straw|howard|clarke|blunkett) "
    r"(?:got in|was in|came in|was (?:pm|home secretary))\b"
    r"|\blong service\b|\b(?:rolled over|renewed|extended) every [\w ]{3,20} since \d{4}\b",
    re.I,
)


def service(scene: Scene) -> Iterator[Span]:
    """Find how long someone has worked, since when, and how near the end is."""
    text = scene.text
    for pattern in (_TENURE, _SERVED, _BARE):
        for match in pattern.finditer(text):
            group = "spell" if "spell" in pattern.groupindex else 0
            if pattern is _SERVED and _too_short(match["unit"], match.group()):
                continue
            if scene.private(match.start(group)) and not _of_a_sentence(text, match.start()):
                yield Span(match.start(group), match.end(group), "YEARS_SERVICE")
    for match in _PLAIN.finditer(text):
        enough = match["long"] is not None or scene.of_self(match.start())
        if enough and scene.private(match.start()) and not _of_a_sentence(text, match.start()):
            yield Span(match.start(), match.end(), "YEARS_SERVICE")
    for pattern in (
        _SINCE_YEAR,
        _RANGE,
        _JOINED,
        _ERA_DAYS,
        _NTH_YEAR,
        _RETIREMENT,
        _VAGUE,
        _TOLD_SHORT,
    ):
        for match in pattern.finditer(text):
            sentence = scene.at(match.start())
            if sentence.self or (scene.private(match.start()) and not sentence.public):
                yield Span(match.start(), match.end(), "YEARS_SERVICE")
    for match in _SINCE_ERA.finditer(text):
        between = match["between"]
        lead = text[match.start() : match.start("since")]
        if (
            _WORK.search(lead + match["since"][:8])
            and not _NOT_TENURE.search(between)
            and scene.private(match.start())
        ):
            yield Span(match.start("since"), match.end("since"), "YEARS_SERVICE")


def _too_short(unit: str, words: str) -> bool:
    """Tell whether "for three weeks" is a wait and no service."""
    return not unit.lower().startswith(("y", "d")) and words.lower().startswith(
        ("for ", "after ", "with ", "i've been ", "ive been ", "i have been ")
    )


_SENTENCED = re.compile(
    r"\b(?:(?<!'ve )(?<!have )got|sentenced to|serving|served|gets?|given|jailed for|custody for"
    r"|sentence of"
    r"|recalled for|doing)\s(?:an? )?$",
    re.I,
)


def _of_a_sentence(text: str, position: int) -> bool:
    """Tell whether the years are those of a prison sentence."""
    return bool(_SENTENCED.search(text, max(0, position - 25), position))
