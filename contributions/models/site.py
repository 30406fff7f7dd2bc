"""What the editor may set about the site as a whole."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import Error, models, transaction

from contributions import notice_period
from contributions.markup import HtmlField
from contributions.models.change import Change
from contributions.models.publication import WrongStatus


class PublicationStopped(WrongStatus):
    """Raised when something should become public while an editor has stopped all publication."""

    def __init__(self):
        super().__init__(
            "All publication is stopped, so nothing goes out. "
            "The schedule is where it can be started again."
        )


def hours_of_the_day(text):
    """Accept whole hours of the day with commas between, such as "7, 12, 17"."""
    hours = [part.strip() for part in text.split(",")]
    if not all(hour.isdecimal() and int(hour) < 24 for hour in hours):
        raise ValidationError("Write hours from 0 to 23 with commas between, such as 7, 12, 17.")


def changes_of_bank_holidays(text):
    """Accept days with a sign before each, such as "+2023-05-08, -2023-05-29"."""
    try:
        notice_period.read(text)
    except ValueError as error:
        raise ValidationError(
            "Write days with a sign before each and commas between, such as +2023-05-08."
        ) from error


class SiteSettings(models.Model):
    """The one row of settings."""

    name = models.CharField(max_length=80, default="Speaking from Probation")
    strapline = models.CharField(
        max_length=160, blank=True, default="Staff of the Probation Service, in their own words"
    )
    guest_blog_start = models.PositiveIntegerField(
        "number of the first guest blog",
        default=1,
        validators=[MinValueValidator(1)],
        help_text="A blog that already has 94 guest blogs elsewhere continues at 95.",
    )
    batch_hours = models.CharField(
        "hours of publication",
        max_length=60,
        default="7, 12, 17, 21",
        validators=[hours_of_the_day],
        help_text="What is approved goes out at the next of these, after its delay.",
    )
    reply_delay_least = models.PositiveSmallIntegerField("least delay of replies", default=1)
    reply_delay_most = models.PositiveSmallIntegerField("most delay of replies", default=6)
    blog_delay_least = models.PositiveSmallIntegerField(
        "least delay of guest blogs and digests", default=2
    )
    blog_delay_most = models.PositiveSmallIntegerField(
        "most delay of guest blogs and digests", default=36, help_text="Delays are in hours."
    )
    two_approvals = models.BooleanField(
        "two editors for what is legally risky",
        default=False,
        help_text="What raises a red flag goes out only when a second editor approves it as well.",
    )
    notice_hour = models.PositiveSmallIntegerField(
        "hour of the daily mail",
        default=8,
        validators=[MaxValueValidator(23)],
        help_text=(
            "Whoever may moderate and has an e-mail address gets the same short mail at this hour "
            "each day, whether or not anything came."
        ),
    )
    bank_holiday_changes = models.CharField(
        "bank holidays of one year",
        max_length=200,
        blank=True,
        validators=[changes_of_bank_holidays],
        help_text=(
            "Those of every year are known. Add one that was proclaimed with +, and take away one "
            "that was moved with -, such as +2022-06-03, -2022-05-30. They do not count in the 48 "
            "hours for complaints."
        ),
    )

    # Since when nothing goes out; None as long as it does.
    stopped_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "site settings"
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="only_one_site"),
            models.CheckConstraint(
                condition=models.Q(reply_delay_least__lte=models.F("reply_delay_most")),
                name="reply_delays_in_order",
                violation_error_message="The least delay of replies is longer than the most.",
            ),
            models.CheckConstraint(
                condition=models.Q(blog_delay_least__lte=models.F("blog_delay_most")),
                name="blog_delays_in_order",
                violation_error_message="The least delay of guest blogs is longer than the most.",
            ),
        ]

    def __str__(self):
        return self.name

    @transaction.atomic
    def save(self, *args, **kwargs):
        shown = SiteSettings.objects.filter(
            pk=1,
            name=self.name,
            strapline=self.strapline,
            guest_blog_start=self.guest_blog_start,
        )
        is_new, changes_pages = self._state.adding, not shown.exists()
        super().save(*args, **kwargs)
        if changes_pages and not is_new:
            Change.objects.note(Change.What.EVERYTHING)

    is_provisional = False

    @property
    def hours(self):
        """The hours of publication as numbers."""
        return [int(hour) for hour in self.batch_hours.split(",")]

    @property
    def proclaimed(self):
        """What changes in bank holidays, as `notice_period` takes it."""
        return notice_period.read(self.bank_holiday_changes)

    @property
    def publication_stopped(self):
        return self.stopped_at is not None

    @classmethod
    def stop_publication(cls, now):
        """Let nothing go out from now on; tell whether it was not so already.

        What is going out at this moment is waited for.
        """
        return bool(cls.objects.filter(pk=1, stopped_at=None).update(stopped_at=now))

    @classmethod
    def start_publication(cls):
        """Let things go out again; tell whether they did not."""
        return bool(cls.objects.filter(pk=1).exclude(stopped_at=None).update(stopped_at=None))

    @classmethod
    def locked(cls):
        """Return the settings, locked until the transaction ends.

        The lock comes after that of a submission and before those of posts and replies.
        """
        return cls.objects.select_for_update().get_or_create(pk=1)[0]

    @classmethod
    def for_publication(cls):
        """Return the settings, `locked`, for something to become public.

        Raises PublicationStopped.
        """
        settings = cls.locked()
        if settings.publication_stopped:
            raise PublicationStopped
        return settings

    @classmethod
    def current(cls):
        """Return the settings."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)

    @classmethod
    def current_or_starting(cls):
        """Return the settings; the starting ones, `is_provisional`, where they cannot be asked for.

        A page that says "your words were not stored" must not fail for want of the site's name.
        """
        try:
            return cls.current()
        except Error:
            settings = cls(pk=1)
            settings.is_provisional = True
            return settings


class StandingPage(models.Model):
    """A page that stands beside the posts, such as /about/."""

    class Slug(models.TextChoices):
        ABOUT = "about", "About this blog"
        SAFETY = "safety", "How to write safely"

    slug = models.CharField(max_length=20, choices=Slug, unique=True)
    title = models.CharField(max_length=120)
    body = HtmlField()

    def __str__(self):
        return self.title

    @transaction.atomic
    def save(self, *args, **kwargs):
        is_new = self._state.adding
        super().save(*args, **kwargs)
        if not is_new:
            Change.objects.note(Change.What.STANDING, self.pk)
