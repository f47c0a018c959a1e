"""Makes the pages: `python tools/made_pages`, or with `--check` says which are not as they would be made."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"


def main(check: bool) -> int:
    """Write the pages, or name those that differ."""
    from made_pages.all import made

    pages = made()
    stale = [path for path, text in pages.items() if _read(path) != text]
    for path in stale:
        print(path)
        if not check:
            (DOCS / path).parent.mkdir(parents=True, exist_ok=True)
            (DOCS / path).write_text(pages[path], encoding="utf-8")
    return int(check and bool(stale))


def _read(path: str) -> str | None:
    return (DOCS / path).read_text(encoding="utf-8") if (DOCS / path).exists() else None


if __name__ == "__main__":
    sys.path[0] = str(ROOT / "tools")
    sys.path.insert(0, str(ROOT / "src"))
    sys.exit(main("--check" in sys.argv))
