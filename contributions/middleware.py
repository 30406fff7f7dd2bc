"""What happens when the database is out of reach."""

from django.db import InterfaceError, OperationalError
from django.shortcuts import render

from contributions.models import SiteSettings


class DatabaseUnavailable:
    """Answer 503 with a sentence, where a page needed a database that was gone or locked."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, OperationalError | InterfaceError):
            # With the starting settings, so as not to wait for the database a second time.
            response = render(request, "503.html", {"blog": SiteSettings()}, status=503)
            response["Retry-After"] = "60"
            return response
        return None
