"""Where the shapes of a chart go: plain numbers for a template to draw as SVG."""

from dataclasses import dataclass

WIDTH, HEIGHT = 360, 120
# Room for the figures at the left, and a gap between shapes.
LEFT, GAP = 28, 2


@dataclass(frozen=True)
class Shape:
    """A rectangle, and the place among the values of the one that it shows."""

    x: float
    width: float
    place: int
    y: float = 0
    height: float = 0


def bars(values):
    """Return (the greatest value, the Shapes of upright bars); a value of None has no bar."""
    greatest = max(filter(None, values), default=1)
    step = (WIDTH - LEFT) / len(values)
    shapes = []
    for place, value in enumerate(values):
        if value is not None:
            height = round(HEIGHT * value / greatest, 1)
            x = round(LEFT + place * step + GAP / 2, 1)
            shapes.append(Shape(x, round(step - GAP, 1), place, HEIGHT - height, height))
    return greatest, shapes


def shares(values):
    """Return the Shapes of one lying bar as long as the chart is wide; none for what is 0."""
    total, x, shapes = sum(values), 0, []
    for place, value in enumerate(values):
        if value:
            width = WIDTH * value / total
            shapes.append(Shape(round(x, 1), round(max(width - GAP, 1), 1), place))
            x += width
    return shapes
