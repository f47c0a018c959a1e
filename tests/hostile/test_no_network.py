"""Nothing reaches for a network: it works the same where there is none, and no call for one is ever made."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from bombs_made import book

COMMANDS = (
    ("analyze", "{samples}/nathan-3000"),
    ("analyze", "{samples}/new-account", "-f", "json"),
    ("inspect", "{samples}/circle-594"),
    ("inspect", "{book}"),
    ("batch", "{samples}"),
    ("demo",),
)


Done = subprocess.CompletedProcess[bytes]


def ran(before: Sequence[str], command: Sequence[str], folder: Path, samples: Path) -> Done:
    path = folder / "book.xlsx"
    path.write_bytes(book('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'))
    arguments = [part.format(samples=samples, book=path) for part in command]
    line = [*before, sys.executable, "-m", "reachcheck", *arguments]
    return subprocess.run(line, capture_output=True, env={**os.environ, "NO_COLOR": "1"}, timeout=300, check=False)


def may(*command: str) -> bool:
    """Whether the system has a program, and lets it do this."""
    found = shutil.which(command[0]) is not None
    return found and subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_without_any_network_everything_is_the_same(command: Sequence[str], samples: Path, tmp_path: Path) -> None:
    if not may("unshare", "-rn"):
        pytest.skip("no network namespaces here: `unshare -rn` is missing or not allowed")
    alone, usual = (ran(before, command, tmp_path, samples) for before in (("unshare", "-rn"), ()))
    assert (alone.returncode, alone.stdout, alone.stderr) == (usual.returncode, usual.stdout, usual.stderr)
    assert alone.stdout or alone.returncode == 3


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_call_for_a_network_is_made(command: Sequence[str], samples: Path, tmp_path: Path) -> None:
    if not may("strace", "-f", "-o", "/dev/null"):
        pytest.skip("no system calls can be watched here: `strace` is missing or not allowed")
    log = tmp_path / "calls"
    watch = ("strace", "-f", "-e", "trace=%network,execve", "-o", str(log))
    assert ran(watch, command, tmp_path, samples).returncode in (0, 3)
    calls = log.read_text()
    assert "execve(" in calls
    assert [line for line in calls.splitlines() if "AF_INET" in line] == []
