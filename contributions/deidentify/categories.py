"""What each category is called in the result, and how its finding is explained.

The one table to open when a category is added or a sentence is worded better.
"""

from typing import NamedTuple


class Category(NamedTuple):
    """Say what stands in for the words and why they were taken out."""

    token: str
    reason: str


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
}
