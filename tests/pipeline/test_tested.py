"""How often labels and flags err: told of files that have what the invented profiles had, and of no others."""

import pytest

from build import Direction, Table, days, dossier, followers, posts, responses
from reachcheck.pipeline import analyze
from reachcheck.results.verdict import Verdict
from reachcheck.simulate.as_read import as_read
from reachcheck.simulate.worlds import profile

ALL = (
    "daily",
    "followers_dated",
    "followers_created",
    "followers_figures",
    "following",
    "posts_likes",
    "posts_comments",
    "responses",
)


def verdict(count: int, exports: tuple[str, ...]) -> Verdict:
    (found,) = analyze(as_read([profile("quiet-expert", 7, count)], exports))
    return found.verdict


def test_with_all_exports_nothing_is_lacking() -> None:
    found = verdict(400, ("followers", "following", "posts", "responses", "daily"))
    assert (found.label, found.tested_without) == ("genuine community", ())
    assert found.error_rate is not None


@pytest.mark.parametrize(
    ("gone", "lacks"),
    [
        ("daily", ("daily",)),
        ("followers", ("followers_dated", "followers_created", "followers_figures")),
        ("following", ("following",)),
        ("posts", ("posts_likes", "posts_comments")),
        ("responses", ("responses",)),
    ],
)
def test_without_an_export_no_rate_is_claimed(gone: str, lacks: tuple[str, ...]) -> None:
    kept = tuple(e for e in ("followers", "following", "posts", "responses", "daily") if e != gone)
    found = verdict(400, kept)
    assert (found.tested_without, found.error_rate) == (lacks, None)


def test_of_an_account_so_large_that_nobody_names_who_responded_that_is_not_asked() -> None:
    assert verdict(29_000, ("followers", "following", "posts", "daily")).tested_without == ("responses",)
    assert verdict(30_000, ("followers", "following", "posts", "daily")).tested_without == ()


def lacking(*tables: Table) -> tuple[str, ...]:
    (found,) = analyze(dossier(*tables))
    return found.verdict.tested_without


def test_names_alone_lack_all_the_rest() -> None:
    assert lacking(followers(["a", "b"])) == ALL
    dated = followers(["a", "b"], since=["2026-01-01", None], created_at=[None, "2020-01-01"])
    other = followers(["c"], direction=Direction.OUT)
    more = (days("2026-01-01", [1.0, 2.0]), posts(["2026-01-01"], likes=[1.0]), responses([("a", "1")]), other)
    assert lacking(dated, *more) == ("followers_figures", "posts_comments"), "comments are not there"
