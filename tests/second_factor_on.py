"""The demonstration's settings, but asking for a second factor as a real site does."""

from probationblog.settings import *  # noqa: F403

SECOND_FACTOR = True
