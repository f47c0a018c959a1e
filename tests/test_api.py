"""The Python API: what README and the notebooks promise."""

import inspect
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pandas
import pytest
from jsonschema import Draft202012Validator

import reachcheck
from reachcheck.batches.run import score
from reachcheck.cli import analyze as command
from reachcheck.errors import ReachcheckError, SettingsError, UnreadableError, UsageError
from reachcheck.formats import schemas
from reachcheck.message import Message
from reachcheck.readers.base import ReadOptions
from reachcheck.settings import load

COSTLY = ("numpy", "pandas", "pyarrow", "scipy", "sklearn", "typer", "rich", "python_calamine")
SHEET = "handle,platform,followers,average likes\nann,x,100,3\nbob,x,200,4\n"


@pytest.fixture
def few(samples: Path) -> Path:
    return samples / "new-account"


def test_importing_costs_nothing() -> None:
    asked = f"import sys, reachcheck; print([name for name in {COSTLY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_analysis_loads_no_pandas(few: Path) -> None:
    asked = f"import sys, reachcheck; reachcheck.analyze({str(few)!r}); print('pandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "False"


def test_all_that_is_public_is_there() -> None:
    assert set(reachcheck.__all__) == {"__version__", "analyze", "batch", "page", "read", "render"}
    assert all(getattr(reachcheck, name).__doc__ for name in reachcheck.__all__)


def test_a_path_a_string_and_a_list_are_the_same(few: Path) -> None:
    files = sorted(few.glob("*.csv"))
    whole = reachcheck.analyze(few)
    assert reachcheck.analyze(str(few)) == whole
    listed = reachcheck.analyze(files)
    assert (listed.verdict, listed.real_reach, listed.measures) == (whole.verdict, whole.real_reach, whole.measures)


def test_analyze_takes_what_read_gave(few: Path) -> None:
    dossiers = reachcheck.read(few)
    assert len(dossiers) == 1
    assert reachcheck.analyze(dossiers) == reachcheck.analyze(few)


