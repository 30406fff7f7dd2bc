"""`python -m tests.keyboard_run FILE.jsonl`: an evening's queue cleared in Chromium by keyboard.

Each row is {"id", "kind", "target", "text", "expected": {"route", "redact"}}: `target` is the slug
of the post that a reply answers, `redact` words that must not go out. The rows are sent through the
contributor's form to a site of their own; then an editor's browser, without a mouse, takes each
where it is expected to go. Prints key presses and page loads, and for each of the words whether
it was taken out on arrival, by the editor after a warning, or without one.
"""

import argparse
import json
import re
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean

from playwright.sync_api import sync_playwright

from tests import programs
from tests.over_http import Contributor, Editor, Unexpected, form_with
from tests.running_site import running_site

POSTS = """
from contributions.models import Post
for slug in {slugs!r}:
    Post(title=slug.replace("-", " ").capitalize(), body="<p>What is to be answered.</p>").publish()
"""
ADDRESSES = "SELECT slug, year, month FROM contributions_post"
# What is typed to choose the class of reason, by the words of the row's own reason.
BINNED_AS = [("spam", "Sp"), ("test", "Sp"), ("duplicate", "Sa"), ("abuse", "A"), ("", "N")]
HELD_AS = [("trial", "Pr"), ("inquest", "Pr"), ("danger", "So"), ("safety", "So"), ("", "So")]
GONE = "words => !document.querySelector('.preview').textContent.includes(words)"


@dataclass
class Decided:
    """One text: the keys it took, the pages that were loaded, and what became of words to go."""

    route: str
    keys: int = 0
    loads: int = 0
    redacted: list[str] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)


def send_all(site, rows):
    """Send every row through the form; return {id of a submission: row} and the rows refused."""
    stored, refused = {}, []
    slugs = sorted({row["target"] for row in rows if row["target"]})
    site.manage("shell", "-c", POSTS.format(slugs=slugs))
    address = {
        slug: f"/{year}/{month:02}/{slug}.html" for slug, year, month in site.rows(ADDRESSES)
    }
    with Contributor(site.address) as contributor, Editor(site.address) as editor:
        editor.sign_in()
        before = set()
        for row in rows:
            target = ""
            if row["target"]:
                target = form_with(contributor.get(address[row["target"]]), "target")["target"]
            review = contributor.review(row["text"], kind=row["kind"], target=target)
            contributor.send(review)
            now = set(editor.queue())
            new = now - before
            if new:
                stored[new.pop()] = row
            else:
                refused.append(row["id"])
            before = now
        cookies = [
            {"name": one.name, "value": one.value, "domain": "127.0.0.1", "path": "/admin/"}
            for one in editor.browser.cookies.jar
        ]
    return stored, refused, cookies


