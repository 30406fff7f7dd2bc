"""Replies in the order in which a thread is read."""

from collections import defaultdict


def in_threads(replies):
    """Yield each reply after the one that it answers and that one's elder answers.

    `replies` are of one post, by number; one whose own is not among them stands by itself.
    A chain of answers may be as long as the post has replies, so there is no recursion.
    """
    here = {reply.pk for reply in replies}
    answers = defaultdict(list)
    for reply in replies:
        answers[reply.parent_id if reply.parent_id in here else None].append(reply)
    stack = answers[None][::-1]
    while stack:
        reply = stack.pop()
        yield reply
        stack += answers[reply.pk][::-1]
