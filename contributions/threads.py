"""Replies in the order in which a thread is read."""

from collections import defaultdict


def in_threads(replies):
    """Yield (reply, answered) pairs: each reply after the one it answers and its elder answers.

    `replies` are all of one post by number; `answered` is the reply that it answers or None.
    A chain of answers may be as long as the post has replies, so there is no recursion.
    """
    by_pk = {reply.pk: reply for reply in replies}
    answers = defaultdict(list)
    for reply in replies:
        answers[reply.parent_id].append(reply)
    stack = answers[None][::-1]
    while stack:
        reply = stack.pop()
        yield reply, by_pk.get(reply.parent_id)
        stack += answers[reply.pk][::-1]
