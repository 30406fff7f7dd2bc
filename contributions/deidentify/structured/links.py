"""Links that lead to a person or carry a trace of one."""

import re
from collections.abc import Iterator

from contributions.deidentify.lexicon import first_names, is_ordinary, surnames
from contributions.deidentify.spans import Span

_ENDINGS = (
    "com|net|org|uk|io|me|co|info|biz|app|social|blog|community|online|site|eu|ee|gg|tv|ly|gl|gd|gy|be"
    "|tl|cc|ms|page|link|dev|xyz|live|fm|ie|us|example|wales|cymru|scot|london"
)
_LINK = re.compile(
    rf"(?<![\w@.\-])(?:h(?:tt|xx)ps?://|www\.)[^\s<>\"\ufffc]{{2,2000}}"
    rf"|(?<![\w@.\-/])(?:[\w\-]{{1,63}}\.){{1,5}}(?:{_ENDINGS})/[^\s<>\"\ufffc]{{1,2000}}",
    re.I,
)
_SITES = (
    r"(?:facebook|fb|instagram|linkedin|tiktok|twitter|x|youtube|snapchat|reddit|strava|github|t)"
)
# "linkedin dot com slash in slash jo", "facebook . com / jo"
_SPELT = re.compile(
    rf"(?<![\w@.\-/]){_SITES}(?:\s?\.\s?|\s?[\[(](?:\.|dot)[\])]\s?|\sdot\s)(?:com|me|co\suk)"
    r"(?:(?:\s?/\s?|\s(?:forward\s)?slash\s)[\w.\-@]{1,60}){1,4}",
    re.I,
)
# Somebody's own site on a builder of sites.
_OWN_SITE = re.compile(
    r"(?<![\w@.\-/])[\w\-]{3,60}\.(?:wordpress|blogspot|weebly|tumblr|substack|medium|wixsite"
    r"|github"
    r"|livejournal|squarespace|carrd)\.(?:com|co(?:\.uk)?|io)(?:/[^\s<>\"\ufffc]{0,500})?",
    re.I,
)
_DOMAIN = re.compile(
    r"(?<![\w@.\-/])(?:www\.)?(?P<name>[a-z]{6,30})\.(?:co\.uk|com|me|net|org|uk|wales|scot"
    r"|blog)(?![\w.\-@])",
    re.I,
)
# "www dot jo bloggs dot com": who spells out an address hides it.
_SPELT_DOMAIN = re.compile(
    r"(?<![\w@.\-])(?:www\sdot\s(?:[\w\-]{2,40}\s){0,2}?|(?<!at\s))(?P<name>[\w\-]{4,40})"
    r"(?:\sdot\s|\s?[\[(](?:dot|\.)[\])]\s?)"
    r"(?:com|co\sdot\suk|co\suk|co\.uk|org\sdot\suk|org|net|me|blog|info)\b"
    r"(?:\s(?:forward\s)?slash\s[\w.\-@]{1,60}){0,4}",
    re.I,
)
# Three words that stand for a square of three metres.
_THREE_WORDS = re.compile(
    r"(?:///|\bwhat3words\W{1,3}(?:\w{1,10} ){0,2})[a-z]{3,20}\.[a-z]{3,20}\.[a-z]{3,20}(?![\w.])",
    re.I,
)
_PUBLIC_SITE = re.compile(
    r"probationofficer|on-?probation|probationmatters|russellwebster|gov|napo|unison|justice|bbc"
    r"|guardian|parliament|howardleague|prisonreform|change|change\.org",
    re.I,
)
_AFTERTHOUGHT = ".,;:!?'*_)]}"
_QUERY = re.compile(r"[?#]")
_HIDDEN_DOT = re.compile(r"hxxp|\[\.\]", re.I)
_HOST = re.compile(r"(?:h\w\wps?://)?(?:www\.|m\.)?([^/?#:\s]{1,255})", re.I)
# Where every page is somebody's own, or somebody's shared file.
_PERSONAL_HOST = re.compile(
    r"(?:^|\.)(?:drive|docs|dropbox|onedrive|sharepoint|photos|icloud|box)\.|(?:^|\.)"
    r"(?:facebook\.com|fb\.(?:com|me)|instagram\.com|linkedin\.com|tiktok\.com|snapchat\.com"
    r"|threads\.net|bsky\.app|t\.me|wa\.me|chat\.whatsapp\.com|onlyfans\.com|strava\.com|linktr\.ee"
    r"|about\.me|weebly\.com|wixsite\.com|carrd\.co|gofundme\.com|justgiving\.com|dropbox\.com"
    r"|(?:drive|docs|photos)\.google\.com|1drv\.ms|onedrive\.live\.com|sharepoint\.com"
    r"|calendly\.com|github\.com"
    r"|sites\.google\.com|forms\.gle|zoom\.us|meet\.google\.com|teams\.microsoft\.com|discord\."
    r"(?:gg|com)"
    r"|signal\.group|patreon\.com|ko-fi\.com|gofund\.me|spotify\.com|imgur\.com|flickr\.com"
    r"|soundcloud\.com|pinterest\.(?:com|co\.uk)|vimeo\.com|we\.tl|wetransfer\.com|icloud\.com"
    r"|eventbrite\.(?:com|co\.uk)|doodle\.com|what3words\.com|w3w\.co|plus\.com|vinted\.co\.uk"
    r"|nextdoor\.co\.uk"
    r"|paypal\.me|monzo\.me|gumtree\.com|rightmove\.co\.uk|ancestry\.co\.uk|kik\.me|snap\.chat"
    # Shorteners hide where they lead, and often count who follows.
    r"|bit\.ly|tinyurl\.com|goo\.gl|t\.co|ow\.ly|buff\.ly|is\.gd|rb\.gy|cutt\.ly|lnkd\.in"
    r"|dlvr\.it|tiny\.cc"
    r"|shorturl\.at|rebrand\.ly|t\.ly"
    r"|(?:^|\.)(?:twitter|x)\.com)$",
    re.I,
)
_PERSONAL_PATH = re.compile(
    r"/(?:s|d|f|u|i|file|files|folders?|share|shared|sh|scl)/[\w\-]{5,}|/maps/(?:place|dir|@)|/"
    r"(?:profiles?(?:\.php)?|users?|usr|people|person|members?|accounts?|cv|staff|author|u|in)"
    r"(?:[/.?]|$)|/[@~]\w",
    re.I,
)
_PIECE = re.compile(r"[A-Za-z]{2,20}[\-_.][A-Za-z\-_.]{2,40}")
_SEPARATOR = re.compile(r"[\-_.]")
_PUBLIC_PATH = re.compile(r"/status/|/posts?/\d|/events?/", re.I)
_TRACE = re.compile(
    r"(?:(?:utm_\w{1,20}|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|igsh|_hs\w{1,8}|ref|ref_src"
    r"|src"
    r"|si|share\w{0,10}|smid|cmp\w{0,6}|campaign\w{0,6}|token|sid|session\w{0,4}|uid|user\w{0,6}"
    r"|respondent|contact\w{0,4}|customer\w{0,4}|client\w{0,4}|account\w{0,4}|staff\w{0,6}"
    r"|employee\w{0,6}"
    r"|payroll|auth\w{0,6}|dcmp|_ga|_gl|_gac|cid|ito|ncid|eid|rid|wt\.\w{1,10}|sr_share"
    r"|recruiter|invite\w{0,5}|user_id|uuid|guid|s|source|trk\w{0,12}|mkt_tok|pd_rd\w{0,4}|smtyp"
    r"|ns_\w{1,16}"
    r"|at_\w{1,16}|xtor|feature|context|rdt|entry\w{0,6}|email|name|recipient|member"
    r"|subscriber)=[^&#]{1,500}(?:&(?:amp;)?)?)+",
    re.I,
)


