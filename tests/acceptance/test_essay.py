"""The essay's pair and its variants: a circle of 594 against a count of 3,000."""

import importlib.util
import json
import re
import sys
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import reachcheck
from reachcheck.results.report import Results

ROOT = Path(__file__).parents[2]
LANGUAGES = ("en", "fr")
PAIR = ("circle-594", "nathan-3000")
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


@pytest.fixture(scope="module")
def analyzed(samples: Path) -> Callable[[str], Results]:
    """The results of a sample, computed once."""
    return cache(lambda sample: reachcheck.analyze(samples / sample))


@pytest.mark.parametrize("sample", sorted(EXPECTED))
def test_samples_come_out_right(analyzed: Callable[[str], Results], sample: str) -> None:
    assert analyzed(sample).verdict.label == EXPECTED[sample]


@pytest.mark.parametrize("sample", ["brand-page", "viral-week"])
def test_honest_growth_is_not_held_against_anyone(analyzed: Callable[[str], Results], sample: str) -> None:
    results = analyzed(sample)
    assert results.conduct.level == "none seen"
    assert results.verdict.label != "inflated count"


def test_the_thesis(analyzed: Callable[[str], Results]) -> None:
    """The cautious end of the small circle lies above the generous end of the large count."""
    circle, nathan = (analyzed(name).real_reach for name in PAIR)
    assert circle is not None and nathan is not None
    assert circle.low > nathan.high


@pytest.mark.parametrize("sample", PAIR)
def test_both_languages_say_the_same_of_the_pair(analyzed: Callable[[str], Results], sample: str) -> None:
    """The same values, whatever the language; and in the report that people read the same numbers, one for one."""
    english, french = (json.loads(reachcheck.render(analyzed(sample), format="json", lang=lang)) for lang in LANGUAGES)
    assert english["verdict"]["label"] == french["verdict"]["label"] == EXPECTED[sample]
    assert wordless(english) == wordless(french) != english
    told = (reachcheck.render(analyzed(sample), lang=lang, width=400) for lang in LANGUAGES)
    english, french = (text.replace(reachcheck.__version__, "") for text in told)
    assert numbers(english, ",", ".").total() > 150
    assert numbers(english, ",", ".") == numbers(french, "\u202f", ",")


def wordless(value: Any) -> Any:
    """JSON without the texts of its messages, which alone depend on the language."""
    if isinstance(value, dict):
        return {name: wordless(each) for name, each in value.items() if (name, "key" in value) != ("text", True)}
    return [wordless(each) for each in value] if isinstance(value, list) else value


def numbers(text: str, thousands: str, decimal: str) -> Counter[str]:
    """How often each number stands in a text, written in one way."""
    found = re.findall(rf"\d+(?:{thousands}\d{{3}})*(?:{re.escape(decimal)}\d+)?", text)
    return Counter(each.replace(thousands, "").replace(decimal, ".") for each in found)


def check(found: Counter[tuple[str, str, str]]) -> None:
    variants = benchmark("variants")
    for (base, without, label), times in found.items():
        assert label != variants.OPPOSITE[base], f"swapped {times} times: {base} without {without}"
    for base, right in variants.RIGHT.items():
        whole = sum(n for (b, w, _), n in found.items() if b == base and w == "nothing")
        assert found[base, "nothing", right] >= 0.98 * whole


def test_variants_of_the_pair() -> None:
    check(benchmark("variants").outcomes(range(2000, 2004)))


@pytest.mark.slow
def test_two_hundred_variants_of_each() -> None:
    check(benchmark("variants").outcomes(range(1000, 1200)))
