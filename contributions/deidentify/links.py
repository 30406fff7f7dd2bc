"""Links that lead to a person or carry a trace of one, and account names."""

import re
from collections.abc import Iterator

from .lexicon import first_names, is_ordinary, surnames
from .spans import Span

_ENDINGS = "com|net|org|uk|io|me|co|info|biz|app|social|blog|community|online|site|eu|ee|gg|tv"
_LINK = re.compile(
    rf"(?<![\w@.\-])(?:https?://|www\.)[^\s<>\"\ufffc]{{2,2000}}"
    rf"|(?<![\w@.\-/])(?:[\w\-]{{1,63}}\.){{1,5}}(?:{_ENDINGS})/[^\s<>\"\ufffc]{{1,2000}}",
    re.I,
)
_AFTERTHOUGHT = ".,;:!?'*_)]}"
_HOST = re.compile(r"(?:https?://)?(?:www\.|m\.)?([^/?#:\s]{1,255})", re.I)
# Where every page is somebody's own, or somebody's shared file.
_PERSONAL_HOST = re.compile(
    r"(?:^|\.)(?:facebook\.com|fb\.(?:com|me)|instagram\.com|linkedin\.com|tiktok\.com|snapchat\.com"
    r"|threads\.net|bsky\.app|t\.me|wa\.me|chat\.whatsapp\.com|onlyfans\.com|strava\.com|linktr\.ee"
    r"|about\.me|weebly\.com|wixsite\.com|carrd\.co|gofundme\.com|justgiving\.com|dropbox\.com"
    r"|(?:drive|docs|photos)\.google\.com|1drv\.ms|sharepoint\.com|calendly\.com|github\.com"
    r"|sites\.google\.com|forms\.gle|zoom\.us|meet\.google\.com|teams\.microsoft\.com|discord\.(?:gg|com)"
    r"|signal\.group|patreon\.com|ko-fi\.com|gofund\.me|bit\.ly|tinyurl\.com|goo\.gl|spotify\.com"
    r"|(?:^|\.)(?:twitter|x)\.com)$",
    re.I,
)
_PERSONAL_PATH = re.compile(
    r"/(?:profiles?|users?|usr|people|person|members?|accounts?|cv|staff|author|u|in)(?:[/.?]|$)|/[@~]\w",
    re.I,
)
_PIECE = re.compile(r"[A-Za-z]{2,20}[\-_.][A-Za-z\-_.]{2,40}")
_SEPARATOR = re.compile(r"[\-_.]")
_PUBLIC_PATH = re.compile(r"/status/|/posts?/\d|/events?/", re.I)
_TRACE = re.compile(
    r"(?:(?:utm_\w{1,20}|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|igsh|_hs\w{1,8}|ref|ref_src|src"
    r"|si|share\w{0,10}|smid|cmp\w{0,6}|campaign\w{0,6}|token|sid|session\w{0,4}|uid|user\w{0,6}"
    r"|email|name|recipient|member|subscriber)=[^&#]{1,500}(?:&(?:amp;)?)?)+",
    re.I,
)

_HANDLE = re.compile(
    r"(?<![\w@.+\-/])@[A-Za-z_][\w.]{1,40}(?:@[\w\-]{1,40}(?:\.[\w\-]{1,40}){1,4})?"
)
_PUBLIC_HANDLE = re.compile(
    r"@(?:moj\w{0,6}|hmpps\w{0,6}|napo\w{0,8}|unison\w{0,8}|gmb\w{0,8}|pcs\w{0,8}|poa\w{0,8}|bbc\w{0,12}"
    r"|guardian\w{0,8}|hmi\w{0,12}|gov\w{0,4}|number10gov|10downingstreet|commonsjustice)$",
    re.I,
)
_PLATFORM = (
    r"(?:insta(?:gram)?|twitter|snap(?:chat)?|tik\s?tok|facebook|fb|discord|reddit|mastodon|bluesky"
    r"|telegram|whatsapp|skype|twitch|strava|linkedin|xbox|psn)"
)
_ACCOUNT = re.compile(
    rf"\b{_PLATFORM}\b[\s,:(\"']{{1,3}}"
    r"(?:(?:is|as|too|apparently|name|handle|account|page|user|username|at|under|called|my|her|his)"
    r"[\s,:(\"']{1,3}){0,3}(?P<name>@?[A-Za-z][\w.\-]{2,40})",
    re.I,
)
_USER = re.compile(r"(?<![\w/.])/?u/[\w\-]{3,30}\b")
_LIKE_A_HANDLE = re.compile(r"\w[._]\w|_|[a-zA-Z]\d|[a-z][A-Z]")


def links(text: str) -> Iterator[Span]:
    """Find links to somebody's own page, and the part of a public link that traces a reader."""
    for match in _LINK.finditer(text):
        link = match.group().rstrip(_AFTERTHOUGHT)
        start = match.start()
        if _is_personal(link):
            yield Span(start, start + len(link), "URL")
        elif "?" in link:
            for trace in _TRACE.finditer(link, link.index("?") + 1):
                # Only a whole parameter counts: "?m=1" and "?page=2" harm nobody.
                if link[trace.start() - 1] in "?&;":
                    yield Span(start + trace.start(), start + trace.end(), "URL")


def handles(text: str) -> Iterator[Span]:
    """Find account names: after an "@", or after the name of a platform."""
    for match in _HANDLE.finditer(text):
        handle = match.group().rstrip(".")
        if not _PUBLIC_HANDLE.match(handle):
            yield Span(match.start(), match.start() + len(handle), "HANDLE")
    for match in _ACCOUNT.finditer(text):
        name = match["name"].rstrip(".-")
        if _LIKE_A_HANDLE.search(name) and "." + name.rpartition(".")[2] not in (".com", ".uk"):
            yield Span(match.start("name"), match.start("name") + len(name), "HANDLE")
    for match in _USER.finditer(text):
        yield Span(match.start(), match.end(), "HANDLE")


def _is_personal(link: str) -> bool:
    host = _HOST.match(link)
    if host is None:
        return False
    rest = link[host.end() :]
    if _PERSONAL_HOST.search(host[1]):
        return len(rest) > 1 and not _PUBLIC_PATH.search(rest) or host[1].count(".") > 1
    return bool(_PERSONAL_PATH.search(rest)) or _names_somebody(link)


def _names_somebody(link: str) -> bool:
    """Tell whether a short piece of the link is a first name and a surname: "/jo-bloggs"."""
    for piece in _PIECE.findall(link):
        words = _SEPARATOR.split(piece.lower())
        if len(words) > 3 or any(is_ordinary(word) for word in words[:2]):
            continue  # A headline, most likely.
        if words[0] in first_names() and words[1] in surnames():
            return True
    return False
