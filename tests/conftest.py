"""Shared fixtures: where the samples and the optional public data sets are."""

import datetime
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "data" / "samples"


settings.register_profile(
    "same",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
    database=None,
    max_examples=40,
)
settings.register_profile("explore", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
"""The same examples in every run, on machines of any speed; HYPOTHESIS_PROFILE=explore looks for new ones."""


@pytest.fixture(scope="session")
def samples() -> Path:
    return SAMPLES


@pytest.fixture(scope="session")
def shared_data() -> Path:
    folder = Path(os.environ.get("REACHCHECK_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"the public data sets are not at {folder}; set REACHCHECK_DATA")
    return folder


@pytest.fixture
def inside(monkeypatch, capfd) -> Callable[..., tuple[int, str, str]]:
    """Run reachcheck in this process; gives exit code, standard output and standard error."""

    def go(*args: str) -> tuple[int, str, str]:
        from reachcheck.cli.app import main

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
def connections(tmp_path: Path) -> Path:
    """A copy of one's data from LinkedIn, with 37 connections that came on as many days."""
    table = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    for i in range(37):
        day = datetime.date(2025, 1, 6) + datetime.timedelta(days=9 * i)
        table += f"P{i},Q{i},https://www.linkedin.com/in/p{i}-q{i},,,,{day:%d %b %Y}\n"
    folder = tmp_path / "linkedin"
    folder.mkdir()
    (folder / "Connections.csv").write_text(f'Notes:\n"Some addresses are missing."\n\n{table}', encoding="utf-8")
    return folder


@pytest.fixture
def few(samples: Path) -> str:
    """A small sample."""
    return str(samples / "new-account")
