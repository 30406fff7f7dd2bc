"""Finished pages are what the site says at this moment, and nothing else is among them."""

import os
import threading
from datetime import timedelta

import pytest
from django.db import OperationalError, connection, transaction

from contributions import pages, thread_pages
from contributions.baking import addresses, keeping_up, oven
from contributions.baking.root import Root
from contributions.models import (
    Change,
    Label,
    Post,
    PublicNote,
    SearchEntry,
    SiteSettings,
    StandingPage,
)
from contributions.search.finding import find
from contributions.search.query import read
from tests.contributions.baking_root import (
    bake_everything,
    baked,
    every_byte,
    left_over,
    missing,
    stale,
)
from tests.factories import (
    NOON,
    make_digest,
    make_digest_draft,
    make_draft,
    make_guest_blog,
    make_label,
    make_post,
    make_posts,
    make_replies,
    make_reply,
    make_submission,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def root(settings, tmp_path, monkeypatch):
    settings.BAKING, settings.BAKED_ROOT = True, tmp_path / "baked"
    settings.SITE_ADDRESS, settings.ALLOWED_HOSTS = "http://blog.example", ["blog.example"]
    # What is measured elsewhere; here it must not depend on how fast the machine is.
    monkeypatch.setattr(keeping_up, "AT_ONCE", 600)
    # A few posts and replies fill some pages.
    monkeypatch.setattr(pages, "SIZE", 3)
    monkeypatch.setattr(thread_pages, "SIZE", 4)
    SiteSettings.objects.get_or_create(pk=1)
    for slug in StandingPage.Slug:
        StandingPage.objects.get_or_create(slug=slug, defaults={"title": slug.label, "body": "x"})
    return Root()


@pytest.fixture
def site(settings):
    """A site with something of every kind, all of it baked."""
    settings.BAKING = False  # Until all is there.
    label, other = make_label("Workload"), make_label("Training")
    posts = make_posts(8)
    for post in posts[::3]:
        post.labels.add(label)
    blog = make_guest_blog(title="A blog", labels=[label, other], at=NOON + timedelta(days=400))
    digest = make_digest("<p>One.</p>", "<p>Two.</p>", at=NOON + timedelta(days=800))
    make_replies(3, post=blog)
    make_replies(9, post=posts[5])
    PublicNote.under(digest, PublicNote.Kind.AMENDED, "")
    settings.BAKING = True
    # Some of it was written past the site.
    keeping_up.anew(Root())
    bake_everything()
    return {"label": label, "posts": posts, "blog": blog, "digest": digest}


def amend(publication, body):
    publication.amend(publication.revision, body=body)


def many_at_once(act):
    """Return a change of several things that whoever bakes sees in one look."""

    def change(site):
        with transaction.atomic():
            act(site)

    return change


def retract_most(site):
    for post in site["posts"][1:]:
        post.retract()


def publish_two_in_a_new_month(site):
    for days in (401, 402):
        make_post(at=NOON + timedelta(days=days + 200))


def take_from_most(site):
    for post in site["posts"]:
        post.labels.remove(site["label"])


def note_often(site):
    for _ in range(7):
        PublicNote.under(site["blog"], PublicNote.Kind.AMENDED, "Once more.")


def begin_the_series_at(number):
    settings = SiteSettings.current()
    settings.guest_blog_start = number
    settings.save()


CHANGES = {
    "a new post": lambda site: make_post(labels=[site["label"]]),
    "a new post between older ones": lambda site: make_post(at=NOON + timedelta(days=3)),
    "a new guest blog": lambda site: make_guest_blog(title="Another"),
    "a new digest": lambda site: make_digest("<p>Three.</p>"),
    "a new reply": lambda site: make_reply(post=site["blog"]),
    "a new reply on a late page": lambda site: make_reply(post=site["posts"][5]),
    "a reply on a late page, retracted": lambda site: late_reply(site).retract(),
    "an amended post": lambda site: amend(site["posts"][6], "<p>Other words.</p>"),
    "a post of another title": lambda site: site["blog"].amend(1, title="No blog"),
    "an amended reply": lambda site: amend(site["blog"].replies.get(number=2), "<p>Other.</p>"),
    "an amended account": lambda site: amend(site["digest"].items.get(number=2), "<p>Other.</p>"),
    "a retracted post": lambda site: site["posts"][4].retract(),
    "a retracted newest post": lambda site: site["digest"].retract(),
    "a retracted guest blog": lambda site: site["blog"].retract(),
    "a retracted reply": lambda site: site["blog"].replies.get(number=1).retract(),
    "a retracted account": lambda site: site["digest"].items.get(number=1).retract(),
    "a reply that becomes a post": lambda site: become_a_post(site),
    "a post that a reply became, retracted": lambda site: become_a_post(site).retract(),
    "a note": lambda site: PublicNote.under(site["blog"], PublicNote.Kind.AMENDED, "So it was."),
    "a label given": lambda site: site["posts"][2].labels.add(site["label"]),
    "labels taken": lambda site: site["blog"].labels.clear(),
    "a label of another name": lambda site: rename(site["label"]),
    "a label deleted": lambda site: Label.objects.filter(name="Workload").delete(),
    "many retracted posts": many_at_once(retract_most),
    "two posts in a new month": many_at_once(publish_two_in_a_new_month),
    "a label taken from many": many_at_once(take_from_most),
    "many notes": many_at_once(note_often),
    "a label taken, so no longer related": lambda site: site["posts"][0].labels.clear(),
    "where the series begins": lambda site: begin_the_series_at(40),
    "the site's name": lambda site: name_the_site("Another name"),
    "the page about the site": lambda site: StandingPage.objects.get(slug="about").save(),
}


def late_reply(site):
    """Return a reply of which the post's own page shows a line."""
    return site["posts"][5].replies.get(number=9)


def become_a_post(site):
    post = make_guest_blog(title="It was a reply", at=NOON + timedelta(days=900))
    site["posts"][5].replies.get(number=6).move(post)
    return post


def rename(label):
    label.name, label.slug = "Work", "work"
    label.save()


def name_the_site(name):
    settings = SiteSettings.current()
    settings.name = name
    settings.save()


def test_everything_is_baked_and_says_what_the_site_says(site):
    assert missing() == stale() == left_over() == []
    assert b"A blog" in baked("/guest-blogs/")
    assert baked(f"{site['blog'].get_absolute_url()[:-5]}/feed/").startswith(b"<?xml")


@pytest.mark.parametrize("change", CHANGES)
def test_after_a_commit_no_page_is_stale(site, change):
    CHANGES[change](site)

    if change not in ("the site's name", "a label of another name", "where the series begins"):
        assert stale() == []
    bake_everything()
    assert missing() == stale() == []
    # A label that no post bears any more has a page that says so, until all is baked anew.
    assert [name for name in left_over() if not name.startswith("/labels/training/")] == []


@pytest.mark.parametrize("takes_back", ["retract", "amend"])
def test_words_that_were_taken_back_are_nowhere_at_once(root, takes_back):
    label = make_label()
    post = make_post(title="Plain", body="<p>Zanzibar words.</p>", labels=[label])
    reply = make_reply(post=post, body="<p>Zanzibar reply.</p>")
    bake_everything()
    assert b"Zanzibar" in every_byte()
    assert len(find(read("zanzibar")).hits) == 2

    for publication in (reply, post):
        if takes_back == "retract":
            publication.retract()
        else:
            amend(publication, "<p>Other.</p>")

    assert b"Zanzibar" not in every_byte()
    assert not SearchEntry.objects.filter(text__contains="Zanzibar").exists()
    assert find(read("zanzibar")).hits == find(read("zanzibar"), newest_first=True).hits == []


def test_a_retracted_post_has_no_page_left(site):
    address = site["blog"].get_absolute_url()

    site["blog"].retract()

    assert baked(address) is None
    assert baked(f"{address[:-5]}/feed/") is None
    assert oven.ask(address).status_code == 410


def test_only_what_is_published_comes_under_the_root():
    make_draft(title="Quokka draft", body="<p>Quokka.</p>")
    make_digest_draft(title="Quokka digest")
    make_submission(text="Quokka sealed.", title="Quokka")
    make_post(title="Quokka gone", body="<p>Quokka.</p>").retract()
    post = make_post(body="<p>Wombat.</p>")
    make_reply(post=post, body="<p>Quokka reply.</p>").retract()
    make_label("Quokka")

    bake_everything()

    assert b"Wombat" in every_byte()
    assert b"Quokka" not in every_byte()


def test_a_change_leaves_its_row_in_its_own_transaction():
    post = make_post()
    before = Change.objects.known()

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        post.retract()
        assert Change.objects.known() != before
        raise ZeroDivisionError

    assert Change.objects.known() == before


def test_what_a_crash_left_undone_is_taken_away_by_the_next_start(site, settings):
    settings.BAKING = False  # It ends between the commit and the baking.
    site["posts"][4].retract()
    amend(site["blog"], "<p>Other words.</p>")
    assert stale() != []

    keeping_up.begin()

    assert stale() == []
    bake_everything()
    assert missing() == stale() == left_over() == []


def test_another_machine_follows_through_the_database(site, settings, tmp_path):
    here = settings.BAKED_ROOT
    settings.BAKED_ROOT = tmp_path / "another"
    bake_everything()
    settings.BAKED_ROOT = here

    site["posts"][4].retract()

    settings.BAKED_ROOT = tmp_path / "another"
    assert stale() != [] or baked(site["posts"][4].get_absolute_url())
    keeping_up.catch_up(Root())
    assert stale() == []
    assert baked(site["posts"][4].get_absolute_url()) is None


@pytest.mark.parametrize("seen", [[1_000_000], [0], [1_000_000, 1]])
def test_a_root_that_has_been_away_or_is_ahead_of_its_database_trusts_nothing(site, root, seen):
    state = root.state()
    state.seen = [key or Change.objects.known()[-1] - 1 for key in seen]
    root.keep_state(state)

    keeping_up.catch_up(root)

    assert baked("/") is None
    bake_everything()
    assert missing() == stale() == []


@pytest.mark.parametrize("name", ["boot", "made_by"])
def test_after_another_boot_or_by_other_code_all_is_baked_anew(site, root, name):
    state = root.state()
    setattr(state, name, "another")
    root.keep_state(state)
    (root.pages / "~.html").write_bytes(b"")

    bake_everything()

    assert missing() == stale() == []


def test_a_page_rendered_before_a_change_never_takes_the_place_of_one_after_it(monkeypatch):
    post = make_post(body="<p>Old words.</p>")
    root = bake_everything()
    address, ask = post.get_absolute_url(), oven.ask
    rendered, changed = threading.Event(), threading.Event()

    def slow(asked):
        response = ask(asked)
        if threading.current_thread() is slow_one and not rendered.is_set():
            rendered.set()
            changed.wait(30)
        return response

    def bake():
        oven.bake(root, address)
        connection.close()

    monkeypatch.setattr(oven, "ask", slow)
    slow_one = threading.Thread(target=bake)
    slow_one.start()
    rendered.wait(30)
    amend(post, "<p>New words.</p>")
    changed.set()
    slow_one.join()

    assert b"New words" in baked(address)
    assert b"Old words" not in every_byte()


def test_publishing_goes_on_where_no_page_can_be_written(site, monkeypatch):
    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Root, "keep", full)

    amend(site["blog"], "<p>Other words.</p>")

    assert Post.objects.get(pk=site["blog"].pk).body == "<p>Other words.</p>"
    assert stale() == []
    monkeypatch.undo()


