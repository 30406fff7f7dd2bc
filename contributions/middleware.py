"""What happens when the database is out of reach."""

from django.db import InterfaceError, OperationalError
from django.shortcuts import render

from contributions.models import SiteSettings


class DatabaseUnavailable:
    """Answer 503 with a sentence, where a page needed a database that was gone or locked."""

    template = "503.html"

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, OperationalError | InterfaceError):
            response = render(request, self.template, self.context(request), status=503)
            response["Retry-After"] = "60"
            return response
        return None

    def context(self, request):
        """Return the starting settings, so as not to wait for the database a second time."""
        return {"blog": SiteSettings()}
