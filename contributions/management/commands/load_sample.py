"""`manage.py load_sample`: a site of any size, to measure."""

from django.core.management.base import BaseCommand, CommandError

from contributions.models import Post
from contributions.sample.load import load


class Command(BaseCommand):
    help = (
        "Fill a site with invented posts and replies over fifteen years, the same ones each time, "
        "to measure it. Refuses where there are posts already. Stopped half-way, it leaves nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument("--posts", type=int, default=4_000)
        parser.add_argument("--replies", type=int, default=150_000)
        parser.add_argument("--seed", type=int, default=1, help="another one gives other texts")
        parser.add_argument("--add", action="store_true", help="even where there are posts already")

    def handle(self, *args, posts, replies, seed, add, **options):
        if posts < 1 or replies < 0:
            raise CommandError("Ask for at least one post, and for no less than no replies.")
        if Post.objects.exists() and not add:
            raise CommandError(
                "This site has posts, and nothing tells invented ones from real ones afterwards. "
                "Say --add if you want that."
            )
        load(posts, replies, seed=seed, tell=self.stdout.write)