def test_where_not_even_removing_works_the_change_stays_undone(site, root, monkeypatch):
    def forbidden(*args):
        raise PermissionError

    before = root.state().seen
    with monkeypatch.context() as patch:
        patch.setattr(Root, "remove", forbidden)
        patch.setattr(Root, "keep", forbidden)
        site["blog"].retract()
        assert root.state().seen == before

    keeping_up.catch_up(root)

    assert stale() == []
    assert baked(site["blog"].get_absolute_url()) is None


def test_pages_stay_while_the_database_is_away(site, root, monkeypatch):
    def away(*args, **kwargs):
        raise OperationalError

    keeping_up.anew(root)
    monkeypatch.setattr(Post.objects.all().__class__, "newest_first", away)

    with pytest.raises(oven.NotRendered):
        oven.bake(root, "/guest-blogs/")

    monkeypatch.undo()
    assert b"A blog" in baked("/guest-blogs/")


def test_no_page_is_baked_under_a_name_that_stands_in_for_the_sites(site, root, monkeypatch):
    name_the_site("Its own name")
    bake_everything()

    def away():
        raise OperationalError

    monkeypatch.setattr(SiteSettings, "current", away)

    with pytest.raises(oven.NotRendered):
        oven.bake(root, "/about/")

    assert b"Its own name" in baked("/about/")


