"""Which short forms stand for which given names: Deb, Debs and Debbie for Deborah."""

from functools import cache

from contributions.deidentify.lexicon import lines


@cache
def kin() -> dict[str, frozenset[str]]:
    """Return, for each given name or short form in lower case, the others it may stand for."""
    related: dict[str, set[str]] = {}
    for line in lines("short_names.txt"):
        full, shorts = line.split("\t")
        family = {full, *shorts.split()}
        for name in family:
            related.setdefault(name, set()).update(family - {name})
    return {name: frozenset(others) for name, others in related.items()}
