"""The style sheet: small, on its own, and readable in light and in dark."""

import gzip
import re
from pathlib import Path

import pytest

import contributions

SHEET = Path(contributions.__file__).with_name("static") / "contributions" / "site.css"
CSS = SHEET.read_text(encoding="utf-8")
GROUNDS = ["paper", "panel"]
# What is read on which ground.
PAIRS = [
    *((text, ground) for text in ("ink", "soft", "accent", "alarm") for ground in GROUNDS),
    *(("ink", ground) for ground in ("out", "in", "advice", "few", "some", "many")),
    ("on-accent", "accent"),
    ("paper", "ink"),
]


def tokens(scheme):
    """Return {name: colour} of a scheme; dark ones replace light ones."""
    light, dark = re.findall(r":root \{([^}]*--paper: #[^}]*--accent: #[0-9a-f]{6}[^}]*)\}", CSS)[
        :2
    ]
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", light))
    return found | dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", dark if scheme == "dark" else ""))


def luminance(colour):
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """Return the contrast of two colours as WCAG 2 defines it, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out_seven_to_one(scheme, text, ground):
    colours = tokens(scheme)

    assert contrast(colours[text], colours[ground]) >= 7


def test_every_colour_is_a_token():
    beyond = re.sub(r":root \{[^}]*\}", "", CSS)

    assert re.findall(r"#[0-9a-f]{3,8}\b(?=[;\s])", beyond) == []


def test_it_is_at_most_eight_kilobytes_compressed():
    assert len(gzip.compress(CSS.encode())) <= 8 * 1024


def test_it_loads_nothing():
    assert "url(" not in CSS
    assert "@import" not in CSS
    assert "@font-face" not in CSS
