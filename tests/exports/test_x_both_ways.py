"""Two exports of X that look alike at a glance: one grew when it was seen, the other did not."""

from pathlib import Path

from made_x_analytics import genuine, inflated

from reachcheck import pipeline


def test_growth_that_follows_what_was_seen_is_not_flagged(tmp_path: Path) -> None:
    results = pipeline.analyze_one(pipeline.read([str(genuine(tmp_path))]))
    assert [finding.code for finding in results.findings if finding.status == "flagged"] == []
    assert results.profile.handle == "lin_k"
    assert results.verdict.label == "genuine community"


def test_days_of_hundreds_of_followers_while_nothing_was_seen_are_flagged(tmp_path: Path) -> None:
    results = pipeline.analyze_one(pipeline.read([str(inflated(tmp_path))]))
    assert [finding.code for finding in results.findings if finding.status == "flagged"] == ["GRO101"]
    assert results.verdict.label == "mixed"
    told = {bound.measure: bound for bound in results.real_reach.bounds if bound.kind == "reading"}
    assert told["silent_newcomers"].value < 1900 - 1000
    assert (told["silent_newcomers"].used, results.real_reach.high) == (False, 1900)
