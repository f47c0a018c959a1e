"""What `reachcheck inspect` reads of the fixture of each variant: one line each.

Run: python benchmarks/exports.py [NAME...]
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

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
    print(f"{variant.name:<40} {0:>4}  {read:>5} {kept:>5} {read - kept:>5}  {_tables(seen)}; {_facts(seen)}")
    return False


def _facts(seen: dict[str, Any]) -> str:
    """Whose it is, of which day, what the lists and posts can know, how many remarks, what was not opened."""
    people = seen["people"]
    facts = [f"{person['handle'] or '-'} on {person['platform'] or '-'}" for person in people[:1]]
    facts += [f"{len(people)} people"] if len(people) > 1 else [f"as of {people[0]['as_of']}"] if people else []
    windows = [window for window in seen["coverage"] if window["table"] in ("edges", "posts")]
    facts += sorted({f"{window['direction'] or 'posts'}: {window['completeness']}" for window in windows})
    remarks = sum(len(source["warnings"]) for source in seen["sources"])
    return ", ".join([*facts, f"{remarks} remarks", f"{len(seen['never_opened'])} never opened"])


def _tables(seen: dict[str, Any]) -> str:
    found = []
    for name, counts in seen["tables"].items():
        parts = [f"{n} {way}" for way, n in counts.items() if n and way != "rows"]
        if counts["rows"]:
            found.append(f"{name} {counts['rows']}" + (f" ({', '.join(parts)})" if parts else ""))
    return ", ".join(found)


if __name__ == "__main__":
    main(sys.argv[1:])
