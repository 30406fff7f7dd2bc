"""What each category is called in the result, and how its finding is explained.

The one table to open when a category is added or a sentence is worded better.
"""

from typing import NamedTuple

from contributions.deidentify.finding import Severity


class Category(NamedTuple):
    """Say what stands in for the words, why they matter, and what is done about them.

    The token of a caution stands in where no closer generalisation is known (see
    `quasi/generalising.py`); "" says that none is proposed.
    """

    token: str
    reason: str
    severity: Severity = Severity.STRIP


def _advice(token: str, reason: str) -> Category:
    return Category(token, reason, Severity.CAUTION)


CATEGORIES = {
    "PERSON": Category(
        "[name]",
        "This looks like a person's name, and a name points straight at someone.",
    ),
    "EMAIL": Category(
        "[email]", "This looks like an e-mail address, which leads straight to its owner."
    ),
    "PHONE": Category(
        "[phone]", "This looks like a telephone number, which leads straight to its owner."
    ),
    "URL": Category(
        "[link]", "This link seems to lead to a person's own page, or to carry a trace of you."
    ),
    "HANDLE": Category(
        "[account]", "This looks like someone's account name, which anyone can look up."
    ),
    "ADDRESS": Category(
        "[address]", "This looks like a street address, which shows where someone can be found."
    ),
    "POSTCODE": Category("[postcode]", "This looks like a postcode, which few households share."),
    "NINO": Category(
        "[National Insurance number]",
        "This looks like a National Insurance number, which belongs to one person.",
    ),
    "NHS": Category("[NHS number]", "This looks like an NHS number, which belongs to one person."),
    "CASE_ID": Category(
        "[case number]", "This looks like a case or prison number, which belongs to one person."
    ),
    "STAFF_ID": Category(
        "[staff number]",
        "This looks like a staff or reference number, which your employer can look up.",
    ),
    "VEHICLE": Category(
        "[number plate]", "This looks like a number plate, which leads to the vehicle's keeper."
    ),
    "BANK": Category("[bank details]", "This looks like bank details, which belong to one person."),
    "DOB": Category(
        "[date of birth]",
        "This looks like a date of birth, which with little else shows who someone is.",
    ),
    "WORKPLACE": _advice(
        "[office]", "Few people work in any one place, so naming it narrows down who is writing."
    ),
    "PLACE": _advice(
        "[place]", "A place that goes with a person helps someone work out who it is."
    ),
    "ROLE_PLACE": _advice(
        "[post]", "Few people hold this post, so colleagues may know at once who is meant."
    ),
    "YEARS_SERVICE": _advice(
        "[length of service]", "How long someone has worked is easy to look up on a staff list."
    ),
    "DATE_QUALIFIED": _advice(
        "[training]", "When and how someone trained places them among a few dozen people."
    ),
    "DATE": _advice(
        "[date]", "A manager can match an exact date with a diary, a rota or a sick note."
    ),
    "TIME": _advice("[time]", "An exact time can be matched with a diary or a door log."),
    "CASELOAD": _advice(
        "[number]", "An exact number can be matched with a team list or the workload tool."
    ),
    "AGE": _advice("[age]", "An exact age, with little else, can show who someone is."),
    "DEMOGRAPHIC": _advice(
        "[description]", "In a small team this may be true of only one or two people."
    ),
    "HEALTH_FAMILY": _advice(
        "[personal matter]", "Colleagues often know about each other's health and family."
    ),
    "EVENT": _advice(
        "[incident]", "Colleagues who were there, or heard of it, may recognise this."
    ),
    "UNUSUAL_CASE": _advice(
        "[case]", "A colleague or a newspaper reader may recognise this case from its details."
    ),
    "ASSIGNMENT": _advice("[task]", "Few people have done this, so it may show who is writing."),
    "RELATION": _advice(
        "[relation]", "A family tie like this is often known at work, and may show who is meant."
    ),
    "STYLE": _advice(
        "[phrase]", "Someone who heard or read these very words may know where they come from."
    ),
    "SENTENCE": _advice(
        "", "Someone who was there might recognise this, so read it once more with them in mind."
    ),
}
