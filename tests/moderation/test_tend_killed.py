"""Two tends at once, and one killed: nothing goes out twice, nothing is deleted early."""

import random
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection, connections
from django.utils import timezone

from contributions.models import ApprovedCopy, DigestItem, Post, Reply, Submission, WrappedKey
from moderation import tending
from tests.factories import make_digest_draft, make_editor, make_post, make_submission
from tests.moderation.approving import approve, approve_for, approve_reply, make_due
from tests.probationblog.processes import ROOT

pytestmark = pytest.mark.django_db(transaction=True)
BLOGS, REPLIES, OLD, YOUNG = 8, 4, 6, 3


@pytest.fixture
def site():
    """What is due: guest blogs, replies, and old ones to purge; and young ones to keep."""
    editor, post = make_editor(), make_post(title="An article")
    for n in range(BLOGS):
        approve(make_submission(), editor, title=f"No {n}")
    for n in range(REPLIES):
        approve_reply(make_submission(kind="reply"), editor, post, text=f"Reply {n}")
    make_due()
    for days in [31] * OLD + [29] * YOUNG:
        submission = make_submission(state="declined")
        settled_on = timezone.localdate() - timedelta(days=days)
        Submission.objects.filter(pk=submission.pk).update(settled_on=settled_on)


def start(*arguments):
    """Start a tend of its own on the database of this test, and return when it begins."""
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "tests.moderation.tend_to_be_killed"),
            *(str(connection.settings_dict["NAME"]), *arguments),
        ],
        cwd=ROOT,
        stdout=subprocess.PIPE,
    )
    assert process.stdout.readline() == b"ready\n"
    return process


def end(process):
    with process:
        return process.wait(60)


def assert_consistent():
    """Whatever has been done so far was done once, as a whole, and no day too early."""
    blogs = Post.objects.guest_blogs()
    assert sorted(blogs.values_list("number", flat=True)) == list(range(1, blogs.count() + 1))
    for times in (Counter(blogs.values_list("title")), Counter(Reply.objects.values_list("body"))):
        assert set(times.values()) <= {1}
    numbers = sorted(Reply.objects.values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    published = Submission.objects.filter(state="published")
    assert published.count() == blogs.count() + Reply.objects.count()
    assert ApprovedCopy.objects.count() == Submission.objects.approved().count()
    assert published.count() + ApprovedCopy.objects.count() == BLOGS + REPLIES
    with_words = Submission.objects.exclude(sealed=None)
    assert set(with_words.values_list("pk")) == set(WrappedKey.objects.values_list("pk"))
    assert with_words.filter(state="declined").count() >= YOUNG


def assert_done():
    assert_consistent()
    assert not ApprovedCopy.objects.exists()
    assert Submission.objects.in_the_bin().count() == YOUNG


@pytest.mark.parametrize("nth", [1, 11])
def test_one_killed_within_a_step_leaves_that_step_undone(site, nth):
    status = end(start(str(nth)))
    done = Submission.objects.filter(state="published").count()
    assert_consistent()

    assert status == -9
    assert done == nth - 1
    tending.tend()
    assert_done()


def test_one_killed_within_a_purge_leaves_it_undone(site):
    ApprovedCopy.objects.update(due_at=timezone.now() + timedelta(days=1))

    status = end(start("1"))  # In the fifth purge.

    assert_consistent()
    assert status == -9
    assert Submission.objects.in_the_bin().count() == OLD + YOUNG - 4
    tending.tend()
    assert Submission.objects.in_the_bin().count() == YOUNG


def test_a_digest_during_which_it_is_killed_is_not_public_in_part():
    editor, digest = make_editor(), make_digest_draft()
    for n in range(3):
        approve_for(digest, make_submission(), editor, text=f"Account {n}")
    digest.schedule(timezone.now())

    status = end(start("2"))  # In the second account.

    assert status == -9
    assert Post.objects.get().is_draft
    assert Submission.objects.approved().count() == ApprovedCopy.objects.count() == 3
    assert not DigestItem.objects.exclude(body="").exists()
    tending.tend()
    assert DigestItem.objects.published().count() == 3
    assert not ApprovedCopy.objects.exists()


def test_killed_at_random_times_it_comes_to_a_good_end(site):
    for _ in range(3):
        process = start()
        time.sleep(random.uniform(0, 0.15))  # noqa: S311 - no secret
        process.kill()
        end(process)
        assert_consistent()

    tending.tend()
    assert_done()


def test_of_several_at_once_each_thing_is_done_by_one(site):
    def tend(_):
        try:
            return tending.tend()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(3) as threads:
        running = threads.map(tend, range(3))
        process = start()
        outcomes = [outcome for result in running for outcome in result]
        assert end(process) == 0

    assert_done()
    assert not any(outcome.failures for outcome in outcomes)
    published = sum(o.count for o in outcomes if o.chore.done == "published")
    assert published <= BLOGS + REPLIES
