"""Figures that an editor likes to look at, as charts and as tables."""

from django.contrib import admin
from django.shortcuts import render
from django.views.decorators.http import require_safe

from moderation import charts, figures


@require_safe
def statistics(request):
    """Show what came, how long it waited for a decision, and what became of it."""
    mondays = figures.mondays()
    arrivals, (median, medians) = figures.arrivals(), figures.days_to_decision()
    kinds = figures.outcomes()
    context = {
        **admin.site.each_context(request),
        "title": "Statistics",
        "by_week": [
            _by_week("Texts that came", "texts", sum(arrivals), mondays, arrivals),
            _by_week("Median days to the first decision", "days", median, mondays, medians),
        ],
        "kinds": [(kind, sum(counts), charts.shares(counts)) for kind, counts in kinds.items()],
        "outcomes": zip(figures.OUTCOMES, zip(*kinds.values(), strict=True), strict=True),
    }
    return render(request, "moderation/statistics.html", context)


def _by_week(heading, unit, over_all, mondays, values):
    greatest, shapes = charts.bars(values)
    return {
        "heading": heading,
        "unit": unit,
        "over_all": over_all,
        "greatest": greatest,
        "shapes": shapes,
        "first": mondays[0],
        "last": mondays[-1],
        "rows": list(zip(mondays, values, strict=True)),
    }
