"""A drawing of the ratios: three bars for each operation, and a line where the two programs are equal."""

from dataclasses import dataclass
from html import escape
from itertools import groupby

from comparison.report import MEASURES, Case, Measure, Ratio, cases
from comparison.results import Setting
from comparison.rounds import Sample

WALL, USER, _, MEMORY, *_ = MEASURES

# Colours that the colour-blind can tell apart (Okabe and Ito).
BARS: tuple[tuple[Measure, str, str], ...] = (
    (WALL, "wall time", "#0072B2"),
    (USER, "user CPU time", "#E69F00"),
    (MEMORY, "peak memory", "#009E73"),
)

WIDTH = 900
LEFT = 190
RIGHT = 70
TOP = 96
BAR = 9
GAP = 10
ROW = len(BARS) * BAR + GAP
GROUP_TITLE = 34
LEAST_AXIS, MOST_AXIS = 1.25, 2.5

STYLE = """
  text { font-family: system-ui, 'Helvetica Neue', Arial, sans-serif; font-size: 12px; fill: #222 }
  .title { font-size: 17px; font-weight: 600 }
  .note { fill: #555 }
  .group { font-size: 14px; font-weight: 600 }
  .value { font-size: 9px; fill: #333; stroke: #fff; stroke-width: 3; paint-order: stroke }
  .name { text-anchor: end }
  .middle { text-anchor: middle }
  .grid { stroke: #ddd }
  .equal { stroke: #222; stroke-width: 1.5; stroke-dasharray: 5 3 }
  .spread { stroke: #222; stroke-width: 1 }
"""


@dataclass(frozen=True)
class Axis:
    most: float

    @staticmethod
    def fitting(rows: list[Case]) -> "Axis":
        highest = max((row.ratio(measure).most for row in rows for measure, _, _ in BARS), default=1.0)
        return Axis(min(max(highest * 1.05, LEAST_AXIS), MOST_AXIS))

    def x(self, ratio: float) -> float:
        """Where a ratio stands; what is too large stands at the end."""
        return LEFT + min(ratio, self.most) / self.most * (WIDTH - LEFT - RIGHT)

    def marks(self) -> list[float]:
        return [quarter / 4 for quarter in range(int(self.most * 4) + 1)]


def draw(setting: Setting, samples: list[Sample]) -> str:
    """The text of an SVG file."""
    rows = cases(samples)
    axis = Axis.fitting(rows)
    bars: list[str] = []
    texts: list[str] = []
    y = float(TOP)
    for corpus, group in groupby(rows, key=lambda row: row.corpus):
        texts.append(_text(16, y + 18, corpus, "group"))
        y += GROUP_TITLE
        for row in group:
            texts.append(_text(LEFT - 10, y + 18, row.operation, "name"))
            for number, (measure, _, colour) in enumerate(BARS):
                bars.append(_bar(axis, y + number * BAR, row.ratio(measure), colour))
                texts.append(_value(axis, y + number * BAR, row.ratio(measure)))
            y += ROW
    # What is written comes last, so that no line crosses it.
    return _document(y + 40, [*_head(setting), *_grid(axis, y), *bars, *_equal(axis, y), *texts])


def _document(height: float, parts: list[str]) -> str:
    lines = "\n".join(parts)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" '
            f'width="{WIDTH}" height="{height:.0f}" role="img">\n'
            f"<title>Coffer compared with restic</title>\n<style>{STYLE}</style>\n"
            f'<rect width="100%" height="100%" fill="#fff"/>\n{lines}\n</svg>\n')


def _head(setting: Setting) -> list[str]:
    peer = " ".join(setting.versions[1].split()[:2])
    conditions = (f"{peer}; medians of alternating rounds ({setting.rounds}), thin lines from least to most; "
                  f"scale {setting.scale:g}; {setting.date}")
    parts = [_text(16, 28, "What Coffer needs, as a share of what restic needs (shorter is better)", "title"),
             _text(16, 48, conditions, "note")]
    x = 16.0
    for _, label, colour in BARS:
        parts.append(f'<rect x="{x}" y="60" width="12" height="12" fill="{colour}"/>')
        parts.append(_text(x + 18, 70, label, ""))
        x += 40 + 7 * len(label)
    return parts


def _grid(axis: Axis, bottom: float) -> list[str]:
    parts = []
    for mark in axis.marks():
        x = axis.x(mark)
        parts.append(f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" y2="{bottom:.1f}"/>')
        parts.append(_text(x, bottom + 18, f"{mark:g}", "middle"))
    return parts


def _equal(axis: Axis, bottom: float) -> list[str]:
    x = axis.x(1)
    return [f'<line class="equal" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP - 6}" y2="{bottom + 4:.1f}"/>',
            _text(x, TOP - 12, "as much as restic", "middle")]


def _bar(axis: Axis, y: float, ratio: Ratio, colour: str) -> str:
    """The median, and a line for the spread."""
    middle = y + BAR / 2
    start, end = axis.x(0), axis.x(ratio.median)
    return (f'<rect x="{start}" y="{y:.1f}" width="{end - start:.1f}" height="{BAR - 1}" fill="{colour}"/>'
            f'<line class="spread" x1="{axis.x(ratio.least):.1f}" x2="{axis.x(ratio.most):.1f}" '
            f'y1="{middle:.1f}" y2="{middle:.1f}"/>')


def _value(axis: Axis, y: float, ratio: Ratio) -> str:
    more = " →" if ratio.median > axis.most else ""
    x = max(axis.x(ratio.median), axis.x(ratio.most)) + 4
    return _text(x, y + BAR - 1.5, f"{ratio.median:.2f}{more}", "value")


def _text(x: float, y: float, text: str, kind: str) -> str:
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}">{escape(text)}</text>'
