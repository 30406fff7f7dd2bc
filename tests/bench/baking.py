"""How long pages take to bake: all of them, and those that one decision touches.

As a command it makes decisions on a site that is baked and not served: `python -m
tests.bench.baking KEY` publishes replies to the post of a key, and guest blogs, and prints how many
pages each touched and how many milliseconds they took.
"""

import json
import os
import shutil
import sys
import time
from dataclasses import dataclass
from statistics import median

import django

ROUNDS = 5
WORDS = "<p>The caseload doubled again in spring, and nobody at the office wrote it down.</p>" * 8


@dataclass(frozen=True)
class Baked:
    """How many pages were baked, and in which times: one of several, in milliseconds."""

    pages: int
    took: list

    @property
    def usual(self):
        return median(self.took)

    @property
    def slowest(self):
        return max(self.took)


def bake_whole(site):
    """Bake every page of a site with nothing there; return what that took."""
    root = site.data_dir / "baked"
    shutil.rmtree(root, ignore_errors=True)
    begin = time.perf_counter()
    site.manage("bake")
    took = (time.perf_counter() - begin) * 1000
    files = (root / "pages").rglob("*")
    return Baked(sum(path.is_file() and path.suffix != ".gz" for path in files), [took])


def bake_decisions(site, post):
    """Return {what was published: Baked} of a site that is baked and not served."""
    printed = json.loads(site.python("-m", "tests.bench.baking", str(post)))
    return {name: Baked(**found) for name, found in printed.items()}


def main(post):
    """Publish and bake by turns; print what that took."""
    os.environ["BAKING"] = "0"  # Or whoever publishes bakes at once.
    django.setup()
    from contributions.baking import keeping_up
    from contributions.baking.root import Root
    from contributions.models import Label, Post, Reply

    def reply():
        Reply(post_id=post, body=WORDS).publish()

    def guest_blog():
        draft = Post.objects.create(kind=Post.Kind.GUEST_BLOG, title="A new one", body=WORDS)
        draft.labels.set(Label.objects.in_use()[:2])
        draft.publish()

    root, found = Root(), {}
    for name, publish in {"a reply": reply, "a guest blog": guest_blog}.items():
        counts, took = [], []
        for _ in range(ROUNDS + 1):
            publish()
            begin = time.perf_counter()
            counts.append(keeping_up.catch_up(root))
            took.append((time.perf_counter() - begin) * 1000)
        # The first one has to read the templates, as no server does that has served a page.
        found[name] = {"pages": counts[-1], "took": took[1:]}
    print(json.dumps(found))


if __name__ == "__main__":
    main(int(sys.argv[1]))
