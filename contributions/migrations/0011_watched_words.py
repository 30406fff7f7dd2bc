import django.db.models.functions.text
from django.db import migrations, models

import contributions.models.watched_word


class Migration(migrations.Migration):
    dependencies = [
        ("contributions", "0010_two_approvals"),
    ]

    operations = [
        migrations.CreateModel(
            name="WatchedWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "phrase",
                    models.CharField(
                        help_text="Found as whole words, in capitals or not, with or without accents, and with 's. A hyphen also finds it written apart or as one word: Mill-Gate finds Millgate. This list lies open in the database, so put nothing on it that you know only from a text that waits.",
                        max_length=80,
                        validators=[contributions.models.watched_word.findable],
                        verbose_name="words",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("strip", "Always take out"),
                            ("keep", "Always leave in"),
                            ("flag", "Always point out at the desk"),
                        ],
                        default="strip",
                        max_length=5,
                        verbose_name="what to do",
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("PERSON", "A person: [name]"),
                            ("WORKPLACE", "An office, team or court: [office]"),
                            ("PLACE", "A place: [place]"),
                            ("ROLE_PLACE", "A post that few hold: [post]"),
                            ("EVENT", "Something that happened: [incident]"),
                            ("UNUSUAL_CASE", "A case: [case]"),
                            ("HANDLE", "An account: [account]"),
                            ("ADDRESS", "An address: [address]"),
                            ("STYLE", "A turn of phrase: [phrase]"),
                        ],
                        help_text="Decides what stands in for words that are taken out; not needed otherwise.",
                        max_length=20,
                        verbose_name="what it is",
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True,
                        help_text="Why it is on the list. The desk shows this beside a text; nobody else sees it.",
                        max_length=300,
                    ),
                ),
                ("added_on", models.DateField(auto_now_add=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("phrase"),
                        name="each_watched_word_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("category__gt", ""), ("kind", "strip")),
                            models.Q(("category", ""), ("kind__in", ["keep", "flag"])),
                            _connector="OR",
                        ),
                        name="watched_word_with_stand_in",
                    ),
                ],
            },
        ),
    ]
