import json
import re
from dataclasses import replace
from datetime import date

import pytest
import report_samples
from jsonschema import Draft202012Validator

from reachcheck.formats import schemas, to_json
from reachcheck.formats.jsonable import dump, number
from reachcheck.formats.words import Words
from reachcheck.message import msg
from reachcheck.results.finding import FindingPart, Span

SAMPLES = ("nathan", "circle", "network", "hostile")


def _valid(name, value):
    schema = json.loads(schemas.text(name))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(value)


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("sample", SAMPLES)
def test_reports_fit_their_schema(sample, lang):
    text = to_json.render(getattr(report_samples, sample)(), Words(lang))
    _valid("report", json.loads(text, parse_constant=pytest.fail))


def test_schemas_allow_nothing_unnamed():
    for name in schemas.NAMES:
        for node in _objects(json.loads(schemas.text(name))):
            if "properties" in node:
                assert node["additionalProperties"] is False
                assert sorted(node["required"]) == sorted(node["properties"])


def _objects(node):
    if isinstance(node, dict):
        yield node
        node = list(node.values())
    if isinstance(node, list):
        for item in node:
            yield from _objects(item)


def test_an_unknown_schema():
    with pytest.raises(KeyError):
        schemas.text("../../secrets")


def test_the_contract(nathan, en):
    report = json.loads(to_json.render(nathan, en))
    assert report["schema"] == "reachcheck-report/1"
    assert report["profile"]["from"] == "2025-10-01"
    assert report["real_reach"]["low"] == 137
    assert report["real_reach"]["high"] == 405
    assert report["verdict"]["label"] == "inflated count"
    assert report["power"]["smallest_visible"] == {"1d": 12, "3d": 15, "30d": None}
    assert report["sources"][0]["reported"][0]["place"] == "nathan/daily.csv:40"
    assert report["conduct"]["pieces"][0] == {"innocent_event": "silent_crowd", "findings": ["GRO101"]}
    assert report["events"] == []
    assert [each["code"] for each in report["advice"]] == ["GRO101", "hollow_share", "missing"]
    assert [each["withheld"] for each in report["what_if"]] == [False, False, True]
    assert [c["status"] for c in report["needs"][0]["criteria"]] == ["met", "not met", *["unknown"] * 3]
    assert report["needs"][0]["total"] == {"low": 0.25, "high": 0.75}
    assert report["verdict_if_reply_accepted"] is None


def test_each_part_of_what_is_flagged_stands_by_itself(nathan, en):
    days, came = (Span(start=date(2026, month, 1), end=date(2026, month, 3)) for month in (1, 5))
    said = msg("aud201.clear")
    part = FindingPart(days=days, observed=said, k=20.0, n=150.0, came=came, evidence=("e:1",))
    bare = FindingPart(days=days)
    findings = tuple(replace(f, parts=(part, bare)) if f.code == "AUD201" else f for f in nathan.findings)
    report = json.loads(to_json.render(replace(nathan, findings=findings), en))
    _valid("report", report)
    told = {each["code"]: each["parts"] for each in report["findings"]}
    span = {"from": "2026-01-01", "to": "2026-01-03"}
    assert told["AUD201"] == [
        {
            "days": span, "k": 20, "n": 150, "came": {"from": "2026-05-01", "to": "2026-05-03"}, "evidence": ["e:1"],
            "observed": {"key": "aud201.clear", "params": {}, "text": en.text(said)},
        },
        {"days": span, "k": None, "n": None, "came": None, "evidence": [], "observed": None},
    ]  # fmt: skip
    assert told["CON601"] == []


def test_labels_are_english_in_every_language(nathan, fr):
    report = json.loads(to_json.render(nathan, fr))
    assert report["verdict"]["label"] == "inflated count"
    assert report["conduct"]["level"] == "strong"
    assert report["verdict"]["for"][1]["text"].startswith("58 commentaires sur 71")


def test_sentences_carry_key_and_parameters(nathan, en):
    report = json.loads(to_json.render(nathan, en))
    said = report["findings"][1]["observed"]
    assert said["key"] == "gro101.observed"
    assert said["params"]["steps"][0]["params"] == {"end": "2026-02-14", "gain": 1480, "start": "2026-02-12"}
    assert said["text"].startswith("arrivals of +1,480 on 12 to 14 Feb 2026")


def test_known_without_interval_says_why(nathan, en):
    measures = {m["id"]: m for m in json.loads(to_json.render(nathan, en))["measures"]}
    assert measures["followers_count"]["reason"]["key"] == "no_interval.counted"
    assert measures["edge_reciprocity"]["reason"]["text"] == "the network of follows would be needed"


def test_of_several_exports_it_says_whether_one_is_enough(nathan, en):
    lacking = replace(nathan.measure("edge_reciprocity"), lacks=("daily", "followers"))
    measures = (replace(lacking, either=False), replace(lacking, either=True))
    told = json.loads(to_json.render(replace(nathan, measures=measures), en))["measures"]
    assert [(each["lacks"], each["either"]) for each in told] == [
        (["daily", "followers"], False),
        (["daily", "followers"], True),
    ]


def test_without_real_reach(network, en):
    report = json.loads(to_json.render(network, en))
    assert report["real_reach"] is None
    assert report["composition"]["status"] == "unknown"


def test_the_same_results_give_the_same_bytes_in_order(nathan, en):
    text = to_json.render(nathan, en)
    assert text == to_json.render(report_samples.nathan(), Words("en"))
    assert text.endswith("}\n")
    assert list(json.loads(text)) == sorted(json.loads(text))


def test_hidden_characters_arrive_but_do_nothing_on_a_screen(hostile, en):
    text = to_json.render(hostile, en)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202e]", text)
    assert json.loads(text)["profile"]["handle"] == report_samples.HOSTILE
    text.encode("utf-8")


def test_numbers():
    assert [number(x) for x in (None, 3.0, 0.5, float("nan"), float("inf"))] == [None, 3, 0.5, None, None]
    assert dump({"é": "\U000e0041\ud800"[0]}) == '{\n  "é": "\\udb40\\udc41"\n}\n'


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_an_inspection_fits_its_schema(lang):
    value = json.loads(to_json.render_inspection(report_samples.inspection(), Words(lang)))
    _valid("inspect", value)
    assert value["tables"]["edges"] == {"rows": 2981, "in": 2981, "out": 0, "mutual": 0}
    assert value["sources"][0]["columns"] == {"Abonnés": "followers", "date": "date"}
