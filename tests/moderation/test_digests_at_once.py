"""A digest, its contributors and its editors at the same moment, in real transactions."""

from threading import Event

import pytest
from django.utils import timezone

from contributions.lifecycle import IllegalMove, StaleDecision
from contributions.models import DigestItem, Post, Reply, Submission
from contributions.models.publication import WrongStatus
from moderation import afterwards, gathering, publishing
from moderation.converting import convert_to_guest_blog, convert_to_item
from tests.factories import make_digest, make_digest_draft, make_editor, make_reply, make_submission
from tests.moderation.approving import approve_for
from tests.moderation.test_editors_at_once import at_once, signed_in
from tests.page_forms import forms_in

pytestmark = pytest.mark.django_db(transaction=True)
TIMES = 5
# As long as one job lets the other go first, in seconds.
MOMENT = 0.5


def gathered(editor, *texts):
    """Return a digest, due by now, and the keys of the submissions that it gathers."""
    digest = make_digest_draft()
    submissions = [make_submission(text=text) for text in texts]
    for submission, text in zip(submissions, texts, strict=True):
        approve_for(digest, submission, editor, text=text)
    digest.schedule(timezone.now())
    return digest, [submission.pk for submission in submissions]


def quietly(job):
    """Return a job that says what stood in its way, where something did."""

    def run():
        try:
            return job()
        except (StaleDecision, IllegalMove, WrongStatus) as error:
            return error

    return run


def withdrawing(pk):
    """Return a job that withdraws as a contributor does who has the page before him."""
    submission = Submission.objects.get(pk=pk)
    return quietly(lambda: submission.withdraw(submission.version))


def going_out(digest):
    return quietly(lambda: publishing.publish_due_post(digest.pk, timezone.now()))


def pressing(digest, action, **changed):
    """Return a job that presses a button on the page of a digest as it was opened."""
    client, address = signed_in(make_editor()), f"/admin/desk/digests/{digest.pk}/"
    page = client.get(address)
    fields = next(form["fields"] for form in forms_in(page) if "body" in form["fields"])
    return lambda: client.post(address, fields | changed | {"action": action}).status_code


def test_who_takes_an_account_out_waits_for_its_contributor_who_withdraws(monkeypatch):
    """Whatever is locked is locked in one order, so that nobody waits for ever."""
    digest, [pk] = gathered(make_editor(), "One.")
    half_withdrawn, in_order = Event(), Event()
    let_go, put_in_order = Submission.let_go_of_copy, gathering.put_in_order

    def let_go_behind_the_page(submission):
        half_withdrawn.set()
        in_order.wait(MOMENT)
        let_go(submission)

    def put_in_order_behind_the_withdrawal(*args):
        half_withdrawn.wait(MOMENT)
        put_in_order(*args)
        in_order.set()

    monkeypatch.setattr(Submission, "let_go_of_copy", let_go_behind_the_page)
    monkeypatch.setattr(gathering, "put_in_order", put_in_order_behind_the_withdrawal)
    at_once(pressing(digest, f"leave-{DigestItem.objects.get().pk}"), withdrawing(pk))

    assert Submission.objects.get().state in {"waiting", "withdrawn"}
    assert not DigestItem.objects.exists()


@pytest.mark.parametrize("_", range(TIMES))
def test_who_keeps_a_digest_waits_for_contributors_and_for_the_batch(_):
    digest, keys = gathered(make_editor(), "One.", "Two.", "Three.", "Four.")

    at_once(pressing(digest, "save"), *map(withdrawing, keys[1:]), going_out(digest))

    assert set(Submission.objects.values_list("state", flat=True)) <= {"withdrawn", "published"}


@pytest.mark.parametrize("_", range(TIMES))
def test_of_two_introductions_one_is_kept_and_the_other_given_back(_):
    digest, _keys = gathered(make_editor(), "One.")
    mine, other = "<p>Mine.</p>", "<p>The other's.</p>"

    answers = at_once(pressing(digest, "save", body=mine), pressing(digest, "save", body=other))

    assert sorted(answers) == [302, 409]
    assert Post.objects.get().body == (mine, other)[answers.index(302)]


