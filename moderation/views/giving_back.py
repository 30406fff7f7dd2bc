"""What somebody wrote into a form that led nowhere, so that no word of it is lost."""

# What can hold more than a line: at the desk, or in a page with one long text.
LONG_FIELDS = [
    *("marked", "question", "thanks", "decline_message", "basis_note", "note"),
    *("body", "words"),
]


def written_in(data):
    """Return each longer text among the fields of a POST."""
    return [data[name] for name in LONG_FIELDS if data.get(name, "").strip()]
