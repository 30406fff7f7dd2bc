"""What is stated of a private person: origin, faith, health, family, ties."""

import re
from collections.abc import Iterator

from contributions.deidentify.quasi.scene import Scene
from contributions.deidentify.spans import Span

_WHOSE = r"(?:my|his|her|our|their|your|\w+'s|the)"
_KIN = (
    r"(?:(?:mother|father|brother|sister|son|daughter)-in-law|husband|wife|partner|boyfriend"
    r"|girlfriend|fianc[eé]e?|spouse|other half|missus|hubby"
    r"|ex(?:-(?:husband|wife|partner))?|son|daughter|child(?:ren)?|kids?|lad|boy|girl|little one"
    r"|youngest|eldest|baby|twins?|twin (?:brother|sister)"
    r"|mum|mother|mam|mom|dad|father|parents?|brother|sister|nan|nana|gran|grandma|granny|grandad"
    r"|grandfather|grandmother|grandson|granddaughter|grandchild(?:ren)?|niece|nephew|cousin|uncle"
    r"|aunt|auntie|aunty|stepson|stepdaughter|stepdad|stepmum"
    r"|in-laws"
    r"|neighbour|godson|goddaughter|godmother|godfather|best (?:friend|mate)|best man|flatmate"
    r"|housemate|landlord|landlady|lodger|our kid)"
)
_ILL = (
    r"(?:cancer|tumou?r|leukaemia|lymphoma|melanoma|chemo(?:therapy)?|radiotherapy|mastectomy"
    r"|hysterectomy|stroke|parkinson'?s|alzheimer'?s|dementia|multiple sclerosis|\bms\b(?= )"
    r"|motor neurone|mnd|diabet(?:es|ic)|insulin|hypos?|epilep(?:sy|tic)|seizures?|fits"
    r"|fibromyalgia"
    r"|lupus|crohn'?s|colitis|ibs|endometriosis|arthritis|asthma(?:tic)?|copd|angina"
    r"|heart (?:attack|condition|failure|bypass|surgery|thing)|bypass|pacemaker|stent|aneurysm"
    r"|sepsis|pneumonia|kidneys?(?: infection)?|dialysis|transplant|hernia|slipped disc|sciatica"
    r"|cataracts?|lewy body|sickle cell|relaps(?:e|ed|ing)|gynae\w{0,9}|hearing loss|hard of"
    r" hearing"
    r"|miscarriage|a bleed|bandages?|in plaster|concuss(?:ed|ion)|stitches|tablets|on meds"
    r"|waiting list"
    r"|newborn|poorly|muddled|frail|(?:my|his|her|the|an?) op\b|a hip\b|one (?:hip|kidney|lung"
    r"|leg|eye|arm)"
    r"|(?:knees?|hips?|shoulder|back|eyes?|wrist|ankle|foot|teeth|nerves|heart|legs?|chest)"
    r" (?:done|coming|replaced|went|gave (?:out|way)|operation|scan|surgery|op\b)|the ms\b|ms,"
    r"|ms fatigue"
    r"|specialist appointment|consultant|physio(?:therap\w{1,3})?|blood test|(?:hair"
    r"|weight)'s? (?:come|coming|fallen)"
    r"|on the verge|in tears|crying (?:in|at|on|most|every)|migraines?|shingles|long covid|vertigo"
    r"|(?:hip|knee) (?:replacement|operation|op)|(?:had|an|my|his|her) operation|surgery|biops(?:y"
    r"|ies)|scan results?|mri|a&e|in hospital|hospital (?:appointment|bed|ward)|intensive care|icu"
    r"|hospice|on oxygen|tremor|pancreatic|terminal(?:ly ill)?|palliative"
    r"|depress(?:ion|ed)|anxiety(?: attacks?| disorder)?|panic attacks?|ptsd|post-traumatic"
    r"|bipolar|schizo\w+|psychosis|sectioned|breakdown|break-down|burn-?out|burnt out"
    r"|antidepressants?|anti-depressants?|sertraline|citalopram|fluoxetine|mirtazapine|propranolol"
    r"|beta blockers|medication|counsell(?:ing|or)|therap(?:y|ist)|suicid(?:e|al)|overdose"
    r"|self-harm\w*"
    r"|alcoholic|drinking again|in recovery|rehab\b|sober|aa meetings?|adhd|autis(?:m|tic)"
    r"|asperger'?s|dyslexi[ac]|dyspraxi[ac]|tourette'?s|ocd|hearing aids?|wheelchair|crutches"
    r"|walking stick|guide dog|blue badge|stammer|stoma|catheter|prosthetic"
    r"|ivf|pregnan(?:t|cy)|miscarr\w+|stillb\w+|ectopic|morning sickness|maternity(?: leave)?"
    r"|paternity(?: leave)?|shared parental|adoption leave|breastfeeding|expressing|menopaus\w+"
    r"|perimenopaus\w+|hot flushes|hrt\b|fertility|due in \w+"
    r"|bereave(?:d|ment)|funeral|crematorium|widow(?:er|ed)?|divorc(?:e|ed|ing)|separat(?:ed"
    r"|ion)(?= from|[.,;])|custody of (?:the|my)|family court|domestic violence|refuge"
    r"|sign(?:ed)? off|signed me off|off sick|off with (?:stress|my|his|her|the|a)|on the sick"
    r"|long[- ]term sick|sick (?:leave|note|pay|for)|sickness (?:absence|leave|review|meeting"
    r"|record)|fit note|phased return|half pay|no pay|occupational health|reasonable adjustments?"
    r"|adjustments|ill[- ]health|medical (?:retirement|leave|suspension)"
    r"|compassionate leave|carer'?s leave|carer for|special leave|stress leave|fainted|fainting"
    r"|collapsed|couldn't (?:sleep|eat|get out of bed)|can't sleep|not sleeping|stopped sleeping"
    r"|not slept|a bad (?:chest|back|knee|hip|heart)|chest pains?|blood pressure|my (?:back|heart"
    r"|knee|hip|nerves|head) (?:went|gave|is|has)"
    r"|no children|never had children|single (?:mum|mother|mam|dad|father|parent)|mum of \w+"
    r"|dad of \w+|mother of \w+|father of \w+|(?:two|three|four|five|six) (?:kids|children|bairns"
    r"|boys|girls|under \w+)|childcare|school run|foster(?:ed|ing| carer)|adopted|remarried"
    r"|only wage|laid off|made redundant|diagnos(?:ed|is))"
)
_HEALTH = re.compile(
    rf"\b(?:(?:(?:I|he|she|we|who|they)(?:'m|'s|'d|'ve|'ll|'re)?|im|ive|my|his|her|our|mum|dad"
    rf"|wife's|husband's|partner's|{_WHOSE} {_KIN}(?:'s)?"
    rf"|\ufffc(?:'s)?) (?:[\w'&\-]+,? ){{0,5}}?)?{_ILL}\b(?:(?: (?:with|of|after|for|at|in|from|on"
    rf"|by|to)(?: (?:the|a|an|my|his|her|their|our))? [\w'\-]+)(?: [\w\-]+)?)?",
    re.I,
)
_KIN_FACT = re.compile(
    rf"\b(?:my|his|her|our) (?:late |ex-?|elderly |disabled |poorly |dying |twin |older |younger "
    rf"|eldest |youngest |only |own |other )?{_KIN}(?:'s|'d)? (?:(?:is|was|has|had|who|who's"
    rf"|who has|have|got|been|just|recently|suddenly|had been|has been) ){{0,3}}"
    r"(?:died|dead|dying|passed(?: away)?|gone|killed|ill|poorly|unwell|very ill|left (?:me|him"
    r"|her|us)|walked out|moved out|was born|born|lost|in (?:a (?:unit|home|hospice|coma|hospital)"
    r"|care|hospital|rehab|prison|custody|icu)|on (?:oxygen|remand|licence|probation|dialysis"
    r"|a ventilator)|not well|isn't well|leaving|can't walk|needs (?:care|me|round)|has (?:cancer"
    r"|ms))"
    r"(?: [\w'\-]+){0,4}|\b(?:my|his|her|our) late (?:\w+)|\b(?:lost|buried|caring for|care for"
    r"|look(?:ing)? after|nursed|nursing|visiting) (?:my|his|her|our) "
    rf"(?:late |elderly |disabled )?{_KIN}\b(?: (?:with|who|in|to|at|on"
    rf"|of) [\w'\-]+(?: [\w'\-]+){{0,2}})?|\ba {_KIN} in (?:a unit|care|hospital|prison|the army)"
    rf"|\b(?:wife|husband|mum|dad|partner|son|daughter|mother|father)'s (?:cancer|illness|funeral"
    rf"|death|operation|stroke|dementia|diagnosis|condition|care)",
    re.I,
)
_JOB = (
    r"(?:governor|magistrate|judge|usher|clerk|solicitor|barrister|police|copper|pc\b|dc\b"
    r"|sergeant|inspector|officer|po\b|pso\b|spo\b|pom\b|probation|prison|court|bench|service|team"
    r"|office|manager|deputy|head|director|aco|chief|union rep|councillor|mp\b|minister|journalist"
    r"|reporter|vicar|chaplain|psychologist|nurse|doctor"
    r"|social worker|teacher|works? (?:for|at|in|on|with|there|here)|worked (?:for|at|in|on|with"
    r"|there|here)|same (?:building|office|court|landing|wing|team|prison|school|class|unit|street"
    r"|floor|shift)|there\b|trainee|pqip|on the (?:board|parole board|bench|council|panel)"
    r"|in (?:hr|the job|probation|the service|custody|prison|the police|the cps)|supervis\w+"
    r"|caseload|employer|landlord|serving|for the (?:trust|council|cps|police))"
)
_TIE = re.compile(
    rf"\b(?:my|his|her|our|whose|their) (?:late |ex-?|own |twin |older |younger |big |little "
    rf"|eldest |youngest |only |next-door )*{_KIN}(?:'s)?(?:,| -)?(?:'s| is| was| works| worked"
    rf"| used to|, who| who| happens|, (?:a|an|the|our|also)| got| runs| ran| chairs| manages"
    rf"| managed| sits| trained| went| in| on| at| the| a| an| also| both| and I| and me"
    rf"|'d been){{1,2}}[^.!?\n;\ufffc]{{0,45}}?\b{_JOB}",
    re.I,
)
_TIES = re.compile(
    rf"\b(?:married|engaged|related|brother|sister|cousin|aunt|uncle|nephew|niece) to (?:a|an|the"
    rf"|my|one of|our|his|her|someone|somebody) [\w'\-]+(?: [\w'\-]+){{0,5}}|\b(?:I'm|I am"
    rf"|im) (?:the|her|his|their) {_KIN}\b"
    rf"|\b(?:she|he|who|they)(?:'s| is| was|'d been) (?:also )?(?:my|his|her|our|the \w+'s"
    rf"|\w+'s) (?:\w+-?\w*'s )?(?:\w+ )?{_KIN}(?:'s \w+)?\b|\b(?:two|three|both) of us (?:that "
    rf"|who )?(?:are |being )?(?:brothers|sisters|married|a couple|cousins"
    rf"|related)\b[^.!?\n;]{{0,40}}"
    rf"|\b(?:went to|was at|were at|at) (?:school|college|uni|university|antenatal) with (?:my|his"
    rf"|her|the|our) [\w'\-]+(?: [\w'\-]+){{0,2}}|\bsleeping with (?:the|my|our|his|her) \w+"
    rf"|\b(?:the|our) \w+ (?:is|was) (?:my|her|his) {_KIN}\b|\b{_KIN} of (?:the|our"
    rf"|my) (?:governor|head|manager|spo|judge|chief|director|aco|magistrate|mp)\b"
    rf"|\b(?:my|our|the|her|his) (?:[\w\-]{{2,20}} )?[\w\-]{{2,20}}'s {_KIN}\b(?: (?:is|was|who"
    rf"|works|worked)"
    r"(?: [\w'\-]+){1,4})?"
    r"|\b(?:I|he|she|we)(?:'d| had|'ve| have)? (?:been|gone|went|was|were) (?:at|to) (?:the"
    r" same )?(?:school|college|uni"
    r"|primary|nursery|sunday school|playgroup|scouts) (?:with|together|as)(?: [\w'\-]+){0,3}"
    rf"|\bI (?:married|divorced|dated|went out with|am seeing|lived with|was married to|am"
    rf" married to) (?!my job\b)"
    r"[\w'\-]+(?: [\w'\-]+){0,3}"
    rf"|\b(?:she|he|they)(?:'s|'re| is| are| was| were) (?:the|a|an|also the) (?:deputy|head"
    rf"|spo|governor|boss|manager|trainee"
    r"|usher|magistrate|clerk|sergeant) (?:there|here|in the same [\w'\-]+|at (?:the|our|his"
    r"|her|my) [\w'\-]+)"
    rf"|\bmy {_KIN}, (?:a|an|the|who) [\w'\-]+(?: [\w'\-]+){{0,3}}"
    rf"|\bour kid's an? \w+(?: and so am I)?|\b(?:daughter|son|child|mother|father|brother|sister"
    rf"|grandchild) of an? (?:police|prison|probation|judge|magistrate|vicar|miner"
    rf"|governor)\w*(?: officer)?",
    re.I,
)
_KINSHIP = re.compile(
    rf"\b(?:my|his|her|our) (?:late |ex-?|own |twin |older |younger |big |little |eldest "
    rf"|youngest |only |next-door |first |second )*{_KIN}(?:'s)?\b(?!'?s? (?:age|name|house|say"
    rf"|of))(?:[,]? [\w'\-]+){{0,4}}",
    re.I,
)
_PEOPLES = (
    r"(?:black|asian|mixed[- ]race|dual[- ]heritage|brown|caribbean|west indian|african|jamaican"
    r"|nigerian|ghanaian|somali|eritrean|ethiopian|kenyan|ugandan|zimbabwean|congolese|sudanese"
    r"|pakistani|bangladeshi|bengali|indian|punjabi|gujarati|kashmiri|sri lankan|tamil|chinese"
    r"|vietnamese|filipino|filipina|japanese|korean"
    r"|thai|polish|romanian|bulgarian|lithuanian|latvian|albanian|kosovan|ukrainian|russian"
    r"|hungarian|czech|slovak|portuguese|brazilian|spanish|italian|greek|cypriot|turkish|kurdish"
    r"|iranian|iraqi|syrian|afghan|arab|irish|scottish|welsh|cornish|scouse|geordie|brummie"
    r"|cockney|glaswegian|mancunian|traveller|irish traveller|romany|romani|roma|gypsy|german"
    r"|french|dutch|american|australian|south african"
    r"|muslim|christian|catholic|sikh|hindu|jewish|buddhist|pagan|quaker|rastafarian"
    r"|jehovah'?s witness|evangelical|mormon|gay|lesbian|bisexual|bi|queer|trans(?:gender)?"
    r"|non-?binary|deaf|blind|partially sighted|disabled|wheelchair[- ]using|neurodivergent|white)"
)
_DEMOGRAPHIC = re.compile(
    rf"\b(?:(?:(?:I'm|I am|im|I was|he's|she's|hes|shes|he is|she is|he was|she was|being|as"
    rf"|\ufffc's|\ufffc is|who's|who is|my \w+ is|became|came out as|identify as|from)(?: the| an?"
    rf"| only| one| both| openly| practising| proud| born| the only| the first| one of the few"
    rf"| a)*)(?: \w+)?? (?:young |old |older |first |only |openly |big |little |visibly "
    rf"|working[- ]class )?{_PEOPLES}\b(?! (?:office|court|prison|team|hub|government))(?: (?:man"
    rf"|woman|lad|lass|girl|bloke|po|pso|spo|officer|family|background|heritage|guy|mum|dad|male"
    rf"|female|person|colleague|manager|muslim|traveller|speaker|catholic|in \w+ \w+))*"
    rf"|(?:the|only|first|an?|one|two|our|young|openly|elderly|older|my) (?:only |first |young "
    rf"|openly |older |lone |other |few )*{_PEOPLES} (?:man|men|woman|women|lads?|lass|girl|bloke"
    rf"|guy|po|pso|spo|officer|colleague|manager|person|people|family|staff|member|trainee|senior"
    rf"|male|female|cleaner|cook|heritage|in a turban|mum|dad|kid|boy|couple|face|voice|accent"
    rf"|speaker|one)s?)\b",
    re.I,
)
_SIGNS = re.compile(
    r"\b(?:hijabi?|niqab|abaya|turban|kippah|yarmulke|burqa|headscarf|prayer mat|dreadlocks"
    r"|cornrows|my (?:first|second|third|native|mother) (?:language|tongue)|(?:english"
    r"|welsh) (?:is|was)(?:n't| not) my (?:first|native)|[A-Z]\w+ (?:is|was) my (?:first|second"
    r"|third) language|(?:cymraeg|welsh|english|polish|urdu|punjabi) first\b|first[- ]language \w+"
    r"|\w+[- ]speaking (?:po|pso|officer|one|family|woman|man|staff)|only (?:man|woman|male|female"
    r"|bloke|lad|girl|mum|parent|person of colour|non-white \w+|black \w+|brown \w+)"
    r"|person of colour|people of colour|my (?:accent|skin|colour|faith|religion|sexuality|gender"
    r"|disability|transition|mosque|church|synagogue|gurdwara|temple)|(?:his|her) (?:accent|faith"
    r"|turban|hijab|headscarf|transition|husband's mosque)"
    r"|came (?:over|here) from \w+|born (?:and (?:raised|bred) )?in (?!a )(?-i:[A-Z])\w+"
    r"|grew up in (?-i:[A-Z])\w+|from the (?:philippines|caribbean|gambia|valleys|congo|ukraine"
    r"|traveller community)|originally from (?-i:[A-Z])\w+|the only one from (?-i:[A-Z])\w+"
    r"|working[- ]class (?:lad|girl|woman|man|background)|as (?:a )?(?:man|woman|mother|mum|father"
    r"|dad|gay man|lesbian|single mum)(?= (?:of|in|with|who|,|I|on))|grand(?:ad|dad|mother|father"
    r"|ma|pa) at [\w\-]+)\b",
    re.I,
)


