"""Logs, error pages and error mails that cannot tell on anybody."""

import logging
import time
import traceback

from django.utils.html import escape
from django.utils.log import AdminEmailHandler
from django.views.debug import ExceptionReporter

# Whoever can make the site fail must not be able to fill a mailbox, nor to learn from mails
# that come one by one when something was sent.
MAIL_EVERY = 60 * 60  # seconds


def account_of(error):
    """Return lines that say of what type an error and its causes are, and where they arose.

    No message is in them, for messages quote values ("Key (text)=(…) already exists"), and no
    local variable.
    """
    lines = []
    while error is not None:
        frames = traceback.extract_tb(error.__traceback__)
        lines.append(f"  {type(error).__module__}.{type(error).__qualname__}")
        lines += [f"    {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
        error = error.__cause__ or error.__context__
    return lines


class Formatter(logging.Formatter):
    """Say which line of code spoke and what kind of error it met, and nothing it was about."""

    def format(self, record):
        error = record.exc_info[1] if record.exc_info else None
        place = f"{record.levelname} {record.name} {record.pathname}:{record.lineno}"
        return "\n".join([place, *account_of(error)])


class Reporter(ExceptionReporter):
    """What Django makes of an error wherever it reports one: no request, no setting, no value."""

    def get_traceback_text(self):
        return "\n".join(account_of(self.exc_value))

    def get_traceback_html(self):
        return f"<!doctype html><title>Error</title><pre>{escape(self.get_traceback_text())}</pre>"


class Mail(AdminEmailHandler):
    """Mail the same few lines to ADMINS, at most one mail an hour from each process."""

    next_at = 0.0

    def emit(self, record):
        if time.monotonic() >= self.next_at:
            self.next_at = time.monotonic() + MAIL_EVERY
            self.send_mail("An error of the site", self.format(record), fail_silently=True)
