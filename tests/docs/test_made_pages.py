"""Pages that are made from the code are what would be made now, and nothing is left of what is gone."""

import pytest
from pages import ROOT, text_of

from made_pages import tested
from made_pages.all import made
from reachcheck.formats.said.glossary import TERMS, find
from reachcheck.formats.words import Words
from reachcheck.rules import RULES

DOCS = ROOT / "docs"
MADE = made()


@pytest.mark.parametrize("path", MADE)
def test_a_made_page_is_as_it_would_be_made(path: str) -> None:
    assert text_of(DOCS / path) == MADE[path], "run: python tools/made_pages"


def test_every_rule_has_a_page_and_no_other_is_there() -> None:
    pages = {page.name for page in (DOCS / "rules").glob("*.md")}
    assert pages == {"README.md", *(f"{rule.code}.md" for rule in RULES)}


def test_a_page_says_in_both_languages_what_a_rule_looks_at_and_how_it_errs() -> None:
    page = " ".join(MADE["rules/GRO101.md"].split())
    for lang in ("en", "fr"):
        words = Words(lang, strict=True)
        assert words.name("rule.GRO101", "looks_at") in page
        assert words.name("rule.GRO101", "errs") in page


def test_the_commands_have_all_their_names() -> None:
    assert "- `-o, --output FILE`: Write here instead of to standard output." in MADE["commands.md"]
    assert "- `--what-if`: Say what each further export could tell." in MADE["commands.md"]


@pytest.mark.parametrize(
    ("asked", "ident"),
    [("real reach", "real_reach"), ("REAL-REACH", "real_reach"), ("public reel", "real_reach"), ("À sens unique",
     "one_sided"), ("evenement anodin", "innocent_event"), ("n", "n")],
)  # fmt: skip
def test_a_word_is_found_in_either_language(asked: str, ident: str) -> None:
    for lang in ("en", "fr"):
        term = find(asked, Words(lang, strict=True))
        assert term is not None and term.ident == ident
        assert term.word == Words(lang).name(f"glossary.{ident}", "word")


def test_a_word_that_is_none_is_not_found() -> None:
    assert find("reach", Words("en")) is None
    assert find("", Words("en")) is None


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_no_word_stands_twice(lang: str) -> None:
    words = [Words(lang).name(f"glossary.{ident}", "word") for ident in TERMS]
    assert len(set(words)) == len(TERMS)


def test_explain_shows_a_word_and_all_of_them(inside) -> None:
    assert inside("explain", "real reach", "--lang", "fr")[1].startswith("public réel\n")
    assert inside("explain", "glossary")[1].count("\n   ") >= len(TERMS)
    code, _, err = inside("explain", "horse")
    assert code == 2 and "no rule and no word horse" in err


def test_the_page_on_the_tests_knows_every_kind_of_them() -> None:
    kinds = {path.parent.relative_to(ROOT / "tests").parts[0] for path in (ROOT / "tests").rglob("*/test_*.py")}
    assert kinds | {"test_api.py"} == set(tested.ABOUT)
    page = text_of(DOCS / "tested.md")
    assert all(f"| `{kind}` | {about} | " in page for kind, about in tested.ABOUT.items())
