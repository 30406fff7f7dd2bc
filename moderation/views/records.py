"""The log of what editors did, to read and to take away."""

import csv

from django.contrib import admin
from django.core.paginator import Paginator
from django.http import StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from moderation import chain
from moderation.models import RecordHead
from moderation.record_filter import RecordFilter
from moderation.record_wording import told

SIZE = 100
CHUNK = 1_000
COLUMNS = [
    *("number", "moment", "editor", "editor's number", "act", "reason", "text", "version"),
    *("post", "reply", "complaint", "redactions", "hash"),
]


@require_safe
def records(request):
    """List the records that fit, newest first, and say where the chain ends."""
    form = RecordFilter(request.GET)
    fitting = form.matching().with_items().newest_first()
    page = Paginator(fitting, SIZE).get_page(request.GET.get("page"))
    head = RecordHead.current()
    context = {
        **admin.site.each_context(request),
        "title": "Records",
        "form": form,
        "page": page,
        "rows": [told(record) for record in page],
        "head": head,
    }
    return render(request, "moderation/records.html", context)


@require_safe
def records_csv(request):
    """Give the records that fit as a table, oldest first, with all that their hashes cover."""
    fitting = RecordFilter(request.GET).matching().with_redactions().in_order()
    writer = csv.writer(_Line())
    rows = map(_row, fitting.iterator(chunk_size=CHUNK))
    lines = (writer.writerow(map(_inert, row)) for row in _after(COLUMNS, rows))
    name = f"records-{timezone.localdate():%Y-%m-%d}.csv"
    return StreamingHttpResponse(
        lines,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


class _Line:
    """A file for csv.writer that hands each line back."""

    def write(self, line):
        return line


def _after(first, rest):
    yield first
    yield from rest


def _row(record):
    redactions = [f"{each.category}:{each.reason}" for each in record.redactions.all()]
    return [
        record.pk,
        chain.moment(record.decided_at),
        record.by.username,
        record.by_id,
        record.what,
        record.reason,
        record.submission_id,
        record.version,
        record.post_id,
        record.reply_id,
        record.complaint,
        " ".join(redactions),
        record.digest,
    ]


def _inert(value):
    """Return what goes into a cell, so that no spreadsheet takes it for a formula."""
    cell = "" if value is None else str(value)
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
