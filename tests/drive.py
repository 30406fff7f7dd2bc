"""`python -m tests.drive --site http://… --editor NAME --password … FILE.jsonl …`

Drive every row {"id", "kind", "title", "text"} of the files through a running site, as people
would: form, review step, send, sign in, publish or close, read its page and the feed. Prints
figures, and each row that went astray with the reason. All replies answer the newest post.
"""

import argparse
import json
import re
import sys
from collections import Counter
from html import unescape
from pathlib import Path

import httpx

from moderation.redaction import without_marks
from moderation.typography import evened_out
from tests.over_http import Contributor, Editor, Unexpected, form_with, words_of

STEPS = ["rows", "sent", "stored", "published", "closed", "on its page", "in its feed", "errors"]
BECAME = re.compile(r'It became <a href="([^"#]+)(?:#(c\d+))?"')


class Drive:
    """One run against a site; `figures` counts the steps, `astray` holds (id, reason)."""

    def __init__(self, contributor, editor):
        self.contributor, self.editor = contributor, editor
        self.figures, self.astray = Counter(), []
        self.target = self._newest_post()
        self.queue = set(editor.queue())

    def _newest_post(self):
        front = self.contributor.get("/").text
        address = re.search(r'<h2><a href="([^"]+\.html)"', front)
        if not address:
            raise Unexpected("The site has no published post that replies could answer.")
        return form_with(self.contributor.get(address[1]), "target")["target"]

    def row(self, row):
        """Take one row all the way, and note how far it came."""
        self.figures["rows"] += 1
        try:
            self._all_the_way(row)
        except (Unexpected, httpx.HTTPError) as error:
            self.figures["errors"] += 1
            self.astray.append((row["id"], str(error)))

    def _all_the_way(self, row):
        shown = self._send(row)
        submission = self._find_stored(shown)
        if row["kind"] == "confidential":
            self.editor.decide(submission, self.editor.open(submission), "close")
            self.figures["closed"] += 1
            return
        title = shown["title"] or f"Untitled {row['id']}"
        self.editor.publish(submission, row["kind"], title=as_published(title))
        self.figures["published"] += 1
        self._read(submission, row["kind"], as_published(shown["text"]))

    def _send(self, row):
        target = self.target if row["kind"] == "reply" else ""
        review = self.contributor.review(
            row["text"], title=row["title"], kind=row["kind"], target=target
        )
        shown = form_with(review, "seal")
        if "It has arrived" not in self.contributor.send(review).text:
            raise Unexpected("Sending it was not acknowledged.")
        self.figures["sent"] += 1
        return shown

    def _find_stored(self, shown):
        """Return the id of what is new in the queue, if it holds the words that were shown."""
        queue = set(self.editor.queue())
        new, self.queue = queue - self.queue, queue
        if len(new) != 1:
            raise Unexpected(f"The queue has {len(new)} new submissions, not one.")
        [submission] = new
        if self.editor.read(submission) != " ".join(shown["text"].split()):
            raise Unexpected("The desk shows other words than the review step did.")
        self.figures["stored"] += 1
        return submission

    def _read(self, submission, kind, wanted):
        became = BECAME.search(self.editor.get(f"/admin/desk/{submission}/").text)
        if not became:
            raise Unexpected("The desk does not say what became of it.")
        address, reply = became.groups()
        page = self.contributor.get(address).text
        begin = page.index(f'id="{reply}"' if reply else '<article class="post"')
        if wanted not in words_of(page[begin:].partition("</article>")[0]):
            raise Unexpected(f"Its words are not at {address}#{reply or ''}.")
        self.figures["on its page"] += 1
        feed = "/feeds/replies/" if kind == "reply" else "/feeds/posts/"
        if wanted not in words_of(unescape(self.contributor.get(feed).text)):
            raise Unexpected(f"Its words are not in {feed}.")
        self.figures["in its feed"] += 1


def as_published(text):
    """Return a text's words as readers get them, in even typography."""
    return " ".join(evened_out(without_marks(text)).split())


def drive(address, name, password, rows):
    """Drive rows through the site at `address`; return the finished Drive."""
    with Contributor(address) as contributor, Editor(address) as editor:
        editor.sign_in(name, password)
        run = Drive(contributor, editor)
        for row in rows:
            run.row(row)
    return run


def main(arguments=None):
    """Drive the files that the command line names; return 1 if any row went astray."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[2])
    parser.add_argument("--site", required=True, help="where the site is served")
    parser.add_argument("--editor", required=True)
    parser.add_argument("--password", required=True)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.jsonl")
    options = parser.parse_args(arguments)
    print(f"{'':24}" + "".join(f"{step:>13}" for step in STEPS))
    astray = []
    for file in options.files:
        rows = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line]
        run = drive(options.site.rstrip("/"), options.editor, options.password, rows)
        print(f"{file.name:24}" + "".join(f"{run.figures[step]:>13}" for step in STEPS), flush=True)
        astray += run.astray
    for name, reason in astray:
        print(f"{name}: {reason}")
    return 1 if astray else 0


if __name__ == "__main__":
    sys.exit(main())