def test_what_takes_too_long_at_once_is_taken_away_and_baked_later(site, monkeypatch):
    monkeypatch.setattr(keeping_up, "AT_ONCE", 0)

    site["posts"][0].retract()

    assert stale() == []
    assert missing() != []
    bake_everything()
    assert missing() == stale() == []


def test_what_is_taken_back_while_others_are_baked_does_not_wait(site, monkeypatch):
    bake, before = oven.bake_while_held, site["posts"][4].get_absolute_url()

    def retracting(root, address):
        bake(root, address)
        post = Post.objects.get(pk=site["posts"][4].pk)
        if post.is_published:
            # Who retracts it cannot have the root meanwhile.
            monkeypatch.setattr(keeping_up, "after_a_commit", lambda: None)
            post.retract()

    monkeypatch.setattr(oven, "bake_while_held", retracting)
    site["blog"].retract()

    assert baked(before) is None
    assert stale() == []


def test_what_is_taken_back_goes_though_somebody_else_holds_the_root(site, root, monkeypatch):
    monkeypatch.setattr(keeping_up, "AT_ONCE", 0)

    with root.held():
        site["posts"][4].retract()
        assert baked(site["posts"][4].get_absolute_url()) is None
        assert stale() == []


@pytest.mark.parametrize("written", [0, 1])
def test_a_page_of_which_half_was_written_is_written_again(site, root, monkeypatch, written):
    content = b"Other words."
    write, count = Root._write, iter(range(10))

    def full(*args):
        if next(count) == written:
            raise OSError(28, "No space left on device")
        write(*args)

    with monkeypatch.context() as patch, pytest.raises(OSError, match="space"):
        patch.setattr(Root, "_write", full)
        root.keep("/about/", content, "text/html")

    root.keep("/about/", content, "text/html")

    assert baked("/about/") == content


def test_the_time_of_a_file_tells_its_content_and_nothing_else(root):
    files = root.pages / "about" / "~.html", root.pages / "about" / "~.html.gz"
    times = []
    for content in (b"One.", b"Two.", b"One."):
        root.keep("/about/", content, "text/html")
        times.append([file.stat().st_mtime for file in files])

    assert times[0] == times[2] != times[1]
    assert max(map(max, times)) < NOON.timestamp()


def test_nothing_under_the_root_can_be_written_by_others(site, root):
    modes = [path.stat().st_mode for path in [root.folder, *root.folder.rglob("*")]]

    assert all(not mode & 0o022 for mode in modes)


def test_pages_can_be_read_by_others_whatever_the_umask(root):
    old = os.umask(0o077)
    try:
        post = make_post()
        bake_everything()
    finally:
        os.umask(old)

    page = root.pages / post.get_absolute_url().lstrip("/")
    assert page.stat().st_mode & 0o777 == 0o644
    assert all(path.stat().st_mode & 0o777 == 0o755 for path in page.parents[:3])


def test_no_address_is_outside_what_can_be_baked(site):
    from contributions.baking.root import ADDRESS

    assert [a for a in addresses.everything() if not ADDRESS.fullmatch(a)] == []
