"""`manage.py load_demonstration`: something to see on every page of a new site."""

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from contributions.models import Post, Submission
from moderation import keyring
from moderation.demonstration.load import load

NAME, PASSWORD = "editor", "demonstration"


class Command(BaseCommand):
    help = (
        "Fill an empty site with invented posts and a waiting queue, and create the "
        "demonstration editor. Works with DEMO=1 only, and leaves a filled site as it is."
    )

    def add_arguments(self, parser):
        parser.add_argument("--address", default="http://127.0.0.1:8000", help="where it is served")

    def handle(self, *args, address, **options):
        if not settings.DEMO:
            raise CommandError("This is for the demonstration: set DEMO=1 to use it.")
        if not User.objects.filter(username=NAME).exists():
            editor = User.objects.create_superuser(NAME, password=PASSWORD)
            desk, _ = keyring.begin()
            keyring.enrol(editor, PASSWORD, desk)
        if not Post.objects.exists() and not Submission.objects.exists():
            self.stdout.write("==> Writing the demonstration site")
            load()
        self.stdout.write(
            f"""
    Read      {address}/
    Write     {address}/contact/
    Moderate  {address}/admin/   as {NAME}, password {PASSWORD}

    Approved texts go out within two minutes here; on a real site within hours.
    Stop with Ctrl-C. Everything lies in var/; `make clean` takes it away.
"""
        )
