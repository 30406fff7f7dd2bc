"""Account names on platforms and forums, with an "@" or told by what is said of them."""

import re
from collections.abc import Iterator

from contributions.deidentify.lexicon import first_names, is_kept_word, is_ordinary
from contributions.deidentify.spans import Span
from contributions.deidentify.vocabulary import ROLES

_HANDLE = re.compile(
    r"(?<![\w@.+\-/])@[A-Za-z_][\w.]{1,40}(?:@[\w\-]{1,40}(?:\.[\w\-]{1,40}){1,4})?"
)
_PUBLIC_HANDLE = re.compile(
    r"@(?:moj\w{0,6}|hmpps\w{0,6}|napo\w{0,8}|unison\w{0,8}|gmb\w{0,8}|pcs\w{0,8}|poa\w{0,8}"
    r"|bbc\w{0,12}"
    r"|anon(?:ymous)?\d{0,4}|guardian\w{0,8}|hmi\w{0,12}|gov\w{0,4}|number10gov|10downingstreet|commonsjustice)$",
    re.I,
)
_PLATFORM = (
    r"(?:insta(?:gram)?|twitter|snap(?:chat)?|tik\s?tok|facebook|fb|discord|reddit|mastodon|bluesky"
    r"|telegram|whatsapp|skype|twitch|strava|linkedin|xbox|psn|threads|youtube|mumsnet|tumblr"
    r"|signal"
    r"|messenger|vinted|ebay|onlyfans|spotify|steam|quora|substack|blogger|disqus|yt|kik|viber|zoom"
    r"|teams|hinge|tinder|grindr|bumble|flickr|pinterest|myspace|bebo|nextdoor|wechat|roblox"
    r"|minecraft|soundcloud|etsy|patreon|gumtree|duolingo|wordpress|medium|bsky|gamer ?tag)"
)
_NICK = r"(?:live:)?@?[A-Za-z][\w.\-]{2,40}(?:#\d{4})?"
_QUOTED = r"(?P<mark>[\"'])(?P<quoted>[^\"'\n]{3,40})(?P=mark)(?!\w)"
_TITLED = r"(?-i:[A-Z][\w'\-]{1,20}(?: [A-Z][\w'\-]{1,20}){1,4}(?: \d{1,4}(?!\w))?)"
_SAID = (
    r"(?:(?:is|as|too|also|apparently|name|names|handle|account|channel|page|group|user|username|at"
    r"|under|called"
    r"|my|her|his|the|she's|he's|i'm|find|me|us|him|on|it|profile|id|tag|gamer"
    r" ?tag)[\s,:(]{1,3}){0,4}"
)
# "insta: jo_b", "her Facebook name is Jo Bee Leeds", "facebook page 'Jo Bee'"
_ACCOUNT = re.compile(
    rf"\b(?P<platform>{_PLATFORM}|x)\b(?:'s)?[\s,:(\-]{{1,3}}{_SAID}(?:{_QUOTED}|(?P<titled>{_TITLED})"
    rf"|(?P<name>{_NICK}))",
    re.I,
)
# "my username is Jo62", "under the name Former_PO", "handle: jo"
_NAMED = re.compile(
    r"\b(?:user ?name|screen ?name|handle|account(?: name)?|profile(?: name)?|pen ?name|gamer ?tag"
    r"|nickname|under the name|by the name|pseudonym|alias|display name|forum name)\b"
    r"(?:\s(?:on|in|for|of)\s(?:the\s)?\w{1,20})?[\s,:(]{1,3}(?:(?:is|was|of|as)[\s:]{1,2}){0,2}"
    rf"(?:{_QUOTED}|(?P<titled>{_TITLED})|(?P<name>{_NICK}))",
    re.I,
)
# "insta: joblogg", "my snapchat's joblogg", "username joblogg": no word, so an account
_PLAIN = re.compile(
    rf"\b(?:{_PLATFORM}(?:(?: (?:user ?name|name|handle|account|tag|id))?(?::| -|,? (?:as|under"
    rf"|called"
    rf"|it's|@))| (?:user ?name|name|handle|tag|id))|\({_PLATFORM}"
    rf"|(?:my|her|his|their|on|your) {_PLATFORM}(?: (?:name|handle|account|tag|id))?(?:'s| is|,"
    rf"| she's| he's"
    r"| i'm| as)|(?:user ?name|screen ?name|handle|log-?in|gamer ?tag)(?:'s| is| was|:)?(?: on"
    r" here is)?)"
    r" {1,2}(?P<name>[a-z][a-z.]{4,30}|[A-Z][a-z]{2,15}[A-Z][A-Za-z]{2,20})(?![\w'\-])",
    re.I,
)
# "on here as Guest62"
_HERE_AS = re.compile(rf"\b(?:on|over) (?:here|there|the \w{{1,20}}) as (?P<name>{_NICK})", re.I)
_SKY = re.compile(r"(?<![\w@.\-/])[\w\-]{2,40}\.(?:bsky\.social|mastodon\.social)(?![\w\-])", re.I)
# "I post on there as WearyPO", "I comment here as 'Weary PO'"
_POSTS_AS = re.compile(
    r"\b(?:post(?:s|ed|ing)?|comment(?:s|ed|ing)?|writ(?:e|es|ing)|wrote|sign(?:s|ed)?(?: off)?"
    r"|goes|go"
    r"|known|tweet(?:s|ed|ing)?|blog(?:s|ged|ging)?|calls? (?:me|him|her|my|them)(?:self|selves)?"
    r"|call me|messages? from|i'm|i am)\b"
    r"(?:\s(?:on|in|here|there|elsewhere|online|mostly|always)(?:\s(?:the\s)?\w{1,20})?){0,2}"
    rf"[\s,]{{1,2}}(?:(?:as|by|under)\s)?(?P<name>{_NICK})",
    re.I,
)
_QUOTED_AS = re.compile(
    r"\b(?:(?:post|comment|write|sign|go|known|blog|tweet|goes|posts|comments|writes|signs"
    r"|posted|signed"
    r"|wrote)\b[^\"'\n.]{0,20}\s(?:as|by|under)|calls? (?:me|him|her|them|myself|himself|herself))"
    rf"\s{_QUOTED}",
    re.I,
)
# "I post here as Sad Old Hack", "on here I go by Weary of Wakefield"
_SIGNED_AS = re.compile(
    r"\b(?:posts?|posted|comments?|commented|writes?|blogs?|signs?(?: off)?|goes|go|known)"
    r"(?: (?:on )?(?:here|there))? (?:as|by|under) "
    r"(?P<name>(?-i:[A-Z][\w'\-]{1,20}(?: (?:of |in )?[A-Z][\w'\-]{1,20}){1,4}))",
    re.I,
)
_NAME_ON = re.compile(
    rf"(?<![\w@.\-])(?P<name>{_NICK})\s(?:on|over on|from)\s(?:the\s)?{_PLATFORM}\b", re.I
)
_SELF_CALLED = re.compile(rf"\bcalls? (?:him|her|them)sel(?:f|ves)\s(?P<name>{_TITLED})", re.I)
_SPELT = re.compile(
    r"\b(?:at\s(?:[a-z]{2,20}\s)?)?[a-z0-9]{1,20}\sunderscore\s[a-z0-9]{1,20}(?:\s(?:underscore"
    r"|dot)\s[a-z0-9]{1,20})*"
    r"(?:\s(?:one|two|three|four|five|six|seven|eight|nine)(?!\w)|\s(?:twenty|thirty|forty"
    r"|fifty|sixty|seventy|eighty|ninety)(?:[ \-]\w{3,5})?|\s\d{1,4})?",
    re.I,
)
_SPACED_AT = re.compile(
    r"(?<![\w@.+\-/])@ (?P<name>[A-Za-z]\w{1,30}_\w{1,30}|[A-Za-z]{2,30}\d\w{0,20})"
)
_USER = re.compile(r"(?<![\w/.])/?u/[\w\-]{3,30}\b")
_LIKE_A_HANDLE = re.compile(r"\w[._]\w|_|[a-zA-Z]\d|[a-z][A-Z]|#\d")
_WEB = re.compile(r"\.(?:com|uk|org|net|gov|io)$", re.I)
_ABBREVIATED = re.compile(r"(?:[a-z]\.){1,4}[a-z]?$", re.I)


