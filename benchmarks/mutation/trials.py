"""The tests run once for each fault, in forks of a process that has collected them."""

import os
import pickle
import resource
import signal
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from time import perf_counter
from typing import Literal, NamedTuple

import pytest

from mutation.faults import Fault

Outcome = Literal["killed", "timeout", "survived"]

PATIENCE = 3
"""Times what the tests take under the profiler, which is about twice what they take without."""
MEMORY = 8 << 30
"""Bytes that a process with a fault may ask for."""


class Watched(NamedTuple):
    """The tests as the code is: seconds that each takes, and who calls the functions (file, qualified name).

    Who calls what a function has made, calls it.
    """

    seconds: Mapping[str, float]
    callers: Mapping[tuple[str, str], set[str]]


class Trials:
    """A plugin of pytest that stands for its loop over the tests; `outcomes` are in the order of the faults."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.outcomes: list[Outcome] = []
        self._faults = faults

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """End the fork at the first test that fails."""
        if report.failed:
            os._exit(1)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run the tests as the code is, and then for each fault those that call its function, the fastest first."""
        with tempfile.TemporaryFile(buffering=0) as file:
            if forked(lambda: pickle.dump(watched(session.items), file), 3600) != "survived":
                raise pytest.UsageError("the tests fail as the code is")
            file.seek(0)
            seconds, callers = pickle.load(file)
        for fault in self._faults:
            names = callers.get((str(fault.path), fault.function), set())
            items = sorted((item for item in session.items if item.nodeid in names), key=lambda it: seconds[it.nodeid])
            patience = 2 + PATIENCE * sum(seconds[item.nodeid] for item in items)
            self.outcomes.append(forked(lambda: run(items, fault), patience))  # noqa: B023
            print(f"\r{len(self.outcomes)} of {len(self._faults)}", end="", file=sys.__stderr__, flush=True)
        return True


def watched(items: Sequence[pytest.Item]) -> Watched:
    """Run all tests, and watch them."""
    seconds: dict[str, float] = {}
    callers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for item in items:
        codes, started = set(), perf_counter()
        sys.setprofile(lambda frame, event, _: codes.add(frame.f_code) if event == "call" else None)  # noqa: B023
        run([item])
        sys.setprofile(None)
        seconds[item.nodeid] = perf_counter() - started
        for code in codes:
            callers[code.co_filename, code.co_qualname.partition(".<locals>")[0]].add(item.nodeid)
    return Watched(seconds, callers)


def run(items: Sequence[pytest.Item], fault: Fault | None = None) -> None:
    """Run tests, with a fault or without."""
    if fault:
        fault.install()
    for item, following in zip(items, [*items[1:], None], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)


def forked(work: Callable[[], None], patience: float) -> Outcome:
    """What becomes of a fork that does some work, with all processes that it starts."""
    pid = os.fork()
    if pid == 0:
        os.setsid()
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        signal.setitimer(signal.ITIMER_REAL, patience)
        with suppress(BaseException):
            work()
            os._exit(0)
        os._exit(1)
    _, status = os.waitpid(pid, 0)
    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGALRM:
        return "timeout"
    return "killed" if status else "survived"
