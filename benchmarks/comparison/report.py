"""Tables of what was measured, in Markdown."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median

from comparison.rounds import Sample

MIB = 1 << 20
OURS, THEIRS = "Coffer", "restic"


@dataclass(frozen=True)
class Measure:
    """One figure of a sample, and how it is printed."""

    title: str
    value: Callable[[Sample], float]
    decimals: int


MEASURES = (
    Measure("wall s", lambda sample: sample.usage.wall, 2),
    Measure("user CPU s", lambda sample: sample.usage.user, 2),
    Measure("system CPU s", lambda sample: sample.usage.system, 2),
    Measure("peak memory MiB", lambda sample: sample.usage.peak_memory / MIB, 0),
    Measure("stored MiB", lambda sample: sample.stored / MIB, 1),
    Measure("connections", lambda sample: sample.connections, 0),
    Measure("requests", lambda sample: sample.requests, 0),
)


@dataclass(frozen=True)
class Ratio:
    """Ours divided by theirs in each round."""

    median: float
    least: float
    most: float

    @staticmethod
    def of(rounds: Iterable[float]) -> "Ratio":
        values = sorted(rounds)
        return Ratio(median(values), values[0], values[-1])

    def __str__(self) -> str:
        spread = f" ({self.least:.2f}–{self.most:.2f})" if self.least != self.most else ""
        return f"{self.median:.2f}{spread}"


@dataclass(frozen=True)
class Case:
    """All samples of one operation on one corpus."""

    corpus: str
    operation: str
    ours: list[Sample]
    theirs: list[Sample]

    def ratio(self, measure: Measure) -> Ratio:
        pairs = zip(self.ours, self.theirs, strict=True)
        # Times are counted in ticks, and some are shorter than one.
        return Ratio.of((measure.value(a) or 0.001) / (measure.value(b) or 0.001) for a, b in pairs)


def _measures(samples: list[Sample]) -> list[Measure]:
    """Those that say anything: connections and requests are not always counted."""
    return [measure for measure in MEASURES if any(measure.value(sample) for sample in samples)]


def cases(samples: list[Sample]) -> list[Case]:
    """In the order in which they were measured first."""
    keys = dict.fromkeys((sample.corpus, sample.operation) for sample in samples)
    return [Case(*key, _of(samples, key, OURS), _of(samples, key, THEIRS)) for key in keys]


def _of(samples: list[Sample], key: tuple[str, str], program: str) -> list[Sample]:
    found = [sample for sample in samples if (sample.corpus, sample.operation, sample.program) == (*key, program)]
    return sorted(found, key=lambda sample: sample.round)


def ratios(samples: list[Sample]) -> str:
    """Medians of ours divided by theirs, with the least and the most."""
    measures = _measures(samples)
    head = ["corpus", "operation", *(measure.title.removesuffix(" s").removesuffix(" MiB") for measure in measures)]
    rows = [[case.corpus, case.operation, *(str(case.ratio(measure)) for measure in measures)]
            for case in cases(samples)]
    return table(head, rows)


def figures(samples: list[Sample]) -> str:
    """Medians of both, ours first."""
    measures = _measures(samples)
    head = ["corpus", "operation", *(measure.title for measure in measures)]
    rows = [[case.corpus, case.operation, *(_both(case, measure) for measure in measures)] for case in cases(samples)]
    return table(head, rows)


def _both(case: Case, measure: Measure) -> str:
    return " / ".join(f"{median(map(measure.value, samples)):.{measure.decimals}f}"
                      for samples in (case.ours, case.theirs))


def table(head: list[str], rows: list[list[str]]) -> str:
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
    lines = [head, ["-" * width for width in widths], *rows]
    return "\n".join("| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths)) + " |" for line in lines)
