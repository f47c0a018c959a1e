"""How reachcheck is tested, in numbers that are counted: needs what developers install, and a minute.

Not compared by a test, or every new test would have to be counted by whoever writes it; made again for each release.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from made_pages.layout import bullets, page, prose, table
from reachcheck.formats.locales import LANGUAGES, load
from reachcheck.formats.template import parameters

ROOT = Path(__file__).resolve().parents[2]
ABOUT = {
    "acceptance": "the essay's pair, inputs that must change nothing",
    "architecture": "who may import whom, sizes of files, no clock, no network",
    "batch": "many candidates at once",
    "benchmarks": "what the measurements are made with",
    "cli": "the commands, as a user runs them",
    "compared": "two profiles side by side, and one on two days",
    "docs": "what the pages promise: commands, links, limits, figures",
    "exports": "every variant of every export, against a golden file that somebody read",
    "facts": "what ships as data",
    "formats": "words in both languages, the report in every format, strings of strangers",
    "fuzz": "bytes that nobody meant",
    "hostile": "archives and workbooks made to hurt, and that nothing reaches for a network",
    "labels": "followers that a person looked at",
    "learned": "models of such marks",
    "measures": "each figure against numbers worked out by hand",
    "method": "every threshold is read, and in its place",
    "model": "tables and missing values",
    "needs": "what an employer looks for",
    "packaging": "the wheel, its bytes, what stands beside the code",
    "pipeline": "the whole way, alone and in company",
    "plugins": "what other packages bring, and that it weighs nothing",
    "readers": "each platform: what must not be opened, claimed, merged or kept",
    "replies": "the right of reply",
    "rules": "what must not be flagged, then what must, each threshold from both sides",
    "simulate": "invented profiles and their truth",
    "stats": "the statistics against libraries that do the same",
    "test_api.py": "the Python API",
    "verdict": "real reach, pieces of evidence, labels",
}


@dataclass
class Collected:
    """What pytest would run."""

    items: list[Any] = field(default_factory=list)

    def pytest_collection_finish(self, session: Any) -> None:
        """Keep all of them."""
        self.items = list(session.items)


def pages() -> Iterator[tuple[str, str]]:
    """Path below `docs/` and text."""
    found = Collected()
    asked = ["--collect-only", "-o", "addopts=", "-p", "no:terminal", str(ROOT / "tests")]
    if code := pytest.main(asked, plugins=[found]):
        raise SystemExit(f"the tests cannot be collected: {code}")
    about = (
        "First comes the test that says what must *not* happen: whom a rule must not flag, which file must not be "
        "opened, what must not come out. Expected numbers are worked out by hand or by another library; exports are "
        "made by code and never anybody's; every example that a test invents by chance is the same in every run. How "
        "often the verdict errs is another question, answered in [what was measured](accuracy.md)."
    )
    note = "Every number on this page is counted by `python tools/made_pages tested`, none is typed by hand."
    parts = [_kinds(found.items), "## What else is counted", table(("what", "how many"), _counted(found.items))]
    parts += ["## Small faults put into the code", _faults(), "## See for yourself", _commands()]
    yield (
        "tested.md",
        page("How it is tested", "the tests", prose(about), prose(note), "## Tests by what they hold", *parts),
    )


def _folder(item: Any) -> str:
    return str(Path(item.path).relative_to(ROOT / "tests").parts[0])


def _kinds(items: list[Any]) -> str:
    """A row a folder: files, functions, cases; all in all below."""
    rows = []
    for folder in sorted({_folder(item) for item in items}):
        of = [item for item in items if _folder(item) == folder]
        rows.append((f"`{folder}`", ABOUT[folder], *_sizes(of)))
    return table(("tests", "of", "functions", "cases", "of them slow"), [*rows, ("all", "", *_sizes(items))])


def _sizes(items: list[Any]) -> tuple[str, str, str]:
    functions = {(item.path, item.originalname) for item in items}
    slow = sum(item.get_closest_marker("slow") is not None for item in items)
    return f"{len(functions):,}", f"{len(items):,}", f"{slow:,}"


def _counted(items: list[Any]) -> Iterator[tuple[str, str]]:
    properties = {(item.path, item.originalname) for item in items if getattr(item.obj, "is_hypothesis_test", False)}
    shared = sum(item.get_closest_marker("shared_data") is not None for item in items)
    yield "functions that hold a property of any input (Hypothesis)", f"{len(properties):,}"
    yield "cases that need public data sets which are not ours to ship", f"{shared:,}"
    modules = sys.modules
    golden = len(list((ROOT / "tests" / "exports" / "golden").glob("*.txt")))
    yield "variants of exports, each made by code and read back", f"{len(modules['variants'].variants()):,}"
    yield "golden files of what was read of them", f"{golden:,}"
    yield "strings of strangers that must do nothing wherever they stand", f"{len(modules['naughty'].STRINGS):,}"
    hostile = [i for i in items if re.search("hostile|injection|bomb|naughty", Path(i.path).as_posix())]
    yield "cases in the tests of hostile files, names and texts", f"{len(hostile):,}"
    yield (
        "parts that are fuzzed, columns of cells among them",
        f"{len(modules['test_fuzz_pieces'].PIECES) + 1:,}",
    )
    yield from _texts()
    readme = modules["test_readme"]
    yield "commands of README and docs that are run by a test", f"{len(readme.RUN):,}"
    yield "commands about a reader's own files whose options are checked", f"{len(readme.EXAMPLES):,}"
    contracts = (ROOT / ".importlinter").read_text(encoding="utf-8").count("[importlinter:contract:")
    yield "contracts of who may import whom", f"{contracts:,}"
    yield "lines of code", f"{_lines('src'):,}"
    yield "lines of tests", f"{_lines('tests'):,}"


def _texts() -> Iterator[tuple[str, str]]:
    """Messages in each language, and what one has and another lacks."""
    texts = {lang: load(lang).texts for lang in LANGUAGES}
    for lang, known in texts.items():
        yield f"texts in `{lang}.toml`", f"{len(known):,}"
    keys = Counter(key for known in texts.values() for key in known)
    yield "texts that one language lacks", str(sum(n < len(LANGUAGES) for n in keys.values()))
    first, *others = texts.values()
    unlike = [
        key for other in others for key in other if key in first and parameters(other[key]) != parameters(first[key])
    ]
    yield "texts that name other values in one language than in the other", str(len(unlike))


def _lines(folder: str) -> int:
    return sum(len(path.read_text(encoding="utf-8").splitlines()) for path in (ROOT / folder).rglob("*.py"))


def _faults() -> str:
    """The scores as the pages have them that say how they were made."""
    reading, method = (" ".join((ROOT / "docs" / name).read_text(encoding="utf-8").split()) for name in PAGES)
    of = re.search(r"of (\d+) small faults each", reading)
    large = re.search(r"of (\d+) in the files for large tables ([\d.]+ %)", reading)
    readers = re.findall(r"([\d.]+ %) in `(readers/\w+)`", reading)
    parts = "the statistics|growth|the rules|the verdict|the needs|the replies"
    rest = re.findall(rf"([\d.]+ %)\s+of\s+(\d+) in ({parts}) ", method)
    if of is None or large is None or len(readers) != 3 or len(rest) != 6:
        raise SystemExit("the pages no longer say how many faults were noticed")
    rows = [(f"`{name}`", of[1], score) for score, name in readers]
    rows += [("large tables", large[1], large[2]), *((name, n, score) for score, n, name in rest)]
    about = (
        "A sample of small faults, such as a sign turned round, was put into the code one at a time, drawn by a seed "
        "that was new when they were tried. This is the share that the tests noticed, as recorded in [how a file is "
        "read](reading.md) and [the method](method.md), with the commands."
    )
    return f"{prose(about)}\n\n{table(('in', 'faults', 'noticed'), rows)}"


PAGES = ("reading.md", "method.md")


def _commands() -> str:
    said: Iterable[str] = (
        "`python -m pytest`: all but the slow ones; `python -m pytest -m slow`: those.",
        "`HYPOTHESIS_PROFILE=explore python -m pytest tests/fuzz`: other examples, and many more.",
        "`python benchmarks/fuzz_atheris.py values`: one part under a fuzzer that follows the code.",
        "`python benchmarks/mutations.py rules --sample 300 --seed 3`: faults in the rules.",
        "`REACHCHECK_DATA=... python -m pytest`: with the public data sets.",
    )
    return bullets(said)
