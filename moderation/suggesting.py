"""What might be said instead of marked words, from the same table as at the review step."""

from contributions.deidentify.quasi.generalising import generalised
from moderation.redaction import Category, Mark

# The de-identifier's categories that may be meant by an editor's, the likeliest first.
MEANT = {
    Category.PLACE: ["PLACE", "WORKPLACE"],
    Category.OFFICE: ["WORKPLACE", "PLACE"],
    Category.ROLE: ["ROLE_PLACE"],
    Category.DATE: ["YEARS_SERVICE", "DATE_QUALIFIED", "DATE", "TIME"],
    Category.DETAIL: ["AGE", "YEARS_SERVICE", "CASELOAD", "DATE", "TIME"],
}


def suggestions(parts):
    """Return, for each mark of `parts`, a phrase that says less than its words, or ""."""
    found, before = [], ""
    for part in parts:
        if isinstance(part, Mark):
            found.append(_suggestion(part, before))
            before += part.words
        else:
            before += part
    return found


def _suggestion(mark, before):
    for category in MEANT.get(mark.category, []):
        phrase = generalised(category, mark.words, before[-200:])
        if phrase and not phrase.startswith("[") and phrase.lower() != mark.words.lower():
            return phrase
    return ""
