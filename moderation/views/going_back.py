"""Back to the page of the desk on which a button was pressed."""

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


def came_from(request):
    """Return the address that the form names as `next`, if it is the admin's; else the desk's."""
    address = request.POST.get("next", "").partition("#")[0]
    ours = address.startswith("/admin/") and url_has_allowed_host_and_scheme(address, None)
    return address if ours else reverse("admin:index")


def back(request, at=""):
    """Redirect to where the form came from, to the place `at`, such as "#keys"."""
    return redirect(came_from(request) + at)
