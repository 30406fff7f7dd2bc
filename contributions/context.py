"""What every page knows of the site."""

from django.utils.functional import SimpleLazyObject

from contributions.models import SiteSettings


def blog(request):
    """Give templates the site's settings as `blog`, asked for when first needed.

    The request tells afterwards whether they were made up: `blog_is_provisional`.
    """

    def settings():
        found = SiteSettings.current_or_starting()
        request.blog_is_provisional = found.is_provisional
        return found

    return {"blog": SimpleLazyObject(settings)}
