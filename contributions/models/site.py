"""What the editor may set about the site as a whole."""

from django.core.validators import MinValueValidator
from django.db import Error, models

from contributions.markup import HtmlField


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

    class Meta:
        verbose_name = verbose_name_plural = "site settings"
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="only_one_site")]

    def __str__(self):
        return self.name

    @classmethod
    def current(cls):
        """Return the settings; the starting ones while the database is out of reach.

        A page that says "your words were not stored" must not fail for want of the site's name.
        """
        try:
            return cls.objects.filter(pk=1).first() or cls(pk=1)
        except Error:
            return cls(pk=1)


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
