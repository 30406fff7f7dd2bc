"""Illness and care by the words around them: "a hip date", "her bairn in the RVI"."""

import re
from collections.abc import Iterator

from contributions.deidentify.numbers import NUMBER
from contributions.deidentify.quasi.scene import Scene
from contributions.deidentify.quasi.ties import KIN
from contributions.deidentify.spans import Span

_WORD = r"[\w'\-]{1,20}"
_BODY = (
    r"(?:hip|knee|back|neck|shoulder|spine|discs?|heart|lungs?|kidneys?|liver|bowel|bladder"
    r"|prostate|womb|ovary|breast|thyroid"
    r"|eyes?|ears?|teeth|jaw|wrist|ankle|foot|feet|leg|arm|hand|brain|nerves?|skin|blood|joints?"
    r"|gall ?bladder|appendix|tendon"
    r"|cartilage|pelvis|rib|collarbone|stomach|throat|voice|sight|hearing|memory)"
)
_ILL = (
    r"(?:cancer|leukaemia|lymphoma|chemo|radiotherapy|stroke|parkinson'?s|alzheimer'?s|dementia|"
    r"(?-i:MS)|mnd|diabetes|epilepsy"
    r"|fibromyalgia|lupus|crohn'?s|colitis|ibs|endometriosis|arthritis|asthma|copd|angina|stent"
    r"|pacemaker|bypass|sepsis|dialysis|transplant"
    r"|hernia|sciatica|cataracts?|lewy body|sickle cell|hearing loss|miscarriage|migraines?"
    r"|shingles|long covid|vertigo|surgery|biopsy|scan"
    r"|mri|depression|anxiety|panic attacks?|ptsd|bipolar|schizophrenia|psychosis|breakdown"
    r"|burnout|adhd|autism|asperger'?s|dyslexia"
    r"|dyspraxia|tourette'?s|ocd|hearing aids?|wheelchair|crutches|stammer|stoma|catheter|ivf"
    r"|menopause|hrt|down'?s|cerebral palsy"
    r"|cystic fibrosis|spina bifida|glaucoma|macular|tinnitus|psoriasis|eczema|coeliac|gout"
    r"|vasculitis|sarcoidosis|pots|raynaud'?s"
    r"|narcolepsy|insomnia|anorexia|bulimia|degenerative \w+|fused \w+|slipped \w+|torn \w+"
    r"|broken \w+|fractured \w+|replacement \w+"
    r"|prolapsed \w+|tumou?r|cyst|polyps?|fibroids?|gallstones|kidney stones|ulcers?|dvt|embolism"
    r"|fits|seizures|blackouts|fatigue"
    r"|one (?:eye|lung|kidney|ear|leg|arm|hand))"
)
_SHAPES = tuple(
    re.compile(shape, re.I)
    for shape in (
        r"(?:\b|(?<='))(?:has|have|had|ve|got|having|needs?|with|since|after|because of|cos of"
        r"|due to|on account of|for|over|through|by|ive|of|from|since) "
        rf"(?:(?:an?|the|my|his|her|some|bad|severe|chronic|mild|early|{_BODY}) ){{0,3}}{_ILL}\b"
        rf"(?:,? (?:and|in|on|since|with)(?: (?-i:[a-z])[\w'\-]{{1,20}}){{1,3}})?",
        rf"\b(?:an?|my|his|her|the|new|dodgy|bad|gammy|wrecked) (?:{_WORD} )?{_BODY} (?:date|op"
        r"|operation|replacement|scan|job|thing|trouble|problem|condition|clinic|stent"
        rf"|transplant|surgery|appointment|injury|attack|failure|complaint|flare-?up)\b",
        r"\b(?:going|go|went|goes|been) (?:under the knife|in for (?:a|an|my|his|her|the)"
        rf" {_WORD}(?: {_WORD})?|for (?:a|an|my|his|her) (?:scan|op|biopsy|smear|test))\b"
        rf"(?:,? (?:on|in|at) (?:the )?{_WORD})?(?: ?\([^()\n]{{3,30}})?",
        r"\b(?:use|uses|used|need|needs|walk with|walks with|on) (?:an? |my |his |her )(?:chair"
        r"|stick|frame|hoist|wheelchair|scooter|rollator|white cane|guide dog|drip"
        r"|ventilator|sling|plaster cast|boot)\b(?:,? since [\w' ]{3,30})?",
        r"\b(?:off|away|out|absent|signed off|hospitali[sz]ed|laid up)(?: sick| ill| poorly|"
        rf" work)? (?:for )?{NUMBER} (?:days?|weeks?|wks?|months?)\b"
        rf"(?: (?:with|for|after|because of|when) (?:my |his |her |the |a )?{_WORD}(?:"
        rf" {_WORD}){{0,2}})?",
        rf"\b{NUMBER} (?:days?|weeks?|wks?|months?) (?:off|sick|absent|on the sick|signed off|in"
        r" hospital|in a coma|in bed)\b(?: (?:with|for|after) (?:my |his |her |the )?"
        rf"{_WORD})?",
        r"\bstage (?:one|two|three|1|2|3)\b(?: (?:warning|meeting|absence|trigger|sickness))?"
        rf"(?: (?:for|over|because|after|cos) {_WORD}(?: {_WORD}){{0,6}})?",
        rf"\b(?:my |his |her |our |wor |(?-i:[A-Z])\w+'s )?(?:late |poor |elderly ){{0,1}}{KIN}"
        r"(?:'s)? (?:was|is|were|had been|went|has been|being|'d been|in|into)"
        r"(?: (?:back|still|taken|rushed|admitted|up))? ?(?:in|into|to|at)? (?:the )?"
        rf"(?-i:[A-Z])[\w\-]{{2,20}}(?:,? and then when (?:he|she) wasn't)?",
        rf"\b{KIN},? who(?:'s| has| had| is|'d| can't| cannot| needs| doesn't)(?: got)? {_WORD}"
        rf"(?: {_WORD}){{0,9}}",
        rf"\b(?:my|his|her|our|wor|its) (?:own |late |elderly |only )?{KIN}(?:'s|s')? (?:(?:is"
        r"|was|has|had|'s|been|'d) )?(?:not well|unwell|poorly|ill|dying|dead|deaf|blind"
        r"|disabled|gone|died"
        r"|passed|lost|leaving|left|adopted|fostered|born|due|sick|frail|bedbound|housebound"
        r"|sectioned|can't|cannot|doesn't|needs|dialysis|chemo"
        r"|operation|funeral|wake|diagnosis|stroke|cancer|scan|illness|birth|christening|wedding"
        r"|month's mind|anniversary|appointments?|inquest|care home"
        rf"|carer)\b(?: (?!and\b|but\b){_WORD}){{0,6}}",
        rf"\b(?:carer|caring|care) (?:for|of) (?:my |his |her |our |a |two |three |an? )?{_WORD}"
        rf"(?: {_WORD}){{0,3}}(?:, who [\w' ]{{3,30}})?",
        r"\b(?:to have|having|had|expecting|carrying|lost|losing|adopting|fostering|with) "
        r"(?:the |our |my |her |a |his )?(?:twins|triplets|baby|first child|second child|third"
        r" child|babies|a child)\b",
        r"(?:^|[,.;(:–-] ?)(?P<told>(?:heavily |\w+ (?:weeks|months) )?(?:pregnant|deaf|blind"
        r"|disabled|diabetic|widowed|divorced|bereaved|autistic|dyslexic|epileptic"
        r"|partially sighted|hard of hearing|neurodivergent|adhd|in a wheelchair|single (?:mum"
        r"|mam|dad|parent)|(?:mum|mam|dad|mother|father) of \w+))(?=\s?[,.;)–-]|$| and\b|"
        r" with\b)",
        r"\b(?:crying|cried|in tears|in bits|sobbing|shaking|being sick|threw up|fainted|passed"
        rf" out|collapsed) (?:in|at|on|over|down|by) (?:the |my |his |her |a )?{_WORD}(?:"
        rf" {_WORD}){{0,4}}",
        r"\b[\w\-]{2,15}(?:[- ]\w{2,8})? weeks (?:gone|pregnant|along)\b|\b(?:her|my|his) "
        r"(?:da|mam|mum|dad|nan|father|mother)'s (?:month's mind|anniversary|funeral|wake)\b",
        r"\b(?:the|a|an|my|her|his) (?:sexual health|fertility|memory|pain|fracture|eye|breast"
        r"|diabetic|antenatal|chemo|oncology|dialysis|physio|hearing|walk-in|methadone"
        r"|substance misuse|ivf|menopause|stoma|gum) (?:clinic|unit|ward|appointment|nurse|team"
        r"|department)\b",
        r"\b(?:took|drive|drove|drives|taking|driving|collect|collects|collecting|fetch"
        rf"|fetching) (?:my |his |her |our )(?:own |late )?{KIN} (?:to|from|with) (?:the |a"
        rf" )?{_WORD}(?: {_WORD}){{0,5}}",
        rf"\b(?:my|his|her|our) {KIN} (?:with|has) (?:the )?{_WORD}(?: {_WORD})? (?:pox|flu"
        r"|fever|bug|cough)\b|\bwith (?:chicken ?pox|flu|norovirus|covid|measles|mumps|scarlet"
        r" fever|a temperature)\b",
    )
)


def ailments(scene: Scene) -> Iterator[Span]:
    """Find illness, care and birth by what people say around them."""
    for shape in _SHAPES:
        group = "told" if "told" in shape.groupindex else 0
        for match in shape.finditer(scene.text):
            sentence = scene.at(match.start())
            if (sentence.personal or scene.told) and not (sentence.public and not sentence.self):
                yield Span(match.start(group), match.end(group), "HEALTH_FAMILY")
