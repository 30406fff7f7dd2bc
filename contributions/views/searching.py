"""Searching what is public."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from contributions.forms.search import SearchForm
from contributions.search import finding

LAST = finding.MOST_RANKED // finding.SIZE


@require_safe
def search(request):
    """What holds the words of a query, the best first."""
    form = SearchForm(request.GET if "q" in request.GET else None)
    page = _number(request.GET.get("page", "1"))
    found = None
    if form.is_valid():
        narrowed = form.cleaned_data
        found = finding.find(narrowed.pop("q"), page, **narrowed)
    context = {"form": form, "found": found, "most_ranked": finding.MOST_RANKED}
    response = render(request, "contributions/search.html", context)
    response["Cache-Control"] = "no-store"  # What somebody looks for stays with nobody.
    return response


def _number(digits):
    """Return the number of a page; raise Http404 where there is none such."""
    if digits.isascii() and digits.isdigit() and 1 <= int(digits[:9]) <= LAST:
        return int(digits)
    raise Http404
