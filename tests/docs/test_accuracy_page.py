"""The page on accuracy is of this method, and what it says of the samples and the public data is so."""

import re
from pathlib import Path

import pytest
from pages import ROOT, text_of

import reachcheck
from reachcheck.method import load
from reachcheck.results.report import Results

PAGE = text_of(ROOT / "docs" / "accuracy.md")
ROW = re.compile(r"^\| `([\w-]+)` \| ([\d,]+) \| ([\d,]+) to ([\d,]+) \| ([\w ]+) \| (\w+) \|$", re.MULTILINE)
SAMPLES = {name: rest for name, *rest in ROW.findall(PAGE)}
RUNNING = " ".join(PAGE.split())
MORO = {"reach": "T_Reach", "impressions": "T_Impression", "interactions": "T_Interactions"}


def known(results: Results, measure: str) -> float:
    value = next(m.value for m in results.measures if m.id == measure)
    assert value is not None
    return value


def test_the_figures_are_of_this_method() -> None:
    assert f"`{load().name}`" in PAGE, "measure again, and say so on the page"


def test_every_sample_has_a_row(samples: Path) -> None:
    assert set(SAMPLES) == {folder.name for folder in samples.iterdir() if folder.is_dir()}


@pytest.mark.parametrize("sample", sorted(SAMPLES))
def test_the_samples_come_out_as_the_page_says(samples: Path, sample: str) -> None:
    results = reachcheck.analyze(samples / sample)
    reach, verdict = results.real_reach, results.verdict
    assert reach is not None
    numbers = [f"{value:,.0f}" for value in (known(results, "followers_count"), reach.low, reach.high)]
    assert [*numbers, verdict.label, verdict.confidence] == SAMPLES[sample]


@pytest.mark.shared_data
@pytest.mark.parametrize(("name", "stated"), [("congress_twitter", 0.4616), ("email_eu_core", 0.711)])
def test_reciprocity_of_public_networks(shared_data: Path, name: str, stated: float) -> None:
    results = reachcheck.analyze(shared_data / "graphs" / f"{name}.csv")
    assert known(results, "edge_reciprocity") == pytest.approx(stated, abs=5e-4)
    assert f"{name} {stated}" in RUNNING


@pytest.mark.shared_data
@pytest.mark.parametrize("name", ["congress_twitter", "email_eu_core"])
def test_the_shape_of_public_networks(shared_data: Path, name: str) -> None:
    results = reachcheck.analyze(shared_data / "graphs" / f"{name}.csv")
    assert f"{known(results, 'edge_reciprocity'):.4f}; {known(results, 'reciprocity_rho'):.4f} |" in RUNNING
    for seen, chance, digits in (
        ("clustering_coefficient", "clustering_by_chance", 3),
        ("deepest_core", "core_by_chance", 0),
    ):
        drawn = next(m for m in results.measures if m.id == chance)
        middle, low, high, own = (
            f"{value:.{digits}f}".removeprefix("0")
            for value in (drawn.value, drawn.low, drawn.high, known(results, seen))
        )
        assert f"{name} | by chance {middle} ({low} to {high}) | {own} |" in RUNNING


@pytest.mark.shared_data
def test_the_rate_of_a_public_page(shared_data: Path) -> None:
    results = reachcheck.analyze(shared_data / "engagement" / "facebook_moro2016.csv", columns=MORO)
    rate = f"{known(results, 'engagement_rate_by_reach'):.2%}".replace("%", " %")
    assert f"the median rate by accounts reached is {rate}" in RUNNING


@pytest.mark.shared_data
def test_the_posts_of_a_public_account(shared_data: Path) -> None:
    (source,) = reachcheck.analyze(shared_data / "engagement" / "instagram_119_posts.csv").sources
    stated = f"{source.rows_read} rows read, {source.rows_kept} kept, {len(source.reported)} reported"
    assert stated == "119 rows read, 102 kept, 17 reported"
    assert stated in RUNNING


@pytest.mark.shared_data
def test_the_year_of_a_member(shared_data: Path) -> None:
    results = reachcheck.analyze(shared_data / "exports" / "linkedin_content_year.xlsx")
    assert (known(results, "followers_count"), known(results, "growth_steps")) == (782, 2)
    assert results.verdict.label == "not assessable"