def test_options_of_read(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("Compte,Depuis\nann,2026-01-05\nbob,2026-01-06\n", encoding="utf-8")
    dossiers = reachcheck.read(
        file, columns={"peer": "Compte", "followed_at": "Depuis"}, role="followers",
        as_of=date(2026, 2, 1), handle="@Zoe",
    )  # fmt: skip
    profile = reachcheck.analyze(dossiers).profile
    assert (profile.handle, profile.followers, profile.as_of, profile.as_of_origin) == (
        "zoe", 2, date(2026, 2, 1), "given",
    )  # fmt: skip
    assert reachcheck.analyze(file, role="followers").profile.followers == 2


def written(frames: dict[str, pandas.DataFrame], folder: Path) -> Path:
    folder.mkdir()
    for name, frame in frames.items():
        frame.to_csv(folder / f"{name}.csv", index=False)
    return folder


def test_frames_are_read_as_the_files_they_would_be(few: Path, tmp_path: Path) -> None:
    frames = {file.stem: pandas.read_csv(file) for file in sorted(few.glob("*.csv"), reverse=True)}
    given = reachcheck.analyze(frames)
    assert given == reachcheck.analyze(written(frames, tmp_path / "tables"))
    assert (given.verdict, given.measures) == (reachcheck.analyze(few).verdict, reachcheck.analyze(few).measures)


def test_frames_lose_nothing_on_the_way() -> None:
    days = pandas.date_range("2026-01-05", periods=3, tz="UTC").rename("date")
    posts = pandas.DataFrame({"post": ['é, "b"', "=2", "c\nd"], "likes": [3.0, float("nan"), 0.0]}, index=days)
    dossiers = reachcheck.read({"posts": posts})
    assert dossiers.posts.key.decode() == ['é, "b"', "=2", "c\nd"]
    assert dossiers.posts.published_at.astype(str).tolist() == [f"2026-01-0{n}T00:00:00" for n in (5, 6, 7)]
    assert pandas.Series(dossiers.posts.likes).isna().tolist() == [False, True, False]
    unnamed = reachcheck.read({"posts": posts.reset_index().sample(frac=1.0, random_state=1)})
    assert sorted(unnamed.posts.key.decode()) == sorted(dossiers.posts.key.decode())


def test_frames_that_cannot_be_read_say_so() -> None:
    with pytest.raises(TypeError, match="'followers' is a str"):
        reachcheck.analyze({"followers": "followers.csv"})
    with pytest.raises(UnreadableError) as nothing:
        reachcheck.analyze({})
    assert nothing.value.place == "tables"
    with pytest.raises(UnreadableError) as negative:
        reachcheck.analyze({"posts": pandas.DataFrame({"post": ["a"], "date": ["2026-01-01"], "likes": [-4]})})
    assert negative.value.place == "posts.csv"


def test_a_reply_stands_in_the_results(few: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "reply.csv"
    sheet.write_text("your words,what happened,on which day,link,key\nHello,,,,\n", encoding="utf-8")
    results = reachcheck.analyze(few, reply=sheet)
    assert results.reply is not None
    assert [said.words for said in results.reply.general] == ["Hello"]
    assert results.verdict == reachcheck.analyze(few).verdict


def test_what_the_command_line_takes_python_takes_too(few: Path, tmp_path: Path) -> None:
    happened = tmp_path / "happened.csv"
    happened.write_text("date,event\n2026-02-12,on the radio\n", encoding="utf-8")
    results = reachcheck.analyze(
        few, events=happened, needs="notoriety", weights={"real-reach": 2}, what_if=True, mode="recruiter"
    )
    assert [event.what for event in results.events] == ["on the radio"]
    assert results.accepted is not None
    (need,) = results.needs
    assert need.total is not None
    assert results.what_if and not results.advice and results.mode == "recruiter"
    assert reachcheck.analyze(few).advice


def test_what_is_said_of_files_that_are_read_already_is_refused(few: Path) -> None:
    dossiers = reachcheck.read(few)
    with pytest.raises(TypeError, match="give events, role to read"):
        reachcheck.analyze(dossiers, events="happened.csv", role="followers")
    with pytest.raises(TypeError, match="colour"):
        reachcheck.analyze(few, colour="red")
    with pytest.raises(UsageError):
        reachcheck.analyze(dossiers, weights="real-reach=2")


def test_the_command_line_and_python_take_the_same() -> None:
    """All options of the command but those about what is printed, and how."""
    python = set(inspect.signature(reachcheck.analyze).parameters) | reachcheck.Reading.__annotations__.keys()
    printed = {"form", "table", "output", "lang", "width", "full", "fail_on", "debug", "save_map"}
    names = {"paths": "source", "mappings": "columns"}
    shell = {names.get(name, name) for name in inspect.signature(command.run).parameters} - printed
    assert shell == python - {"reading"}


def test_results_hold_what_the_readme_names(few: Path) -> None:
    results = reachcheck.analyze(few)
    assert results.verdict.label == "not assessable"
    assert results.real_reach is not None
    assert 0 <= results.real_reach.low <= results.real_reach.high <= 41
    assert results.measure("followers_count").value == 41
    with pytest.raises(KeyError):
        results.measure("fame")


def test_measures_as_a_frame(few: Path) -> None:
    results = reachcheck.analyze(few)
    frame = results.to_frame()
    assert isinstance(frame, pandas.DataFrame)
    assert list(frame["id"]) == [measure.id for measure in results.measures]
    rows = frame.set_index("id")
    assert rows.loc["followers_count", "value"] == 41
    unknown = frame[frame["status"] == "unknown"]
    assert len(unknown) and unknown[["value", "low", "high"]].isna().all(axis=None)
    assert frame["value"].dtype == float


def test_a_batch_as_a_frame(few: Path, tmp_path: Path) -> None:
    sheet, broken = tmp_path / "sheet.csv", tmp_path / "broken.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    broken.write_text("", encoding="utf-8")
    batch = score([str(few), str(broken), str(sheet)], ReadOptions(), load())
    frame = batch.to_frame()
    assert list(frame["candidate"]) == ["new_account", "broken", "ann", "bob"]
    assert list(frame["readable"]) == [True, False, True, True]
    assert batch.unreadable == 1
    assert frame["count"].isna().tolist() == [False, True, False, False]
    assert frame.loc[3, "count"] == 200


def test_a_batch_with_needs_and_replies(few: Path, tmp_path: Path) -> None:
    (tmp_path / "new-account.csv").write_text(
        "your words,what happened,on which day,link,key\nHi,,,,\n", encoding="utf-8"
    )
    (row,) = reachcheck.batch(few, needs=["notoriety"], replies=tmp_path).rows
    assert [found.need.name for found in row.needs] == ["notoriety"]
    assert row.findings_answered == 0


def test_a_batch_can_be_asked_for_twice(few: Path) -> None:
    asked = f"import reachcheck; print([len(reachcheck.batch({str(few)!r}).rows) for _ in range(2)])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout.strip() == "[1, 1]"


def test_render(few: Path) -> None:
    results = reachcheck.analyze(few)
    text = reachcheck.render(results)
    assert "NOT ASSESSABLE" in text and max(map(len, text.splitlines())) <= 80
    assert "NON ÉVALUABLE" in reachcheck.render(results, lang="fr", width=120)
    Draft202012Validator(json.loads(schemas.text("report"))).validate(
        json.loads(reachcheck.render(results, format="json"))
    )
    assert reachcheck.render(results, format="csv").startswith("candidate,id,")
    with pytest.raises(ValueError, match="none of"):
        reachcheck.render(results, format="docx")


def test_a_page_shows_itself_in_a_notebook(few: Path) -> None:
    results = reachcheck.analyze(few)
    assert str(reachcheck.page(results, lang="fr")) == reachcheck.render(results, format="html", lang="fr")
    assert reachcheck.page(results, "people")._repr_html_().startswith("<iframe sandbox ")


def caught(*paths: Path) -> ReachcheckError:
    with pytest.raises(ReachcheckError) as error:
        reachcheck.analyze(paths)
    return error.value


def test_errors_are_ours_with_place_and_remedy(tmp_path: Path) -> None:
    def made(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    columns = caught(made("colours.csv", "colour,size\nred,3\nblue,4\n"))
    assert isinstance(columns, UnreadableError)
    assert (columns.place, columns.exit_code) == ("colours.csv", 3)
    assert columns.remedy is not None and columns.problem.params["columns"] == ("colour", "size")

    several = caught(made("sheet.csv", SHEET))
    assert isinstance(several, UsageError) and several.exit_code == 2 and several.remedy is not None

    missing = caught(tmp_path / "gone.csv")
    assert isinstance(missing, UsageError) and missing.remedy is not None
    assert "gone.csv" in str(missing.problem.params["path"])

    negative = caught(made("neg.csv", "post,date,likes\np1,2026-01-01,-4\n"))
    reason = negative.problem.params["reason"]
    assert isinstance(reason, Message)
    assert (negative.problem.params["row"], reason.key) == (2, "row.negative")


def test_every_error_descends_from_one() -> None:
    assert issubclass(UsageError, ReachcheckError)
    assert issubclass(SettingsError, UsageError)
    assert issubclass(UnreadableError, ReachcheckError)
    assert [kind.exit_code for kind in (ReachcheckError, UsageError, SettingsError, UnreadableError)] == [70, 2, 2, 3]


def test_a_report_of_the_same_input_is_equal_and_renders_to_the_same_bytes(few: Path) -> None:
    first, second = reachcheck.analyze(few), reachcheck.analyze(few)
    assert first == second
    for form in ("text", "json", "csv"):
        assert reachcheck.render(first, format=form) == reachcheck.render(second, format=form)
