"""The parts that addresses are made of, as patterns, and where an address ends."""

import re

from contributions.deidentify.lexicon import first_names, is_kept_word, is_ordinary, towns

STREET = (
    r"(?:Street|Str?|Road|Rd|Lane|Ln|Avenue|Ave?|Close|Crescent|Cres|Drive|Terrace|Terr?|Gardens|Gdns"
    r"|Grove|Way|Place|Court|Green|Walk|Rise|Mews|Hill|View|Park|Row|Square|Sq|Parade|Drove|Croft"
    r"|Mount|Vale|Bank|End|Fold|Gate|Wharf|Quay|Meadows?|Cottages|Villas|Pl|Dr|Ct|Tce|Boulevard"
    r"|Path|Promenade|Esplanade|Approach|Circus|Chase|Dene|Garth|Lea|Copse|Fields?|Orchards?"
    r"|Broadway|Causeway|Yard|Passage|Wynd|Brae|Loan|Buildings|Mansions|Estate|Bldgs|Docks?|Basin"
    r"|Brow|Bottoms?|Head|Front|Houses|Hollow|Heath|Common|Spinney|Glade|Glen|Dell|Nook|Reach|Haven"
    r"|Ridge|Ridgeway|Leas|Holme|Lawns?|Pastures?|Bridge|Woods?|Brook|Steps|Ginnel|Vennel|Alley"
    r"|Arcade|Crest|Cliff|Downs?|Elms|Oaks|Firs|Hollies|Limes|Willows|Beeches|Poplars|Laurels|Cedars"
    r"|Warren|Paddocks?|Rake|Royd|Parc|Gro?|Cl|Tce|Wk|Pk)"
)
# Streets in one word, as in the north and the old towns: "Kirkgate", "Cheapside".
ONE_WORD_STREET = r"[A-Z][a-z]{2,12}(?:gate|side|way|street|lane|croft|row|holme|garth|mount)"
# By these alone a house is known for a house: "The Old Smithy, Back Lane".
OLD_HOUSE = (
    r"(?:Cottage|House|Farm|Farmhouse|Lodge|Barn|Villa|Bungalow|Smithy|Forge|Mill|Granary|Stables?"
    r"|School(?:house| House)?|Chapel|Vicarage|Rectory|Manse|Parsonage|Oast|Dairy|Byre|Hayloft"
    r"|Croft"
    r"|Nook|Haven|Gables|Laurels|Hollies|Firs|Willows|Elms|Oaks|Beeches|Cedars|Orchard|Grange|Manor"
    r"|Hall|Flat|Annexe?|Studio|Maisonette|Bothy|Steading|Fold|Garth|Brow|Head|Dene|Holme|Bakery"
    r"|Post Office|Station House|Gatehouse|Coach House|Brewery|Maltings|Tannery|Court|View|Yard)"
)
# These name nothing but a street, whatever stands before them.
SURE_STREET = (
    r"(?:Street|Road|Rd|Lane|Avenue|Ave|Crescent|Terrace|Gardens|Close|Grove|Mews|Drove"
    r"|Cottages|Villas)"
)
HOUSE_KIND = (
    r"(?:Cottage|House|Farm|Lodge|Barn|Villa|Bungalow|Court|Gobaith|Heights|Tower|Point|Mill|View"
    r"|Hall|Mansions|Buildings|Works|Wharf|Yard|Marina|Park|Reach|Lock|Quay|Foundry|Granary|Maltings)"
)
UNIT = (
    r"(?:(?:Top|Ground|Basement|First|Upper|Lower)[ -](?:Floor )?)?"
    r"(?:Flat|Apartment|Apt|Plot|Maisonette|Bungalow|Caravan|Pitch|Berth|Suite|Chalet|Studio)"
)
_COUNT = (
    r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Thirteen|Fourteen|Fifteen"
    r"|Sixteen|Seventeen|Eighteen|Nineteen|(?:Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty"
    r"|Ninety)"
    r"(?:[ \-](?:one|two|three|four|five|six|seven|eight|nine))?)"
)
NUMBER = (
    r"(?:(?i:(?:number|no)\.? ?)?\d{1,4}(?: ?[\-/] ?\d{1,4})? ?[A-Fa-f]?(?![a-z\d])"
    rf"|(?i:(?:number )?{_COUNT}\b))"
)
NAMED = r"(?:St\.? )?(?:[A-Z][\w'\-]{1,20} ){1,3}"
WELSH_STREET = r"(?:Heol|Ffordd|Stryd|Maes|Clos|Lon|Cae|Bryn|Rhodfa|Tan)"
# Written small, these make of "50 people in the lane" no address.
NOT_A_STREET = (
    r"(?!(?:of|the|in|on|years?|people|minutes?|miles|from|to|months?|days?|hours?|weeks?|and|or"
    r"|cars?|men|women|cases?|times|per|at|for|is|was|more|other|were|are|that|who|with|half"
    r"|quid|pounds|staff|officers?|am|pm|by|a|an|our|my|his|her|their|same|this)\b)"
)
_TAIL = re.compile(
    r",? (?P<part>[A-Z][a-z'\-]{2,20}(?: [A-Z][a-z'\-]{2,20})?(?= |[,.;:)]|$)(?P<rest>(?=[,.;)]"
    r"|$))?"
    r"|(?:[A-PR-UWYZ][A-HK-Y]?\d{1,2}[A-Z]?)(?= \W|[,.;:)\"']|$))"
)


# "Canal Road, number 14", "Kiln Barn, nr Hexham"
_NUMBER_AFTER = re.compile(
    r"(?:,| -| at|, at)? (?:(?:house )?(?:number|no\.?) ?|(?<=, ))\d{1,4}[a-f]?(?![\w%:/]"
    r"|[.,]\d| ?[ap]m)",
    re.I,
)
_NEAR_TOWN = re.compile(r",? (?:nr\.?|near) [A-Z][a-z]{2,20}")
_QUIET_TAIL = re.compile(r", (?P<town>[a-z]{4,20})(?![\w'])")


def with_tail(text: str, end: int) -> int:
    """Return where an address ends that goes on with a number, a town, a village or a district."""
    for further in (_NUMBER_AFTER, _NEAR_TOWN):
        if more := further.match(text, end):
            end = more.end()
    while match := _TAIL.match(text, end):
        part = match["part"]
        first = part.split()[0]
        known = part.lower() in towns() or first.lower() in towns()
        district = any(character.isdigit() for character in part)
        plain = is_ordinary(first.lower()) or is_kept_word(first) or first.lower() in first_names()
        if not (known or district or (match["rest"] is not None and not plain)):
            break
        end = match.end("part")
    quiet = _QUIET_TAIL.match(text, end)
    if quiet and quiet["town"] in towns() and not is_ordinary(quiet["town"]):
        return quiet.end()
    return end