def links(text: str) -> Iterator[Span]:
    """Find links to somebody's own page, and the part of a public link that traces a reader."""
    for match in _LINK.finditer(text):
        link = match.group().rstrip(_AFTERTHOUGHT)
        start = match.start()
        if _is_personal(link):
            yield Span(start, start + len(link), "URL")
        elif query := _QUERY.search(link):
            for trace in _TRACE.finditer(link, query.end()):
                # Only a whole parameter counts: "?m=1" and "?page=2" harm nobody.
                if link[trace.start() - 1] in "?&;#":
                    yield Span(start + trace.start(), start + trace.end(), "URL")
    for match in _SPELT.finditer(text):
        if not _PUBLIC_PATH.search(match.group()):
            yield Span(match.start(), match.end(), "URL")
    for match in _SPELT_DOMAIN.finditer(text):
        if not _PUBLIC_SITE.search(match["name"]):
            yield Span(match.start(), match.end(), "URL")
    for match in _THREE_WORDS.finditer(text):
        yield Span(match.start(), match.end(), "URL")
    for match in _OWN_SITE.finditer(text):
        site = match.group().rstrip(_AFTERTHOUGHT)
        if not _PUBLIC_SITE.search(site):
            yield Span(match.start(), match.start() + len(site), "URL")
    for match in _DOMAIN.finditer(text):
        name = match["name"].lower()
        if not _PUBLIC_SITE.search(name) and _is_a_whole_name(name):
            yield Span(match.start(), match.end(), "URL")


def _is_personal(link: str) -> bool:
    host = _HOST.match(link)
    if host is None:
        return False
    rest = link[host.end() :]
    if _PERSONAL_HOST.search(host[1]):
        return len(rest) > 1 and not _PUBLIC_PATH.search(rest) or host[1].count(".") > 1
    return (
        _HIDDEN_DOT.match(link) is not None
        or _HIDDEN_DOT.search(host[1]) is not None
        or _PERSONAL_PATH.search(rest) is not None
        or _names_somebody(link)
    )


def _names_somebody(link: str) -> bool:
    """Tell whether a short piece of the link is a first name and a surname: "/jo-bloggs"."""
    for piece in _PIECE.findall(link):
        words = _SEPARATOR.split(piece.lower())
        if len(words) > 3 or any(is_ordinary(word) for word in words[:2]):
            continue  # A headline, most likely.
        if words[0] in first_names() and words[1] in surnames():
            return True
    return False


def _is_a_whole_name(word: str) -> bool:
    """Tell whether the word is a first name and a surname written as one."""
    return any(
        word[:cut] in first_names() and word[cut:] in surnames() and not is_ordinary(word[:cut])
        for cut in range(3, len(word) - 2)
    )
