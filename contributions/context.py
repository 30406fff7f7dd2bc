"""What every page knows of the site."""

from django.utils.functional import SimpleLazyObject

from contributions.models import SiteSettings


def site(request):
    """Give templates the site's settings as `site`, asked for when first needed."""
    return {"site": SimpleLazyObject(SiteSettings.current)}
