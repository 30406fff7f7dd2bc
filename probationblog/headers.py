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


class PlainHeaders:
    """Send the headers for which Django has no setting, or one setting for all pages."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        if request.path_info.startswith("/admin/"):
            # All its pages carry forms: see SECURE_REFERRER_POLICY in the settings.
            response.headers.setdefault("Referrer-Policy", "same-origin")
        elsewhere = request.headers.get("Host") != settings.ONION_ADDRESS
        if settings.ONION_ADDRESS and elsewhere and request.is_secure():
            # Tor Browser offers to go there. It is told the path alone, and no search.
            onion = f"http://{settings.ONION_ADDRESS}{request.path}"
            response.headers.setdefault("Onion-Location", onion)
        return response
