"""A model's file: plain JSON, bit for bit, and whatever was done to it is noticed."""

import json
import math
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from learned_made import figures, rows

from reachcheck.errors import SettingsError
from reachcheck.learned.fit import fit
from reachcheck.learned.inputs import matrix
from reachcheck.learned.predict import boosting_score, logistic_score
from reachcheck.learned.stored import load, written


@cache
def fitted():
    edges, nobody = figures(2, 300)
    return fit(matrix(edges), nobody, np.ones(300), 0.9, "instagram")


@pytest.fixture
def model():
    return fitted()


@pytest.fixture
def text(model) -> str:
    return written(model)


def put(tmp_path, content) -> str:
    path = tmp_path / "model.json"
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return str(path)


def refused(path: str) -> str:
    with pytest.raises(SettingsError) as error:
        load(path)
    assert (error.value.place, error.value.remedy.key) == (path, "learned.make_model")
    return error.value.problem.key


def test_a_model_comes_back_bit_for_bit(model, text, tmp_path) -> None:
    found, x = load(put(tmp_path, text.encode())), rows(1, 2000)
    assert (found.name, found.inputs, found.nobody) == (model.name, model.inputs, model.nobody)
    assert written(found) == text
    assert np.array_equal(boosting_score(found.boosting, x), boosting_score(model.boosting, x))
    assert np.array_equal(logistic_score(found.logistic, x), logistic_score(model.logistic, x))


def test_the_file_is_json_with_a_hash_and_no_account(model, text) -> None:
    found = json.loads(text, parse_constant=lambda name: pytest.fail(name))
    assert found["format"] == "reachcheck-learned" and found["version"] == 1
    assert found["sha256"] == model.name and len(model.name) == 64
    assert set(found) == {
        "sha256", "format", "version", "made_with", "platform", "inputs", "missing", "marked", "area", "logistic",
        "boosting",
    }  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{}", b"[]", b"3", b"nothing", b"\xff\xfe", b"[" * 100_000, b"\x80\x04K\x01.",
        b'{"format": "another"}', b'{"format": ["reachcheck-learned"]}', b"9" * 5000,
    ],
)  # fmt: skip
def test_what_is_no_model_is_refused(tmp_path, content) -> None:
    assert refused(put(tmp_path, content)) == "learned.no_model"


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path) -> None:
    assert refused(str(tmp_path / "none.json")) == "learned.no_model"
    assert refused(str(tmp_path)) == "learned.no_model"


def test_a_file_beyond_all_size_is_not_read(tmp_path, text) -> None:
    assert refused(put(tmp_path, text.encode() + b" " * 1_000_000)) == "learned.no_model"


def test_another_version_is_told_as_such(tmp_path, text) -> None:
    assert refused(put(tmp_path, {**json.loads(text), "version": 2})) == "learned.other_version"


def test_a_changed_number_is_noticed(tmp_path, text) -> None:
    found = json.loads(text)
    found["logistic"]["coefficient"][0] = math.nextafter(found["logistic"]["coefficient"][0], math.inf)
    assert refused(put(tmp_path, found)) == "learned.changed"
    assert refused(put(tmp_path, {**json.loads(text), "sha256": None})) == "learned.changed"
    assert refused(put(tmp_path, {**json.loads(text), "remark": "more"})) == "learned.changed"


@pytest.mark.parametrize("deep", [500, 900, 950, 2000])
def test_depth_is_no_way_in(tmp_path, text, deep) -> None:
    nested = text[:-3] + ', "remark": ' + "[" * deep + "]" * deep + "}"
    assert refused(put(tmp_path, nested.encode())) in ("learned.no_model", "learned.damaged", "learned.changed")


def at(path: str, value: object):
    def change(found) -> None:
        *parents, last = path.split(".")
        for name in parents:
            found = found[name]
        found[int(last) if last.isdecimal() else last] = value

    return pytest.param(change, id=f"{path}={value!r:.20}")


@pytest.mark.parametrize(
    "change",
    [
        at("inputs", []), at("inputs", ["followers"] * 5), at("inputs", ["name"]), at("inputs", "followers"),
        at("missing", [0]), at("missing", [-1] * 5), at("platform", 3), at("made_with", []), at("area", 1.5),
        at("area", True), at("marked", None), at("marked", {}), at("logistic", []), at("boosting", None),
    ],
)  # fmt: skip
def test_parts_that_cannot_be_are_refused(tmp_path, text, change) -> None:
    found = json.loads(text)
    change(found)
    assert refused(put(tmp_path, found)) == "learned.damaged"


NESTED = (
    ("marked", "nobody", {"marked": 0, "effective": 3.0, "cells": [1.0] + [0.0] * 11}),
    ("marked", "nobody", {"marked": 9, "effective": 0.0, "cells": [1.0] + [0.0] * 11}),
    ("marked", "nobody", {"marked": 9, "effective": 9.0, "cells": [1.0] + [0.0] * 10}),
    ("marked", "somebody", {"marked": 9, "effective": 9.0, "cells": [1.5, -0.5] + [0.0] * 10}),
    ("marked", "somebody", {"marked": 9, "effective": 9.0, "cells": [0.5] + [0.0] * 11}),
    ("logistic", "scale", [0.0] * 5),
    ("logistic", "mean", [1e999] * 5),
    ("logistic", "mean", [10**400] * 5),
    ("logistic", "intercept", None),
    ("boosting", "starts", [10**6]),
    ("boosting", "starts", []),
    ("boosting", "starts", [0, 0]),
    ("boosting", "starts", [1]),
    ("boosting", "starts", [10**30]),
    ("boosting", "baseline", "1"),
    ("boosting", "value", []),
)


@pytest.mark.parametrize(("part", "name", "value"), NESTED)
def test_numbers_that_cannot_be_are_refused(tmp_path, text, part, name, value) -> None:
    found = json.loads(text)
    found[part][name] = value
    assert refused(put(tmp_path, found)) == "learned.damaged"


@pytest.mark.parametrize(("name", "value"), [("left", 0), ("right", 0), ("left", 10**6), ("feature", 5)])
def test_a_tree_that_leads_back_or_out_is_refused(tmp_path, text, name, value) -> None:
    found = json.loads(text)
    node = next(at for at, feature in enumerate(found["boosting"]["feature"]) if feature >= 0)
    found["boosting"][name][node] = value
    assert refused(put(tmp_path, found)) == "learned.damaged"


JUNK = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=3) | st.just([])
)  # fmt: skip


def places(found, where=()):
    """Every place in it, whole parts and single numbers."""
    for key in found if isinstance(found, dict) else range(len(found)):
        yield (*where, key)
        if isinstance(found[key], dict | list):
            yield from places(found[key], (*where, key))


@settings(max_examples=50, deadline=None)
@given(st.floats(0, 1, exclude_max=True), JUNK)
def test_whatever_stands_anywhere_in_it_is_refused_or_is_the_model(tmp_path_factory, place, junk) -> None:
    text = written(fitted())
    found = json.loads(text)
    every = list(places(found))
    *parents, last = every[int(place * len(every))]
    part = found
    for key in parents:
        part = part[key]
    before, part[last] = part[last], junk
    path = put(tmp_path_factory.mktemp("junk"), found)
    if json.dumps(before) == json.dumps(junk):
        assert written(load(path)) == text
    else:
        assert refused(path) in ("learned.no_model", "learned.other_version", "learned.damaged", "learned.changed")
