"""Sending: forms that were written and reviewed one by one, then confirmed by many at once."""

import http.client
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from urllib.parse import urlsplit

from tests.bench.load import CLIENTS, Failed, Load
from tests.over_http import FORM, Contributor, form_with
from tests.page_forms import encoded

TEXT = "Account {}: the caseload doubled again in spring, and nobody wrote it down. " * 3
WRITERS = 4
ARRIVED = b"It has arrived"


def ready(address, how_many):
    """Return the bodies that pressing "Send this" would send on so many review steps."""

    def write(numbers):
        with Contributor(address) as contributor:
            steps = (contributor.review(TEXT.replace("{}", str(n))) for n in numbers)
            return [encoded(form_with(step, "seal") | {"send": "1"}) for step in steps]

    with ThreadPoolExecutor(WRITERS) as pool:
        return [*chain(*pool.map(write, (range(n, how_many, WRITERS) for n in range(WRITERS))))]


def send(address, bodies, clients=CLIENTS):
    """Send each of the bodies once, `clients` at a time; return the Load.

    Raises where one was not acknowledged.
    """
    place = urlsplit(address).netloc
    headers = {"Content-Type": FORM, "Origin": address}

    def confirm(mine):
        connection, took = http.client.HTTPConnection(place, timeout=60), []
        for body in mine:
            begin = time.perf_counter()
            connection.request("POST", "/contact/", body, headers)
            answer = connection.getresponse()
            said = answer.read()
            took.append((time.perf_counter() - begin) * 1000)
            if ARRIVED not in said:
                raise Failed(f"A submission was not acknowledged: {answer.status}.")
        connection.close()
        return took

    begin = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        took = [*chain(*pool.map(confirm, (bodies[n::clients] for n in range(clients))))]
    return Load.of(took, time.perf_counter() - begin)