def handles(text: str) -> Iterator[Span]:
    """Find account names: after an "@", near the name of a platform, or called a user name."""
    for match in _HANDLE.finditer(text):
        handle = match.group().rstrip(".")
        if not _PUBLIC_HANDLE.match(handle):
            yield Span(match.start(), match.start() + len(handle), "HANDLE")
    for match in _ACCOUNT.finditer(text):
        if match["platform"].lower() != "x":
            yield from _account(match, ("quoted", "titled"))
        yield from _token(match)
    for pattern in (_NAMED, _QUOTED_AS):
        for match in pattern.finditer(text):
            yield from _account(match, ("quoted",))
    for pattern in (_NAMED, _POSTS_AS):
        for match in pattern.finditer(text):
            yield from _token(match)
    for match in _NAME_ON.finditer(text):
        yield from _token(match)
    for match in _SELF_CALLED.finditer(text):
        yield from _account(match, ("name",))
    for match in _NAMED.finditer(text):
        yield from _account(match, ("titled",))
    for match in _HERE_AS.finditer(text):
        yield from _token(match)
    for match in _PLAIN.finditer(text):
        name = match["name"].rstrip(".")
        plain = (
            is_ordinary(name.lower())
            or name.lower().endswith("nt")
            or name.lower() in first_names()
            or is_kept_word(name)
        )
        if not plain:
            yield Span(match.start("name"), match.start("name") + len(name), "HANDLE")
    for match in _SKY.finditer(text):
        yield Span(match.start(), match.end(), "HANDLE")
    for match in _SIGNED_AS.finditer(text):
        if ROLES.isdisjoint(match["name"].lower().split()):
            yield from _account(match, ("name",))
    for match in _SPACED_AT.finditer(text):
        yield Span(match.start(), match.end(), "HANDLE")
    for pattern in (_USER, _SPELT):
        for match in pattern.finditer(text):
            yield Span(match.start(), match.end(), "HANDLE")


def _account(match: re.Match[str], groups: tuple[str, ...]) -> Iterator[Span]:
    """Yield a name of several words, or one that is quoted, unless it is plain prose."""
    for group in groups:
        words = (match[group] or "").split()
        if not words or len(words) > 5 or words[-1].endswith("?"):
            continue
        named = any(word[0].isupper() or "_" in word for word in words)
        if named and not any(is_kept_word(word) for word in words):
            yield Span(match.start(group), match.end(group), "HANDLE")


def _token(match: re.Match[str]) -> Iterator[Span]:
    """Yield one word that is written as account names are: jo_b, JoB62, jo.b."""
    name = (match["name"] or "").rstrip(".-")
    if not name or is_kept_word(name) or _WEB.search(name) or _ABBREVIATED.match(name):
        return
    grade = name.isupper() or (name[:-1].isupper() and name[-1] == "s")
    if _LIKE_A_HANDLE.search(name) and not grade and not is_ordinary(name.lower()):
        yield Span(match.start("name"), match.start("name") + len(name), "HANDLE")
