"""What the site says it holds is what it holds: the schema, the threat model and /safety/ agree."""

import re
from html import unescape

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models
from django.test.utils import isolate_apps

from contributions.holdings import holdings, nothing_held, of_contributions
from contributions.models import StandingPage
from tests.probationblog.processes import ROOT

MODELS = {
    model._meta.label: model
    for model in apps.get_models(include_auto_created=True)
    if not model._meta.proxy
}
BY_MODEL = {holding.model: holding for holding in holdings()}


def amiss(label, model):
    """Return the columns of a model that have no line, and the lines that have no column."""
    columns = {field.attname for field in model._meta.concrete_fields}
    return columns ^ {column.name for column in BY_MODEL[label].columns}


def test_every_table_is_accounted_for():
    assert BY_MODEL.keys() | nothing_held().keys() == MODELS.keys()
    assert not BY_MODEL.keys() & nothing_held().keys()


@pytest.mark.parametrize("label", BY_MODEL)
def test_every_column_has_its_line(label):
    assert amiss(label, MODELS[label]) == set()


@isolate_apps("contributions")
def test_a_column_without_a_line_is_noticed():
    class SpentToken(models.Model):
        digest = models.CharField(max_length=64, primary_key=True)
        review = models.CharField(max_length=64)
        spent_on = models.DateField()
        spent_at = models.DateTimeField()

        class Meta:
            app_label = "contributions"

        def __str__(self):
            return ""

    assert amiss("contributions.SpentToken", SpentToken) == {"spent_at"}


@pytest.mark.parametrize("label", BY_MODEL)
def test_each_line_says_what_it_tells_and_why(label):
    for column in BY_MODEL[label].columns:
        assert column.tells, column.name
        assert column.clear_because or column.sealed_to, column.name


def test_what_is_called_sealed_is_binary():
    for label, holding in BY_MODEL.items():
        for column in holding.sealed:
            field = MODELS[label]._meta.get_field(column.name)
            assert isinstance(field, models.BinaryField), f"{label}.{column.name}"


def test_the_threat_model_carries_the_tables(capsys):
    call_command("list_holdings")

    tables = capsys.readouterr().out.strip()

    threat_model = (ROOT / "docs" / "threat-model.md").read_text("utf-8")
    assert tables in threat_model, "Put what `manage.py list_holdings` prints into it."


@pytest.fixture
def safety_page(client, db):
    html = client.get("/safety/").content.decode()
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def test_the_safety_page_lists_what_is_held_of_what_people_send(safety_page):
    for holding in of_contributions():
        assert holding.about in safety_page
        for column in holding.columns:
            assert column.tells in safety_page


def test_the_safety_page_says_what_is_sealed_and_to_whom(safety_page):
    for holding in of_contributions():
        for column in holding.sealed:
            assert f"{column.tells}. Opened only by: {column.sealed_to}." in safety_page


@pytest.mark.django_db
def test_the_editors_own_words_come_first_and_stay(client):
    StandingPage.objects.filter(slug="safety").update(body="<p>Read this, says the editor.</p>")

    html = client.get("/safety/").content.decode()

    assert html.index("says the editor") < html.index("What we hold")


def test_the_safety_page_says_what_alone_is_kept_as_it_was_written(safety_page):
    assert "A complaint about something published is kept just as it is written" in safety_page
