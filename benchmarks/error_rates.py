"""The shipped error rates (`facts/error_rates.toml`), from the lines that `accuracy_growth.py alarms` printed.

    python benchmarks/error_rates.py LINES > src/reachcheck/facts/error_rates.toml

For each kind of knowledge and size: the world in which most honest years are flagged. Apart from them, as `unseen`,
the worst of the worlds in which people come by ways that no figure shows: nothing tells those from a purchase.
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

KNOWN = {
    "visits, reach, posts, events": "visits",
    "visits": "visits",
    "reach, posts, events": "named",
    "reach, posts": "reach",
    "reach, levels alone": "reach",
    "posts": "posts",
}
ORDER = ("visits", "named", "reach", "posts")
UNSEEN = ("first: nobody saw it", "third: elsewhere", "third: newsletter", "fourth: starter packs")
LINE = re.compile(r"(.+?) \| ([\d,]+)-([\d,]+) \| (.+?)\s+([\d.]+)\s+\[([\d.]+), ([\d.]+)\]\s+n (\d+)")


def main() -> None:
    cells = defaultdict(list)
    for text in Path(sys.argv[1]).read_text("utf-8").splitlines():
        if (found := LINE.fullmatch(text.strip())) and found[1] in KNOWN:
            sizes = tuple(int(end.replace(",", "")) for end in found.group(2, 3))
            rates = tuple(round(float(rate) / 100, 4) for rate in found.group(5, 6, 7))
            cells[KNOWN[found[1]], sizes].append((*rates, int(found[8]), found[4]))
    print("# How often a rule flags honest profiles: the worst of the worlds of four generators of invented years.")
    print("# Written by benchmarks/error_rates.py from what benchmarks/accuracy_growth.py measured.")
    for (known, sizes), worlds in sorted(cells.items(), key=lambda cell: (ORDER.index(cell[0][0]), cell[0][1])):
        share, low, high, n, world = max(each for each in worlds if each[4] not in UNSEEN)
        unseen = max(each[0] for each in worlds if each[4] in UNSEEN)
        told = len({each[4] for each in worlds if each[4] not in UNSEEN})
        print(f'\n[[GRO101]]\nknown = "{known}"\nsizes = {list(sizes)}\nworld = "{world}"')
        print(f"share = {share}\nlow = {low}\nhigh = {high}\nn = {n}\nworlds = {told}\nunseen = {unseen}")


if __name__ == "__main__":
    main()
