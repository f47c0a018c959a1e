"""The plug-in beside reachcheck: it is found, it reads its files, its rule is told and weighs nothing."""

from pathlib import Path

import pytest

import reachcheck

NEIGHBOURS = "Neighbour,Moved in\n" + "".join(f"n{i},2026-01-{i + 1:02}\n" for i in range(20))
NOTICES = "Notice,Pinned on,Nods,Replies\n1,2026-01-05,7,2\n2,2026-03-30,9,0\n"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    (tmp_path / "plaza_neighbours.csv").write_text(NEIGHBOURS, encoding="utf-8")
    (tmp_path / "plaza_notices.csv").write_text(NOTICES, encoding="utf-8")
    return tmp_path


def test_its_files_are_read_with_every_row(export: Path) -> None:
    results = reachcheck.analyze(export, plugins=True)
    assert {source.reader for source in results.sources} == {"plaza"}
    assert [(source.rows_read, source.rows_kept) for source in results.sources] == [(20, 20), (2, 2)]


def test_two_posts_in_thirteen_weeks_are_flagged_with_an_innocent_reading(export: Path) -> None:
    results = reachcheck.analyze(export, plugins=True)
    (finding,) = (found for found in results.findings if found.code == "WEEKS-101")
    assert (finding.status, finding.observed.params) == ("flagged", {"k": 2.0, "n": 13.0})
    assert len(finding.innocent) == 2


def test_the_report_in_one_line(export: Path) -> None:
    results = reachcheck.analyze(export, plugins=True)
    line = reachcheck.render(results, format="line", plugins=True)
    assert line.startswith("count ") and line.count("\n") == 1