class AtTheDesk:
    """An editor with a keyboard and no mouse."""

    def __init__(self, page, rows):
        self.page, self.rows = page, rows
        self.decided = {}
        self.keys = self.loads = 0
        page.on("load", self._loaded)

    def _loaded(self, page):
        self.loads += 1

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
            self.keys += 1

    def type(self, words):
        self.page.keyboard.type(words)
        self.keys += len(words)

    def go(self, *keys):
        """Press keys, the last of which leads to another page."""
        self.press(*keys[:-1])
        with self.page.expect_navigation():
            self.press(keys[-1])

    def clear(self):
        """Decide on everything that waits."""
        self.page.goto("/admin/")
        while len(self.decided) < len(self.rows):
            if not self._open():
                self.page.goto("/admin/")
                self.go("j", "Enter")
            self._decide()

    def _open(self):
        """Return the id of the submission that is open and not yet decided on, or ""."""
        found = re.search(r"/admin/desk/([0-9a-f-]{36})/", self.page.url)
        return found[1] if found and found[1] not in self.decided else ""

    def _decide(self):
        pk = self._open()
        row = self.rows[pk]
        route = row["expected"]["route"]
        self.keys = self.loads = 0
        decided = Decided(route)
        if route in ("reply", "guest_blog", "digest"):
            self._take_out(row, decided)
        getattr(self, f"_{route}")(row)
        if self.page.get_by_text("press the button again").count():
            self.go("Enter")
        if pk in self.page.url:
            said = self.page.locator(".errornote, .messagelist").all_inner_texts()
            raise Unexpected(f"{row['id']} was not decided on: {said}")
        decided.keys, decided.loads = self.keys, self.loads
        self.decided[pk] = decided

    def _take_out(self, row, decided):
        """Redact what the row says must not go out, and note whether there was a warning."""
        self._uncover()
        received = self.page.locator("#received").inner_text()
        warned = " ".join(
            [
                *self.page.locator("#received mark").all_inner_texts(),
                self.page.locator("#warnings").inner_text(),
            ]
        ).casefold()
        for words in row["expected"]["redact"]:
            if words not in received:
                decided.words[words] = "taken out on arrival"
                continue
            told = any(
                part in warned
                for part in words.casefold().split()
                if len(part) > 3 or part.isdecimal()
            )
            decided.words[words] = "after a warning" if told else "WITHOUT A WARNING"
            self.press("x")
            self.type(words)
            self.press("Enter")
            self.page.wait_for_function(
                "words => !document.querySelector('.preview').textContent.includes(words)",
                arg=words,
            )

    def _uncover(self):
        covers = self.page.locator("details.cover:not([open]) > summary")
        while covers.count():
            covers.first.focus()
            self.press("Enter")

    def _confirm(self):
        """Confirm a route, and choose a basis first where the page asks for one."""
        if self.page.locator("#id_basis").count():
            self.press("n")
        self.go("Enter")

    def _reply(self, row):
        self.press("r")
        self._confirm()

    def _guest_blog(self, row):
        self.press("g")
        if not self.page.locator("#id_title").input_value():
            if self.page.locator("#id_basis").count():
                self.press("n", "Escape", "g")
            self.type("An account")
            self.page.locator(".preview h3", has_text="An account").wait_for()
        self._confirm()

    def _digest(self, row):
        self.press("d")
        if self.page.locator("#id_basis").count():
            self.press("n", "Escape", "d")
        if self.page.locator("#id_digest option").count() > 1:
            self.type("On")
        else:
            self.press("Tab")
            self.type("On the ballot")
        self.go("Enter")

    def _ask(self, row):
        self.press("q", "A")
        self.go("Enter")

    def _hold(self, row):
        self.press("w")
        self.type(chosen(HELD_AS, row))
        self.go("Enter")

    def _decline(self, row):
        self.press("Delete")
        if row["kind"] != "confidential":
            self.type(chosen(BINNED_AS, row))
        self.go("Enter")


def chosen(classes, row):
    """Return what is typed for the first class whose word the row's reason has."""
    reason = row["expected"]["reason"].lower()
    return next(typed for word, typed in classes if word in reason)


def report(decided, rows, refused):
    """Print what it took; return 1 where words were to go out without a warning."""
    by_route = defaultdict(list)
    for one in decided.values():
        by_route[one.route].append(one)
    print(
        f"{len(decided)} decided, {len(refused)} refused by the form: {', '.join(refused) or '-'}"
    )
    print(f"{'route':12}{'texts':>8}{'keys, mean':>12}{'page loads':>12}")
    for route, those in sorted(by_route.items()):
        keys, loads = mean(one.keys for one in those), mean(one.loads for one in those)
        print(f"{route:12}{len(those):>8}{keys:>12.1f}{loads:>12.1f}")
    plain = [one.keys for one in by_route["reply"] if not one.words]
    print(f"a plain reply: {mean(plain):.1f} keys on average, {max(plain)} at the most")
    unwarned = 0
    for pk, one in decided.items():
        for words, how in one.words.items():
            print(f"  {rows[pk]['id']} “{words}”: {how}")
            unwarned += how.isupper()
    return 1 if unwarned else 0


def run(rows):
    """Clear the rows on a site of their own; return (decided, rows by submission, refused)."""
    with running_site(demonstration=False, LIMITS_TIMES="1000") as site:
        stored, refused, cookies = send_all(site, rows)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=programs.chromium(),
                args=["--no-sandbox", "--disable-background-networking"],
            )
            context = browser.new_context(base_url=site.address)
            context.add_cookies(cookies)
            desk = AtTheDesk(context.new_page(), stored)
            desk.clear()
            browser.close()
        states = dict(site.rows("SELECT state, COUNT(*) FROM contributions_submission GROUP BY 1"))
        print(f"what stands in the database: {states}")
    return desk.decided, stored, refused


def main(arguments=None):
    """Run the file that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[2])
    parser.add_argument("file", type=Path, metavar="FILE.jsonl")
    file = parser.parse_args(arguments).file
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line]
    decided, stored, refused = run(rows)
    return report(decided, stored, refused)


if __name__ == "__main__":
    sys.exit(main())
