"""The page in a real browser: nothing refused, nothing run, the same with and without script, no wider than a phone.

Needs Chromium (Debian's package `chromium`); run with `pytest -m slow tests/formats/test_html_in_chromium.py`.
"""

import io
import re
import shutil
import subprocess
from html import escape
from pathlib import Path

import pytest

from reachcheck.compared.compare import compare
from reachcheck.formats import html
from reachcheck.formats.html.comparison import render_comparison
from reachcheck.formats.words import Words
from reachcheck.pipeline import analyze_one, read

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--enable-logging=stderr", "--v=0",
         "--disable-features=IsolateSandboxedIframes", "--timeout=5000")  # fmt: skip
PAIR = ("circle-594", "nathan-3000")
FRAME = '<!doctype html><iframe sandbox="{allowed}" srcdoc="{page}" style="border:0;width:100%;height:3900px"></iframe>'
"""How previews of mails and of shared files show a page."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed"),
]


def compared(samples: Path) -> str:
    first, second = ((found, analyze_one(found)) for found in (read([str(samples / name)]) for name in PAIR))
    return render_comparison(compare(first, second), Words("fr"))


@pytest.fixture(scope="module", params=["en", "fr", "compared"])
def page(request, samples, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("page") / "report.html"
    if request.param == "compared":
        path.write_text(compared(samples), "utf-8")
    else:
        path.write_text(html.render(analyze_one(read([str(samples / PAIR[1])])), Words(request.param)), "utf-8")
    return path


def chromium(page: Path, *flags: str) -> subprocess.CompletedProcess[bytes]:
    assert CHROMIUM is not None
    return subprocess.run([CHROMIUM, *FLAGS, *flags, page.as_uri()], capture_output=True, check=True, timeout=120)


def test_the_browser_refuses_nothing_of_it(page: Path) -> None:
    said = chromium(page, "--dump-dom").stderr.decode()
    assert not re.search("Content.Security.Policy|Refused to|violates", said)


@pytest.mark.parametrize("width", [360, 1280])
def test_script_changes_no_pixel(page: Path, tmp_path: Path, width: int) -> None:
    shots = []
    for allowed in ("allow-scripts", ""):
        frame, shot = tmp_path / "frame.html", tmp_path / "shot.png"
        frame.write_text(FRAME.format(allowed=allowed, page=escape(page.read_text("utf-8"))), "utf-8")
        chromium(frame, f"--window-size={width},4000", f"--screenshot={shot}")
        shots.append(shot.read_bytes())
    assert shots[0] == shots[1]
    assert len(shots[0]) > 20_000, "a blank page would be small"


def test_it_prints_on_few_pages(page: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "report.pdf"
    chromium(page, f"--print-to-pdf={pdf}", "--no-pdf-header-footer")
    pages = len(re.findall(rb"/Type\s*/Page\b", io.BytesIO(pdf.read_bytes()).read()))
    assert 4 <= pages <= 13
