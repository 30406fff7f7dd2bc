"""`manage.py remove_second_factor NAME`: for a member who lost phone and recovery codes."""

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from moderation import second_factor


class Command(BaseCommand):
    help = (
        "Take away a member's second factor and end every session of theirs, where nobody is "
        "left who could do it in the admin. The next sign-in sets up a new one."
    )

    def add_arguments(self, parser):
        parser.add_argument("name", help="the member's username")

    def handle(self, *args, name, **options):
        user = User.objects.filter(username=name).first()
        if not user:
            raise CommandError("Nobody has that username. Look at the list of users and try again.")
        second_factor.remove(user)
        self.stdout.write("Done. The next sign-in sets up a new second factor.")
