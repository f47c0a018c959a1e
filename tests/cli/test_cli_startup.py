"""What is loaded for what: help and small reports stay light."""

import os
import subprocess
import sys

import pytest

import reachcheck

HEAVY = ("pandas", "pyarrow", "duckdb", "scipy", "sklearn", "jinja2", "python_calamine")
PROBE = """
import sys
sys.argv = ["reachcheck", *{args!r}]
from reachcheck.cli.app import main
try:
    main()
except SystemExit:
    pass
print("LOADED", *sorted(name for name in sys.modules if "." not in name), file=sys.stderr)
"""


def _loaded(*args):
    done = subprocess.run(
        [sys.executable, "-c", PROBE.format(args=list(args))],
        capture_output=True, text=True, encoding="utf-8", env={**os.environ, "PYTHONIOENCODING": "utf-8"}, check=True,
    )  # fmt: skip
    return set(done.stderr.partition("LOADED")[2].split())


@pytest.mark.parametrize(
    "args", [("--help",), ("analyze", "--help"), ("batch", "--help"), ("simulate", "--help"), ("schema", "report")]
)
def test_help_loads_nothing_heavy(args):
    loaded = _loaded(*args)
    assert loaded.isdisjoint({*HEAVY, "numpy", "rich"})


def test_version_is_answered_before_typer_is_loaded():
    loaded = _loaded("--version")
    assert loaded.isdisjoint({*HEAVY, "numpy", "rich", "typer", "click"})


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_a_small_report_loads_numpy_and_nothing_heavier(few, form):
    loaded = _loaded("analyze", few, "-f", form)
    assert "numpy" in loaded
    assert loaded.isdisjoint({*HEAVY, "rich"})


def test_version(run):
    done = run("--version")
    assert done.stdout.decode().strip() == f"reachcheck {reachcheck.__version__}"
    assert (done.returncode, done.stderr) == (0, b"")


def test_version_among_other_options(run):
    done = run("--version", "--help")
    assert done.returncode == 0


def test_threads_are_limited_unless_the_user_says_otherwise(inside, monkeypatch):
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    inside("--version")
    assert os.environ["OPENBLAS_NUM_THREADS"] == "1"


@pytest.mark.parametrize(
    "command", ["analyze", "batch", "inspect", "exports", "rules", "explain", "demo", "simulate", "schema"]
)
def test_every_command_teaches_by_example(run, command):
    done = run(command, "--help")
    assert done.returncode == 0
    assert f"reachcheck {command}" in done.stdout.decode()


def test_no_arguments_show_the_help(run):
    done = run()
    assert done.returncode in (0, 2)
    assert "Exit codes: 0 done whatever the verdict" in (done.stdout + done.stderr).decode()
