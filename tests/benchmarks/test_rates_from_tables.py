"""From printed tables to shipped rates: whole tables alone, the larger of two, and limits as kind as rounding asks."""

import tomllib

import pytest
import verdict_rates
from accuracy_verdict import GENERATORS

WHOLE = "inside real reach:  99.1 [98.6, 99.4] of 2160\n"


def table(n: int, special: str = "", kind: int = 1, leave_out: str = "") -> str:
    """A table of all worlds, each 80 % genuine and 20 % mixed, with one in another way."""
    rows = [
        f"{name:7}{world:22}    300-3000       80.0   20.0    0.0    0.0   1.000   0.27{n:6}  "
        + (special if world == "school" else "")
        for name, made in GENERATORS.items()
        for world in made[kind]
        if world != leave_out
    ]
    return "\n".join(("generator, world, followers: ...", *rows, WHOLE))


@pytest.fixture
def shipped(tmp_path, capsys, monkeypatch):
    before = tmp_path / "shipped.toml"
    monkeypatch.setattr("verdict_rates.SHIPPED", before)

    def made(*texts: str, kept: str = ""):
        before.write_text(f"# Shipped.\n{kept}", encoding="utf-8")
        paths = [tmp_path / f"{n}.txt" for n in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        monkeypatch.setattr("sys.argv", ["verdict_rates.py", *map(str, paths)])
        verdict_rates.main()
        return tomllib.loads(capsys.readouterr().out)

    return made


def of(facts, got: str, who: str = "honest"):
    return next(cell for cell in facts[who] if cell["got"] == got)


def test_half_a_table_is_no_table(shipped) -> None:
    assert shipped(table(500, leave_out="quiet")) == {}
    first, last = (table(n, leave_out=world) for n, world in ((500, "quiet"), (60, "school")))
    facts = shipped(first, last)
    assert of(facts, "mixed")["n"] == 500 * 14 + 60 * 22
    assert of(facts, "inflated count")["most"]["high"] == 0.0602, "nobody of 60"


def test_a_small_table_gives_no_rates(shipped) -> None:
    assert shipped(table(39)) == {}
    assert of(shipped(table(40)), "mixed")["n"] == 40 * 36


def test_of_two_tables_the_larger_counts_and_any_tells_who_could_look(shipped) -> None:
    facts = shipped(table(500, "AUD201 18"), table(10, "AUD201 90.0/40 GRO101 0.0/100"))
    assert of(facts, "mixed")["n"] == 500 * 36
    assert of(facts, "AUD201")["most"] == {
        "world": "first: school",
        "n": 500,
        "share": 0.18,
        "low": 0.1433,
        "high": 0.2225,
    }
    assert "looked" not in of(facts, "AUD201")


def test_a_share_with_decimals_has_the_limits_of_wilson(shipped) -> None:
    facts = shipped(table(500, "AUD201 18.0/40"))
    assert of(facts, "AUD201")["most"]["low"] == 0.1488
    assert of(facts, "AUD201")["share"] == round(0.18 / 36, 5)
    assert of(facts, "AUD201")["least"]["share"] == 0


def test_those_who_bought_are_told_apart_by_what_they_bought(shipped) -> None:
    facts = shipped(table(40, kind=2))
    assert set(facts) == {"lots", "aged"}
    assert of(facts, "at least mixed", "lots")["worlds"] == 5
    assert of(facts, "at least mixed", "lots")["share"] == 0.2
    assert of(facts, "genuine community", "aged")["worlds"] == 4


def test_what_no_table_tells_of_stays_as_it_was_shipped(shipped) -> None:
    kept = """
[[lots]]
got = "mixed"
sizes = [300, 3000]
share = 0.4

[[honest]]
got = "mixed"
sizes = [30, 300]
share = 0.1

[[honest]]
got = "mixed"
sizes = [300, 3000]
share = 0.3

[[two_exports]]
got = "REC401"
sizes = []
share = 0.0
"""
    assert shipped(kept=kept) == tomllib.loads(kept)
    facts = shipped(table(39), table(500), kept=kept)
    assert (facts["lots"], facts["two_exports"]) == (tomllib.loads(kept)["lots"], tomllib.loads(kept)["two_exports"])
    mixed = [(cell["sizes"], cell["share"]) for cell in facts["honest"] if cell["got"] == "mixed"]
    assert mixed == [([30, 300], 0.1), ([300, 3000], 0.2)]
