"""What befell somebody at work: "he's suspended", "a complaint, about me"."""

import re
from collections.abc import Iterator

from contributions.deidentify.quasi.scene import Scene
from contributions.deidentify.spans import Span

_WORD = r"[\w'\-]{1,20}"
_MATTER = (
    r"(?:complaint|grievance|allegation|disciplinary|warning|referral|investigation|audit|debrief"
    r"|inquest|panel|tribunal|hearing"
    r"|review|appeal|petition|whistle ?blow\w*|report|statement|claim|concern)"
)
_DONE = (
    r"(?:suspended|sacked|dismissed|demoted|redeployed|disciplined|transferred|arrested|charged"
    r"|sectioned|supervised"
    r"|investigated|walked out|escorted|written up|stood down|let go|marched|evacuated|locked "
    r"(?:in|out|down)|flooded|cautioned"
    r"|reprimanded|blacklisted|shouted (?:at|down)|spat (?:at|on)|punched|attacked|assaulted"
    r"|threatened|followed|stabbed|bitten|headbutted"
    r"|robbed|mugged|taken hostage|doxxed|outed|promoted|poached|overlooked|passed over|moved"
    r"|closed|relocated)"
)
_SHAPES = tuple(
    re.compile(shape, re.I)
    for shape in (
        rf"\b(?:an?|the|my|her|his|another|one) (?:\w+ )?{_MATTER},? (?:about|against|from|into"
        rf"|concerning|on|over) (?:me|him|her|us|them|my|our|his)\b(?: {_WORD})?",
        r"\b(?:he|she|they|we|I|mine|who)(?:'s|'d|'ve|'m|'re| is| was| were| has| have| had| got"
        rf"| gets) (?:just |now |still |since |been |then |both |being |, officially, ){{0,3}}"
        rf"{_DONE}\b(?:,? (?!and\b|but\b|so\b){_WORD}){{0,6}}",
        r"\b(?:wrote|written|reported|pulled|hauled|had|marched|disciplined|warned|sacked"
        r"|suspended|reprimanded|did|done|told off|bollocked|cautioned|fined)"
        r" (?:me|him|her|us|them)?(?: ?up| ?in| ?over)? ?(?:for|over) (?P<told>(?:not"
        rf" )?\w{{2,15}}ing (?:an? |the |my |his |her )?{_WORD}(?: {_WORD}){{0,5}})",
        r"\b(?:came|come|comes|dropped in|popped in|drove down|travelled) (?:in person|to "
        r"(?:see|visit|inspect|open|meet|tell|address|thank) (?:us|me|our|the|my))\b(?: "
        rf"(?!and\b|but\b){_WORD}){{0,3}}",
        r"\b(?:rang|phoned|wrote to|emailed|visited|met|hugged|thanked|kissed) (?:me|us)(?: "
        rf"(?:once|twice|personally|herself|himself|at|in|on|by)\b)(?: {_WORD}){{0,3}}",
        rf"\bopened (?:our|us|the new|the old|my) {_WORD}(?: {_WORD}){{0,2}}",
        r"\b(?:standing|stood|stand|stepping|stepped) down (?:at|as|from|in|on|after) (?:the "
        rf"|my )?{_WORD}(?: {_WORD}){{0,3}}",
        r"\bthe (?:[\w\-]{2,15} ){0,2}(?:audit|inspection visit|away ?day|team day|lockdown"
        r" drill|evacuation|manhunt|siege|riot|raid|explosion"
        r"|stabbing|handover meeting|reference group|leaving do|christmas (?:do|party|lunch)"
        r"|quiz night|flood)\b(?! (?:of|service|brigade|safety|and rescue|officer))",
        r"\b(?:spoke|spoken|speaking|heckled|asked (?:him|her|them)|sang|cried|fainted|resigned"
        rf"|proposed|walked out|stood up) (?:at|in|during) (?:the |our |a )?(?-i:[A-Z]){_WORD}"
        rf"(?:,? {_WORD}){{0,4}}",
        r"\b(?:I|he|she|we)(?:'d| had|'ve| have)? (?:to )?(?:reappl(?:y|ied)|re-?interview"
        r"(?:ed)?|appeal(?:ed)?|grieved|complained|whistle ?blew|blew the whistle|wrote to "
        r"(?:the|my|our)|raised a|lodged|sued"
        rf"|took (?:them|it|him|her) to)\b(?: (?!and\b|but\b){_WORD}){{0,6}}",
        r"\b(?:put|stuck|pinned|taped|hung|wrote|read|posted|projected) (?:up )?(?:a|the|my|our"
        rf"|his|her) {_WORD}(?: {_WORD}){{0,4}} (?:with|on|in|above|to|out) (?:my |the |our )?"
        r"(?:initials|name|names|wall"
        r"|fridge|door|screen|board|kettle|noticeboard|whiteboard|team|group|meeting)\b(?:"
        rf" {_WORD}){{0,3}}",
        rf"\b(?:the|our|my) (?:[\w\-]{{2,15}} )?(?:lift|ceiling|roof|boiler|heating|power|link"
        r"|server|alarm|door|toilet|window|van|minibus|bus|car|link|phone line|fire door|water"
        r"|system)"
        r" (?:failed|fell|came (?:in|down|off)|went (?:off|down|out)|broke(?: down)?|caught"
        r" fire|flooded|burst|collapsed|jammed|stuck|died|packed up|exploded|leaked)\b(?:"
        rf" {_WORD}){{0,5}}",
        r"\b(?:duty|on[- ]call|acting) (?:manager|spo|officer|senior|governor|po)\b (?:in|at|on"
        rf"|for|during|when|the|that) {_WORD}(?: {_WORD}){{0,6}}",
        r"\b(?:I|he|she|we)(?: had|'d| got| was given| were given| did not get| didn't get|"
        r" never got) (?:an? |the |my |no )?(?:quality |case |SFO |sfo |clear desk |exit |stage"
        r" \w+ )?"
        r"(?:audit|debrief|sfo review|review|exit interview|commendation|written warning|final"
        r" warning|verbal warning|reprimand|apology|pip|letter of concern)\b(?:,?"
        rf" {_WORD}){{0,3}}",
    )
)


def happenings(scene: Scene) -> Iterator[Span]:
    """Find what befell somebody, where colleagues would know of it."""
    for shape in _SHAPES:
        group = "told" if "told" in shape.groupindex else 0
        for match in shape.finditer(scene.text):
            sentence = scene.at(match.start())
            if sentence.self if sentence.public else sentence.personal:
                yield Span(match.start(group), match.end(group), "EVENT")
