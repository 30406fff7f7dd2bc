"""One thing done with many submissions: seen on one page, confirmed, and told what was done."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from contributions.models import ApprovedCopy, Message, Submission, WatchedWord, digest_item
from contributions.review import review
from contributions.words import Finished, Words
from moderation import claims, deciding
from moderation.bulk import MOST
from moderation.draft import Draft
from moderation.models import Decision, DeclineReason
from tests.factories import (
    make_digest_draft,
    make_editor,
    make_post,
    make_reply,
    make_submission,
    make_submissions,
    the_desk,
)
from tests.moderation.test_triage import URGENT
from tests.page_forms import forms_in

pytestmark = pytest.mark.django_db
MANY = "/admin/desk/many/"
TOMORROW = timezone.localdate() + timedelta(days=1)


@pytest.fixture
def post(db):
    return make_post(title="On parking")


def reply_to(post, text="The caseload doubled again.", **fields):
    return make_submission(kind="reply", target_post=post, text=text, **fields)


def choose(client, way, *submissions):
    """Return the confirming page for submissions as they stand."""
    chosen = [f"{one.pk}:{one.version}" for one in submissions]
    return client.post(MANY, {"way": way, "chosen": chosen, "next": "/admin/desk/?kind=reply"})


def confirm(client, page, **fields):
    """Press the button of a confirming page."""
    (form,) = [form for form in forms_in(page) if "confirmed" in dict(form["buttons"])]
    tokens = [part.split('"')[0] for part in said(page).split('name="seen" value="')[1:]]
    return client.post(MANY, form["fields"] | {"confirmed": "1", "seen": tokens} | fields)


def said(page):
    return page.content.decode()


def states():
    return sorted(Submission.objects.values_list("state", flat=True))


def test_replies_go_out_under_their_own_posts_once_they_were_seen(editor_client, post):
    parent = make_reply(post=post)
    first, second = reply_to(post, "One."), reply_to(post, "Two.", target_reply=parent)

    page = choose(editor_client, "reply", first, second)
    assert "<p>One.</p>" in said(page)
    assert "<p>Two.</p>" in said(page)
    assert states() == ["waiting", "waiting"]
    answer = confirm(editor_client, page)

    assert "Done (2)" in said(answer)
    assert states() == ["approved", "approved"]
    copies = {copy.submission_id: copy for copy in ApprovedCopy.objects.all()}
    assert {copy.post for copy in copies.values()} == {post}
    assert copies[second.pk].parent == parent
    assert copies[first.pk].opened().text == "One."


def test_what_goes_out_is_what_was_shown(editor_client, post):
    submission = reply_to(post, "He said [[nothing]] of it.\n\nNot a word.")

    page = choose(editor_client, "reply", submission)
    confirm(editor_client, page)

    assert ApprovedCopy.objects.get().opened().text == "He said [ [nothing] ] of it.\n\nNot a word."
    assert "<p>He said [ [nothing] ] of it.</p>" in said(page)


def test_each_that_stays_behind_is_told_why(editor_client, post):
    gone = make_post(title="Gone")
    retracted = make_reply(post=post)
    cases = {
        "It answers no post.": make_submission(kind="reply"),
        "no longer public": reply_to(gone),
        "It is flagged: Somebody may be in danger": reply_to(post, URGENT),
        "It is held.": reply_to(post, state="held", held_until=TOMORROW),
        "It is a confidential note.": make_submission(kind="confidential"),
        "has it in hand until": reply_to(post),
        "It has changed since you chose it.": reply_to(post),
        "no longer public. Look": reply_to(post, target_reply=retracted),
    }
    gone.retract()
    retracted.retract()
    claims.take(cases["has it in hand until"], make_editor())
    cases["It has changed since you chose it."].version = 7

    page = choose(editor_client, "reply", *cases.values())

    for why in cases:
        assert why in said(page)
    assert f"Left alone ({len(cases)})" in said(page)
    assert "There is nothing that it could be done with." in said(page)


def test_what_points_straight_at_somebody_stays_behind(editor_client, post):
    kept, overlooked = reply_to(post), reply_to(post)
    seal(kept, with_kept_number())
    seal(overlooked, Words(text="Ring Karen Wray on 07700 900123 now please."))

    page = said(choose(editor_client, "reply", kept, overlooked))

    assert "Its contributor kept what points straight at someone." in page
    assert "Something in it may point straight at someone." in page


def test_what_an_editor_has_left_redacted_goes_out_redacted(editor_client, post):
    submission = reply_to(post, "We met at the old mill.")
    leave(submission, "We met at the [[old mill|place|another]].")

    page = choose(editor_client, "reply", submission)
    confirm(editor_client, page)

    assert "<p>We met at the [place].</p>" in said(page)
    assert ApprovedCopy.objects.get().opened().text == "We met at the [place]."
    assert Decision.objects.get().redactions.get().category == "place"


def test_a_watched_word_stays_behind(editor_client, post):
    WatchedWord.objects.create(phrase="old mill", kind=WatchedWord.Kind.FLAG)

    page = said(choose(editor_client, "reply", reply_to(post, "We met at the old mill.")))

    assert "It holds a watched word." in page


def test_what_changed_between_seeing_and_confirming_stays_behind(editor, editor_client, post):
    first, second = reply_to(post), reply_to(post)
    page = choose(editor_client, "reply", first, second)
    deciding.hold(first, 1, by=editor, until=TOMORROW, reason="timing")

    answer = confirm(editor_client, page)

    assert states() == ["approved", "held"]
    assert "Done (1)" in said(answer)
    assert "Not done (1)" in said(answer)
    assert "It has changed since you chose it." in said(answer)


def test_what_another_took_in_hand_meanwhile_stays_behind(editor_client, post):
    submission = reply_to(post)
    page = choose(editor_client, "reply", submission)
    claims.take(submission, make_editor())

    answer = confirm(editor_client, page)

    assert states() == ["waiting"]
    assert "has it in hand until" in said(answer)


def test_nothing_is_published_that_no_page_has_shown(editor_client, post):
    submission = reply_to(post)
    unseen = f"{submission.pk}:1"
    for_holding = choose(editor_client, "hold", submission)

    for tokens in (unseen, f"reply {unseen}", f"reply {unseen}:forged"):
        editor_client.post(MANY, {"way": "reply", "confirmed": "1", "seen": tokens})
    confirm(editor_client, for_holding, way="reply")

    assert states() == ["waiting"]


def test_many_can_be_held_until_a_day(editor_client):
    notes = [make_submission(kind="confidential"), make_submission()]

    page = choose(editor_client, "hold", *notes)
    refused = confirm(editor_client, page)
    assert "Nothing has been decided yet" in said(refused)
    confirm(editor_client, refused, held_until=TOMORROW.isoformat(), hold_reason="timing")

    assert set(Submission.objects.values_list("state", "held_until")) == {("held", TOMORROW)}


def test_many_can_be_binned_for_one_reason(editor, editor_client):
    page = choose(editor_client, "bin", make_submission(), make_submission())
    reason = DeclineReason.objects.order_by("pk").first()

    confirm(editor_client, page, decline_reason=str(reason.pk))

    assert states() == ["declined", "declined"]
    assert set(Decision.objects.values_list("what", "reason", "by")) == {
        ("decline", reason.slug, editor.pk)
    }


def test_who_may_be_in_danger_is_not_binned_among_others(editor_client):
    page = said(choose(editor_client, "bin", make_submission(text=URGENT)))

    assert "It is flagged: Somebody may be in danger" in page


def test_what_may_help_to_tell_who_is_meant_is_shown_beside_the_text(editor_client, post):
    submission = reply_to(post, "I have worked in the Bradford office for a while.")

    page = said(choose(editor_client, "reply", submission))

    assert "May help to tell who is meant:" in page
    assert "Bradford" in page.partition("May help to tell")[2].partition("</p>")[0]


def test_a_text_that_few_people_fit_stays_behind(editor_client, post):
    submission = reply_to(
        post,
        "I am one of two Asian women in the Bradford office, thirty-one years in, "
        "the only Welsh speaker on the sex offender team, due to retire in June.",
    )

    page = said(choose(editor_client, "reply", submission))

    assert "Few people fit what it says of its writer." in page


def test_a_distressing_text_is_covered_where_it_is_only_held(editor_client):
    page = said(choose(editor_client, "hold", make_submission(text=URGENT)))

    assert "May be distressing: Somebody may be in danger" in page


def test_no_more_than_a_page_at_a_time(editor_client):
    chosen = [f"{one.pk}:1" for one in make_submissions(MOST + 1)]

    answer = editor_client.post(MANY, {"way": "hold", "chosen": chosen}, follow=True)

    assert f"at most {MOST} at a time" in said(answer)


@pytest.mark.parametrize("chosen", ["", "nonsense", "1:x", f"{UUID(int=0)}:1"])
def test_what_makes_no_sense_is_answered_calmly(editor_client, chosen):
    answer = editor_client.post(MANY, {"way": "hold", "chosen": chosen}, follow=True)

    assert answer.status_code == 200


def test_a_way_that_there_is_not_is_not_found(editor_client):
    assert editor_client.post(MANY, {"way": "eat"}).status_code == 404


def seal(submission, words):
    key = submission.wrapped_key.opened_by(the_desk())
    submission.seal(words, key)
    submission.save()


def leave(submission, marked):
    """Leave a marked text with a submission, as whoever keeps changes does."""
    submission.keep_draft(Draft("", marked), submission.wrapped_key.opened_by(the_desk()))


def with_kept_number():
    found = review("", "Ring 07700 900123 now please.").words.findings
    assert found
    return Words(text="Ring 07700 900123 now please.", findings=[found[0] | {"kept": True}])


def test_many_are_put_into_one_digest(editor_client, post):
    digest = make_digest_draft(title="Three voices")
    chosen = [reply_to(post, "One."), make_submission(text="Two.")]

    page = choose(editor_client, "digest", *chosen)
    answer = confirm(editor_client, page, digest=digest.pk)

    assert "None" not in said(page)
    assert f"{chosen[1]}</a>" in said(page)
    assert "Done (2)" in said(answer)
    assert said(answer).count("goes out with the digest “Three voices”") == 2
    assert digest.items.count() == 2
    assert states() == ["approved", "approved"]


def test_without_a_digest_none_is_put_into_one(editor_client):
    page = choose(editor_client, "digest", make_submission())

    answer = confirm(editor_client, page)

    assert "Choose a digest." in said(answer)
    assert states() == ["waiting"]


def test_what_a_full_digest_cannot_take_stays_where_it_is(editor_client, monkeypatch):
    monkeypatch.setattr(digest_item, "MOST", 1)
    digest = make_digest_draft()
    page = choose(editor_client, "digest", make_submission(), make_submission())

    answer = confirm(editor_client, page, digest=digest.pk)

    assert "This digest is full" in said(answer)
    assert states() == ["approved", "waiting"]


def test_what_came_back_with_an_answer_is_for_its_own_page(editor_client, editor, post):
    submission = reply_to(post)
    key = submission.wrapped_key.opened_by(the_desk())
    shown = Finished("", "Words.")
    deciding.ask(submission, 1, by=editor, key=key, question="Like this?", shown=shown)
    submission.answer(2)
    Message.write(submission, Message.Kind.OBJECTED, {"says": "", "title": "", "text": ""}, key)

    for way in ("reply", "digest"):
        assert "It came back with an answer." in said(choose(editor_client, way, submission))
