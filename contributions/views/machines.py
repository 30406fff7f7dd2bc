"""What machines ask for by addresses of their own."""

from datetime import UTC, datetime, time, timedelta

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from contributions.models.post import Post


@require_safe
def robots(request):
    """What search engines may visit."""
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    closed = [f"Disallow: {path}" for path in ("/admin/", "/contact/", "/search/")]
    lines = ["User-agent: *", *closed, f"Sitemap: {sitemap}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain")


@require_safe
def security(request):
    """Where to write to about a hole in the site (RFC 9116)."""
    contact = settings.SECURITY_CONTACT or request.build_absolute_uri(reverse("contact"))
    midnight = datetime.combine(datetime.now(UTC).date(), time(tzinfo=UTC))
    lines = [
        f"Contact: {contact}",
        f"Expires: {midnight + timedelta(days=365):%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: en",
        f"Canonical: {request.build_absolute_uri()}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def health(request):
    """Tell whether the site runs and its database answers (else 503)."""
    Post.objects.exists()
    return HttpResponse("ok\n", content_type="text/plain")
