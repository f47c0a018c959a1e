"""Small faults in functions and methods, as mutmut makes them; decorated functions and constants of modules stay."""

import difflib
import gc
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import libcst as cst
from mutmut.mutation.file_mutation import Mutation, create_mutations, deep_replace

SOURCES = Path(__file__).resolve().parents[2] / "src"


@dataclass(frozen=True)
class Fault:
    """One fault: in which function it is, and what it replaces there."""

    path: Path
    function: str
    """The qualified name."""
    module: cst.Module
    mutation: Mutation
    is_none: bool = False
    """Whether the code stays as it is."""

    def source(self) -> str:
        """The whole file with the fault in it."""
        if self.is_none:
            return self.module.code
        faulty = deep_replace(self.module, self.mutation.original_node, self.mutation.mutated_node)
        return cst.ensure_type(faulty, cst.Module).code

    def install(self) -> None:
        """Give the function that this process uses, wherever it was imported to, the faulty code and defaults."""
        module = import_module(".".join(self.path.relative_to(SOURCES).with_suffix("").parts))
        names = {"__name__": module.__name__}
        exec(compile(self.source(), str(self.path), "exec"), names)
        old, new = _found(vars(module), self.function), _found(names, self.function)
        _renew_made(old.__code__, new.__code__)
        old.__code__, old.__defaults__, old.__kwdefaults__ = new.__code__, new.__defaults__, new.__kwdefaults__

    def __str__(self) -> str:
        if self.is_none:
            return f"{self.path.name} {self.function}"
        _, _, where, *lines = difflib.unified_diff(self.module.code.split("\n"), self.source().split("\n"), n=0)
        place = f"{self.path.name}:{where.split()[1][1:].partition(',')[0]} {self.function}"
        return "\n    ".join([place, *(f"{line[0]} {line[1:].strip()}" for line in lines)])


def _found(names: Any, qualified: str) -> Any:
    owner, _, name = qualified.rpartition(".")
    found = vars(names[owner])[name] if owner else names[name]
    return getattr(found, "__func__", found)


def _renew_made(old: CodeType, new: CodeType) -> None:
    """Give the faulty code to the functions, too, that the old one has made already, as a table of kernels holds them.

    Those with other free variables are left.
    """
    codes = {code: _inside(new).get(name) for name, code in _inside(old).items()}
    for made in gc.get_objects():
        code = codes.get(made.__code__) if isinstance(made, FunctionType) else None
        if code and code.co_freevars == made.__code__.co_freevars:
            made.__code__ = code


def _inside(code: CodeType) -> dict[str, CodeType]:
    """The named functions that are made in a function."""
    found = (each for each in code.co_consts if isinstance(each, CodeType))
    return {each.co_name: each for each in found if each.co_name.isidentifier()}


def faults(path: Path) -> Iterator[Fault]:
    """All faults of a file."""
    module, mutations, *_ = create_mutations(str(path), path.read_text("utf-8"))
    names: dict[cst.CSTNode | None, str] = {}
    for outer in module.body:
        prefix, inside = (f"{outer.name.value}.", outer.body.body) if isinstance(outer, cst.ClassDef) else ("", [outer])
        names |= {inner: prefix + inner.name.value for inner in inside if isinstance(inner, cst.FunctionDef)}
    for mutation in mutations:
        if name := names.get(mutation.contained_by_top_level_function):
            yield Fault(path, name, module, mutation)


def sampled(files: Sequence[Path], size: int, seed: int) -> list[Fault]:
    """So many faults, of each file the same share."""
    chance = random.Random(seed)
    pool: list[Fault] = []
    for path in files:
        of_file = list(faults(path))
        pool += chance.sample(of_file, len(of_file))
    size = min(size, len(pool))
    return [pool[place * len(pool) // size] for place in range(size)]
