"""The README says what happens: its two commands are those that are run, its report is the real one."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pages import PAGES, README, ROOT, blocks, commands

EXAMPLES = {
    ("analyze", "Connections.csv"),
    ("analyze", "instagram-export.zip"),
    ("analyze", "my-folder/"),
    ("compare", "march.zip", "september.zip"),
    ("compare", "march/", "september/", "-o", "compared.html"),
    ("compare", "march/", "september/", "-o", "compared.md"),
    ("analyze", "my-folder/", "-f", "csv", "-o", "tables/"),
    ("analyze", "my-folder/", "-o", "report.html"),
    ("analyze", "my-folder/", "-o", "report.md"),
    ("analyze", "posts.csv", "--map", "likes=J'aime", "-f", "json", "-o", "report.json"),
    ("inspect", "my-folder/"),
    ("inspect", "my-table.csv"),
    ("inspect", "my-table.csv", "--as", "posts", "--map", "likes=Coeurs", "--map", "published_at=Jour"),
    ("inspect", "my-table.csv", "--as", "posts", "--map", "likes=Coeurs", "--save-map", "my-tool.toml"),
    ("analyze", "next-table.csv", "--map", "my-tool.toml"),
    ("analyze", "export.zip", "--events", "what-happened.csv"),
    ("analyze", "my-folder/", "--events", "happened.csv"),
    ("batch", "candidates/", "-o", "scores.csv"),
    ("batch", "candidates/", "--replies", "replies/", "-o", "scores.csv"),
    ("analyze", "my-folder/", "--need", "notoriety"),
    ("analyze", "my-folder/", "--what-if"),
    ("analyze", "my-folder/", "--need", "our-need.toml", "--weights", "file"),
    ("batch", "candidates/", "--need", "our-need.toml", "-o", "fit.csv"),
    ("review", "my-folder/", "--marks", "sheet.csv", "--learn", "mine.json"),
    ("reply", "my-folder/", "-o", "reply.csv"),
    ("reply", "my-export/", "-o", "reply.csv"),
    ("analyze", "my-export/", "--reply", "reply.csv"),
    ("review", "my-folder/", "--n", "50", "-o", "sheet.csv"),
    ("analyze", "my-folder/", "--marks", "sheet.csv"),
    ("explain", "WEEKS-101", "--plugins"),
    ("analyze", "my-export/", "--plugins"),
    ("batch", "bought/candidates/", "-o", "scores.csv"),
    ("inspect", "instagram-ada-2026-02-04-AbCdEfGh.zip"),
    ("analyze", "instagram-ada-2026-02-04-AbCdEfGh.zip"),
    ("analyze", "AggregateAnalytics_Ada.xlsx", "Connections.csv"),
}
"""Commands about files of the reader's own: only their options can be checked."""

SHOWN = {command for page in PAGES for command in commands(page)}
RUN = sorted(SHOWN - EXAMPLES)
INSTALL, TEST = (block.removesuffix("\n") for block in blocks(README, "sh"))


def reachcheck(*args: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "utf8", "-m", "reachcheck", *args]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=False, cwd=cwd)


def test_the_two_commands_are_one_line_each() -> None:
    assert "\n" not in INSTALL + TEST
    assert INSTALL.startswith("python3 -m venv .venv && ") and INSTALL.endswith("reachcheck demo")
    assert TEST.endswith("-m pytest")


def test_a_bare_machine_runs_these_commands() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert re.search(r"^for number in 1 2; do$", script, re.MULTILINE)
    assert 'command=$(readme_command "$number")' in script and 'bash -euc "$command"' in script


@pytest.mark.skipif(not (shutil.which("bash") and shutil.which("awk")), reason="needs bash and awk")
@pytest.mark.parametrize(("number", "expected"), [(1, INSTALL), (2, TEST)])
def test_a_bare_machine_reads_these_commands(number: int, expected: str) -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    function = next(line for line in script.splitlines() if line.startswith("readme_command()"))
    found = subprocess.run(
        ["bash", "-euc", f"{function}; readme_command {number}"], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert found.stdout.removesuffix("\n") == expected


def test_the_report_shown_is_the_report() -> None:
    (shown,) = blocks(README, "text")
    real = reachcheck("demo")
    assert real.returncode == 0, real.stderr
    assert real.stdout.startswith(shown.split("...\n")[0])
    place = 0
    for passage in filter(None, shown.split("...\n")):
        place = real.stdout.find(passage, place)
        assert place >= 0, f"the demo does not print:\n{passage}"
        place += len(passage)


@pytest.mark.parametrize("command", RUN, ids=" ".join)
def test_commands_on_samples_work(command: tuple[str, ...], tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data" / "samples", tmp_path / "data" / "samples")
    done = reachcheck(*command, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", sorted(EXAMPLES), ids=" ".join)
def test_commands_on_files_of_ones_own_have_these_options(command: tuple[str, ...]) -> None:
    assert command in SHOWN, "no page shows it any more"
    help_text = reachcheck(command[0], "--help").stdout
    options = [word for word in command[1:] if word.startswith("-")]
    assert not [option for option in options if not re.search(rf"{re.escape(option)}\b", help_text)]
