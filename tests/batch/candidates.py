"""Candidates as people leave them in a folder."""

import shutil
import zipfile
from pathlib import Path

POSTS = "post,date,likes\np1,2026-01-05,4\np2,2026-01-12,6\np3,2026-01-20,5\n"
SHEET = "handle,platform,followers,average likes\n@zoe,instagram,100,3\nyan,instagram,200,4\n"


def file(path: Path, text: str = POSTS) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def folder(sample: Path, target: Path) -> Path:
    shutil.copytree(sample, target)
    return target


def archive(sample: Path, target: Path) -> Path:
    with zipfile.ZipFile(target, "w") as packed:
        for member in sorted(sample.iterdir()):
            packed.write(member, member.name)
    return target
