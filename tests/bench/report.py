"""What `make bench` prints: figures as they come, each beside its target, and what fell short."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Target:
    """A figure beside the bound that it is to keep."""

    figure: float
    sign: str
    bound: float
    unit: str = ""

    @property
    def is_met(self):
        return self.figure >= self.bound if self.sign == "≥" else self.figure <= self.bound

    def __str__(self):
        return f"{self.sign} {self.bound:g}{self.unit} {'met' if self.is_met else 'SHORT'}"


def at_least(figure, bound, unit=""):
    return Target(figure, "≥", bound, unit)


def at_most(figure, bound, unit=""):
    return Target(figure, "≤", bound, unit)


class Report:
    """Prints at once, and remembers which targets were met."""

    def __init__(self):
        self.part, self.judged = "", []

    def heading(self, part):
        """Begin a part of the table."""
        self.part = part
        columns = f"{'a second':>10}{'p50 ms':>9}{'p95 ms':>9}{'p99 ms':>9}{'× limit':>9}"
        print(f"\n{part:36}{columns}  target", flush=True)

    def row(self, name, load, ratio=None, *targets):
        """Print what a load came to; `ratio` is to the limit."""
        times = "".join(f"{ms:>9.1f}" for ms in (load.p50, load.p95, load.p99))
        shown = f"{ratio:>9.4f}" if ratio is not None else f"{'':9}"
        self._print(f"{name:36}{load.rate:>10,.0f}{times}{shown}", name, targets)

    def line(self, name, said, *targets):
        """Print something else than a load."""
        self._print(f"{name:36}{said:>46}", name, targets)

    def _print(self, line, name, targets):
        self.judged += [(f"{self.part}: {name}", target) for target in targets]
        print(f"{line}  {'; '.join(map(str, targets))}".rstrip(), flush=True)

    def summary(self):
        """Print how many targets were met, and those that were not."""
        short = [(name, target) for name, target in self.judged if not target.is_met]
        print(f"\n{len(self.judged) - len(short)} of {len(self.judged)} targets met.")
        for name, target in short:
            print(f"Short: {name}: {target.figure:.3g}, target {target}")
