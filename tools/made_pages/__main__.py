"""Makes the pages: `python tools/made_pages`, or with `--check` says which are not as they would be made.

With `tested` it makes the page on the tests instead, which takes a minute and is compared by nobody.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"


def main(check: bool, counting: bool) -> int:
    """Write the pages, or name those that differ."""
    pages = _counted() if counting else _made()
    stale = [path for path, text in pages.items() if _read(path) != text]
    for path in stale:
        print(path)
        if not check:
            (DOCS / path).parent.mkdir(parents=True, exist_ok=True)
            (DOCS / path).write_text(pages[path], encoding="utf-8")
    return int(check and bool(stale))


def _made() -> dict[str, str]:
    from made_pages.all import made

    return made()


def _counted() -> dict[str, str]:
    from made_pages import tested

    return dict(tested.pages())


def _read(path: str) -> str | None:
    return (DOCS / path).read_text(encoding="utf-8") if (DOCS / path).exists() else None


if __name__ == "__main__":
    sys.path[0] = str(ROOT / "tools")
    sys.path.insert(0, str(ROOT / "src"))
    sys.exit(main("--check" in sys.argv, "tested" in sys.argv))
