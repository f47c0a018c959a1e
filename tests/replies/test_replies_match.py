"""A reply finds its finding again in a later export, and never another one."""

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from reachcheck.replies.match import TOLERANCE, aligned, matched
from reachcheck.replies.parts import CODES, Part, shared, sketch
from reachcheck.results.span import Span

START = date(2026, 1, 1)


def span(first: int, last: int | None = None) -> Span:
    return Span(start=START + timedelta(days=first), end=START + timedelta(days=first if last is None else last))


def part(code: str, first: int, last: int | None = None, followers: range | None = None) -> Part:
    known = {} if followers is None else {"kind": 0, "followers": sketch(f"name{n}" for n in followers)}
    return Part(code=code, span=span(first, last), **known)


def pairs(replies: list[Part], today: list[Part]) -> list[int | None]:
    return [None if found is None else found[0] for found in matched(replies, today)]


@dataclass(frozen=True)
class Block:
    """A step or block as it truly is."""

    code: str
    first: int
    last: int
    people: tuple[int, ...]

    def shown(self, *, listed: bool) -> Part:
        known = {"kind": 0, "followers": sketch(f"name{n}" for n in self.people)} if listed else {}
        return Part(code=self.code, span=span(self.first, self.last), **known)

    def later(self, rng: random.Random, shift: int) -> "Block":
        """A tenth of its people gone, its days moved."""
        stay = tuple(rng.sample(self.people, round(0.9 * len(self.people))))
        return replace(self, first=self.first + shift, last=self.last + shift, people=stay)


def world(rng: random.Random, blocks: int, apart: int) -> list[Block]:
    """So many blocks of two codes within a year or more, those of one code so many days apart."""
    made, people = [], 0
    for code in ("GRO101", "AUD201"):
        day = rng.randrange(30)
        for _ in range(blocks):
            last, n = day + rng.choice((0, 0, 1, 2, 6, 13)), rng.choice((30, 60, 400, 1500))
            made.append(Block(code, day, last, tuple(range(people, people + n))))
            day, people = last + apart + rng.randrange(60), people + n
    return made


@pytest.mark.parametrize(("listed", "apart"), [(True, 1), (False, 4)])
@pytest.mark.parametrize("together", [True, False], ids=["all move together", "each moves by itself"])
def test_after_a_week_nearly_all_replies_find_their_finding_and_none_another(listed, apart, together) -> None:
    """A tenth of each block gone, days moved by one, one block in eight no longer flagged, and a new one."""
    rng, right, wrong, lost, all_ = random.Random(20261126), 0, 0, 0, 0
    for _ in range(100):
        blocks = world(rng, rng.randrange(1, 6), apart)
        common = rng.choice((-1, 0, 1))
        later = [block.later(rng, common if together else rng.choice((-1, 0, 1))) for block in blocks]
        still = [rng.random() > 1 / 8 for _ in blocks]
        today = [(n, block.shown(listed=listed)) for n, block in enumerate(later) if still[n]]
        new = Block("GRO101", 900, 902, tuple(range(10**6, 10**6 + 200)))
        today.append((-1, new.shown(listed=listed)))
        rng.shuffle(today)
        rows = list(enumerate(blocks))
        rng.shuffle(rows)
        found = pairs([block.shown(listed=listed) for _, block in rows], [shown for _, shown in today])
        for (n, _), place in zip(rows, found, strict=True):
            said = None if place is None else today[place][0]
            wrong += said is not None and said != n
            right += said == n
            lost += said is None and still[n]
            all_ += still[n]
    assert all_ > 450
    assert wrong == 0
    assert right / all_ >= 0.95
    assert right + lost == all_


def test_two_lists_with_a_tenth_gone_share_most_codes_and_others_none() -> None:
    whole, rest, other = (part("AUD201", 3, 9, range(*ends)) for ends in ((0, 3000), (300, 3000), (5000, 8000)))
    assert len(whole.followers) == CODES
    assert 0.8 <= shared(whole, rest) <= 1
    assert shared(whole, other) <= 0.1
    assert shared(whole, replace(other, kind=1)) is None
    assert shared(whole, part("AUD201", 3, 9, range(4))) is None
    assert shared(whole, part("AUD201", 3, 9)) is None
    assert shared(whole, part("AUD201", 3, 9, range(20))) == 0.0


def test_a_large_step_that_swallowed_a_small_one_holds_its_followers() -> None:
    assert shared(part("GRO101", 3, 3, range(400)), part("GRO101", 3, 9, range(2000))) >= 0.8


def test_other_codes_never_fit_and_days_fit_within_the_tolerance() -> None:
    assert pairs([part("GRO101", 10)], [part("AUD201", 10)]) == [None]
    for apart in range(TOLERANCE + 2):
        assert pairs([part("GRO101", 10)], [part("GRO101", 10 + apart)]) == [0 if apart <= TOLERANCE else None]


def test_other_followers_do_not_fit_on_the_same_days_and_the_same_followers_do_on_others() -> None:
    mine = part("GRO101", 10, 12, range(100))
    assert matched([mine], [part("GRO101", 10, 12, range(500, 600))]) == [None]
    assert matched([mine], [part("GRO101", 40, 42, range(100))]) == [(0, "followers")]
    assert matched([mine], [part("GRO101", 11, 13)]) == [(0, "days")]


def test_neighbours_that_moved_together_are_not_confused() -> None:
    replies, today = [part("ENG301", 10), part("ENG301", 11)], [part("ENG301", 11), part("ENG301", 12)]
    assert pairs(replies, today) == [0, 1]
    assert pairs(replies[::-1], today) == [1, 0]


def test_two_steps_that_became_one_both_find_it_and_a_mere_neighbour_does_not() -> None:
    replies = [part("GRO101", 10, 11), part("GRO101", 13, 14)]
    assert pairs(replies, [part("GRO101", 10, 14)]) == [0, 0]
    assert pairs(replies, [part("GRO101", 13, 14)]) == [None, 0]


def test_a_finding_without_days_is_known_by_its_code_where_there_is_one_of_it() -> None:
    whole = Part(code="DAT002")
    assert matched([whole], [Part(code="DAT002"), Part(code="DAT003")]) == [(0, "code")]
    assert matched([Part(code="GRO101")], [part("GRO101", 1), part("GRO101", 50)]) == [None]
    assert matched([whole], []) == [None]


def test_nothing_is_aligned_with_nothing() -> None:
    assert aligned([]) == []
    assert aligned([[]]) == [None]
