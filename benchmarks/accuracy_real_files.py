"""Which verdict comes out of real files of which nobody knows the truth: none should be an inflated count.

    REACHCHECK_DATA=FOLDER python benchmarks/accuracy_real_files.py

FOLDER is laid out as docs/accuracy.md says. What is not assessable is printed with what the report names as missing.
"""

import os
from collections import Counter
from pathlib import Path

import accuracy_engagement as engagement

import reachcheck
from reachcheck.pipeline import analyze
from reachcheck.results.report import Results

DATA = Path(os.environ.get("REACHCHECK_DATA", "../shared/data"))


def told(name: str, results: Results) -> None:
    verdict, flagged = results.verdict, [f.code for f in results.findings if f.status == "flagged"]
    reach = (
        "no count" if results.real_reach is None else f"{results.real_reach.low:.0f} to {results.real_reach.high:.0f}"
    )
    missing = ", ".join(each.export for each in verdict.missing[:4])
    print(f"{name:24}{verdict.label:20}{reach:16}flagged {' '.join(flagged) or 'none':14} missing {missing}")


def main() -> None:
    told("linkedin year", reachcheck.analyze(DATA / "exports" / "linkedin_content_year.xlsx"))
    for name, columns in engagement.PAGES.items():
        told(name, reachcheck.analyze(DATA / "engagement" / f"{name}.csv", columns=columns))
    everybody = analyze(engagement.dossiers(engagement.accounts()))
    labels = Counter(each.verdict.label for each in everybody)
    codes = Counter(f.code for each in everybody for f in each.findings if f.status == "flagged")
    missing = Counter(one.export for each in everybody for one in each.verdict.missing)
    print(f"700 accounts, posts alone: {dict(labels)}; flagged {dict(codes)}; missing {missing.most_common(4)}")


if __name__ == "__main__":
    main()
