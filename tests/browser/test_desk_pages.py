"""Every kind of page that an editor sees is usable, and runs under the security policy."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from tests.browser.accessibility import DESK_VIEWS, assert_usable, looks
from tests.browser.conftest import PHONE
from tests.complainant import ANSWERS
from tests.over_http import Contributor, Editor, form_with
from tests.running_site import NAME

pytestmark = [pytest.mark.browser, looks]

COVERED = "My manager, a kind one, took an overdose in May. Nobody has asked the rest of us since."
WAITING = """
SELECT CAST(id AS TEXT) FROM contributions_submission
WHERE kind = '{kind}' AND state = 'waiting' ORDER BY id
"""
A_YEAR_ON = date.today() + timedelta(days=365)  # noqa: DTZ011 - any day to come
# Besides those that test_every_page opens.
ADDRESSES = {
    "one kind": "/admin/desk/?kind=reply",
    "held": "/admin/desk/?view=held",
    "bin": "/admin/desk/?view=declined",
    "one flag": "/admin/desk/?flag=privacy&all",
    "nothing of that sort": "/admin/desk/?kind=reply&flag=spent&post=1",
    "complaints": "/admin/desk/complaints/?state=open",
    "some records": "/admin/desk/records/?what=decline&item=nowhere",
    "unknown": "/admin/no/such/page/",
}


@pytest.fixture(scope="module")
def submissions(site):
    """The ids of submissions that wait, of each kind, and of a held, declined, published one.

    One more is "covered": it may distress whoever reads it.
    """
    waiting = {
        kind: [str(UUID(row[0])) for row in site.rows(WAITING.format(kind=kind))]
        for kind in ("guest_blog", "reply", "confidential")
    }
    held, declined, published = (waiting["guest_blog"].pop() for _ in range(3))
    with Contributor(site.address) as contributor, Editor(site.address) as editor:
        contributor.send(contributor.review(COVERED))
        rows = site.rows(WAITING.format(kind="guest_blog"))
        known = {held, declined, published, *waiting["guest_blog"]}
        [covered] = {str(UUID(row[0])) for row in rows} - known
        editor.sign_in()
        hold = {"held_until": A_YEAR_ON.isoformat(), "hold_reason": "timing"}
        editor.decide(held, editor.open(held) | hold, "hold")
        editor.decide(declined, editor.open(declined) | {"decline_reason": "1"}, "decline")
        editor.publish(published, "guest_blog", title="What went out")
    return {
        **{kind: ids[0] for kind, ids in waiting.items()},
        "held": held,
        "declined": declined,
        "published": published,
        "covered": covered,
    }


def uncover(page):
    """Open what is covered because it may distress, as an editor does."""
    covers = page.locator("details.cover:not([open]) > summary")
    while covers.count():
        covers.first.click()


@pytest.fixture(scope="module")
def complaints(site):
    """The addresses of a complaint of each kind; the last is closed."""
    with Contributor(site.address) as contributor, Editor(site.address) as editor:
        editor.sign_in()
        for kind, answers in ANSWERS.items():
            about = {"target": "post:1", "revision": "1"} if kind == "legal" else {}
            contributor.complain(kind, **answers, **about)
        rows = site.rows("SELECT kind, CAST(id AS TEXT) FROM contributions_complaint")
        found = {kind: f"/admin/desk/complaints/{UUID(pk)}/" for kind, pk in rows}
        page = form_with(editor.get(found["other"]), "version")
        editor.post(found["other"], page | {"action": "close", "outcome": "left"}, 302)
    return found


@pytest.mark.parametrize("kind", ANSWERS)
def test_the_page_of_each_complaint_is_usable(complaints, editor, kind):
    editor.goto(complaints[kind])

    assert editor.recording.complaints == []
    assert_usable(editor, views=DESK_VIEWS)


def test_a_complaint_can_be_answered_without_scripts(complaints, scriptless_editor):
    scriptless_editor.goto(complaints["identifies"])
    scriptless_editor.get_by_label("What was done").select_option("Left as it was")

    scriptless_editor.get_by_role("button", name="Answered").click()

    scriptless_editor.get_by_text("Answered: the clock has stopped.").wait_for()


@pytest.mark.parametrize("kind", ADDRESSES)
def test_a_page_of_the_admin_is_usable(submissions, complaints, editor, kind):
    editor.goto(ADDRESSES[kind])

    assert editor.recording.complaints == []
    assert_usable(editor, views=DESK_VIEWS)


@pytest.mark.parametrize("kind", ["guest_blog", "reply", "confidential"])
def test_the_review_page_of_each_kind_is_usable(submissions, editor, kind):
    editor.goto(f"/admin/desk/{submissions[kind]}/")

    assert editor.recording.complaints == []
    assert_usable(editor, views=DESK_VIEWS)


@pytest.mark.parametrize("state", ["held", "declined", "published", "covered"])
def test_the_review_page_of_each_state_is_usable(submissions, editor, state):
    editor.goto(f"/admin/desk/{submissions[state]}/")

    assert_usable(editor, views=DESK_VIEWS)


def test_the_review_page_with_watched_words_is_usable(submissions, editor):
    editor.goto("/admin/contributions/watchedword/add/")
    editor.get_by_label("Words").fill("a kind one")
    editor.get_by_label("What to do").select_option("flag")
    editor.get_by_role("button", name="Save", exact=True).click()
    editor.get_by_text("was added successfully").wait_for()

    editor.goto(f"/admin/desk/{submissions['covered']}/")
    uncover(editor)

    editor.get_by_text("Watched: a kind one").wait_for()
    assert editor.recording.complaints == []
    assert_usable(editor, views=DESK_VIEWS)


@pytest.mark.parametrize("which", ["guest_blog", "covered"])
def test_the_preview_is_usable(submissions, editor, which):
    editor.goto(f"/admin/desk/{submissions[which]}/")
    uncover(editor)
    text = editor.get_by_label("The text as it will go out")
    text.fill("[[The first words|name]] " + text.input_value())

    editor.get_by_role("button", name="Preview").click()

    editor.get_by_text("Redacted: 1").wait_for()
    assert_usable(editor, views=DESK_VIEWS)


def test_a_refused_decision_is_usable(submissions, editor):
    editor.goto(f"/admin/desk/{submissions['reply']}/")

    editor.keyboard.press("Delete")
    editor.get_by_role("button", name="Decline").click()

    editor.get_by_role("link", name="Choose why it is declined.").wait_for()
    assert_usable(editor, views=DESK_VIEWS)


def test_a_stale_decision_is_usable(submissions, editor):
    editor.goto(f"/admin/desk/{submissions['guest_blog']}/")
    editor.locator("#id_version").evaluate("version => version.value = '77'")
    editor.keyboard.press("g")
    editor.get_by_label("Title:", exact=True).fill("Too late")

    with editor.expect_response("**/admin/desk/*/") as answer:
        editor.get_by_role("button", name="Approve as guest blog").click()

    editor.get_by_role("heading", name="Your version of the text").wait_for()
    assert answer.value.status == 409
    assert_usable(editor, views=DESK_VIEWS)


def test_a_search_is_usable(submissions, editor):
    editor.goto("/admin/desk/")
    editor.get_by_text("Filter or search").click()
    editor.get_by_role("searchbox", name="Words in what is unpublished").fill("the")

    editor.get_by_role("button", name="Search").click()

    editor.get_by_text("hold these words").wait_for()
    assert editor.recording.complaints == []
    assert_usable(editor, views=DESK_VIEWS)


@pytest.mark.parametrize("way", ["reply", "hold", "bin"])
def test_confirming_one_thing_with_many_is_usable(submissions, editor, way):
    editor.goto("/admin/desk/?kind=reply&all")
    editor.get_by_label("With those chosen").select_option(way)

    editor.get_by_role("button", name="Look at them").click()

    editor.get_by_role("link", name="Not now").or_(
        editor.get_by_text("Left alone")
    ).first.wait_for()
    assert editor.recording.complaints == []
    assert_usable(editor, views=DESK_VIEWS)


def test_what_was_done_with_many_is_usable(submissions, editor):
    editor.goto("/admin/desk/?kind=confidential")
    editor.get_by_label("Choose row 1", exact=True).check()
    editor.get_by_label("With those chosen").select_option("hold")
    editor.get_by_role("button", name="Look at them").click()
    editor.get_by_label("Until").fill(A_YEAR_ON.isoformat())
    editor.get_by_label("Reason").select_option("timing")

    editor.get_by_label("Until").press("Enter")

    editor.get_by_role("heading", name="Done (1)").wait_for()
    assert_usable(editor, views=DESK_VIEWS)


def test_signing_in_is_usable(visit):
    page = visit()

    page.goto("/admin/")

    assert page.recording.complaints == []
    assert_usable(page, views=DESK_VIEWS)


def test_a_failed_sign_in_is_usable(visit):
    page = visit()
    page.goto("/admin/login/")
    page.get_by_label("Username").fill(NAME)
    page.get_by_label("Password").fill("not this one")

    page.get_by_role("button", name="Sign in").click()

    page.get_by_text("Those did not fit together").wait_for()
    assert_usable(page, views=DESK_VIEWS)


def test_on_a_phone_a_touch_leads_to_each_part_of_the_review_page(submissions, scriptless_editor):
    page = scriptless_editor
    page.set_viewport_size(PHONE)
    page.goto(f"/admin/desk/{submissions['covered']}/")
    row = page.get_by_role("navigation", name="On this page")

    for link in row.get_by_role("link").all():
        link.click()
        heading = page.locator(link.get_attribute("href")).bounding_box()
        bar = row.bounding_box()
        assert bar["y"] + bar["height"] <= heading["y"] < PHONE["height"]
