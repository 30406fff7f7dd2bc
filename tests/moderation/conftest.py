"""What the tests of signing in share."""

import pytest

from moderation import patience, second_factor
from tests.phone import Phone

KEY = "12" * 20


@pytest.fixture(autouse=True)
def nobody_has_failed_yet(monkeypatch):
    """Start without a memory of failures, and answer them without a wait."""
    patience._failures.clear()
    monkeypatch.setattr("moderation.views.signing_in.BEAT", 0.001)


@pytest.fixture
def second_factor_asked_for(settings):
    settings.SECOND_FACTOR = True


@pytest.fixture
def recovery_codes(editor, second_factor_asked_for):
    """The recovery codes of an editor who has just set up an app."""
    return second_factor.set_up(editor, KEY, Phone(KEY).code(later=-1))


@pytest.fixture
def phone(recovery_codes):
    """The phone of that editor."""
    return Phone(KEY)
