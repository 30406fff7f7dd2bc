"""Searching what is public."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from contributions.forms.search import SearchForm
from contributions.search import finding


@require_safe
def search(request):
    """What holds the words of a query, the best first, or on request the newest."""
    form = SearchForm(request.GET if "q" in request.GET else None)
    page = _number(request.GET.get("page", "1"))
    newest_first, found = request.GET.get("order") == "newest", None
    if form.is_valid():
        narrowed = form.cleaned_data
        found = finding.find(narrowed.pop("q"), page, newest_first=newest_first, **narrowed)
    context = {"form": form, "found": found, "newest_first": newest_first}
    response = render(request, "contributions/search.html", context)
    response["Cache-Control"] = "no-store"  # What somebody looks for stays with nobody.
    return response


def _number(digits):
    """Return the number of a page; raise Http404 where there is none such."""
    if digits.isascii() and digits.isdigit() and 1 <= int(digits[:9]) <= finding.LAST:
        return int(digits)
    raise Http404
