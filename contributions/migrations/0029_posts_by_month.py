"""An index from which the archive counts the posts of every month without looking at any."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0028_counted_submissions"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="post", name="post_of_a_year"),
        migrations.AddIndex(
            model_name="post",
            index=models.Index(fields=["status", "year", "month"], name="post_of_a_month"),
        ),
        # Of an index that nothing is known of, SQLite expects too much.
        migrations.RunSQL("ANALYZE contributions_post", migrations.RunSQL.noop),
    ]
