"""What a contributor wrote and did not send in the end is nowhere, nor is who sent it.

Two hundred canaries come and go through nginx, with the settings of deploy/, and granian; then
every byte that is left is searched for their marks. A second site leaks on purpose.
"""

import ssl
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import httpx
import pytest

from tests.behind_nginx import behind_nginx
from tests.over_http import Contributor, form_with, words_of
from tests.running.canaries import CANARIES, NAME, NUMBERS, SOURCE, STEMS, UNSENT
from tests.running.traces import back_up, traces
from tests.running.watching import watched
from tests.running_site import running_site

AT_ONCE = 4
SENT = "SELECT count(*) FROM contributions_submission"
WITH_MAIL = {"DJANGO_SETTINGS_MODULE": "tests.running.watched_settings"}
# What the database keeps beside itself while it is open. These files are searched as well.
DATABASES_OWN = {"db.sqlite3-wal", "db.sqlite3-shm", "db.sqlite3-journal"}
PLANT = "from contributions.models import CallOut; CallOut.objects.create(title='{}')"


def browser_of(canary, address, trusted=False):
    """Return the contributor that a canary is, coming from an address of its own."""
    transport = httpx.HTTPTransport(local_address=canary.source, verify=trusted)
    return Contributor(address, canary.headers, transport=transport)


def write_and_send(canary, address, trusted=False):
    """Write, look at what would be kept, perhaps think better of it, and send."""
    with browser_of(canary, address, trusted) as contributor:
        if canary.number % 4 == 0:
            contributor.review(canary.unsent, title=canary.title, kind="confidential")
        review = contributor.review(canary.text, title=canary.title)
        shown = form_with(review, "seal")
        assert not [word for word in canary.removed if word in shown["text"] + shown["title"]]
        assert "a heron on the roof" in shown["text"]
        contributor.send(review)
        if canary.number % 10 == 1:
            # Kept as it is written, so that it must lie sealed.
            contributor.complain("identifies", words=canary.unsent, contact=canary.removed[1])


def come_to_grief(canary, address, trusted=False):
    """Meet whatever can go wrong, with the words at hand."""
    text = canary.unsent
    with browser_of(canary, address, trusted) as contributor:
        forged = form_with(contributor.review(text), "seal") | {"send": "1", "text": text}
        assert "did not arrive whole" in words_of(contributor.post("/contact/", forged, 403).text)
        wrong = {"kind": "reply", "target": "post:987654321", "text": text, "check": "1"}
        contributor.post("/contact/", wrong, 404)
        contributor.post("/contact/", {"kind": "none", "text": text, "check": "1"}, 422)
        contributor.complain("defamation", 422, text=text)
        contributor.complain("other", 403, text=text, token=canary.title)
        # As much as the site reads, more than it reads, and more than nginx passes on.
        for more, status in ((3_600_000, 422), (4_500_000, 413), (7_000_000, 413)):
            much = {"kind": "guest_blog", "text": text + "w" * more, "check": "1"}
            contributor.post("/contact/", much, status)
        contributor.browser.post("/contact/", content=text.encode())
        contributor.browser.post("/contact/", files={"text": ("note.txt", text)})
        contributor.browser.post("/no/such/page/", content=text.encode())
        contributor.browser.get("/search/", params={"q": text})
        assert contributor.browser.cookies.get("sessionid") is None


def make_it_fail(canary, address, trusted=False):
    """Make the site fail over the words, so that it writes a log and a mail."""
    with browser_of(canary, address, trusted) as contributor:
        contributor.post("/contact/", {"fail": "1", "text": canary.unsent}, 500)


@pytest.fixture(scope="module")
def left_behind():
    """A site after contributors have come and gone by every way there is, and was stopped."""
    with running_site(demonstration=False, **WITH_MAIL) as site:
        # The readers' pages come into being once; what contributors write adds none.
        site.manage("bake")
        with behind_nginx(site) as nginx, watched(site.folder) as created:
            trusted = ssl.create_default_context(cafile=nginx.certificate)
            # One in ten goes past nginx, for the site has to forget by itself.
            doors = [(nginx.tls, trusted)] * 9 + [(site.address,)]
            with ThreadPoolExecutor(AT_ONCE) as pool:
                list(pool.map(lambda c: write_and_send(c, *doors[c.number % 10]), CANARIES))
            for door in [(nginx.tls, trusted), (nginx.onion,)]:
                come_to_grief(CANARIES[1], *door)
            files = [path for path in created() if Path(path).name not in DATABASES_OWN]
            make_it_fail(CANARIES[2], nginx.tls, trusted)
        sent = site.rows(SENT)
        back_up(site)
        site.stop()
        yield SimpleNamespace(site=site, files=files, sent=sent)


def test_everybody_was_heard(left_behind):
    assert left_behind.sent == [(len(CANARIES),)]


def test_no_file_came_into_being_while_they_wrote(left_behind):
    assert left_behind.files == []


def test_nothing_remains_of_what_was_removed_or_of_who_sent_it(left_behind):
    assert traces(left_behind.site, STEMS, NUMBERS) == []


def test_a_failure_was_written_down_and_mailed_without_a_word_of_theirs(left_behind):
    [mail] = (left_behind.site.data_dir / "mail").iterdir()

    assert "builtins.RuntimeError" in mail.read_text("utf-8")
    assert "builtins.RuntimeError" in left_behind.site.log.read_text("utf-8")


def test_a_planted_word_is_found_wherever_it_lies(left_behind):
    site = left_behind.site
    site.manage("shell", "--no-imports", "-c", PLANT.format(f"{UNSENT}planted"))
    back_up(site)
    (site.folder / "tmp" / "planted").write_text(f"Once upon a time Zebedee {NAME} …")

    places = {(Path(where).name, word) for where, word in traces(site, STEMS, NUMBERS)}

    database = {"public.contributions_callout", "pg_wal", "backup.sql"}
    if not site.database_url:
        database = {"db.sqlite3", "backup.sqlite3"}
    assert places == {("planted", NAME), *((place, UNSENT) for place in database)}


def careless(settings):
    """Return nginx's settings with what most people have."""
    settings = settings.replace("client_body_buffer_size 5m;", "")
    return settings.replace("access_log off;", "access_log access.log;")


def test_a_site_that_leaks_is_found_out():
    leaking = {"application": "tests.running.leaking:application"}
    with running_site(demonstration=False, **leaking, **WITH_MAIL) as site:
        with behind_nginx(site, careless) as nginx, watched(site.folder) as created:
            trusted = ssl.create_default_context(cafile=nginx.certificate)
            for canary in (CANARIES[0], CANARIES[1]):
                write_and_send(canary, nginx.tls, trusted)
            folders = {Path(path).relative_to(site.folder).parent.as_posix() for path in created()}
        site.stop()

        found = {(Path(where).name, word) for where, word in traces(site, STEMS, NUMBERS)}

    assert {"tmp", "nginx/body"} <= folders
    assert {("requests.log", NAME), ("requests.log", SOURCE), ("access.log", SOURCE)} <= found
