"""Response headers that Django and django-csp have no plain setting for."""

from csp.middleware import CSPMiddleware
from django.conf import settings

PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "interest-cohort",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
)


class PolicyByArea(CSPMiddleware):
    """Send the content security policy: scripts are allowed under /admin/ alone."""

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if request.path_info.startswith("/admin/") and not report_only:
            parts.config = settings.ADMIN_CONTENT_SECURITY_POLICY
        return parts


class OnionIsPlain:
    """See a request that came by Tor as what it is: Tor encrypts it, and its address has no https.

    Without this every whole address in a page or feed would begin with one that leads nowhere.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if settings.ONION_ADDRESS and request.headers.get("Host") == settings.ONION_ADDRESS:
            request.META.pop("HTTP_X_FORWARDED_PROTO", None)
        return self.get_response(request)


class PlainHeaders:
    """Send the headers for which Django has no setting, or one setting for all pages."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        # Kept, but asked for each time: what was taken back must not be shown from a browser.
        response.headers.setdefault("Cache-Control", "no-cache")
        if request.path_info.startswith("/admin/"):
            # All its pages carry forms: see SECURE_REFERRER_POLICY in the settings.
            response.headers.setdefault("Referrer-Policy", "same-origin")
        onion = request.is_secure() and onion_location(request.headers.get("Host"), request.path)
        if onion:
            response.headers.setdefault("Onion-Location", onion)
        return response


def onion_location(host, path):
    """Return where a page is in Tor for who came by a host over TLS; "" for who came there.

    Tor Browser offers to go there. It is told the path alone, and no search.
    """
    onion = settings.ONION_ADDRESS
    return f"http://{onion}{path}" if onion and host != onion else ""
