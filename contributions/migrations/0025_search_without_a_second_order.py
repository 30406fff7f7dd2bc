"""The ids of search entries tell their order, so nothing else needs to."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0024_search_by_time"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="searchentry", name="entry_newest_first"),
    ]
