"""What colleagues would recognise: incidents, cases, postings, and words of the house."""

import re
from collections.abc import Iterator

from contributions.deidentify.quasi.scene import Scene
from contributions.deidentify.spans import Span

_WHO = (
    r"(?:I|we|he|she|they|who|someone|somebody|both of us|two of us|one of (?:them|us|mine|my \w+)"
    r"|my (?:colleague|manager|officer|spo|trainee|desk|chair|computer|case|complaint|post|role"
    r"|job|son|daughter|client)|the (?:team|office|lad|man|banner)|a (?:colleague|client|resident"
    r"|lad|man|woman)|\ufffc)"
)
_DONE = (
    r"(?:suspended|dismissed|sacked|fired|moved(?= (?:to|from|out|desk|team|office|across|on"
    r"|against))|transferred|redeployed|relocated|demoted|promoted|headbutted|punched|slapped"
    r"|kicked|bitten|assaulted|spat (?:at|on)|attacked|threatened|stabbed|slashed|strangled|groped"
    r"|followed (?:home|to)|stalked|held hostage|taken hostage|locked (?:in|out)"
    r"|interviewed(?= (?:for|by|under|about|on|without|again))|investigated|disciplined|escorted"
    r"|marched|frogmarched|managed out|capability|breached|recalled(?= (?:for|after|because|on"
    r"|over))|called (?:in|into|up|to the|before)|hauled|summoned|pulled (?:up|out of|into|in"
    r"|aside)|written up|made redundant|confiscated|evacuated|restrained|arrested|outed|exposed"
    r"|reported to"
    r"|told (?:in writing|to (?:stop|leave|re-?\w+|change|delete|alter|rewrite|back-?date|shred"
    r"|lie|sign|apologise|remove|downgrade|falsify|go home|keep quiet|clear|hand))"
    r"|asked to (?:re-?\w+|change|delete|alter|back-?date|shred|sign|lie|leave|apologise|remove"
    r"|downgrade|resign|step down)|spoken to about|given a (?:warning|written|final)|put on (?:a"
    r"|an) (?:\w+ )?(?:plan|warning|improvement)|named (?:in|on|as)|filmed|photographed|burgled"
    r"|hospitalised|found (?:at|dead|hanged|in|by)"
    r"|pushed(?= (?:against|into|over|up|down|out))|shoved|grabbed|barricaded|ambushed|screamed at"
    r"|shouted at(?= (?:by|in|for|until|across))|humiliated|laughed at|sworn at(?= by)"
    r"|not put forward|turned down(?= (?:for|by))|passed over|rejected for|struck off|barred"
    r"|banned|excluded|given notice|served (?:notice|with)|charged with|raided|flooded|closed down"
    r"|stopped for|refused leave|closed without|fined)"
)
_PASSIVE = re.compile(
    rf"\b{_WHO}(?:'d| had| have|'ve|'s| has)? (?:(?:was|were|got|been|being|am|is|are|then|also"
    rf"|both|later|never|once|nearly|all|had|then|even"
    rf"|just) ){{1,3}}{_DONE}\b[^.!?\n;:,\ufffc]{{0,90}}\b",
    re.I,
)
_ACTED = re.compile(
    r"\b(?:I|we|he|she|who|\ufffc|two of us|both of us|one of us|somebody|someone)(?:'d|'ve| had"
    r"| have| finally| then| also| just| even| both| eventually)* (?:resigned|handed in (?:my|his"
    r"|her|our) notice|gave (?:my|his|her|in my) notice|walked out|went off sick|whistle-?blew"
    r"|blew the whistle|complained(?= (?:in|to|about|that|formally|twice))|put in (?:a|my"
    r"|an) (?:grievance|complaint|transfer|request|flexible|sar|subject|formal)\b|raised (?:a|my"
    r"|an|it|concerns|this)"
    r"|lodged|submitted a|filed a|took out a|took (?:them|it|the trust|the service) to|refused to"
    r"|appealed|gave evidence|testified|reported (?:it|him|her|them|this|my|the)|emailed the"
    r"|wrote to (?:the|my)|confronted|recorded (?:the|it|him|her)|leaked|exceeded|cried (?:in|at"
    r"|on|all)|sobbed|broke down|collapsed|fainted|laughed out loud|threw|slammed|spat|punched"
    r"|kicked off|barricaded|attacked|pulled a|set fire|jumped|absconded|escaped|turned up (?:with"
    r"|drunk|armed)|brought a (?:knife|blade|weapon)"
    r"|won (?:my|the|his|her)|lost (?:my|the|his|her) (?:appeal|case|tribunal|grievance)|settled"
    r"|signed an? nda|went to (?:tribunal|the press|the papers)|supervised (?:a|the) (?:man|woman"
    r"|lad|case)|found (?:him|her|the body)|had to (?:evacuate|restrain|cut|tell (?:his|her|the)"
    r"|identify|break|hide|run))\b[^.!?\n;:,\ufffc]{0,80}\b",
    re.I,
)
_HAPPENED = re.compile(
    r"\b(?:I|he|she|we|they|\ufffc|one of (?:them|us|mine)|somebody|someone|two \w+|my \w+)(?:'d"
    r"| had|'s| has|'ve| have)? (?:was|were|got|gets|been|being|is being|am being) (?:\w+ly |then "
    r"|also |both |later |never )?(?!\w*(?:seconded|based|tired|worried|pleased|supposed|interested"
    r"|bored|used|meant|allowed|expected|married|involved|retired|frightened|scared|ashamed|surprised"
    r"|amazed|inclined|concerned|excited|reminded|aged|born|paid|taught|called|named|brought up"
    r"|given|done|gone|seen|right|about|just|quiet|great|different|patient|decent|silent|absent"
    r"|present|confident|content|honest|most|last|past|best|lost|left|fit|not|it|at|out|what"
    r"|that))(?:\w{2,}ed|taken|driven|beaten|thrown|written|shown|hidden|stolen|broken|bitten"
    r"|chosen|frozen|sent|kept|cut|shut|hit|put|caught|held|made to"
    r"|told)\b[^.!?\n;:,\ufffc]{0,80}\b",
    re.I,
)
_TOLD = re.compile(
    r"\b(?:they|he|she|somebody|someone|my (?:manager|spo|senior|boss|head|director|governor)"
    r"|\ufffc)(?:'ve|'d|'s| have| had| has)? (?:told|asked|made|ordered|instructed|warned|offered"
    r"|advised|wanted|sent|moved|gave|put|took|left|handed|rang|phoned|emailed|accused|threatened"
    r"|stopped|refused) (?:me|us|him|her)\b[^.!?\n;:,\ufffc]{3,70}\b",
    re.I,
)
_AGAINST = re.compile(
    r"\b(?:they|he|she|hr|management|my \w+|our \w+|the \w+|somebody|someone|\ufffc) (?:'ve "
    r"|have |had |has |then |later )?"
    r"(?:disciplined|suspended|sacked|dismissed|transferred|demoted|redeployed|investigated|reported|interviewed|moved"
    r"|accused|blamed|humiliated|escorted|marched|threatened|followed|hit|punched|grabbed"
    r"|shoved|kissed|touched|spat at"
    r"|sectioned|recalled|stopped (?:paying|releasing|speaking to|using)) (?:me|him|her|us"
    r"|them)\b[^.!?\n;:,\ufffc]{0,60}\b"
    r"|\b(?:my|his|her|our) (?:own )?(?:[\w'\-]{2,20} ){1,3}(?:was|were|got|had been) (?:read"
    r"|shown|taken|moved|given|sold"
    r"|donated|cleared|emptied|copied|printed|left|found|deleted|changed|altered|rewritten|shredded|stolen|lost|searched"
    r"|handed|passed|shared|forwarded|posted|cut|stopped)\b[^.!?\n;:,\ufffc]{0,60}\b"
    r"|\b(?:an? |the )?allegations? (?:of|about|against|in respect of|that"
    r"|from)\b[^.!?\n;:,\ufffc]{0,40}\b"
    r"|\b(?:is|was|on|be) (?:my|his|her) (?:last|first|final) (?:day|shift|week|supervision)\b"
    r"|\b(?:on the way (?:back|home|there|in) from|at|during|after|outside|in) (?:an?|the|my"
    r"|our) (?:home visit|visit|interview"
    r"|supervision|assessment|induction|oral hearing|handover|training (?:day|course|event)"
    r"|team (?:meeting|brief|day)"
    r"|conference call|appointment)\b(?: (?:in|at|on|with|about|to) (?:the |a |an |my"
    r" )?[\w'\-]+(?: [\w'\-]+){0,3})?"
    r"|\b(?:an?|the|our|this|that) (?:[\w'\-]{2,20} ){0,2}(?:meeting|course|training|workshop"
    r"|debrief|audit|branch do"
    r"|leaving do|presentation|roadshow|drop-in|webinar|briefing) (?:about|with|on|in|at|where"
    r"|when|for)"
    r" (?:the |a |an |my |it |us )?[\w'\-]+(?: [\w'\-]+){0,3}"
    r"|\b(?:put in for|applied for|took|turned down|went for|was refused|missed out on)"
    r" (?:early retirement|voluntary redundancy"
    r"|the (?:job|post|spo post)|a transfer|a move|flexible working|promotion|part[- ]time|an?"
    r" sideways move)\b"
    r"|\b(?:been|was|were|got) (?:robbed|mugged|burgled|attacked|assaulted|stalked|followed"
    r"|held up)\b[^.!?\n;:,\ufffc]{0,40}\b"
    r"|\ban? (?:sfo|acct|serious incident|death in custody|domestic homicide) (?:review"
    r"|inquiry|investigation)\b",
    re.I,
)
_AFFAIR = re.compile(
    r"\b(?:my|his|her|our|their|a|an|the|\ufffc's)(?: \w+)? (?:grievances?|disciplinary"
    r"|appeal(?= (?:hearing|panel|was|against|got|is|meeting))|tribunal|formal complaint"
    r"|complaint (?:about|against|was|had|got|to)|(?:capability|disciplinary|absence|grievance"
    r"|investigation|fact-?finding|probationary|sickness|attendance) (?:hearing|meeting|interview"
    r"|panel|process|procedure|review|stage \w+)|exit interview|resignation(?: letter)?"
    r"|return[- ]to[- ]work(?: (?:meeting|interview))?"
    r"|transfer request|subject access(?: request)?|whistleblow\w+(?: (?:complaint|disclosure))?"
    r"|performance (?:plan|review|improvement)|final warning|written warning|suspension|sfo review"
    r"|serious further offence review|inquest|serious case review|learning review|leaving do"
    r"|leaving party|retirement (?:do|party)|christmas (?:do|party|lunch)|away ?day|team (?:day"
    r"|meeting) (?:on|in|at|last|when|where)|progression panel|promotion board|sift|mappa panel"
    r"|parole hearing|oral hearing|hostage|stabbing|assault|fight|fire|flood|lockdown|siege"
    r"|announcement (?:about|that|of)|inspection(?= (?:had|team|week|last|sampled|report|in|on"
    r"|came|found|of)))\b(?:[^.!?\n;:,\ufffc]{0,40}\b)?",
    re.I,
)
# A beast or a weapon in a case is what people remember of it.
_ODDITY = (
    r"(?:snake|python|lizard|iguana|tortoise|turtle|spider|scorpion|parrot|budgie|owl|falcon|hawk"
    r"|pigeon|peacock|swan|goose|geese|duck|hen|chicken|cockerel|turkey|horse|pony|donkey|mule|cow|calf"
    r"|bull|sheep|lamb|goat|pig|piglet|llama|alpaca|camel|ferret|weasel|stoat|badger|fox|hedgehog|otter"
    r"|rabbit|hamster|guinea pig|gerbil|monkey|crocodile|alligator|lion|tiger|bear|wolf|koi"
    r"|goldfish"
    r"|sword|sabre|crossbow|longbow|axe|hatchet|machete|chainsaw|sledgehammer|pitchfork|spade|spear"
    r"|harpoon|catapult|blowtorch|grenade|musket|coffin|urn|wheelie bin|mobility scooter|tractor)"
)
_CASE = re.compile(
    r"\b(?:(?:it was|was|made|all over|been|is|ended up|splashed|he was|she was|got|were) (?:in|on"
    r"|all over) the (?:local |national |sunday |daily |evening )*(?:papers?|news|press|telly|tv"
    r"|radio|echo|mail|sun|mirror|front page|headlines|gazette|post|chronicle|argus"
    r"|herald)[^.!?\n;]{0,40}|(?:a|the|whose|that|one) case (?:that )?(?:you|you'd|everyone"
    r"|everybody|people) (?:would|will|'ll|may|might)? ?(?:know|remember|recognise|have (?:read"
    r"|heard|seen))[^.!?\n;]{0,40}|you(?:'d|'ll| will| would| may| might)? (?:have )?(?:know|knew"
    r"|remember|read about|heard of|recognise|seen) (?:the|him|her|it|which|who|his"
    r"|about)(?: \w+){0,4}"
    r"|if you'?re from (?:round|around) here[^.!?\n]{0,20}|(?:the|that) (?:one|man|woman|lad|lady"
    r"|fella|bloke|girl|boy|couple|brothers|family) (?:with the|who (?:'d |had )?(?:\w+ed|stole"
    r"|sold|shot|hid|kept|did|took|set|burnt|drove|robbed|killed|made|ran|wrote|threw|broke|cut"
    r"|bit|ate|fed|got)\b)[^.!?\n;:,]{0,50}|(?:stolen|stole|robbed|smuggled|set fire to"
    r"|burned down|burnt down|impersonated|kidnapped|poisoned|dismembered|beheaded|embezzled"
    r"|forged|defrauded|shoplifted|torched|hijacked) (?:an?|the|his|her|from|some|two"
    r"|three) [\w'\-]+(?: [\w'\-]+){0,4}|infamous|notorious|high[- ]profile|a (?:former"
    r"|ex-?) (?:footballer|soldier|policeman|police officer|teacher|priest|vicar|councillor|mp"
    r"|mayor|judge|solicitor|prison officer|probation officer|magistrate|boxer|actor|pop star"
    r"|celebrity|doctor|gp|nurse|paramedic|headteacher|headmaster|soldier)"
    r"|(?:double|triple|child|contract) (?:murder(?:er)?|killing|killer)|murdered (?:his|her|two"
    r"|three|a)\b[^.!?\n;,]{0,40}"
    r"|first (?:person|man|woman|case|one) in (?:the|this) (?:country|county|region"
    r"|area) to\b[^.!?\n;]{0,40}|"
    rf"{_ODDITY}s?\b(?: [\w'\-]+){{0,3}})",
    re.I,
)
_POSTING = re.compile(
    r"\b(?:(?:on )?second(?:ed|ment)s?\b(?: (?:to|at|with|in|from|into))?(?: (?:the |a "
    r"|an )?[\w'\-]+){0,4}|(?:lent|loaned|attached|borrowed) (?:me |him |her |out )?(?:to"
    r"|by) (?:the |a )?[\w'\-]+(?: [\w'\-]+){0,4}|(?:part[- ]time|compressed (?:hours|week)"
    r"|job[- ]share|term[- ]time(?: only)?|annualised hours|nine[- ]day fortnight|four[- ]day week"
    r"|(?:two|three|four|2|3|4|2\.5|3\.5) days(?: a week|, unpaid \w+)|career break|sabbatical"
    r"|\w+[- ]hour nights"
    r"|night duty|nights on|night shifts?|on nights|waking nights"
    r"|sessional|agency|bank (?:staff|shifts)|zero[- ]hours|flexi-?retire\w*|partial retirement"
    r"|(?:0?\.\d|point \w+) fte)\b(?: [\w'\-]+){0,2}"
    r"|(?:working (?:party|group)|steering group|task (?:force|group)|pilot(?:ed|ing)?\b(?: (?:the"
    r"|a|site|scheme|project|of))?|project (?:lead|team|board)|the (?:staff|lay|union"
    r"|service user) (?:member|rep|representative) on [\w' ]{3,25})(?: (?:with|for|on|of|that|in"
    r"|to) [\w'\-]+(?: [\w'\-]+){0,3})?"
    r"|I(?:'d|'ve| have| had|'m| was| also| used to| once| still)* (?:run|ran|wrote|write|designed"
    r"|set up|piloted|chair(?:ed)?|deliver(?:ed)?|developed|founded|started (?:the|a|up)|built"
    r"|coach(?:ed)?|organis(?:e|ed)|co-?wrote|drafted|invented|produced"
    r"|edit(?:ed)?|lead|led|train(?:ed)? (?:the|all|half|most|every)|sat (?:on|as)|sit on"
    r"|represented|won|played for|serve[d]? (?:in|on|as)|taught|presented|appeared"
    r"|spoke at|published|was (?:awarded|nominated|shortlisted|given an?|the first|the regional"
    r"|the national|part of)) [^.!?\n;:\ufffc]{3,60}?(?=[.!?\n;:,\ufffc]|$| (?:and|but|because"
    r"|until|till|when|which)\b)"
    r"|(?:before (?:probation|this|that|I (?:joined|came|qualified))|in (?:a|my) (?:former"
    r"|previous|past|other) (?:life|job|career)|second (?:job|career)|came (?:to us |into \w+ "
    r"|to probation )?from (?:running|being|working|teaching|the (?:army|navy|raf|police|fire"
    r"|church|prison|ambulance|bank|council|railway)|a)|I (?:was|used to be|'d been"
    r"|had been) an? (?:\w+ ){0,2}(?:teacher|nurse|soldier|squaddie|sailor|marine|copper|police\w*"
    r"|miner|steelworker|nun|monk|priest|vicar|musician|actor|actress|dancer|chef|baker"
    r"|hairdresser|journalist|lawyer|banker|estate agent|bus driver|train driver|paramedic"
    r"|firefighter|postman|farmer|fisherman|builder|plumber|electrician|mechanic"
    r"|engineer|librarian|social worker|youth worker|housing officer|bouncer|barmaid"
    r"|pilot|vet|accountant|lecturer|paralegal|reservist|territorial|magistrate|councillor"
    r"|foster carer)s?)\b(?: (?:in|at|for|with|to|on) [\w'\-]+(?: [\w'\-]+){0,3})?"
    r"|(?:obe|mbe|butler trust|howard league award|long service (?:medal|award)|queen's \w+ medal"
    r"|imperial service medal|probation officer of the year|(?:staff|team|regional|national) award"
    r"|commendation|ph\.?d|doctorate|masters?(?: degree)? in \w+|ma in \w+|llb|llm"
    r"|dissertation on [\w ]{3,30}|my (?:thesis|dissertation|book|article|paper|podcast|memoir"
    r"|choir|band))\b)",
    re.I,
)
_QUOTE = re.compile(r"\"(?P<words>[^\"\n\ufffc]{3,90})\"")
_SAYING = re.compile(
    r"\b(?:said|says|told|tells|called|calls|call|calling|wrote|written|feedback|e-?mail(?:ed|s)?"
    r"|entitled|titled|headed|subject|quote|quoting|memo|notice|slide|poster|phrase|words|opened"
    r"|lack|lacked|put|described|described as|branded|known as|named|labelled|termed|sign|signed"
    r"|minutes?|newsletter|intranet|asked|replied|verbatim|message|text|report|network|invite"
    r"|meeting|training|workshop|event|\bwas\b|were|is)\b",
    re.I,
)
_CATCHPHRASE = re.compile(
    r"\b(?:(?:my|his|her|their|our|the|manager's|director's) (?:catch-?phrase|favourite (?:phrase"
    r"|word|saying|line)|motto|mantra|strapline|slogan)|(?:as (?:she|he|they"
    r"|we) (?:always )?(?:says?|put it|likes? to say|calls? it))|verbatim|and I quote"
    r"|word for word|exact words|those were the words)\b[^.!?\n;]{0,60}",
    re.I,
)


def incidents(scene: Scene) -> Iterator[Span]:
    """Find incidents, unusual cases, postings and words that colleagues would recognise."""
    text = scene.text
    for category, patterns in (
        ("EVENT", (_PASSIVE, _ACTED, _AGAINST, _AFFAIR, _HAPPENED, _TOLD)),
        ("UNUSUAL_CASE", (_CASE,)),
        ("ASSIGNMENT", (_POSTING,)),
        ("STYLE", (_CATCHPHRASE,)),
    ):
        for pattern in patterns:
            for match in pattern.finditer(text):
                sentence = scene.at(match.start())
                if sentence.self if sentence.public else sentence.personal:
                    end = match.start() + len(match.group().rstrip(" ,"))
                    yield Span(match.start(), end, category)
    for match in _QUOTE.finditer(text):
        sentence = scene.at(match.start())
        spoken = _SAYING.search(text, max(sentence.start, match.start() - 60), match.start())
        if spoken and sentence.personal and not sentence.public and match["words"].count(" ") < 14:
            yield Span(match.start(), match.end(), "STYLE")
