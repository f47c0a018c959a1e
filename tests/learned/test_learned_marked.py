"""From marks of a list to a model: whose they are, what each stands for, and what is left out."""

import numpy as np
import pytest
from learned_made import figures

from reachcheck import pipeline
from reachcheck.errors import UsageError
from reachcheck.learned.apply import learned
from reachcheck.learned.marked import _stands_for, from_marks
from reachcheck.method import load
from reachcheck.readers.base import ReadOptions

METHOD = load().composition


def listed(folder, seed: int = 1, n: int = 400, *, without: tuple[str, ...] = ()):
    """A list of followers as a file, read; and the place and mark of each."""
    edges, nobody = figures(seed, n)
    names = [name for name in ("followers", "following", "posts", "has_picture") if name not in without]
    lines = [",".join(("handle", *names))]
    for at in range(n):
        cells = [getattr(edges, name)[at] for name in names]
        told = ["" if np.isnan(cell) or cell < 0 else f"{cell:.0f}" for cell in cells]
        lines.append(",".join((f"a{at}", *told)))
    path = folder / "followers.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    marks = {f"followers.csv:{at + 2}": "nobody" if each else "somebody" for at, each in enumerate(nobody)}
    return pipeline.read([str(path)], ReadOptions(role="followers")), marks


def test_the_order_of_the_sheet_changes_nothing(tmp_path) -> None:
    dossiers, marks = listed(tmp_path)
    backwards = dict(reversed(list(marks.items())))
    assert from_marks(dossiers, marks, METHOD)[0].name == from_marks(dossiers, backwards, METHOD)[0].name


def test_marks_left_open_and_without_figures_are_counted_and_not_learned_from(tmp_path) -> None:
    dossiers, marks = listed(tmp_path)
    dossiers.edges.followers[:7] = np.nan
    places = list(marks)
    marks[places[-1]] = "unsure"
    model, fitting = from_marks(dossiers, marks, METHOD)
    assert (fitting.unsure, fitting.without_figures) == (1, 7)
    assert model.nobody.marked + model.somebody.marked == 400 - 8


def test_a_mark_of_another_list_is_refused(tmp_path) -> None:
    dossiers, marks = listed(tmp_path)
    with pytest.raises(UsageError) as refused:
        from_marks(dossiers, {**marks, "followers.csv:9999": "nobody"}, METHOD)
    assert refused.value.problem.params == {"rows": ("followers.csv:9999",)}


def test_each_mark_stands_for_its_part_of_the_stratum(tmp_path) -> None:
    dossiers, _ = listed(tmp_path)
    edges = dossiers.edges
    edges.followers[:], edges.following[:], edges.posts[:] = 500.0, 100.0, 30.0
    edges.posts[:100] = 1.0
    edges.posts[:40], edges.followers[:40] = 1.0, 10.0
    # 300 without a sign, 60 with one, 40 with three or more; 3, 2 and 4 of them marked
    rows = np.array([0, 1, 2, 3, 50, 51, 200, 201, 202])
    assert _stands_for(dossiers, rows, METHOD).tolist() == [10.0] * 4 + [30.0] * 2 + [100.0] * 3


def test_a_list_without_a_column_of_the_model_gets_no_share(tmp_path) -> None:
    dossiers, marks = listed(tmp_path)
    model, _ = from_marks(dossiers, marks, METHOD)
    assert set(model.inputs) == {"followers", "following", "posts", "ratio", "has_picture"}
    for without, lacks in ((("posts",), ("posts",)), (("following", "has_picture"), ("following", "has_picture"))):
        said = learned(listed(tmp_path, 2, without=without)[0], 0, model, METHOD)
        assert (said.n, said.low, said.high, said.lacks) == (None, None, None, "followers_figures")
        assert said.reason is not None and said.reason.params["inputs"] == lacks


def test_a_list_without_figures_gets_no_share(tmp_path) -> None:
    dossiers, marks = listed(tmp_path)
    model, _ = from_marks(dossiers, marks, METHOD)
    dossiers.edges.followers[:] = np.nan
    said = learned(dossiers, 0, model, METHOD)
    assert (said.n, said.reason.key if said.reason else "") == (None, "learned.no_figures")


def test_a_model_without_pictures_serves_a_list_with_them(tmp_path) -> None:
    dossiers, marks = listed(tmp_path, without=("has_picture",))
    model, _ = from_marks(dossiers, marks, METHOD)
    assert model.inputs == ("followers", "following", "posts", "ratio")
    assert learned(listed(tmp_path, 2)[0], 0, model, METHOD).n == 400


def test_a_list_unlike_the_marks_is_counted_and_gets_no_share(tmp_path) -> None:
    dossiers, marks = listed(tmp_path)
    model, _ = from_marks(dossiers, marks, METHOD)
    other, _ = listed(tmp_path, 5)
    other.edges.followers[:] *= 20
    other.edges.posts[:] = 1.0
    said = learned(other, 0, model, METHOD)
    assert said.n == said.nobody + said.somebody + said.undecided == 400
    assert (said.low, said.high, said.reason.key if said.reason else "") == (None, None, "learned.unlike")


@pytest.mark.parametrize("seed", [5, 6, 7])
def test_counts_add_up_and_the_share_holds_on_another_list_of_the_kind(tmp_path, seed) -> None:
    dossiers, marks = listed(tmp_path)
    model, _ = from_marks(dossiers, marks, METHOD)
    other, truth = listed(tmp_path, seed)
    said = learned(other, 0, model, METHOD)
    assert said.n == said.nobody + said.somebody + said.undecided == 400
    assert said.reason is None
    share = list(truth.values()).count("nobody") / 400
    assert said.low <= share <= said.high
    assert said.high - said.low < 0.5
