"""`python -m tests.opened_texts`: print, as JSON, the texts that wait at a site's desk.

Runs in a site's environment, beside it, and opens them as its demonstration editor would.
"""

import json
import sys

import django

from tests.running_site import NAME, PASSWORD


def main():
    django.setup()
    from django.contrib.auth.models import User

    from contributions.models import Submission
    from moderation import keyring

    desk = keyring.unlock(User.objects.get(username=NAME), PASSWORD)
    waiting = Submission.objects.exclude(sealed=None).with_keys()
    texts = [one.words(one.wrapped_key.opened_by(desk)).text for one in waiting]
    json.dump(texts, sys.stdout)


if __name__ == "__main__":
    main()
