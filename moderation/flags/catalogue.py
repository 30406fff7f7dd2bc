"""What can be flagged, and by which words and rules: everything in the data folder, read once."""

import tomllib
from importlib.resources import files

from moderation.flags.evidence import Weights
from moderation.flags.flag import Kind, Level
from moderation.flags.phrases import Lexicon
from moderation.flags.rules import Count, Rule

_DATA = files("moderation.flags").joinpath("data")


def _read(name):
    return tomllib.loads(_DATA.joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def _kind(name, page):
    words = {key: page[key] for key in ("title", "why", "what_to_do", "law")}
    distressing = page.get("distressing", False)
    return Kind(id=name, level=Level(page["level"]), distressing=distressing, **words)


_COMMON = _read("common")
_PAGES = {name: _read(name) for name in _COMMON["order"]}

# Every kind by its id, in the order in which flags of one level are shown.
KINDS = {name: _kind(name, page) for name, page in _PAGES.items()}
RULES = {
    name: [Rule.from_page(rule, name) for rule in page.get("rules", [])]
    for name, page in _PAGES.items()
}
COUNTS = {
    name: [Count.from_page(count, name) for count in page.get("counts", [])]
    for name, page in _PAGES.items()
}
# A group of a kind's own page is known as "kind.group".
LEXICON = Lexicon(
    _COMMON["sets"],
    _COMMON["phrases"]
    | {
        f"{name}.{group}": phrases
        for name, page in _PAGES.items()
        for group, phrases in page.get("phrases", {}).items()
    },
)
WEIGHTS = Weights(_DATA.joinpath("weights.tsv").read_text(encoding="utf-8"))
