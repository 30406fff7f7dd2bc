"""Replies come in the order in which a thread is read."""

import sys
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from contributions.threads import in_threads


@dataclass(frozen=True)
class Reply:
    pk: int
    parent_id: int | None = None


def order(replies):
    return [reply.pk for reply in in_threads(replies)]


def test_without_answers_replies_come_by_number():
    assert order([Reply(1), Reply(2), Reply(3)]) == [1, 2, 3]


def test_an_answer_comes_after_what_it_answers_and_its_elder_answers():
    replies = [Reply(1), Reply(2), Reply(3, 1), Reply(4, 1), Reply(5, 3), Reply(6, 2)]

    assert order(replies) == [1, 3, 5, 4, 2, 6]


def test_an_answer_to_what_is_not_here_stands_by_itself():
    assert order([Reply(3, 1), Reply(4), Reply(5, 3)]) == [3, 5, 4]


def test_a_chain_longer_than_pythons_stack_comes_out_whole():
    length = sys.getrecursionlimit() + 500
    chain = [Reply(n, n - 1 or None) for n in range(1, length + 1)]

    assert order(chain) == list(range(1, length + 1))


@given(st.lists(st.integers(min_value=0, max_value=10**6), max_size=40))
def test_every_reply_comes_once_and_after_what_it_answers(seeds):
    # Each reply answers an earlier one or none.
    replies = [Reply(n, seed % n or None) for n, seed in enumerate(seeds, 1)]

    came = list(in_threads(replies))

    places = {reply.pk: place for place, reply in enumerate(came)}
    assert sorted(places) == [reply.pk for reply in replies]
    assert len(came) == len(replies)
    assert all(places[r.parent_id] < places[r.pk] for r in replies if r.parent_id)
