"""A figure: the capped series behind a chart, made with the measures and drawn by the formats."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A point or stretch of a figure worth a label: a step, a post, an event."""

    kind: str
    start: str
    end: str
    value: float | None = None


@dataclass(frozen=True, kw_only=True)
class Figure:
    """Equally long series: `x` as ISO dates or labels, `y` what was seen, `low` to `high` what was expected."""

    id: str
    kind: str
    x: tuple[str, ...]
    y: tuple[float | None, ...]
    low: tuple[float | None, ...] = ()
    high: tuple[float | None, ...] = ()
    marks: tuple[Mark, ...] = ()
