"""Records of several editors at once, in real transactions: one chain, and nobody stuck."""

import pytest
from django.db import transaction

from moderation import afterwards
from moderation.models import Decision, RecordHead
from moderation.publishing import publish_at_once
from moderation.verifying import verify
from tests.factories import make_editor, make_post, make_reply, make_submission
from tests.moderation.approving import approve_reply
from tests.moderation.test_editors_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_chain_does_not_fork():
    editors = [make_editor() for _ in range(4)]

    def deciding_often(editor):
        def job():
            for _ in range(5):
                Decision.objects.record("stop", by=editor)

        return job

    at_once(*map(deciding_often, editors))

    assert verify()[0] == RecordHead.current().number == Decision.objects.count() == 20


def test_acts_that_want_the_same_rows_in_any_order_do_not_wait_for_each_other_for_ever():
    editor, post = make_editor(), make_post()
    replies = [make_reply(post=post) for _ in range(4)]
    waiting = [make_submission(kind="reply") for _ in range(4)]

    def publishing(submission):
        def job():
            with transaction.atomic():
                approve_reply(submission, editor, post)
                publish_at_once(submission, 2, by=editor, reason="urgent")

        return job

    def taking_down(reply):
        def job():
            afterwards.retract(reply, by=editor)
            afterwards.retract(post, by=editor)
            afterwards.restore(post, by=editor)

        return job

    at_once(*map(publishing, waiting), *map(taking_down, replies))

    assert verify()[0] == Decision.objects.count()
