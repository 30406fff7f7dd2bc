"""What an editor makes of a text: marks that change, what is kept of it, and red flags."""

import pytest

from contributions.models import ApprovedCopy, SiteSettings, Submission
from moderation.models import Decision, Note
from tests.factories import make_editor, make_submission
from tests.moderation.desk import address, fields, press, sign_in_as

pytestmark = pytest.mark.django_db
TEXT = "I have 22 years in. Leeds is cold. Leeds is wet."
RED = "Karl Broadbent, the SPO at our place, is corrupt and took cash for references."


@pytest.fixture
def page(editor_client):
    return editor_client.get(address(make_submission(text=TEXT, title="Fine")))


@pytest.fixture
def red(editor_client):
    """The review page of what raises a red flag."""
    return editor_client.get(address(make_submission(text=RED, title="Fine")))


def says(response, words):
    return words in response.content.decode()


def marked(response):
    return fields(response)["marked"]


def test_every_occurrence_is_marked_at_once_or_only_one(editor_client, page):
    text = TEXT.replace("Leeds", "[[Leeds|place|contributor]]", 1)

    one = press(editor_client, page, "preview", marked=text, everywhere="")
    all_of_them = press(editor_client, page, "preview", marked=text, everywhere="on")

    assert marked(one).count("[[") == 1
    assert marked(all_of_them).count("[[Leeds|place|contributor]]") == 2


def test_a_mark_is_put_back_by_a_plain_button(editor_client, page):
    text = TEXT.replace("Leeds", "[[Leeds|place|contributor]]")

    changed = {"marked": text, "change": "back:0", "everywhere": "on"}
    again = press(editor_client, page, "preview", **changed)

    assert marked(again) == TEXT


def test_a_phrase_that_says_less_is_taken_by_a_plain_button(editor_client, page):
    text = TEXT.replace("22 years", "[[22 years|date|contributor]]")
    shown = press(editor_client, page, "preview", marked=text)

    again = press(editor_client, shown, "preview", change="instead:0:over 20 years")

    assert says(shown, "Say “over 20 years” instead")
    assert "[[22 years|date|contributor|over 20 years]]" in marked(again)
    assert says(again, "I have over 20 years in.")
    assert says(again, "Edited for safety.")


@pytest.mark.parametrize("change", ["back:9", "back:x", "instead:", "nonsense", "back:-1", ":"])
def test_a_made_up_change_changes_nothing(editor_client, page, change):
    text = TEXT.replace("22 years", "[[22 years|date|contributor]]")

    again = press(editor_client, page, "preview", marked=text, change=change)

    assert (again.status_code, marked(again)) == (200, text)


def test_a_script_gets_the_part_that_goes_out_and_no_more(editor_client, page):
    sent = fields(page) | {"action": "preview", "marked": "[[All|detail]] of it."}

    part = editor_client.post(page.request["PATH_INFO"], sent, headers={"X-Part": "goes-out"})

    assert says(part, "<p>[detail] of it.</p>")
    assert not says(part, "<html")
    assert not says(part, "As it came")


def test_what_was_made_of_it_is_kept_sealed_until_it_is_decided(editor_client, page):
    text = TEXT.replace("Leeds", "[[Leeds|place|contributor]]")

    press(editor_client, page, "keep", marked=text, title="Cold and wet")

    stored = Submission.objects.get()
    again = editor_client.get(address(stored))
    assert (stored.state, stored.version) == ("waiting", 2)
    assert b"Leeds" not in bytes(stored.sealed_draft)
    assert marked(again) == text
    assert fields(again)["title"] == "Cold and wet"


