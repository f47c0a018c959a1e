"""Runs a parser that is not ours in a process of its own, so that its crash, its hunger or its sleep costs one file.

The child gets bytes on its standard input and gives JSON on its standard output; it opens nothing and writes nothing.
"""

import json
import subprocess
import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from reachcheck.errors import UnreadableError
from reachcheck.message import Message, msg

MEMORY = 1 << 30
"""Bytes of address space that the child may have."""
SECONDS = 20
"""Seconds of computing that the child may use."""
PATIENCE = 6
"""How many times longer a busy machine may take for it."""

REMEDY = msg("guard.stopped_remedy")
"""What to do about a workbook that stops its parser."""

_HOME = str(Path(__file__).parents[2])
_START = """
import sys
module, memory, seconds, home, *places = sys.argv[1:]
sys.path.insert(0, home)
import reachcheck
del sys.path[0]
sys.path += places
from reachcheck.readers.guard import serve
serve(module, int(memory), int(seconds))
"""


def run_child(
    module: str,
    content: bytes,
    *,
    place: str,
    memory: int = MEMORY,
    seconds: int = SECONDS,
    remedy: Message | None = None,
) -> bytes:
    """What `convert` of a module makes of `content`, as JSON ``{"limited": bool, "made": ...}``.

    The child runs isolated (no variables, no start-up files of the user), with this very reachcheck even where another
    is installed, and looks for modules where this process does.
    Raises UnreadableError when it crashes, is stopped by its limits, or answers nothing in time.
    """
    places = (_HOME, *filter(None, sys.path))
    command = [sys.executable, "-I", "-c", _START, module, str(memory), str(seconds), *places]
    patience = PATIENCE * seconds
    try:
        done = subprocess.run(
            command, input=content, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=patience, check=False
        )
    except subprocess.TimeoutExpired as error:
        problem = msg("guard.timeout", seconds=patience)
        raise UnreadableError(problem, place=place, remedy=remedy or msg("guard.stopped_remedy")) from error
    if done.returncode:
        problem = msg("guard.crashed", megabytes=memory >> 20, seconds=seconds)
        raise UnreadableError(problem, place=place, remedy=remedy or msg("guard.stopped_remedy"))
    return done.stdout


def remarks(limited: bool) -> tuple[Message, ...]:
    """What to say about a child that could not be given limits."""
    return () if limited else (msg("guard.unlimited"),)


def serve(module: str, memory: int, seconds: int) -> None:
    """The child's side: set the limits, and only then load the parser and let it read."""
    limited = _limit(memory, seconds)
    made = import_module(module).convert(sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps({"limited": limited, "made": made}).encode("ascii"))


def _limit(memory: int, seconds: int) -> bool:
    """Limit this process, without a core dump should it fall; False where the system has no such limits."""
    try:
        resource = import_module("resource")
        wanted = ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, memory))
        for kind, most in wanted:
            least = min(_finite((most, *resource.getrlimit(kind)), resource.RLIM_INFINITY))
            resource.setrlimit(kind, (least, least))
    except (ImportError, ValueError, OSError):
        return False
    return True


def _finite(limits: Iterable[int], infinity: int) -> list[int]:
    return [limit for limit in limits if limit != infinity]
