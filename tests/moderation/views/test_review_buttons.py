"""The other buttons of the review page, and every reason not to do what was asked."""

from datetime import timedelta

import pytest
from django.utils import timezone

from contributions.models import ApprovedCopy, Message, Post, Reply, Submission
from moderation.models import Decision, DeclineReason
from tests.factories import make_post, make_submission, words_of
from tests.moderation.approving import approve, send_out
from tests.moderation.desk import address, buttons, fields, press


@pytest.fixture
def opened(editor_client):
    """Open the review page of a submission."""

    def open_page(**parts):
        return editor_client.get(address(make_submission(**parts)))

    return open_page


def says(response, words):
    return words in response.content.decode()


@pytest.mark.parametrize(
    ("action", "changed", "sentence"),
    [
        ("guest_blog", {"title": " "}, "A guest blog needs a title."),
        ("guest_blog", {"title": "t" * 201}, "200"),
        ("reply", {"post": ""}, "Give the address of a published post."),
        ("reply", {"post": "/2020/01/nothing.html"}, "Give the address of a published post."),
        ("reply", {"post": "/9999/99/nothing.html"}, "Give the address of a published post."),
        ("decline", {"decline_reason": ""}, "Choose why it is declined."),
        ("hold", {"held_until": "", "hold_reason": "timing"}, "Choose a day after today."),
        (
            "hold",
            {"held_until": "2020-01-01", "hold_reason": "timing"},
            "Choose a day after today.",
        ),
        ("hold", {"held_until": "nonsense", "hold_reason": "timing"}, "Choose a day after today."),
        ("hold", {"held_until": "2999-01-01", "hold_reason": ""}, "Choose why it is held."),
        ("preview", {"marked": "[[open"}, "Each [[ needs its ]]."),
        ("guest_blog", {"marked": "close]]", "title": "T"}, "Each [[ needs its ]]."),
        ("guest_blog", {"marked": " ", "title": "T"}, "required"),
    ],
)
def test_what_is_missing_is_said_and_the_marked_text_comes_back(
    editor_client, opened, action, changed, sentence
):
    page = opened(text="Words.")
    changed = {"marked": "My [[marked]] words."} | changed

    response = press(editor_client, page, action, **changed)

    assert response.status_code == 422
    assert says(response, sentence)
    assert fields(response)["marked"].strip() == changed["marked"].strip()
    assert Submission.objects.get().version == 1
    assert not Decision.objects.exists()


def test_declining_moves_it_to_the_bin(editor_client, opened):
    reason = DeclineReason.objects.get(slug="legal")

    press(editor_client, opened(), "decline", decline_reason=str(reason.pk))

    assert Submission.objects.get().state == "declined"
    assert Decision.objects.get().reason == "legal"


def test_the_day_to_hold_until_is_offered_as_browsers_read_it(opened):
    in_a_month = timezone.localdate() + timedelta(days=28)

    assert fields(opened())["held_until"] == in_a_month.isoformat()


def test_holding_sets_it_aside_until_a_day(editor_client, opened):
    until = timezone.localdate() + timedelta(days=30)

    press(editor_client, opened(), "hold", held_until=until.isoformat(), hold_reason="timing")

    assert (Submission.objects.get().state, Submission.objects.get().held_until) == ("held", until)


@pytest.mark.parametrize(
    ("kind", "state", "action", "then"),
    [
        ("guest_blog", "held", "resume", "waiting"),
        ("confidential", "held", "resume", "waiting"),
        ("guest_blog", "declined", "reconsider", "waiting"),
        ("confidential", "waiting", "close", "closed"),
    ],
)
def test_the_other_buttons_do_what_they_say(editor_client, opened, kind, state, action, then):
    response = press(editor_client, opened(kind=kind, state=state), action)

    assert response.status_code == 302
    assert Submission.objects.get().state == then
    assert Decision.objects.get().what == action


def test_publish_at_once_needs_a_reason(editor_client, editor, opened):
    approve(make_submission(), editor)
    page = editor_client.get(address(Submission.objects.get()))

    response = press(editor_client, page, "now")

    assert response.status_code == 422
    assert says(response, "Choose why it cannot wait.")
    assert not Post.objects.exists()


def test_what_was_approved_is_shown_as_readers_will_see_it(editor_client, editor):
    approve(make_submission(text="We met Jo Fox."), editor, title="The title")

    page = editor_client.get(address(Submission.objects.get()))

    assert says(page, "<h3>The title</h3><p>We met [name] in [place].</p>")
    assert buttons(page) == ["undo", "now", "thank"]


