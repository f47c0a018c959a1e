"""A page taken apart: its elements, its words, and whether everything opened is closed."""

import base64
import hashlib
import re
from html.parser import HTMLParser

VOID = {"meta"}


class Page(HTMLParser):
    """Elements with their attributes, words, and whether every element is closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID and tag != "br":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def check_alone(said: str) -> None:
    """Everything is closed, nothing is loaded, and nothing runs."""
    page = Page(said)
    assert page.open == []
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"script", "img", "link", "iframe", "object", "embed", "form", "input", "base", "image", "use"}
    attributes = {key for _, given in page.elements for key in given}
    assert "style" not in attributes and not any(key.startswith("on") for key in attributes)
    assert {key for key in attributes if key in ("src", "srcset", "href", "xlink:href", "action")} <= {"href"}
    assert all(given["href"].startswith("#") for _, given in page.elements if "href" in given)
    assert "http:" not in said and "https:" not in said and "@import" not in said
    assert re.findall(r"url\(([^)]*)\)", said) == ["#rest", "#maybe"]


def check_links(said: str) -> None:
    """Every link leads somewhere, and no name is given twice."""
    elements = Page(said).elements
    ids = [given["id"] for _, given in elements if "id" in given]
    assert len(ids) == len(set(ids))
    assert {given["href"][1:] for _, given in elements if "href" in given} <= set(ids)
    named = {ident for _, given in elements for ident in given.get("aria-labelledby", "").split()}
    assert named <= set(ids)


def check_policy(said: str) -> None:
    """The one policy names the one style by its hash, and allows nothing else."""
    (style,) = re.findall("<style>(.*?)</style>", said, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policies = [given["content"] for _, given in Page(said).elements if "http-equiv" in given]
    assert policies == [f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"]
