"""Whoever builds a release gets the same bytes: at another time, in another folder, with other permissions."""

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
BUILD = "import sys; from hatchling import build as b; b.build_sdist(sys.argv[1]); b.build_wheel(sys.argv[1])"
LEFT = shutil.ignore_patterns(".git", ".venv", "build", "dist", "__pycache__", ".*_cache", ".hypothesis", ".coverage*")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """What two builds of two copies made."""
    folder = tmp_path_factory.mktemp("twice")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(folder / "hatch"), "hatchling"]
    subprocess.run(pip, check=True, timeout=600)
    for name, mode, time in (("one", 0o644, 1_700_000_000), ("another", 0o600, 1_600_000_000)):
        copy = folder / name
        shutil.copytree(ROOT, copy, ignore=LEFT)
        for path in (each for each in copy.rglob("*") if each.is_file() and each.parent.name != ".ci"):
            path.chmod(mode)
            os.utime(path, (time, time))
        env = {**os.environ, "PYTHONPATH": str(folder / "hatch"), "SOURCE_DATE_EPOCH": "1767225600"}
        made = [sys.executable, "-c", BUILD, str(folder / f"of-{name}")]
        subprocess.run(made, check=True, timeout=600, cwd=copy, env=env, capture_output=True)
    return folder / "of-one", folder / "of-another"


def test_two_builds_have_the_same_bytes(built: tuple[Path, Path]) -> None:
    one, another = ({p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in each.iterdir()} for each in built)
    assert len(one) == 2
    assert one == another


def test_the_source_holds_what_its_tests_ask_for(built: tuple[Path, Path]) -> None:
    (packed,) = built[0].glob("*.tar.gz")
    with tarfile.open(packed) as source:
        held = {name.partition("/")[2] for name in source.getnames()}
    wanted = {
        "mkdocs.yml",
        ".importlinter",
        ".ci/run",
        "tools/made_pages/all.py",
        "docs/plugins/template/pyproject.toml",
    }
    assert wanted <= held
    assert not [name for name in held if "__pycache__" in name or name.startswith((".git/", "build/"))]
