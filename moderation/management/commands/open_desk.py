"""`manage.py open_desk`: the first ceremony. It makes the first editor, the desk's key, and the
recovery key to print; before it nothing can be sent to the site."""

import getpass
import sys

from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from moderation import keyring

PRINTED = """
The desk is open. This is its recovery key:

{words}

Write it on paper, twice, and keep each copy where only the editor finds it. It is stored nowhere
and shown only now. With it the desk can be opened when every password is lost; without it and
without a password nobody can ever read what has been sent, and that includes us.

{name} can sign in now at /admin/.
"""


class Command(BaseCommand):
    help = (
        "Make the first editor, the desk's key and its printed recovery key. With "
        "--all-keys-lost: give up the old key, and with it every text that still waits."
    )

    def add_arguments(self, parser):
        parser.add_argument("--editor", required=True, help="the user name of the first editor")
        parser.add_argument(
            "--all-keys-lost",
            action="store_true",
            help="nobody has a password or the recovery key: what waits can never be read again",
        )

    @transaction.atomic
    def handle(self, *args, editor, all_keys_lost, **options):
        password = ask_for_password(editor)
        if all_keys_lost:
            keyring.lose()
        try:
            desk, words = keyring.begin()
        except keyring.AlreadyOpen as error:
            raise CommandError(
                f"{error} Members are added by members, under Users in the admin."
            ) from error
        user, _ = User.objects.update_or_create(
            username=editor, defaults={"is_staff": True, "is_superuser": True, "is_active": True}
        )
        user.set_password(password)
        user.save()
        keyring.enrol(user, password, desk)
        lines = (" ".join(words[n : n + 5]) for n in range(0, len(words), 5))
        self.stdout.write(
            PRINTED.format(words="\n".join(f"    {line}" for line in lines), name=editor)
        )


def ask_for_password(name):
    """Return a new password for a user, typed twice; one line where nobody is at a keyboard.

    Raises CommandError where it is too weak, or was not typed twice the same.
    """
    password = ask("New password: ")
    try:
        validate_password(password, User(username=name))
    except ValidationError as error:
        raise CommandError(" ".join(error.messages)) from error
    if sys.stdin.isatty() and ask("The same again: ") != password:
        raise CommandError("Those were not the same. Nothing was changed.")
    return password


def ask(prompt):
    """Return what is typed without showing it, or the next line of standard input."""
    if sys.stdin.isatty():
        return getpass.getpass(prompt)
    return sys.stdin.readline().rstrip("\n")