@pytest.mark.parametrize(
    ("action", "needed"),
    [("hold", {"hold_reason": "timing"}), ("ask", {"question": "Which?"}), ("guest_blog", {})],
)
def test_other_ways_keep_it_as_well(editor_client, page, action, needed):
    text = TEXT.replace("Leeds", "[[Leeds|place|contributor]]")
    seen = press(editor_client, page, "preview", marked=text)

    press(editor_client, seen, action, **needed)

    opened = editor_client.get(address(Submission.objects.get()))
    assert Submission.objects.get().sealed_draft
    assert Decision.objects.count() == 1
    assert opened.status_code == 200


def test_a_red_flag_needs_a_basis_which_goes_on_record(editor_client, red):
    refused = press(editor_client, red, "guest_blog")
    nothing = Decision.objects.count()

    press(editor_client, refused, "guest_blog", basis="opinion")

    assert refused.status_code == 422
    assert says(refused, "choose on what basis")
    assert nothing == 0
    assert Decision.objects.get().reason == "opinion"
    assert ApprovedCopy.objects.exists()


def test_what_raised_the_flag_may_go_instead(editor_client, red):
    shown = press(editor_client, red, "preview", marked="We are all [[corrupt|detail|legal]] here.")

    press(editor_client, shown, "guest_blog")

    assert ApprovedCopy.objects.exists()


@pytest.fixture
def two_approvals():
    SiteSettings.objects.update_or_create(pk=1, defaults={"two_approvals": True})


def test_of_two_approvals_the_first_publishes_nothing(editor_client, red, two_approvals):
    press(editor_client, red, "guest_blog", basis="true")
    again = press(
        editor_client,
        editor_client.get(address(Submission.objects.get())),
        "guest_blog",
        basis="true",
    )

    assert again.status_code == 302
    assert list(Decision.objects.order_by("pk").values_list("what", flat=True)) == ["endorse"] * 2
    assert Submission.objects.get().state == "waiting"


def test_a_second_editor_approves_the_same_draft(editor_client, red, two_approvals):
    press(editor_client, red, "guest_blog", basis="true")
    other = sign_in_as(make_editor())

    press(other, other.get(address(Submission.objects.get())), "guest_blog", basis="true")

    assert Submission.objects.get().state == "approved"
    assert [d.what for d in Decision.objects.order_by("pk")] == ["endorse", "guest_blog"]


def test_a_second_editor_who_changes_the_draft_gives_a_first_approval(
    editor_client, red, two_approvals
):
    press(editor_client, red, "guest_blog", basis="true")
    other = sign_in_as(make_editor())
    opened = other.get(address(Submission.objects.get()))
    seen = press(other, opened, "preview", marked=RED + " Truly.")

    press(other, seen, "guest_blog", basis="true")

    assert Submission.objects.get().state == "waiting"
    assert Decision.objects.latest("pk").what == "endorse"


def test_without_a_red_flag_one_approval_is_enough(editor_client, page, two_approvals):
    press(editor_client, page, "guest_blog")

    assert Submission.objects.get().state == "approved"


def test_claiming_taking_over_and_letting_go_lose_nothing_that_was_written(editor_client, page):
    text = TEXT.replace("Leeds", "[[Leeds|place|contributor]]")

    for asked in ("take", "let-go", "take-over"):
        page = press(editor_client, page, "", marked=text, claim=asked)

    assert marked(page) == text
    assert says(page, "You have it in hand until")


def test_writing_a_note_loses_nothing_that_was_written_beside_it(editor_client, page):
    text = TEXT.replace("Leeds", "[[Leeds|place|contributor]]")
    sent = fields(page) | {"marked": text, "note": "Ask the union."}

    after = editor_client.post(f"{page.request['PATH_INFO']}notes/", sent)

    assert Note.objects.count() == 1
    assert marked(after) == text
    assert after.content.decode().count("Ask the union.") == 1


def test_a_note_beside_an_unchanged_text_leads_back(editor_client, page):
    sent = fields(page) | {"note": "Ask the union."}

    after = editor_client.post(f"{page.request['PATH_INFO']}notes/", sent)

    assert after.status_code == 302
