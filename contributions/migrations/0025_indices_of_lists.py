"""Replies of a post and posts of a month are counted without a look at their long rows.

The ids of search entries tell their order, so they need no index for that.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0024_search_by_time"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="searchentry", name="entry_newest_first"),
        migrations.AddIndex(
            model_name="post",
            index=models.Index(fields=["status", "year", "month"], name="post_of_a_month"),
        ),
        migrations.AddIndex(
            model_name="reply",
            index=models.Index(fields=["post", "status"], name="reply_of_a_post"),
        ),
    ]
