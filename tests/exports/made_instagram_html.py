"""Instagram's information export as web pages, in the language and the zone of the account."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from html import escape
from pathlib import Path

from exports_made import archive
from made_instagram import ACTIVITY, LISTS, NAME

STYLE = "<style type='text/css'>._a6-g{margin:0}</style>"
INSIGHTS = "logged_information/past_instagram_insights"


def page(title: str, boxes: Sequence[str], times: Sequence[tuple[str, str]] = ()) -> str:
    """A page; `times` are when it was made, and the range that was asked for, for machines and for people."""
    shown = " ".join(f'<time datetime="{machine}">{people}</time>' for machine, people in times)
    return (
        f'<html><head><meta charset="utf-8"><title>{title}</title>{STYLE}</head><body class="_5vb_"><div class="_a705">'
        f'<header class="_a70a"><h1>{title}</h1><aside role="contentinfo">lin {shown}</aside></header>'
        f'<main class="_a706" role="main">{"".join(boxes)}</main></div></body></html>'
    )


def box(inside: str, time: str = "", heading: str = "") -> str:
    """One entry."""
    title = f'<h2 class="_3-95 _2pim _a6-h _a6-i">{escape(heading)}</h2>' if heading else ""
    when = f'<div class="_3-94 _a6-o">{time}</div>' if time else ""
    return (
        f'<div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder">{title}<div class="_a6-p">{inside}</div>{when}</div>'
    )


def person(handle: str, time: str) -> str:
    """One row of followers: a link whose text is the handle, then the time."""
    link = f'<a target="_blank" href="https://www.instagram.com/{handle}">{escape(handle)}</a>'
    return box(f"<div><div>{link}</div><div>{time}</div></div>")


def followed(handle: str, time: str) -> str:
    """One row of those followed: the handle is the heading, and the link goes to the app."""
    link = f"https://www.instagram.com/_u/{handle}"
    return box(f'<div><div><a target="_blank" href="{link}">{link}</a></div><div>{time}</div></div>', heading=handle)


def table(*pairs: tuple[str, str]) -> str:
    """Labels and values; an address has its label in the same cell."""
    return f'<table style="table-layout: fixed;">{"".join(_row(*pair) for pair in pairs)}</table>'


def _row(label: str, value: str) -> str:
    if "://" in value:
        link = f'<a target="_blank" href="{value}">{value}</a>'
        return f'<tr><td colspan="2" class="_2pin _a6_q">{label}<div>{link}</div></td></tr>'
    return f'<tr><td class="_2pin _a6_q">{escape(label)}</td><td class="_2pin _2piu _a6_r">{escape(value)}</td></tr>'


def stacked(*pairs: tuple[str, str]) -> str:
    """Labels with their values below them, in one cell."""
    rows = (f'<tr><td colspan="2" class="_a6_q">{k}<div><div>{escape(v)}</div></div></td></tr>' for k, v in pairs)
    return f"<table>{''.join(rows)}</table>"


LANGUAGES: Mapping[str, tuple[str, tuple[str, str], tuple[str, str, str]]] = {
    "en": (
        "Followers",
        ("2025-12-01T12:03Z", "Monday, December 1, 2025 at 4:03 AM UTC"),
        ("Nov 14, 2025 10:13 pm", "Nov 14, 2025 12:30 am", "Jul 3, 2024 1:07 pm"),
    ),
    "fr": (
        "Followers",
        ("2025-12-01T12:03Z", "lundi 1 décembre 2025 à 13:03 UTC"),
        ("14 nov. 2025 22:13", "14 nov. 2025 00:30", "3 juil. 2024 13:07"),
    ),
    "de": (
        "Follower",
        ("2025-12-01T12:03Z", "Montag, 1. Dezember 2025 um 13:03 UTC"),
        ("14. Nov. 2025, 22:13", "14. Nov. 2025, 00:30", "3. Juli 2024, 13:07"),
    ),
    "es": (
        "Seguidores",
        ("2025-12-01T12:03Z", "lunes, 1 de diciembre de 2025 a las 6:03 UTC"),
        ("nov 14, 2025 10:13 p. m.", "nov 14, 2025 12:30 a. m.", "jul 3, 2024 1:07 p. m."),
    ),
    "pt": (
        "Seguidores",
        ("2025-12-01T12:03Z", "Segunda-feira, 1 de dezembro de 2025 às 04:03 UTC"),
        ("nov 14, 2025 10:13 da tarde/noite", "nov 14, 2025 12:30 da manhã", "jul 03, 2024 1:07 da tarde/noite"),
    ),
    "nl": (
        "Volgers",
        ("2025-12-01T12:03Z", "maandag 1 december 2025 om 13:03 UTC"),
        ("14 nov. 2025 22:13", "14 nov. 2025 00:30", "3 jul. 2024 13:07"),
    ),
}


def _lists(language: str, folder: Path) -> Path:
    title, made, (first, second, third) = LANGUAGES[language]
    people = [person("ada", first), person("grace", second), person("zoe", third)]
    files = {
        f"{LISTS}/followers_1.html": page(title, people, [made]),
        f"{LISTS}/following.html": page(title, [followed("Ada", third)], [made]),
        f"{LISTS}/close_friends.html": page(title, [person("secret", first)], [made]),
    }
    return Path(archive(folder, NAME, files))


def _range(folder: Path) -> Path:
    """A year was asked for, which the head of each page says."""
    _, made, (first, second, _third) = LANGUAGES["en"]
    times = [made, ("2024-12-01T12:03Z", "December 1, 2024 at 4:03 AM"), (made[0], "December 1, 2025 at 4:03 AM")]
    files = {
        f"{LISTS}/followers_1.html": page("Followers", [person("ada", first)], times),
        f"{LISTS}/followers_2.html": page("Followers", [person("grace", second), person("ada", first)], times),
    }
    return Path(archive(folder, NAME, files))


def _activity(folder: Path) -> Path:
    _, made, (first, second, third) = LANGUAGES["pt"]
    post = "https://www.instagram.com/p/AbC/"
    image = '<div><img src="media/posts/202511/45_16_5_18136753804350001.jpg" class="_a6_o _3-96"></div>'
    left = ("URL", "https://pin.example/x"), ("Nome", "Jo"), ("Nome de usuário", "jo.ly")
    files = {
        f"{LISTS}/recently_unfollowed_profiles.html": page("Deixou de seguir", [box(table(*left), first)], [made]),
        f"{ACTIVITY}/likes/liked_posts.html": page(
            "Curtidas",
            [
                box(
                    table(("URL", post), ("Legenda", "2024 foi bom"), ("Nome", "Ada"), ("Nome de usuário", "ada")),
                    first,
                )
            ],
            [made],
        ),
        f"{ACTIVITY}/likes/liked_comments.html": page(
            "Comentários curtidos",
            [box(f'<div><div><a href="{post}">👍</a></div><div>{second}</div></div>', heading="grace")],
            [made],
        ),
        f"{ACTIVITY}/comments/post_comments_1.html": page(
            "Comentários",
            [box(stacked(("Comment", "Que lindo em 2025"), ("Media Owner", "ada")) + table(("Time", third)))],
            [made],
        ),
        f"{ACTIVITY}/media/posts_1.html": page("Publicações", [box(image, second, heading="Verão de 1999")], [made]),
        f"{ACTIVITY}/media/stories.html": page("Stories", [box("<div>Story</div>", third), box("")], [made]),
        f"{INSIGHTS}/posts.html": page(
            "Posts",
            [box(f"{image}{stacked(('Contas alcançadas', '1.234'), ('Curtidas', '98'))}", second)],
            [made],
        ),
        f"{INSIGHTS}/audience_insights.html": page(
            "Público",
            [
                box(
                    stacked(
                        ("Intervalo de datas", "Sep 1 - Nov 29"),
                        ("Seguidores", "1,152"),
                        ("Seguiu", "14"),
                        ("Deixou de seguir", "73"),
                        ("Total de seguidores", "-59"),
                        ("Porcentagem de seguidores por cidade", "São Paulo: 12.3%, Rio: 4%"),
                    )
                )
            ],
            [made],
        ),
        "personal_information/personal_information/personal_information.html": page(
            "Informações", [box(table(("Nome de usuário", "lin"), ("E-mail", "a@b.example")))], [made]
        ),
    }
    return Path(archive(folder, "export.zip", files))


def _bare(folder: Path) -> Path:
    """No head and no main part, as tools that clean pages leave them: the zone is unknown."""
    rows = "".join(
        f'<h2>{handle}</h2><a href="https://www.instagram.com/{handle}">{handle}</a><p>{time}</p>'
        for handle, time in (("ada", "Nov 14, 2025 10:13 pm"), ("grace", "whenever"), ("zoe", "Nov 13, 2025 1:00 am"))
    )
    path = folder / "followers_1.html"
    path.write_text(f"<!DOCTYPE html><html><body><div>{rows}</div></body></html>", encoding="utf-8")
    return path


VARIANTS: Mapping[str, Callable[[Path], Path]] = {
    **{f"instagram-html-{language}": partial(_lists, language) for language in LANGUAGES},
    "instagram-html-range": _range,
    "instagram-html-activity": _activity,
    "instagram-html-bare": _bare,
}
