"""The template that a plug-in is started from: installed by pip as anybody would, its own tests pass."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from installed import ROOT, TEMPLATE

pytestmark = pytest.mark.slow


def test_pip_installs_it_and_its_own_tests_pass(tmp_path: Path) -> None:
    site = tmp_path / "site"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(site), str(TEMPLATE)]
    subprocess.run(pip, check=True, timeout=600)
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(site), str(ROOT / "src")]), "PYTHONIOENCODING": "utf-8"}
    asked = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "-o", "addopts=", "--rootdir", str(TEMPLATE)]
    tests = [sys.executable, *asked, str(TEMPLATE / "tests")]
    done = subprocess.run(tests, capture_output=True, text=True, env=env, cwd=tmp_path, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "3 passed" in done.stdout
    rules = [sys.executable, "-m", "reachcheck", "rules", "--plugins"]
    told = subprocess.run(rules, capture_output=True, encoding="utf-8", env=env, cwd=tmp_path, timeout=60, check=True)
    assert "WEEKS-101" in told.stdout
