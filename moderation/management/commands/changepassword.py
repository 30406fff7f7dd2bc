"""`manage.py changepassword NAME`: a new password for a member who has lost the old one.

Django's own command would leave the member's key shut under the old password. This one asks for
the printed recovery key and wraps the desk's key anew, or changes nothing.
"""

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from contributions.receipt import NotAReceipt
from contributions.sealing import CannotOpen
from moderation import keyring
from moderation.management.commands.open_desk import ask, ask_for_password


class Command(BaseCommand):
    help = "Set a member's password, with the printed recovery key of the desk."

    def add_arguments(self, parser):
        parser.add_argument("username")

    @transaction.atomic
    def handle(self, *args, username, **options):
        user = User.objects.filter(username=username).first()
        if user is None:
            raise CommandError(f"There is no member called {username}.")
        try:
            desk = keyring.unlock_by_recovery(ask("Recovery key: "))
        except (CannotOpen, NotAReceipt) as error:
            raise CommandError(
                f"{error} The password was not changed: it would not open the desk. A member "
                "who can sign in can set it under Users in the admin."
            ) from error
        password = ask_for_password(username)
        user.set_password(password)
        user.save()
        keyring.enrol(user, password)
        keyring.settle(user, desk)
        self.stdout.write(f"{username} can sign in with the new password.")
