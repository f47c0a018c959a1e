"""Fixtures: the template as installed, and small packages made for one test."""

import textwrap
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from installed import GROUPS, RULE, TEMPLATE, TEXTS, forget, on_path, put

Made = Callable[..., None]


@pytest.fixture
def template(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """The template package, as its own pyproject describes it."""
    project = tomllib.loads((TEMPLATE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    put(tmp_path / "site", project["name"], project["version"], project["entry-points"])
    on_path(monkeypatch, tmp_path / "site", TEMPLATE / "src")
    yield
    forget("reachcheck_template")


@pytest.fixture
def acme(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Made]:
    """A package made for the test: its code, its English texts and its entry points."""

    def made(
        code: str = RULE,
        texts: str | None = TEXTS,
        groups: Mapping[str, Mapping[str, str]] = GROUPS,
        french: str | None = None,
    ) -> None:
        folder = tmp_path / "acme"
        package = folder / "acme_plugin"
        package.mkdir(parents=True)
        (package / "__init__.py").write_text("", encoding="utf-8")
        (package / "code.py").write_text(textwrap.dedent(code), encoding="utf-8")
        for lang, text in (("en", texts), ("fr", french)):
            if text is not None:
                (package / f"{lang}.toml").write_text(text, encoding="utf-8")
        put(folder, "acme-plugin", "2.1", groups)
        on_path(monkeypatch, folder)

    yield made
    forget("acme_plugin")


@pytest.fixture
def plaza(tmp_path: Path) -> Path:
    """An export of the invented platform that the template reads: 20 followers, two posts in thirteen weeks."""
    folder = tmp_path / "plaza"
    folder.mkdir()
    rows = "".join(f"n{i},2026-01-{i + 1:02}\n" for i in range(20))
    (folder / "plaza_neighbours.csv").write_text(f"Neighbour,Moved in\n{rows}", encoding="utf-8")
    notices = "Notice,Pinned on,Nods,Replies\n1,2026-01-05,7,2\n2,2026-03-30,9,0\n"
    (folder / "plaza_notices.csv").write_text(notices, encoding="utf-8")
    return folder