@pytest.mark.parametrize("_", range(TIMES))
def test_what_is_withdrawn_as_the_digest_goes_out_is_public_or_withdrawn_never_both(_):
    digest, (first, second) = gathered(make_editor(), "One.", "Two.")

    at_once(going_out(digest), withdrawing(second))

    state = Submission.objects.get(pk=second).state
    bodies = set(DigestItem.objects.published().values_list("body", flat=True))
    assert (state, "<p>Two.</p>" in bodies) in [("withdrawn", False), ("published", True)]
    publishing.publish_due_post(digest.pk, timezone.now())
    assert Submission.objects.get(pk=first).state == "published"
    numbers = list(DigestItem.objects.in_order().values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("_", range(TIMES))
def test_a_digest_goes_out_once_though_two_send_it_and_the_editor_too(_):
    editor = make_editor()
    digest, _keys = gathered(editor, "One.", "Two.")

    results = at_once(
        going_out(digest),
        going_out(digest),
        quietly(lambda: publishing.publish_post(digest, by=editor, reason="urgent")),
    )

    assert Post.objects.get().is_published
    assert DigestItem.objects.published().count() == 2
    assert Submission.objects.filter(state="published").count() == 2
    assert not any(isinstance(result, StaleDecision) for result in results[:2])


@pytest.mark.parametrize("_", range(TIMES))
def test_what_comes_as_the_digest_is_approved_was_seen_or_still_waits(_):
    editor = make_editor()
    digest, _keys = gathered(editor, "One.")
    digest.schedule(None)
    late = make_submission()

    approved, _late = at_once(
        pressing(digest, "approve"),
        quietly(lambda: approve_for(digest, late, editor, text="Late.")),
    )

    state = Submission.objects.get(pk=late.pk).state
    assert (approved, state) in [(302, "waiting"), (409, "approved")]
    assert bool(Post.objects.get().due_at) == (approved == 302)
    assert DigestItem.objects.count() == (1 if approved == 302 else 2)


@pytest.mark.parametrize("_", range(TIMES))
def test_a_reply_taken_down_as_it_moves_is_public_nowhere(_):
    editor = make_editor()
    reply = make_reply(body="<p>Regretted.</p>")
    digest = make_digest_draft()
    convert_to_item(reply, digest, by=editor)
    digest.schedule(timezone.now())

    at_once(going_out(digest), quietly(lambda: afterwards.retract(reply, by=editor)))

    reply.refresh_from_db()
    published = DigestItem.objects.published().count()
    assert (reply.status, published) in [
        ("retracted", 0),
        ("moved", 1),
    ]


@pytest.mark.parametrize("_", range(TIMES))
def test_a_reply_becomes_one_thing_though_two_make_something_of_it(_):
    editor, another = make_editor(), make_editor()
    reply, digest = make_reply(), make_digest("<p>One.</p>")

    at_once(
        quietly(lambda: convert_to_guest_blog(reply, "A title", by=editor)),
        quietly(lambda: convert_to_item(reply, digest, by=another)),
    )

    assert Post.objects.guest_blogs().count() + DigestItem.objects.filter(reply=reply).count() == 1
    assert Reply.objects.get().is_moved


@pytest.mark.parametrize("_", range(TIMES))
def test_of_two_who_take_the_same_account_out_one_does(_):
    editor, another = make_editor(), make_editor()
    digest, [pk] = gathered(editor, "One.")
    items = [DigestItem.objects.get(), DigestItem.objects.get()]

    at_once(
        *(
            quietly(lambda item=item, by=by: gathering.leave_out(item, by=by))
            for item, by in zip(items, [editor, another], strict=True)
        )
    )

    assert Submission.objects.get(pk=pk).state == "waiting"
    assert not DigestItem.objects.exists()
