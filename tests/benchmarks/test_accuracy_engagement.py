"""What the page on accuracy says of the rules on likes is so, and what is put on top is seen where it should be."""

from collections.abc import Iterator
from pathlib import Path

import accuracy_engagement as likes
import numpy as np
import pytest

import reachcheck

PAGE = " ".join((Path(__file__).parents[2] / "docs" / "accuracy.md").read_text(encoding="utf-8").split())
MOST_FLAGGED = 0.01


@pytest.fixture
def everybody(shared_data: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[likes.Account]]:
    monkeypatch.setattr(likes, "DATA", shared_data / "engagement")
    yield likes.accounts()


@pytest.mark.shared_data
def test_genuine_accounts_are_flagged_as_rarely_as_the_page_says(everybody: list[likes.Account]) -> None:
    said = likes.statuses(likes.dossiers(everybody))
    long = sum(len(each.likes) >= 12 for each in everybody)
    flagged = sum("flagged" in each for each in zip(*said.values(), strict=True))
    assert (len(everybody), long) == (700, 548)
    assert flagged / long <= MOST_FLAGGED
    assert (
        f"| any flag of ENG301, ENG302 | 548 genuine accounts | .55 % | {flagged}: {100 * flagged / long:.2f} %" in PAGE
    )
    unknown = {code: each.count("unknown") for code, each in said.items()}
    assert f"| {unknown['ENG301']} (22 %), {unknown['ENG302']} (41 %) |" in PAGE


@pytest.mark.shared_data
def test_with_likes_alone_nobody_is_flagged_for_a_post(everybody: list[likes.Account]) -> None:
    said = likes.statuses(likes.dossiers(everybody, comments=False))
    assert said["ENG301"].count("flagged") == 0


@pytest.mark.shared_data
@pytest.mark.parametrize("page", likes.PAGES)
def test_pages_are_not_flagged(shared_data: Path, page: str) -> None:
    results = reachcheck.analyze(shared_data / "engagement" / f"{page}.csv", columns=likes.PAGES[page])
    assert {f.code: f.status for f in results.findings if f.family == "engagement"} == {
        "ENG301": "clear",
        "ENG302": "clear",
    }


def test_orders_are_put_on_as_they_say() -> None:
    account = likes.Account(300.0, np.arange(14.0), np.full(14, 50.0), np.full(14, 2.0))
    rng = np.random.default_rng(1)
    one = likes.one_post(10)(account, rng).likes
    assert sorted(one.tolist()) == [50.0] * 13 + [550.0]
    assert likes.orders(3, 0.0)(account, rng).likes.tolist() == [150.0] * 14
    assert likes.on_top(3)(account, rng).likes.tolist() == [200.0] * 14
    noisy = likes.orders(3, 0.1)(account, rng).likes
    assert 0.03 < np.std(np.log(noisy)) < 0.2
    said = likes.statuses(likes.dossiers([account, likes.one_post(10)(account, rng)]))
    assert said == {"ENG301": ["clear", "flagged"], "ENG302": ["flagged", "flagged"]}
