"""What nobody may be judged by: names, words, gender, age, language, country. Changed in the input, nothing changes.

Everybody in the samples gets another name, of another script; columns about the person are added with other contents.
All that a report says must stay the same, byte for byte, but for what hashes the files.
"""

import csv
import json
import random
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import reachcheck
from reachcheck.formats import tabled, to_csv, to_json_batch
from reachcheck.formats.words import Words

SAMPLES = ("brand-page", "circle-594", "nathan-3000", "new-account", "quiet-expert", "viral-week")
NAMED = {"followers.csv": "handle", "following.csv": "handle", "responses.csv": "who"}
"""Which column of a file names people other than the owner."""

ARABIC = ("فاطمة", "محمد", "ليلى", "يوسف", "زينب", "عمر", "نور", "خالد")
CYRILLIC = ("ольга", "дмитрий", "наталья", "сергей", "Світлана", "Юрій", "ирина", "Богдан")
WOMEN = ("marie", "Zoë", "françoise", "aisha", "Ingrid", "guadalupe", "Małgorzata", "chidinma")
MEN = ("jean", "José", "wolfgang", "kwame", "Søren", "giuseppe", "Łukasz", "oluwaseun")
CHINESE = ("王芳", "李伟", "张秀英", "刘洋", "陈静", "杨勇", "赵敏", "黄磊")
PLAIN = ("x", "user", "q7", "k_k", "a.b", "zz", "m-m", "n0")
WORDS = ("nan", "null", "none", "na", "total", "june", "true", "average", "inf", "unknown", "follower", "name")
"""Names of people that mean something else to machines."""

PEOPLE = {
    "full_name": (
        ("Fatima Zahra", "محمد علي", "Ольга Иванова", "王芳"),
        ("John Smith", "Anne", "Na", "Christopher Null"),
    ),
    "bio": (("مرحبا بكم", "maman de trois enfants", "она/её"), ("CEO. Dad. Crypto.", "he/him", "living in Texas")),
    "gender": (("f", "w", "femme"), ("m", "male", "homme")),
    "age": (("17", "71", "64"), ("25", "30", "33")),
    "country": (("MA", "Nigeria", "Україна"), ("US", "France", "Deutschland")),
    "language": (("ar", "uk", "zh"), ("en", "fr", "de")),
}
POSTS = {
    "caption": (("شكرا لكم جميعا", "дякую всім", "谢谢大家"), ("GREAT NEWS!!!", "so happy today", "Total")),
    "language": PEOPLE["language"],
}
RESPONSES = {
    "comment": (("ما شاء الله", "красиво", "很好", "bravo ma belle"), ("nice", "LOL", "first!!", "great post")),
    "gender": PEOPLE["gender"],
}
ADDED = {
    "followers.csv": PEOPLE, "following.csv": PEOPLE, "profile.csv": PEOPLE, "posts.csv": POSTS,
    "responses.csv": RESPONSES,
}  # fmt: skip

Rows = list[dict[str, str]]


def rows_of(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, rows: Rows) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        made = csv.DictWriter(file, list(rows[0]))
        made.writeheader()
        made.writerows(rows)


def everybody(folder: Path) -> list[str]:
    """Who follows, is followed or responds, in order of appearance."""
    return list(dict.fromkeys(row[column] for name, column in NAMED.items() for row in rows_of(folder / name)))


def numbered(scripts: tuple[tuple[str, ...], ...], n: int) -> Iterator[str]:
    """Names with a number behind them."""
    pool = [name for script in scripts for name in script]
    return (f"{pool[i % len(pool)]}_{i}" for i in range(n))


