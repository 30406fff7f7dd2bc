"""Whether a page can be used: axe-core's rules of WCAG 2.2 A and AA, and no scrolling sideways.

Where the tests run on two databases at once, only the pages of one of them are looked at: it takes
most of the browser's time, and shows what the templates and the style sheet make of a page.
"""

import os
from pathlib import Path

import axe_playwright_python
import pytest

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text("utf-8")
PHONE, DESKTOP = 390, 1280
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """
async (rules) => {
  // Half-way through a change of colours nothing has the contrast that it will have.
  document.getAnimations().forEach((animation) => animation.cancel());
  const found = await axe.run({
    runOnly: { type: "tag", values: rules },
    resultTypes: ["violations"],
  });
  return found.violations.map(({ id, help, nodes }) => {
    const shown = nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ");
    return `${id}: ${help}, ${nodes.length} times: ${shown}`;
  });
}
"""
LOOKING = os.environ.get("LOOK_AT_PAGES") != "0"
# For tests of how pages look and of nothing that hangs on the database.
looks = pytest.mark.skipif(not LOOKING, reason="pages are looked at where SQLite is tested")
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


EVERY_VIEW = [(PHONE, "light"), (PHONE, "dark"), (DESKTOP, "light"), (DESKTOP, "dark")]
# Each width and each scheme once: the admin's pages are large, and axe-core takes its time.
DESK_VIEWS = [(PHONE, "dark"), (DESKTOP, "light")]


def assert_usable(page, *, views=EVERY_VIEW):
    """Fail unless the open page is without fault in each view: (width, colour scheme).

    Scripts have to be on: without them axe-core never returns.
    """
    if not LOOKING:
        return
    faults = []
    page.evaluate(AXE)
    for width, scheme in views:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found = page.evaluate(RUN, RULES)
        if page.evaluate(SIDEWAYS) > 0:
            found.append("it scrolls sideways")
        faults += [f"{width} px, {scheme}: {fault}" for fault in found]
    assert not faults, f"{page.url}:\n" + "\n".join(faults)
