"""Every state against every verb: what is legal moves, and nothing else changes anything."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from contributions.lifecycle import (
    MOVES,
    WITHOUT_TEXT,
    IllegalMove,
    StaleDecision,
    State,
)
from contributions.models import Submission, WrappedKey
from tests.factories import (
    make_post,
    make_reply,
    make_settled_submission,
    make_submission,
    words_of,
)

pytestmark = pytest.mark.django_db

TOMORROW = timezone.localdate() + timedelta(days=1)
LEGAL = {
    ("waiting", "hold"): "held",
    ("approved", "hold"): "held",
    ("held", "resume"): "waiting",
    ("waiting", "ask"): "asked",
    ("asked", "answer"): "waiting",
    ("waiting", "keep"): "waiting",
    ("waiting", "endorse"): "waiting",
    ("waiting", "approve"): "approved",
    ("approved", "expedite"): "approved",
    ("approved", "reschedule"): "approved",
    ("approved", "undo"): "waiting",
    ("approved", "publish"): "published",
    ("published", "convert"): "published",
    ("published", "retract"): "retracted",
    ("retracted", "restore"): "published",
    ("waiting", "decline"): "declined",
    ("declined", "reconsider"): "waiting",
    ("waiting", "withdraw"): "withdrawn",
    ("held", "withdraw"): "withdrawn",
    ("asked", "withdraw"): "withdrawn",
    ("approved", "withdraw"): "withdrawn",
    ("declined", "withdraw"): "withdrawn",
    ("closed", "withdraw"): "withdrawn",
    ("waiting", "close"): "closed",
}
ARGUMENTS = {"hold": {"until": date(2030, 1, 1)}, "decline": {"outcome": "Said already."}}
VERBS = list(MOVES)
PAIRS = [(state.value, verb) for state in State for verb in VERBS]


def in_state(state, verb=""):
    """Return a submission in a state, of a kind that may take the verb."""
    if state in WITHOUT_TEXT:
        return make_settled_submission(state)
    kind = "confidential" if verb == "close" else "guest_blog"
    return make_submission(kind=kind, state=state, text="Words.")


def do(submission, verb, version):
    getattr(submission, verb)(version, **ARGUMENTS.get(verb, {}))


def columns(submission):
    return Submission.objects.filter(pk=submission.pk).values().get()


def test_the_table_of_moves_is_the_designs():
    table = {(s.value, verb): m.target.value for verb, m in MOVES.items() for s in m.sources}

    assert table == LEGAL


@pytest.mark.parametrize(("state", "verb"), [pair for pair in PAIRS if pair in LEGAL])
def test_a_legal_move_moves_and_bumps_the_version_by_one(state, verb):
    submission = in_state(state, verb)

    do(submission, verb, 1)

    stored = columns(submission)
    assert (stored["state"], stored["version"]) == (LEGAL[state, verb], 2)
    assert (submission.state, submission.version) == (LEGAL[state, verb], 2)


@pytest.mark.parametrize(("state", "verb"), [pair for pair in PAIRS if pair not in LEGAL])
def test_any_other_move_is_refused_and_changes_nothing(state, verb):
    submission = in_state(state)
    before = columns(submission)

    with pytest.raises(IllegalMove):
        do(submission, verb, 1)

    assert columns(submission) == before


@pytest.mark.parametrize(("state", "verb"), PAIRS)
def test_a_decision_on_an_older_version_is_stale_and_changes_nothing(state, verb):
    submission = in_state(state)
    Submission.objects.filter(pk=submission.pk).update(version=5)
    before = columns(submission)

    with pytest.raises(StaleDecision):
        do(submission, verb, 4)

    assert columns(submission) == before


@pytest.mark.parametrize(
    ("kind", "verb"),
    [
        ("confidential", "approve"),
        ("confidential", "decline"),
        ("guest_blog", "close"),
        ("reply", "close"),
    ],
)
def test_a_kind_does_not_take_another_kinds_moves(kind, verb):
    submission = make_submission(kind=kind)
    before = columns(submission)

    with pytest.raises(IllegalMove):
        do(submission, verb, 1)

    assert columns(submission) == before


def test_holding_keeps_the_day_and_resuming_forgets_it():
    submission = make_submission()

    submission.hold(1, date(2030, 1, 1))
    held_until = columns(submission)["held_until"]
    submission.resume(2)

    assert held_until == date(2030, 1, 1)
    assert columns(submission)["held_until"] is None


def test_publishing_lets_go_of_the_words_and_remembers_what_they_became():
    submission = make_submission(state="approved", title="On", text="Ring 07700 900123.")
    post = make_post()

    submission.publish(1, post)

    stored = columns(submission)
    assert (stored["sealed"], stored["sealed_summary"]) == (None, None)
    assert not WrappedKey.objects.exists()
    assert stored["became_post_id"] == post.pk


def test_publishing_as_a_reply_remembers_the_reply():
    submission = make_submission(kind="reply", state="approved")
    reply = make_reply()

    submission.publish(1, reply)

    assert columns(submission)["became_reply_id"] == reply.pk


def test_refusals_say_so_in_a_sentence_that_ends_in_a_full_stop():
    submission = make_submission(state="held")

    with pytest.raises(IllegalMove) as illegal:
        submission.decline(1, "Said already.")
    with pytest.raises(StaleDecision) as stale:
        submission.resume(7)

    assert str(illegal.value).endswith(".")
    assert str(stale.value).endswith(".")


def test_a_purged_text_cannot_come_back():
    submission = make_submission(state="declined")

    submission.purge(TOMORROW)

    assert not submission.has_words
    with pytest.raises(IllegalMove):
        submission.reconsider(1)


@pytest.mark.parametrize("state", ["waiting", "held", "asked", "approved"])
def test_what_is_not_settled_is_never_purged(state):
    submission = make_submission(state=state)

    submission.purge(TOMORROW)

    assert words_of(submission).text
