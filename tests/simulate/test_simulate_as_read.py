"""Dossiers of invented profiles are those that reading their files gives."""

from dataclasses import replace
from pathlib import Path

import pytest

import reachcheck
from reachcheck.pipeline import analyze
from reachcheck.results.measure import Measure
from reachcheck.results.report import Results
from reachcheck.simulate.as_read import as_read
from reachcheck.simulate.files import EXPORTS, write
from reachcheck.simulate.worlds import profile

MADE = [profile(world, 4, 500) for world in ("school", "lots", "new-account", "brand-page")]


def told(results: Results) -> object:
    """All but where the rows stand, which files without content cannot say."""
    return [_bare(measure) for measure in results.measures], results.verdict, results.real_reach, results.figures


def _bare(measure: Measure) -> Measure:
    return replace(measure, parts=tuple(replace(part, evidence=()) for part in measure.parts))


@pytest.mark.parametrize("without", [None, *EXPORTS])
def test_reading_the_files_gives_the_same(tmp_path: Path, without: str | None) -> None:
    kept = [name for name in EXPORTS if name != without]
    for number, (one, results) in enumerate(zip(MADE, analyze(as_read(MADE, kept)), strict=True)):
        write(one, tmp_path / str(number), without)
        assert told(reachcheck.analyze(tmp_path / str(number))) == told(results)


def test_without_figures_followers_are_named_alone() -> None:
    edges = as_read(MADE[:1], figures=False).edges
    assert not (edges.followers >= 0).any()
    assert len(edges) > 500
