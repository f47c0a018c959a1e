"""How the commands are run: as a user runs them, and inside the test where something has to be put in their way."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reachcheck.cli.app import main

Run = Callable[..., subprocess.CompletedProcess]


@pytest.fixture
def run() -> Run:
    """Run reachcheck in a process of its own; text in, text out, as UTF-8 unless the environment says otherwise."""

    def go(*args: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess:
        names = {"PATH", "HOME", "SYSTEMROOT", "TEMP", "COVERAGE_PROCESS_START", "PYTHONPATH"}
        kept = {name: value for name, value in os.environ.items() if name in names}
        env = {**kept, "PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "error", **environment}
        command = [sys.executable, "-m", "reachcheck", *args]
        return subprocess.run(command, input=stdin, capture_output=True, env=env, timeout=120, check=False)

    return go


@pytest.fixture
def inside(monkeypatch, capfd) -> Callable[..., tuple[int, str, str]]:
    """Run reachcheck in this process; gives exit code, standard output and standard error."""

    def go(*args: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["reachcheck", *args])
        monkeypatch.setenv("OPENBLAS_NUM_THREADS", os.environ.get("OPENBLAS_NUM_THREADS", "1"))
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = capfd.readouterr()
        return code, out, err

    return go


@pytest.fixture
def few(samples: Path) -> str:
    """A small sample."""
    return str(samples / "new-account")
