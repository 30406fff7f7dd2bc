"""The table of docs/permissions.md, and the addresses that belong in it."""

import re

from django.urls import get_resolver
from django.urls.resolvers import RoutePattern

from tests.probationblog.processes import ROOT

WHO = ("nobody", "staff", "moderator", "editor")
# Django's own, which only leads on to "…/change/".
LEADING_ON = re.compile(r"/admin/\w+/\w+/{}/")


def table():
    """Return {address: {who: what comes of it}}."""
    lines = (ROOT / "docs" / "permissions.md").read_text("utf-8").splitlines()
    rows = [line.strip("| ").split(" | ") for line in lines if line.startswith("| `/")]
    return {address.strip("`"): dict(zip(WHO, cells, strict=True)) for address, *cells in rows}


def shape(address):
    """Return an address with its changing parts as "{}"."""
    return re.sub(r"{\w+}|<[^>]+>", "{}", address)


def shapes_of_the_admin():
    """Return the shape of every address that begins with /admin/."""
    shapes = set(map(shape, _patterns(get_resolver().url_patterns, "/")))
    return {each for each in shapes if each.startswith("/admin/")} - set(
        filter(LEADING_ON.fullmatch, shapes)
    )


def outcome(response):
    """Say what came of asking for a page, in the words of the table."""
    if response.status_code == 302:
        return "sign in" if response["Location"].startswith("/admin/login/") else "leads on"
    if response.status_code == 200 and not _may_change(response):
        return "reads"
    return {200: "yes", 403: "no", 404: "not found", 405: "by its form"}[response.status_code]


def _may_change(response):
    return (response.context or {}).get("has_change_permission", True)


def _patterns(patterns, before):
    for each in patterns:
        if hasattr(each, "url_patterns"):
            yield from _patterns(each.url_patterns, f"{before}{each.pattern}")
        elif isinstance(each.pattern, RoutePattern):  # The admin's others match whatever is left.
            yield f"{before}{each.pattern}"
