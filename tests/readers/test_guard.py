import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

import reachcheck
from reachcheck.errors import UnreadableError
from reachcheck.readers import guard

Child = Callable[[str], str]


@pytest.fixture
def child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Child:
    """Writes a module that a child process can import."""
    monkeypatch.syspath_prepend(tmp_path)

    def write(body: str) -> str:
        (tmp_path / "parser_of_test.py").write_text(f"import os, time\ndef convert(content):\n    {body}\n")
        return "parser_of_test"

    return write


def problem_of(module: str, seconds: int = 20, memory: int = guard.MEMORY) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        guard.run_child(module, b"", place="a.xlsx", seconds=seconds, memory=memory)
    assert caught.value.place == "a.xlsx"
    assert caught.value.remedy is not None
    return caught.value


def test_what_the_child_makes_comes_back_as_json(child: Child) -> None:
    answer = guard.run_child(child("return [content.decode('utf-8'), 'é']"), "ça".encode(), place="a")
    assert json.loads(answer) == {"limited": True, "made": ["ça", "é"]}
    assert answer.isascii()


@pytest.mark.parametrize(
    "body", ["os.abort()", "os._exit(3)", "raise ValueError", "return bytearray(4 << 30)", "return object()"]
)
def test_whatever_ends_the_child_is_an_error_of_that_file(child: Child, body: str) -> None:
    assert problem_of(child(body)).problem.key == "guard.crashed"


def test_a_parser_that_is_not_there_is_an_error_too() -> None:
    assert problem_of("no_such_parser").problem.key == "guard.crashed"


def test_memory_and_computing_time_are_limited(child: Child, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "PATIENCE", 300)
    hungry = problem_of(child("return len(bytearray(512 << 20))"), memory=256 << 20)
    assert dict(hungry.problem.params) == {"megabytes": 256, "seconds": 20}
    endless = problem_of(child("while True: pass"), seconds=1)
    assert endless.problem.key == "guard.crashed"


def test_a_child_that_sleeps_is_stopped(child: Child, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "PATIENCE", 1)
    slow = problem_of(child("time.sleep(60)"), seconds=1)
    assert slow.problem.key == "guard.timeout"
    assert dict(slow.problem.params) == {"seconds": 1}


def test_a_child_that_dies_before_it_reads_is_no_broken_pipe(child: Child) -> None:
    with pytest.raises(UnreadableError):
        guard.run_child("no_such_parser", b"x" * (4 << 20), place="a")


def test_the_working_folder_and_variables_have_no_say(
    child: Child, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "json.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PYTHONPATH", str(folder))
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    assert json.loads(guard.run_child(child("return 1"), b"", place="a"))["made"] == 1


def test_the_child_runs_this_reachcheck_even_where_another_is_installed(child: Child) -> None:
    home = "import reachcheck; return reachcheck.__file__"
    assert json.loads(guard.run_child(child(home), b"", place="a"))["made"] == reachcheck.__file__


def test_a_fall_leaves_no_core_dump(child: Child) -> None:
    limits = "import resource; return resource.getrlimit(resource.RLIMIT_CORE)"
    assert json.loads(guard.run_child(child(limits), b"", place="a"))["made"] == [0, 0]


@pytest.mark.parametrize("limited", [True, False])
def test_the_child_limits_itself_before_it_loads_the_parser(limited: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[object] = []
    out = io.BytesIO()

    def limit(memory: int, seconds: int) -> bool:
        done.append((memory, seconds))
        return limited

    def load(name: str) -> SimpleNamespace:
        done.append(name)
        return SimpleNamespace(convert=lambda content: content.decode())

    monkeypatch.setattr(guard, "_limit", limit)
    monkeypatch.setattr(guard, "import_module", load)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"abc")))
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=out))
    guard.serve("parser", 5, 7)
    assert done == [(5, 7), "parser"]
    assert json.loads(out.getvalue()) == {"limited": limited, "made": "abc"}


class Resource:
    """The system's limits, as far as they are used."""

    RLIMIT_CORE, RLIMIT_CPU, RLIMIT_AS, RLIM_INFINITY = 4, 0, 9, -1

    def __init__(self, hard: int) -> None:
        self.hard = hard
        self.set: list[tuple[int, tuple[int, int]]] = []

    def getrlimit(self, kind: int) -> tuple[int, int]:
        del kind
        return -1, self.hard

    def setrlimit(self, kind: int, limits: tuple[int, int]) -> None:
        if self.hard == 0:
            raise ValueError("not allowed to raise maximum limit")
        self.set.append((kind, limits))


@pytest.mark.parametrize(("hard", "memory", "seconds"), [(-1, 100, 20), (50, 50, 20), (10, 10, 10)])
def test_limits_of_the_system_that_are_narrower_stay(
    hard: int, memory: int, seconds: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = Resource(hard)
    monkeypatch.setattr(guard, "import_module", lambda name: system)
    assert guard._limit(100, 20)
    assert system.set == [(4, (0, 0)), (0, (seconds, seconds)), (9, (memory, memory))]


def test_a_system_without_limits_is_remarked_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(guard, "import_module", absent)
    assert not guard._limit(100, 20)
    monkeypatch.setattr(guard, "import_module", lambda name: Resource(0))
    assert not guard._limit(100, 20)
    assert [note.key for note in guard.remarks(False)] == ["guard.unlimited"]
    assert guard.remarks(True) == ()
