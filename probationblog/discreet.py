"""Logging that cannot tell on anybody."""

import logging
import traceback


class Formatter(logging.Formatter):
    """Say where an error happened and of what type it was, and nothing it was about.

    Messages quote values ("Key (text)=(…) already exists") and requests carry addresses, so
    neither is printed: only which line of code spoke, and the chain of exception types.
    """

    def format(self, record):
        chain = [f"{record.levelname} {record.name} {record.pathname}:{record.lineno}"]
        error = record.exc_info[1] if record.exc_info else None
        while error is not None:
            frames = traceback.extract_tb(error.__traceback__)
            chain.append(f"  {type(error).__module__}.{type(error).__qualname__}")
            chain += [f"    {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
            error = error.__cause__ or error.__context__
        return "\n".join(chain)
