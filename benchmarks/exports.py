"""What `reachcheck inspect` reads of the fixture of each variant: one line each.

Run: python benchmarks/exports.py [NAME...]
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).parent.parent / "tests"
sys.path[:0] = [str(TESTS / "exports"), str(TESTS / "readers")]

from variants import Variant, variants


def main(names: list[str]) -> None:
    """Print the table; the process ends with 1 where a variant cannot be read."""
    failed = 0
    print(f"{'variant':<40} {'exit':>4}  {'rows':>5} {'kept':>5} {'rep.':>5}  tables, and what else was found")
    for variant in variants().values():
        if not names or variant.name in names:
            failed += _line(variant)
    sys.exit(1 if failed else 0)


def _line(variant: Variant) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        target = variant.write(Path(folder))
        command = [sys.executable, "-m", "reachcheck", "inspect", str(target), "-f", "json"]
        done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        print(f"{variant.name:<40} {done.returncode:>4}  {done.stderr.strip().splitlines()[0]}")
        return True
    seen = json.loads(done.stdout)
    sources = seen["sources"]
    read, kept = (sum(source[f"rows_{what}"] for source in sources) for what in ("read", "kept"))
    print(f"{variant.name:<40} {0:>4}  {read:>5} {kept:>5} {read - kept:>5}  {_tables(seen)}")
    return False


def _tables(seen: dict[str, dict[str, dict[str, int]]]) -> str:
    found = []
    for name, counts in seen["tables"].items():
        parts = [f"{n} {way}" for way, n in counts.items() if n and way != "rows"]
        if counts["rows"]:
            found.append(f"{name} {counts['rows']}" + (f" ({', '.join(parts)})" if parts else ""))
    return ", ".join(found)


if __name__ == "__main__":
    main(sys.argv[1:])
