"""How often rules err, as shipped: whole, in order, and found for the right account."""

import pytest

from reachcheck.facts.error_rates import FOUNDED_ON, founded_on, rates, worst

SIZES = [(30, 300), (300, 3_000), (3_000, 30_000), (30_000, 1_000_000)]


def test_every_kind_of_knowledge_has_every_size() -> None:
    assert {(r.code, r.known, r.start, r.end) for r in rates()} == {
        ("GRO101", known, start, end) for known in FOUNDED_ON for start, end in SIZES
    }


def test_a_rate_lies_in_its_interval_and_is_of_many_worlds() -> None:
    for rate in rates():
        assert 0 <= rate.worst.low <= rate.worst.share <= rate.worst.high <= 1
        assert 0 <= rate.worst.unseen <= 1
        assert rate.worst.n >= 100
        assert rate.worst.worlds >= 20


@pytest.mark.parametrize(
    ("kinds", "known"),
    [
        ((), None),
        (("events",), None),
        (("posts",), "posts"),
        (("posts", "events"), "posts"),
        (("reach", "posts"), "reach"),
        (("reach", "posts", "events"), "named"),
        (("visits",), "visits"),
        (("visits", "reach", "posts"), "visits"),
    ],
)
def test_what_is_known_decides(kinds: tuple[str, ...], known: str | None) -> None:
    assert founded_on(kinds) == known


def test_a_size_belongs_to_one_band_and_beyond_them_nothing_was_measured() -> None:
    small, large = worst("GRO101", ("reach",), 299.0), worst("GRO101", ("reach",), 300.0)
    cells = {(r.known, r.start): r.worst for r in rates()}
    assert small is cells["reach", 30.0]
    assert large is cells["reach", 300.0]
    for count in (None, 0.0, 29.0, 1_000_000.0):
        assert worst("GRO101", ("reach",), count) is None
    assert worst("GRO101", (), 500.0) is None
    assert worst("AUD201", ("reach",), 500.0) is None
