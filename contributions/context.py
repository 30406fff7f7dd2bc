"""What every page knows of the site."""

from django.utils.functional import SimpleLazyObject

from contributions.models import SiteSettings


def blog(request):
    """Give templates the site's settings as `blog`, asked for when first needed."""
    return {"blog": SimpleLazyObject(SiteSettings.current)}
