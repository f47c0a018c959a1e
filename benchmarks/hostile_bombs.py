"""Files that ask for more than they give, each inspected as a user would: what is said, how long, how much memory.

    python benchmarks/hostile_bombs.py [kind ...]

Each file is read by `python -m reachcheck inspect` in a process of its own with an address space of 2 GB, in an empty
folder that is also its TMPDIR and HOME: what is written there is counted. Memory is the largest resident set of that
process or of any that it started; seconds are wall time with the start of Python, and beside them the computing time of
all those processes, which says more on a busy machine. The first line is an ordinary table. The goal: refused by name
in under 1 s (computing) and 200 MB, with nothing written.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import reachcheck

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "hostile"))

from bombs_made import BOMBS, Bomb

SPACE = 2 << 30
SECONDS, MEGABYTES = 1.0, 200


@dataclass(frozen=True)
class Outcome:
    """What came of one file."""

    code: int
    said: str
    seconds: float
    computing: float
    megabytes: float
    written: int


def inspected(bomb: Bomb, folder: Path) -> Outcome:
    """Inspect one file in an empty folder."""
    place, scratch = folder / bomb.file, folder / "scratch"
    place.write_bytes(bomb.make())
    scratch.mkdir()
    source = str(Path(reachcheck.__file__).parents[1])
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": source, "TMPDIR": str(scratch), "HOME": str(scratch)}
    command = [sys.executable, "-B", "-m", "reachcheck", "inspect", str(place)]
    begun = time.perf_counter()
    child = subprocess.Popen(
        command, cwd=scratch, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=_limit
    )
    assert child.stderr is not None
    said = child.stderr.read().decode()
    _, status, used = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - begun
    child.returncode = os.waitstatus_to_exitcode(status)
    child.stderr.close()
    written = sum(file.stat().st_size + 1 for file in scratch.rglob("*"))
    first = said.splitlines()[0] if said else ""
    computing = used.ru_utime + used.ru_stime
    return Outcome(child.returncode, first, seconds, computing, used.ru_maxrss / 1024, written)


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (SPACE, SPACE))


def fine(outcome: Outcome) -> bool:
    """Whether the goal is met."""
    refused = outcome.code in (2, 3) and outcome.said.startswith("error: ")
    return refused and outcome.computing < SECONDS and outcome.megabytes < MEGABYTES and not outcome.written


def _line(bomb: Bomb) -> Outcome:
    with tempfile.TemporaryDirectory() as folder:
        outcome = inspected(bomb, Path(folder))
        size = (Path(folder) / bomb.file).stat().st_size
    times = f"{outcome.seconds:>5.2f} {outcome.computing:>5.2f}"
    figures = f"{size:>9} {outcome.code:>4} {times} {outcome.megabytes:>5.0f} {outcome.written:>7}"
    print(f"{bomb.kind:<32} {figures}  {outcome.said.removeprefix('error: ')}")
    return outcome


def main() -> None:
    """Print the table."""
    wanted = sys.argv[1:]
    print(f"{'kind':<32} {'bytes':>9} {'exit':>4} {'s':>5} {'cpu':>5} {'MB':>5} {'written':>7}  message")
    _line(Bomb("(an ordinary table)", "a.csv", lambda: b"handle,followed at\nann,2025-01-01\n", ()))
    outcomes = [_line(bomb) for bomb in BOMBS if not wanted or bomb.kind in wanted]
    met = sum(map(fine, outcomes))
    goal = f"refused by name, under {SECONDS:.0f} s of computing and {MEGABYTES} MB, nothing written"
    print(f"{goal}: {met} of {len(outcomes)}")


if __name__ == "__main__":
    main()
