"""Files that ask for more than they give are refused by name, and nothing of them is written anywhere."""

from pathlib import Path

import pytest
from bombs_made import BOMBS, Bomb

from reachcheck import pipeline
from reachcheck.errors import ReachcheckError


@pytest.mark.parametrize("bomb", BOMBS, ids=lambda bomb: bomb.kind)
def test_each_kind_is_refused_by_name(bomb: Bomb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.chdir(scratch)
    monkeypatch.setenv("TMPDIR", str(scratch))
    place = tmp_path / bomb.file
    place.write_bytes(bomb.make())
    with pytest.raises(ReachcheckError) as caught:
        pipeline.inspect([str(place)])
    assert caught.value.problem.key in bomb.keys
    assert caught.value.place
    assert list(scratch.iterdir()) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == [bomb.file, "scratch"]
