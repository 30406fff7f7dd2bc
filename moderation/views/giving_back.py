"""What somebody wrote into a form that led nowhere, so that no word of it is lost."""

import re

# What is never shown again, whole or as part of a field's name.
SECRET = re.compile("password|code|token")
# What a page carries along, and what its buttons say.
CARRIED = re.compile("previewed|next|seen|change|_.*|initial-.*")
# What is chosen and not written: a constant, a slug, a number, a day.
CHOSEN = re.compile("[A-Z_]*|[a-z0-9_:.-]{,40}")
MOST = 40


def written_in(data):
    """Return each text that was written among the fields of a POST, at most MOST."""
    return [
        words
        for name, values in data.lists()
        if not (SECRET.search(name) or CARRIED.fullmatch(name))
        for words in dict.fromkeys(values)
        if not CHOSEN.fullmatch(words.strip())
    ][:MOST]
