"""Sending: forms that were written and reviewed one by one, then confirmed by many at once."""

from concurrent.futures import ThreadPoolExecutor
from itertools import chain

from tests.bench.load import load
from tests.over_http import FORM, Contributor, form_with
from tests.page_forms import encoded

TEXT = "Account {}: the caseload doubled again in spring, and nobody wrote it down."
WRITERS = 4


def ready(address, how_many):
    """Return the bodies that pressing "Send this" would send on so many review steps."""

    def write(numbers):
        with Contributor(address) as contributor:
            steps = (contributor.review(TEXT.format(n)) for n in numbers)
            return [encoded(form_with(step, "seal") | {"send": "1"}) for step in steps]

    with ThreadPoolExecutor(WRITERS) as pool:
        return [*chain(*pool.map(write, (range(n, how_many, WRITERS) for n in range(WRITERS))))]


def send(address, seconds, bodies, file):
    """Send these bodies for so many seconds; return the Load.

    They go by way of a file. Raises where one was not acknowledged, or they did not suffice.
    """
    file.write_text("\n".join(bodies))
    headers = {"Content-Type": FORM, "Origin": address}
    return load(f"{address}/contact/", seconds, headers=headers, bodies=file)
