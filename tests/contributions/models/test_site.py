"""The site's own settings and standing pages are there from the start."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import OperationalError, connection

from contributions.models import SiteSettings, StandingPage
from contributions.starting_content import ensure_starting_content

pytestmark = pytest.mark.django_db


def test_a_new_site_has_its_settings_and_standing_pages():
    assert SiteSettings.objects.get().pk == 1
    assert set(StandingPage.objects.values_list("slug", flat=True)) == {"about", "safety"}


def test_starting_again_overwrites_nothing_of_the_editors():
    StandingPage.objects.filter(slug="about").update(body="<p>My own words.</p>")
    SiteSettings.objects.update(name="Napo calling")

    ensure_starting_content()

    assert StandingPage.objects.get(slug="about").body == "<p>My own words.</p>"
    assert SiteSettings.current().name == "Napo calling"


def test_guest_blogs_cannot_start_at_nought():
    with pytest.raises(ValidationError):
        SiteSettings(pk=1, guest_blog_start=0).full_clean(validate_unique=False)


@pytest.mark.parametrize("changes", ["tomorrow", "2027-05-03", "+2027-02-30"])
def test_bank_holidays_of_one_year_are_days_with_a_sign(changes):
    with pytest.raises(ValidationError, match="a sign before each"):
        SiteSettings(pk=1, bank_holiday_changes=changes).full_clean(validate_unique=False)


def test_bank_holidays_of_one_year_are_read():
    settings = SiteSettings(pk=1, bank_holiday_changes="+2023-05-08, -2023-05-29")
    settings.full_clean(validate_unique=False)

    assert settings.proclaimed == {date(2023, 5, 8): True, date(2023, 5, 29): False}


def test_without_a_database_the_starting_settings_stand_in():
    def gone(*args):
        raise OperationalError

    with connection.execute_wrapper(gone):
        current = SiteSettings.current_or_starting()

    assert current.is_provisional
    assert current.name == SiteSettings._meta.get_field("name").default
