"""The site starts with what it needs or says in a sentence what to set."""

import pytest
from django.db import connection

from tests.probationblog.processes import PRODUCTION, manage


@pytest.mark.parametrize(
    "name", ["SECRET_KEY", "RECEIPT_PEPPER", "PUBLICATION_KEY", "ALLOWED_HOSTS"]
)
def test_without_it_the_start_stops_with_a_sentence(name):
    result = manage("check", **PRODUCTION | {name: ""})

    last_line = result.stderr.decode().strip().splitlines()[-1]
    assert result.returncode != 0
    assert f"Set {name} in the environment before starting the site" in last_line
    assert last_line.endswith(".")


def test_nothing_insecure_is_assumed_when_nothing_is_set():
    result = manage("check")

    assert result.returncode != 0
    assert "SECRET_KEY" in result.stderr.decode()


def test_a_contact_for_holes_that_is_no_address_stops_the_start_with_a_sentence():
    result = manage("check", **PRODUCTION, SECURITY_CONTACT="safe@blog.example")

    assert result.returncode != 0
    assert "Write SECURITY_CONTACT as mailto:" in result.stderr.decode()


def test_the_demonstration_needs_nothing_set():
    assert manage("check", DEMO="1").returncode == 0


def test_the_deployment_check_is_clean_under_production_settings():
    result = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)

    assert result.returncode == 0, result.stderr.decode()
    assert "no issues" in result.stdout.decode()


def test_every_model_has_its_migration():
    result = manage("makemigrations", "--check", "--dry-run", DEMO="1")

    assert result.returncode == 0, result.stdout.decode()


def test_postgresql_is_reached_through_a_pool_with_patience_and_health_checks():
    show = (
        "from django.conf import settings; d = settings.DATABASES['default'];"
        "print(d['ENGINE'], d['CONN_MAX_AGE'], d['CONN_HEALTH_CHECKS'],"
        "sorted(d['OPTIONS']['pool']))"
    )
    result = manage(
        "shell", "--no-imports", "-c", show, DATABASE_URL="postgres://a@h/n", **PRODUCTION
    )

    assert result.stdout.decode().strip() == (
        "django.db.backends.postgresql 0 True ['max_size', 'min_size', 'timeout']"
    ), result.stderr.decode()


def test_sqlite_is_durable_and_keeps_its_keys(db):
    if connection.vendor != "sqlite":
        assert connection.vendor == "postgresql"
        return
    with connection.cursor() as cursor:
        found = {}
        for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete"):
            cursor.execute(f"PRAGMA {name}")
            found[name] = cursor.fetchone()[0]

    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
