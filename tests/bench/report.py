"""What `make bench` prints: figures as they come, each beside its target, and what fell short."""

from dataclasses import dataclass

LOAD = f"{'/s':>9}{'p50':>7}{'p99':>7}{'× limit':>9}"
COLUMNS = f"{'':31}|{'limit /s':>9}{'p99':>6} |{'baked':^32}|{'rendered anew':^32}|"
UNDER = f"|{'':15} |{LOAD}|{LOAD}| target"
EMPTY = " " * 32


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
        kept = "met" if self.is_met else "SHORT"
        return f"{self.figure:.3g}{self.unit} {self.sign} {self.bound:g} {kept}"


def at_least(figure, bound, unit=""):
    return Target(figure, "≥", bound, unit)


def at_most(figure, bound, unit=""):
    return Target(figure, "≤", bound, unit)


class Report:
    """Prints at once, and remembers which targets were met."""

    def __init__(self):
        self.site = self.part = ""
        self.judged, self.failures = [], []

    def about(self, site):
        """Begin what is measured on one site."""
        self.site = f"{site}: "
        print(f"\n===== {site}", flush=True)

    def heading(self, part):
        """Begin a part of things that are told in a line each."""
        self.part = part
        print(f"\n==> {part}", flush=True)

    def table(self, part):
        """Begin a part of things that are loaded; times are in milliseconds."""
        self.heading(part)
        print(COLUMNS, f"{'':31}{UNDER}", sep="\n", flush=True)

    def row(self, name, limit=None, baked=None, anew=None, *targets):
        """Print what loads came to, each beside the limit."""
        beside = f"{limit.rate:>9,.0f}{limit.p99:>6.1f} " if limit else " " * 16
        loads = "|".join(_said(load, limit) for load in (baked, anew))
        self._print(f"{name:31}|{beside}|{loads}|", name, targets)

    def line(self, name, said, *targets):
        """Print something else than a load."""
        self._print(f"{name:31} {said}", name, targets)

    def _print(self, line, name, targets):
        self.judged += [(f"{self.site}{self.part}: {name}", target) for target in targets]
        print(f"{line} {'; '.join(map(str, targets))}".rstrip(), flush=True)

    def failed(self, part, error):
        """Print why a part came to no end."""
        self.failures.append(f"Failed: {self.site}{part}: {error}")
        print(self.failures[-1], flush=True)

    def summary(self):
        """Print how many targets were met, those that were not, and what failed."""
        short = [(name, target) for name, target in self.judged if not target.is_met]
        print(f"\n{len(self.judged) - len(short)} of {len(self.judged)} targets met.")
        for name, target in short:
            print(f"Short: {name}: {target}")
        for failure in self.failures:
            print(failure)


def _said(load, limit):
    if not load:
        return EMPTY
    ratio = f"{load.rate / limit.rate:.4f}" if limit else ""
    return f"{load.rate:>9,.0f}{load.p50:>7.1f}{load.p99:>7.1f}{ratio:>9}"
