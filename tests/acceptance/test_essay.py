"""The essay's pair and its variants: a circle of 594 against a count of 3,000."""

import importlib.util
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

import reachcheck

ROOT = Path(__file__).parents[2]
EXPECTED = {
    "circle-594": "genuine community",
    "nathan-3000": "inflated count",
    "quiet-expert": "genuine community",
    "new-account": "not assessable",
}


def benchmark(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "benchmarks" / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("sample", sorted(EXPECTED))
def test_samples_come_out_right(samples: Path, sample: str) -> None:
    assert reachcheck.analyze(samples / sample).verdict.label == EXPECTED[sample]


@pytest.mark.parametrize("sample", ["brand-page", "viral-week"])
def test_honest_growth_is_not_held_against_anyone(samples: Path, sample: str) -> None:
    results = reachcheck.analyze(samples / sample)
    assert results.conduct.level == "none seen"
    assert results.verdict.label != "inflated count"


def test_the_thesis(samples: Path) -> None:
    """The cautious end of the small circle lies above the generous end of the large count."""
    circle, nathan = (reachcheck.analyze(samples / name).real_reach for name in ("circle-594", "nathan-3000"))
    assert circle is not None and nathan is not None
    assert circle.low > nathan.high


def check(found: Counter[tuple[str, str, str]]) -> None:
    variants = benchmark("variants")
    for (base, without, label), times in found.items():
        assert label != variants.OPPOSITE[base], f"swapped {times} times: {base} without {without}"
    for base, right in variants.RIGHT.items():
        whole = sum(n for (b, w, _), n in found.items() if b == base and w == "nothing")
        assert found[base, "nothing", right] >= 0.98 * whole


def test_variants_of_the_pair() -> None:
    check(benchmark("variants").outcomes(range(2000, 2012)))


@pytest.mark.slow
def test_two_hundred_variants_of_each() -> None:
    check(benchmark("variants").outcomes(range(1000, 1200)))
