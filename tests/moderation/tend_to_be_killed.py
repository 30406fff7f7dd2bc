"""A tend that a test kills: `python -m tests.moderation.tend_to_be_killed DATABASE [NTH]`.

It works on a test's own database. With NTH it ends itself, without any goodbye, within the
transaction of the nth publication and of the nth purge; else it says "ready" and tends.
"""

import os
import signal
import sys

import django
from django.conf import settings

name, *nth = sys.argv[1:]
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
settings.DATABASES["default"]["NAME"] = name
django.setup()

from contributions.models import Submission  # noqa: E402
from moderation import tending  # noqa: E402


def dying(move, nth):
    """Return a move of a submission during whose nth time the process is killed."""
    calls = []

    def deadly(*args, **kwargs):
        calls.append(1)
        result = move(*args, **kwargs)
        if len(calls) == nth:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    return deadly


if nth:
    Submission.publish = dying(Submission.publish, int(nth[0]))
    Submission._delete_words = dying(Submission._delete_words, 2 * int(nth[0]) + 3)
print("ready", flush=True)
tending.tend()