def circumstances(scene: Scene) -> Iterator[Span]:
    """Find what is said of one private person's origin, faith, health, family and ties."""
    text = scene.text
    for category, patterns in (
        ("HEALTH_FAMILY", (_HEALTH, _KIN_FACT)),
        ("RELATION", (_TIE, _TIES, _KINSHIP)),
        ("DEMOGRAPHIC", (_DEMOGRAPHIC, _SIGNS)),
    ):
        for pattern in patterns:
            for match in pattern.finditer(text):
                if _about_one(scene, match.start(), match.end()):
                    yield Span(match.start(), match.end(), category)


_ONE = re.compile(
    r"\b(?:I|I'\w+|im|ive|my|me|he|she|his|her|him|he'\w+|she'\w+|hes|shes|our|your|\w+'s|mum|dad"
    r"|lad|fella|bloke|wife|husband|partner|resident|colleague|someone|somebody|we'\w+|we)\b"
    r"|\ufffc",
    re.I,
)


def _about_one(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a fact is said of one person, and not as a general remark."""
    sentence = scene.at(start)
    if sentence.public and not sentence.self:
        return False
    if scene.told and not sentence.public:
        return True
    if _ONE.search(scene.text, max(sentence.start, start - 80), min(sentence.end, end + 30)):
        return True
    return len(scene.sentences) > 1 and sentence.end - sentence.start < 60 and scene.private(start)