def compounded(scripts: tuple[tuple[str, ...], ...], n: int) -> Iterator[str]:
    """Names of four names, without any figure."""
    pool = [name for script in scripts for name in script]
    for i in range(n):
        at = [i // len(pool) ** power % len(pool) for power in range(4)]
        yield "_".join(pool[place] for place in at)


def renamed(people: list[str], variant: int) -> dict[str, str]:
    """Another name for everybody, in a drawn order."""
    made = (
        numbered((ARABIC, WOMEN, CHINESE), len(people))
        if variant == 0
        else compounded((MEN, CYRILLIC, PLAIN), len(people))
    )
    names = list(made)
    names[: len(WORDS)] = WORDS if variant else names[: len(WORDS)]
    random.Random(variant).shuffle(names)
    assert len({name.casefold() for name in names}) == len(people)
    return dict(zip(people, names, strict=True))


def with_names(sample: Path, folder: Path, variant: int, files: Mapping[str, str] = NAMED) -> Path:
    """The sample with other names; what stands in the folder already, with other names there."""
    if not folder.exists():
        shutil.copytree(sample, folder)
    names = renamed(everybody(sample), variant)
    for file, column in files.items():
        write(folder / file, [{**row, column: names[row[column]]} for row in rows_of(folder / file)])
    return folder


def with_columns(sample: Path, folder: Path, variant: int) -> Path:
    """The sample with columns about persons, and words."""
    shutil.copytree(sample, folder)
    rng = random.Random(variant)
    for file, columns in ADDED.items():
        rows = rows_of(folder / file)
        for row in rows:
            row.update({name: rng.choice(contents[variant]) for name, contents in columns.items()})
        write(folder / file, rows)
    return folder


def report(folder: Path) -> str:
    """The JSON report, without what hashes the files."""
    text = reachcheck.render(reachcheck.analyze(folder), format="json")
    return re.sub(r'"(sha256|report_id)": "[^"]+"', r'"\1": ""', text)


def without_files(text: str) -> dict[str, Any]:
    """All that is said but the list of files."""
    found: dict[str, Any] = json.loads(text)
    return {key: value for key, value in found.items() if key != "sources"}


@pytest.fixture(scope="module", params=SAMPLES)
def sample(request: pytest.FixtureRequest, samples: Path) -> Path:
    return samples / str(request.param)


@pytest.fixture(scope="module")
def as_it_is(sample: Path) -> str:
    return report(sample)


def test_other_names_of_all_who_follow_are_followed_or_respond_change_nothing(
    sample: Path, as_it_is: str, tmp_path: Path
) -> None:
    for variant in (0, 1):
        folder = with_names(sample, tmp_path / str(variant) / sample.name, variant)
        assert not {row["handle"] for row in rows_of(folder / "followers.csv")} & set(everybody(sample))
        assert report(folder) == as_it_is, variant


def test_other_words_gender_age_country_and_language_change_nothing(
    sample: Path, as_it_is: str, tmp_path: Path
) -> None:
    one, other = (report(with_columns(sample, tmp_path / str(each) / sample.name, each)) for each in (0, 1))
    assert one == other
    assert without_files(one) == without_files(as_it_is)


@pytest.mark.parametrize("name", ["new-account", "quiet-expert", "nathan-3000"])
def test_another_name_of_the_profile_itself_stands_where_its_name_stood(
    samples: Path, name: str, tmp_path: Path
) -> None:
    before = report(samples / name)
    (profile,) = rows_of(samples / name / "profile.csv")
    for n, handle in enumerate(("فاطمة_الزهراء", "владимир-1958")):
        folder = shutil.copytree(samples / name, tmp_path / str(n) / name)
        write(folder / "profile.csv", [{**profile, "handle": handle}])
        after = report(folder)
        assert handle in after and profile["handle"] not in after
        assert after.replace(handle, profile["handle"]) == before


@pytest.mark.parametrize("name", ["new-account", "circle-594"])
def test_lists_that_name_people_in_full_say_the_same_of_other_names(samples: Path, name: str, tmp_path: Path) -> None:
    made = []
    for variant in (0, 1):
        folder = with_names(samples / name, tmp_path / str(variant) / name, variant)
        for file, column in NAMED.items():
            rows = rows_of(folder / file)
            write(folder / file, [{"name": row.pop(column).replace("_", " "), **row} for row in rows])
        made.append(report(folder))
    assert '"name": "name"' in made[0]
    assert made[0] == made[1]


def test_a_batch_says_the_same_of_everybody(samples: Path, tmp_path: Path) -> None:
    words, made = Words(), []
    for variant in (0, 1):
        for name in SAMPLES[1:]:
            folder = with_columns(samples / name, tmp_path / str(variant) / name, variant)
            with_names(samples / name, folder, variant)
        scores = reachcheck.batch(tmp_path / str(variant))
        assert [row.source for row in scores.rows] == sorted(SAMPLES[1:])
        made.append((to_json_batch.render(scores, words), to_csv.render(tabled.of_batch("candidates", scores, words))))
    assert made[0] == made[1]


def test_who_is_who_is_an_input(samples: Path, tmp_path: Path) -> None:
    """Were the lists not read by these names, all of the above would hold for no good reason."""
    whole = without_files(report(samples / "quiet-expert"))
    half = with_names(samples / "quiet-expert", tmp_path / "quiet-expert", 0, {"followers.csv": "handle"})
    assert without_files(report(half))["measures"] != whole["measures"]
