"""A digest gathers accounts, each with its own address; what waits for it has no hour of its own."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

import contributions.markup

STATUSES = [("draft", "Draft"), ("published", "Published"), ("retracted", "Retracted")]
ROUTES = [("guest_blog", "Guest blog"), ("reply", "Reply"), ("digest", "Digest")]


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0014_proclaimed_bank_holidays"),
    ]

    operations = [
        migrations.CreateModel(
            name="DigestItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=STATUSES, default="draft", editable=False, max_length=12
                    ),
                ),
                ("published_at", models.DateTimeField(editable=False, null=True)),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                ("edited", models.BooleanField(default=False, editable=False)),
                ("number", models.PositiveIntegerField()),
                ("body", contributions.markup.HtmlField()),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="contributions.post",
                    ),
                ),
                (
                    "reply",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moved_to_item",
                        to="contributions.reply",
                    ),
                ),
            ],
            options={
                "verbose_name": "account in a digest",
                "verbose_name_plural": "accounts in digests",
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(status="draft")
                        | Q(status__in=["published", "retracted"], published_at__isnull=False),
                        name="digestitem_status_known",
                    ),
                    models.CheckConstraint(
                        condition=Q(status="draft", body="") | (~Q(status="draft") & ~Q(body="")),
                        name="a_digest_item_has_no_words_before_publication",
                    ),
                    models.UniqueConstraint(
                        condition=~Q(status="draft"),
                        fields=("post", "number"),
                        name="one_digest_item_a_number",
                    ),
                ],
            },
        ),
        migrations.RemoveConstraint(model_name="approvedcopy", name="route_known"),
        migrations.AddField(
            model_name="approvedcopy",
            name="item",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="approved_copy",
                to="contributions.digestitem",
            ),
        ),
        migrations.AlterField(
            model_name="approvedcopy",
            name="due_at",
            field=models.DateTimeField(blank=True, db_index=True, null=True),
        ),
        migrations.AlterField(
            model_name="approvedcopy",
            name="route",
            field=models.CharField(choices=ROUTES, max_length=12),
        ),
        migrations.AddConstraint(
            model_name="approvedcopy",
            constraint=models.CheckConstraint(
                condition=Q(
                    route__in=["guest_blog", "reply"], item__isnull=True, due_at__isnull=False
                )
                | Q(route="digest", item__isnull=False, due_at__isnull=True),
                name="route_known",
            ),
        ),
        migrations.AddField(
            model_name="submission",
            name="became_item",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="contributions.digestitem",
            ),
        ),
    ]
