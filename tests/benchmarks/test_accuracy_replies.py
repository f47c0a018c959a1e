"""The claim of the issue, on invented candidates: a re-export of a week later still finds its replies, and no other."""

import accuracy_replies
import pytest


@pytest.mark.parametrize("case", [accuracy_replies.CASES[0], accuracy_replies.CASES[4]], ids=lambda case: case[0])
def test_a_week_later_replies_find_their_findings_and_no_others(case) -> None:
    found = accuracy_replies.measure(case, profiles=2, seed=31)
    assert found["still flagged"] >= 3
    assert found["wrong"] == 0
    assert found["right"] >= 0.95 * found["still flagged"]
