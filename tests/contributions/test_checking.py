"""A crowd waits its turn, and whoever would wait too long is told."""

import pytest

from contributions import checking


def test_a_turn_is_given_back():
    for _ in range(checking.AT_ONCE * 3):
        with checking.turn():
            pass

    with checking.turn():
        assert True


def test_over_the_bound_there_is_no_turn(monkeypatch):
    monkeypatch.setattr(checking, "LONGEST_WAIT", 0.01)
    held = [checking.turn() for _ in range(checking.AT_ONCE)]
    for each in held:
        each.__enter__()

    try:
        with pytest.raises(checking.TooBusy), checking.turn():
            pass
    finally:
        for each in held:
            each.__exit__(None, None, None)
