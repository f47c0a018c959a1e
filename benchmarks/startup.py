"""How much CPU time the commands take to start and run, beside ``import pandas``; run by a person, prints a table.

    python benchmarks/startup.py [runs]

CPU seconds (user and system, children included) of whole processes, in turn, medians. On a shared machine only the
ratios mean anything.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROWS = 200
PYTHON = sys.executable
RUN = [PYTHON, "-m", "reachcheck"]


def sheet(folder: Path) -> Path:
    """A CSV of 200 posts."""
    path = folder / "posts.csv"
    rows = [f"p{n},2026-01-{n % 28 + 1:02d},{n % 37 + 3},{n % 5},{n * 7 % 900 + 100}" for n in range(ROWS)]
    path.write_text("\n".join(["post,date,likes,comments,reach", *rows]) + "\n", encoding="utf-8")
    return path


def cpu(command: list[str]) -> float:
    """CPU seconds of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as folder:
        path = str(sheet(Path(folder)))
        commands = {
            "import pandas": [PYTHON, "-c", "import pandas"],
            "python": [PYTHON, "-c", "pass"],
            "--version": [*RUN, "--version"],
            "--help": [*RUN, "--help"],
            f"analyze {ROWS} rows": [*RUN, "analyze", path],
            f"analyze {ROWS} rows -f json": [*RUN, "analyze", path, "-f", "json"],
        }
        seen: dict[str, list[float]] = {name: [] for name in commands}
        for turn in range(runs + 1):
            for name, command in commands.items():
                seconds = cpu(command)
                if turn:
                    seen[name].append(seconds)
    base = statistics.median(seen["import pandas"])
    print(f"{'command':28}{'CPU s (median)':>16}{'min':>8}{'max':>8}{'x import pandas':>18}")
    for name, times in seen.items():
        middle = statistics.median(times)
        print(f"{name:28}{middle:16.3f}{min(times):8.3f}{max(times):8.3f}{middle / base:18.2f}")


if __name__ == "__main__":
    main()