def test_what_was_approved_is_published_at_once_with_a_reason(editor_client, editor):
    approve(make_submission(), editor)
    page = editor_client.get(address(Submission.objects.get()))

    response = press(editor_client, page, "now", now_reason="urgent")

    assert response.status_code == 302
    assert Post.objects.get().number == 1
    assert Decision.objects.latest("pk").reason == "urgent"
    assert not ApprovedCopy.objects.exists()


def test_what_waits_is_published_at_once_with_a_reason_in_one_step(editor_client, opened):
    page = opened(text="Words.", title="Fine")

    press(editor_client, page, "guest_blog", now_reason="known")

    assert Post.objects.get().heading == "Guest Blog 1: Fine"
    assert list(Decision.objects.order_by("pk").values_list("what", "reason")) == [
        ("guest_blog", ""),
        ("now", "known"),
    ]
    assert Submission.objects.get().state == "published"


def test_at_once_under_a_post_that_was_retracted_changes_nothing(editor_client, opened):
    post = make_post()
    page = opened(text="Words.", kind="reply", target_post=post)
    retract_behind_the_form = pytest.MonkeyPatch()
    retract_behind_the_form.setattr(
        Post, "is_published", property(lambda post: post.status == "retracted")
    )

    response = press(editor_client, page, "reply", now_reason="known")
    retract_behind_the_form.undo()

    assert response.status_code == 422
    assert says(response, "is not public")
    assert Submission.objects.get().version == 1
    assert not ApprovedCopy.objects.exists()
    assert not Decision.objects.exists()


def test_an_approval_is_taken_back(editor_client, editor):
    approve(make_submission(text="Words."), editor)
    page = editor_client.get(address(Submission.objects.get()))

    press(editor_client, page, "undo")

    assert Submission.objects.get().state == "waiting"
    assert not ApprovedCopy.objects.exists()
    assert words_of(Submission.objects.get()).text == "Words."


def test_a_question_waits_for_its_answer_and_is_shown_at_the_desk(editor_client, opened):
    press(editor_client, opened(text="Words."), "ask", question="Which <year>?")
    submission = Submission.objects.get()
    page = editor_client.get(address(submission))

    assert submission.state == "asked"
    assert says(page, "Which &lt;year&gt;?")
    assert b"year" not in bytes(Message.objects.get().sealed)
    assert buttons(page) == ["return", "thank"]
    press(editor_client, page, "return")
    assert Submission.objects.get().state == "waiting"


def test_a_question_must_be_asked_in_words(editor_client, opened):
    response = press(editor_client, opened(), "ask", question=" ")

    assert response.status_code == 422
    assert says(response, "Write what you want to ask.")


def test_what_is_shown_to_the_contributor_was_seen_by_the_editor_first(editor_client, opened):
    page = opened(text="We met in Leeds.", title="Fine")
    changes = {"marked": "We met in [[Leeds|place]].", "question": "May we?"}

    shown = press(editor_client, page, "consent", **changes)
    nothing_sent = not Message.objects.exists()
    press(editor_client, shown, "consent")

    assert shown.status_code == 422
    assert nothing_sent
    page = editor_client.get(address(Submission.objects.get()))
    assert says(page, "We met in [place].")
    assert says(page, "May we?")


@pytest.mark.parametrize("action", ["guest_blog", "reply", "decline"])
def test_a_confidential_note_takes_no_way_that_its_page_does_not_offer(
    editor_client, opened, action
):
    post = make_post()
    page = opened(kind="confidential", text="For you alone.")
    everything = fields(opened(text="For you alone.")) | fields(page)
    reason = str(DeclineReason.objects.order_by("pk").first().pk)

    response = editor_client.post(
        page.request["PATH_INFO"],
        everything
        | {"action": action, "title": "T", "post": post.get_absolute_url()}
        | {"decline_reason": reason},
    )

    assert response.status_code in (403, 409, 422)
    assert Submission.objects.get(kind="confidential").state == "waiting"
    assert Post.objects.count() == 1
    assert not Reply.objects.exists()


def test_a_guest_blog_cannot_be_closed_without_a_decision(editor_client, opened):
    response = press(editor_client, opened(), "close")

    assert response.status_code in (403, 409, 422)
    assert Submission.objects.get().state == "waiting"


def test_a_contributors_own_brackets_are_words_not_marks(editor_client, opened):
    page = opened(text="I wrote [[this]] and [[[that]]] myself", title="Fine")

    press(editor_client, page, "guest_blog")
    send_out()

    assert "this" in Post.objects.get().body
    assert "that" in Post.objects.get().body


def test_an_unknown_submission_is_404(editor_client):
    assert editor_client.get("/admin/desk/00000000-0000-4000-8000-000000000000/").status_code == 404
    assert editor_client.get("/admin/desk/1/").status_code == 404
