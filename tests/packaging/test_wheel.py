"""What a newcomer gets from the wheel: all that the commands need, and nothing of the tests."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"
SHIPPED = {
    path.relative_to(SOURCE).as_posix()
    for path in SOURCE.rglob("*")
    if path.is_file() and "__pycache__" not in path.parts and ".egg-info" not in str(path)
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", str(ROOT), "--no-deps", "--quiet", "--wheel-dir", str(folder)]
    subprocess.run(command, check=True, timeout=600)
    (built,) = folder.glob("reachcheck-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "pip", "install", "--no-deps", "--quiet", "--target", str(folder), str(wheel)]
    subprocess.run(command, check=True, timeout=600)
    return folder


def names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as packed:
        return packed.namelist()


def run(installed: Path, outside: Path, *args: str) -> str:
    env = {**os.environ, "PYTHONPATH": str(installed), "PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "error"}
    command = [sys.executable, *args]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=env, cwd=outside, timeout=120, check=True)
    assert done.stderr == ""
    return done.stdout


def test_it_holds_what_the_commands_need(wheel: Path) -> None:
    held = names(wheel)
    assert SHIPPED - set(held) == set()
    assert {"reachcheck/py.typed", "reachcheck/locale/fr.toml", "reachcheck/method/1.toml"} <= SHIPPED
    for sample in sorted((ROOT / "data" / "samples").iterdir()):
        if sample.is_dir():
            assert {f"reachcheck/samples/{sample.name}/{file.name}" for file in sample.iterdir()} <= set(held)


def test_it_holds_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in names(wheel)}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"reachcheck"}
    assert not [name for name in names(wheel) if re.search(r"(^|/)tests?(_|/)|__pycache__", name.lower())]
    assert len(names(wheel)) == len(set(names(wheel)))


def test_it_names_its_licence_and_what_it_needs(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        (metadata,) = (name for name in packed.namelist() if name.endswith(".dist-info/METADATA"))
        text = packed.read(metadata).decode()
    assert "License-Expression: Apache-2.0" in text
    assert "Requires-Python: >=3.11" in text
    assert "DEMO_OUTPUT" not in text
    assert any(name.endswith("/licenses/LICENSE") for name in names(wheel))


def test_the_installed_code_is_what_runs(installed: Path, tmp_path: Path) -> None:
    found = run(installed, tmp_path, "-c", "import reachcheck; print(reachcheck.__file__)")
    assert Path(found.strip()).is_relative_to(installed)


def test_the_demo_runs_outside_any_checkout(installed: Path, tmp_path: Path) -> None:
    text = run(installed, tmp_path, "-m", "reachcheck", "demo")
    assert text.index("GENUINE COMMUNITY") < text.index("INFLATED COUNT")
    assert "NON ÉVALUABLE" in run(installed, tmp_path, "-m", "reachcheck", "demo", "new-account", "--lang", "fr")


def test_other_commands_find_their_files(installed: Path, tmp_path: Path) -> None:
    assert "reachcheck-report/1" in run(installed, tmp_path, "-m", "reachcheck", "schema", "report")
    assert "GRO101" in run(installed, tmp_path, "-m", "reachcheck", "rules")
    assert "LinkedIn" in run(installed, tmp_path, "-m", "reachcheck", "exports", "--lang", "fr")
