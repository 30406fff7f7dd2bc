"""Leave a sentence its subject and its next clause, so that it still reads without the rest."""

import re

from contributions.deidentify.spans import Span

_ASIDE = (
    r"(?:then|also|both|later|never|once|nearly|all|even|just|finally|eventually|now|still|only)"
)
_BE = r"(?:was|were|is|are|am|been|being|got|get|gets|had|has|have)"
_PRONOUN = (
    rf"(?:(?:I|we|he|she|they|who|it|you)(?:'(?:d|ve|s|m|re|ll))?|im|ive|hes|shes)"
    rf"(?: (?:{_ASIDE}|{_BE}|\w{{2,12}}ly|had to))*"
)
_PRONOUN_FIRST = re.compile(rf"{_PRONOUN} ", re.I)
# "my manager told me to …", "one of mine was found …"
_ANYBODY_FIRST = re.compile(
    rf"(?:{_PRONOUN}|(?:(?:both|two|one) of (?:us|them|mine|my \w+)|some(?:one|body)|(?:my|our"
    rf"|the|a) [\w\-]+)"
    rf"(?:'(?:d|ve|s))?(?: (?:{_ASIDE}|{_BE}))*) ",
    re.I,
)
# What was done or suffered, where a subject may stand before it.
VERB = re.compile(
    r"(?:(?!need)\w{2,15}ed|told|put|gave|took|made|sent|left|rang|went|won|lost|found|threw|cried|blew|broke|wrote"
    r"|brought|pulled|set|ran|hit|spat|shut|had to)\b",
    re.I,
)
_NEXT_CLAUSE = re.compile(
    r",? (?:and|but|so|because|while|though|then) (?:then )?(?:I|he|she|they|we|it|nobody|no"
    r" one|everyone|my|the|her|his|our"
    r"|there)\b",
    re.I,
)
_FEWEST = 6
_SHORTEST = 12


def telling_part(text: str, span: Span) -> Span:
    """Return the telling words alone: "put in a claim" of "I put in a claim and he left"."""
    if span.category != "EVENT":
        return _without_subject(text, span)
    following = _NEXT_CLAUSE.search(text, span.start + _SHORTEST, span.end)
    if following:
        span = span._replace(end=following.start())
    return _without_subject(text, span)


def _without_subject(text: str, span: Span) -> Span:
    if span.category == "EVENT":
        # "my disciplinary hearing" is no subject with a verb: what follows would be no phrase.
        subject = _ANYBODY_FIRST.match(text, span.start, span.end)
        determined = subject and re.match(r"(?:my|our|the|a) ", text[span.start : span.end], re.I)
        if determined and not VERB.match(text, subject.end() if subject else 0):
            return span
    elif span.category == "HEALTH_FAMILY":
        subject = _PRONOUN_FIRST.match(text, span.start, span.end)
    else:
        return span
    if subject is None or span.end - subject.end() < _FEWEST:
        return span
    return span._replace(start=subject.end())
