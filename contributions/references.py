"""Where a reply names another of the same post: "no. 12", "#12", "reply 12", "Anon 17:57"."""

import re
from collections import Counter
from functools import cache

from django.utils import timezone

# Links that one text may get; the rest of a text that consists of numbers stays plain.
MOST = 100
# "No. 10" and "No. 11" stand in Downing Street, unless they stand "above".
_NAMED = re.compile(
    r"""
    (?<![\w&#./-])
    (?:
        (?:
            (?:no\.[ \xa0]?|(?-i:No)[ \xa0]) (?!1[01]\b(?![ ](?:above|below)))
            |(?:reply|comment)[ \xa0](?:no\.?[ ]|number[ ])?
            |\#
        )
        (?P<number>[1-9]\d{0,4}) (?![\w%]|[.,:/–-]\d)
        (?![ ](?:times|people|(?:minute|hour|day|week|month|year|case)s?)\b)
        |
        anon(?:ymous)?[ \xa0](?:at[ ]|@[ ]?)?
        (?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d) (?!\w|[:.]\d|[ ]?[ap]\.?m\b)
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)


def in_pieces(text, address_of):
    """Return the pieces of a plain text as (words, address): "" for those that name no reply.

    `address_of(number, time)` tells where the reply of this number, or of this time such as
    "17:57", stands; "" for none. One of the two is None.
    """
    pieces, position, links = [], 0, 0
    for match in _NAMED.finditer(text):
        number = int(match["number"]) if match["number"] else None
        time = None if number else f"{int(match['hour']):02}:{match['minute']}"
        address = address_of(number, time)
        if address:
            pieces += [(text[position : match.start()], ""), (match[0], address)]
            position, links = match.end(), links + 1
        if links == MOST:
            break
    return [*pieces, (text[position:], "")]


def addresses_under(post):
    """Return the `address_of` of a post's replies, as they stand on the page.

    A time leads to a reply where no other bears it, by London's clock: the hour that comes twice
    in autumn is told apart by nobody. What has been taken down is not led to. Asks the database
    when it is first asked.
    """
    addresses = cache(lambda: _addresses(post))
    return lambda number, time: addresses().get(number or time, "")


def _addresses(post):
    """Return {number or time: address} of a post's replies."""
    rows = [
        (reply.number, f"{timezone.localtime(reply.published_at):%H:%M}", reply.is_retracted)
        for reply in post.replies.only("number", "published_at", "status")
    ]
    bearing = Counter(time for _, time, _ in rows)
    page = post.get_absolute_url()
    addresses = {}
    for number, time, is_retracted in rows:
        if not is_retracted:
            addresses[number] = f"{page}#c{number}"
            if bearing[time] == 1:
                addresses[time] = f"{page}#c{number}"
    return addresses


def numbers_in(body, post):
    """Return the numbers of the replies under a post to which the links in a body lead."""
    page = re.escape(post.get_absolute_url())
    return {int(number) for number in re.findall(rf'href="{page}#c(\d{{1,9}})"', body)}
