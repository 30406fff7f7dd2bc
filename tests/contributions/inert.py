"""A judge of HTML: only what is allowed is left, as a browser's parser reads it."""

import re

from bleach._vendor import html5lib

from contributions.markup import LINK_REL

TAGS = {
    *("a", "b", "blockquote", "br", "cite", "code", "em", "h2", "h3", "hr", "i"),
    *("li", "ol", "p", "pre", "strong", "ul"),
}
ATTRIBUTES = {("a", "href"), ("a", "rel"), ("blockquote", "cite")}
HTML = "{http://www.w3.org/1999/xhtml}"
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)
# What a browser drops from an address before it looks at the scheme.
DROPPED_IN_FRONT = "".join(map(chr, range(33)))
DROPPED = re.compile("[\t\n\r]")


def dangers_in(html):
    """Return what is left in `html` that should not be: tags, attributes, addresses, comments."""
    tree = html5lib.parseFragment(str(html), treebuilder="etree")
    found = []
    for element in list(tree.iter())[1:]:
        if not isinstance(element.tag, str):
            found.append("a comment")
            continue
        tag = element.tag.removeprefix(HTML)
        if tag not in TAGS:
            found.append(f"<{tag}>")
        found += [
            f"{tag} {name}={value}"
            for name, value in element.attrib.items()
            if (tag, name) not in ATTRIBUTES or not harmless(name, value)
        ]
    return found


def harmless(name, value):
    """Tell whether an attribute's value leads nowhere but to a page or a mailbox."""
    if name == "rel":
        return value == LINK_REL
    scheme = SCHEME.match(DROPPED.sub("", value.lstrip(DROPPED_IN_FRONT)))
    return not scheme or scheme[0].lower() in ("http", "https", "mailto")
