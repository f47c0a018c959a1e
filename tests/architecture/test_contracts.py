"""The architecture as tests: who may import whom, what is imported when, and how large things may grow."""

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "reachcheck"
MODULES = sorted(SOURCE.rglob("*.py"))
CONFINED = {
    "rich": {"cli/", "formats/text/printing.py"},
    "typer": {"cli/"},
    "pandas": {"results/frame.py"},
    "pyarrow": {"formats/to_parquet.py"},
    "duckdb": {"readers/table/bulk.py"},
    "sklearn": {"learned/fit.py"},
    "threadpoolctl": {"learned/fit.py"},
    "scipy": {"stats/network.py"},
    "jinja2": {"formats/html/"},
    "python_calamine": {"readers/table/workbook_child.py"},
    "subprocess": {"readers/guard.py"},
    "pickle": set[str](),
    "joblib": set[str](),
}
CLOCKS = re.compile(
    r"\b(?:datetime|date)\.(?:now|today|utcnow)\(|\btime\.time\(|np\.random\.(?!default_rng|Generator|PCG64)"
)


def name(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


@cache
def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def test_import_contracts_hold() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([str(lint), "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("library", sorted(CONFINED))
def test_heavy_libraries_stay_where_they_are_used(library: str) -> None:
    users = {name(path) for path in MODULES if library in imported(path)}
    strangers = {user for user in users if not any(user.startswith(place) for place in CONFINED[library])}
    strangers -= {u for u in strangers if library == "pandas" and u in TYPE_ONLY}
    assert not strangers


TYPE_ONLY = {"__init__.py", "readers/source/frames.py", "results/report.py", "results/batch.py"}
"""Modules that name pandas in annotations only."""


def test_no_code_reads_the_clock_or_draws_unseeded() -> None:
    assert not [name(path) for path in MODULES if CLOCKS.search(path.read_text(encoding="utf-8"))]


def test_nothing_fetches() -> None:
    assert not [name(path) for path in MODULES if "urllib.request" in path.read_text(encoding="utf-8")]


def test_no_file_above_three_hundred_lines() -> None:
    assert not {name(path): n for path in MODULES if (n := len(path.read_text().splitlines())) > 300}


def test_no_function_above_sixty_lines() -> None:
    long = {}
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno > 60:
                long[f"{name(path)}:{node.name}"] = node.lineno
    assert not long


HEAVY = {"pandas", "pyarrow", "duckdb", "scipy", "sklearn", "jinja2"}


def loaded(*arguments: str) -> set[str]:
    code = (
        f"import sys; sys.argv = ['reachcheck', *{arguments!r}]\n"
        "from reachcheck.cli.app import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(*sorted(m.split('.')[0] for m in sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("--version",),
        ("analyze", "--help"),
        ("rules",),
        ("analyze", str(ROOT / "data/samples/new-account")),
        ("analyze", str(ROOT / "data/samples/new-account"), "-f", "json"),
    ],
    ids=" ".join,
)
def test_start_up_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    modules = loaded(*arguments)
    assert "reachcheck" in modules
    assert not modules & HEAVY


def test_version_loads_neither_typer_nor_numpy() -> None:
    assert not loaded("--version") & {"typer", "numpy", "rich"}
