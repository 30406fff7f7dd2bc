"""What is public already can be found."""

from django.db import migrations
from django.utils import timezone

from contributions.markup import to_plain_text


def fill(apps, schema_editor):
    def model(name):
        return apps.get_model("contributions", name)

    entries = model("SearchEntry").objects

    def add(row, **fields):
        entries.create(
            published_at=row.published_at,
            year=timezone.localtime(row.published_at).year,
            text=to_plain_text(row.body)[:200_000],
            **fields,
        )

    posts = model("Post").objects.filter(status="published")
    for post in posts.order_by("published_at", "pk").iterator():
        title = f"Guest Blog {post.number}: {post.title}" if post.number else post.title
        add(post, post=post, kind=post.kind, title=title)
        for reply in post.replies.filter(status="published").order_by("number"):
            add(reply, post=post, reply=reply, kind="reply")
        for account in post.items.filter(status="published").order_by("number"):
            add(account, post=post, account=account, kind="digest")


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0021_search"),
    ]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
