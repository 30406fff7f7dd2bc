"""Figures that an editor likes to look at, as charts and as tables."""

from django.contrib import admin
from django.shortcuts import render
from django.views.decorators.http import require_safe

from moderation import charts, figures


@require_safe
def statistics(request):
    """Show what came, how long it waited for a decision, and what became of it."""
    mondays = figures.mondays()
    median, medians = figures.days_to_decision()
    context = {
        **admin.site.each_context(request),
        "title": "Statistics",
        "median": median,
        "by_week": [
            _by_week("Texts that came", "texts", mondays, figures.arrivals()),
            _by_week("Median days to the first decision", "days", mondays, medians),
        ],
        "outcomes": list(figures.OUTCOMES),
        "kinds": [
            (kind, of_each.values(), sum(of_each.values()), charts.shares(of_each.values()))
            for kind, of_each in figures.outcomes().items()
        ],
    }
    return render(request, "moderation/statistics.html", context)


def _by_week(heading, unit, mondays, values):
    greatest, shapes = charts.bars(values)
    return {
        "heading": heading,
        "unit": unit,
        "greatest": greatest,
        "shapes": shapes,
        "first": mondays[0],
        "last": mondays[-1],
        "rows": list(zip(mondays, values, strict=True)),
    }
