"""The worlds: in each, people come to somebody by another way, beside the ordinary."""

from collections.abc import Mapping

from reachcheck.simulate.years.fourth.cause import Mechanism
from reachcheck.simulate.years.fourth.worlds.authors import several_authors
from reachcheck.simulate.years.fourth.worlds.classes import new_class
from reachcheck.simulate.years.fourth.worlds.heat import heat_wave
from reachcheck.simulate.years.fourth.worlds.jobs import new_job
from reachcheck.simulate.years.fourth.worlds.lateness import late_figures
from reachcheck.simulate.years.fourth.worlds.network import by_word_of_mouth
from reachcheck.simulate.years.fourth.worlds.packs import starter_packs
from reachcheck.simulate.years.fourth.worlds.podcast import podcast
from reachcheck.simulate.years.fourth.worlds.queue import let_in_weekly
from reachcheck.simulate.years.fourth.worlds.recommender import recommended
from reachcheck.simulate.years.fourth.worlds.ski import ski_school
from reachcheck.simulate.years.fourth.worlds.tour import on_tour

WORLDS: Mapping[str, Mechanism] = {
    "everyday": by_word_of_mouth,
    "recommended": recommended,
    "several authors": several_authors,
    "let in weekly": let_in_weekly,
    "heat wave": heat_wave,
    "podcast": podcast,
    "ski school": ski_school,
    "new class": new_class,
    "new job": new_job,
    "on tour": on_tour,
    "starter packs": starter_packs,
    "late figures": late_figures,
}

LATE = ("late figures",)
"""Worlds in which figures are dated late, counted over a week, or rounded."""

UNSEEN = ("starter packs",)
"""Who follows a list whole, with one click, opens no profile of those on it and is shown no post before: neither visits
nor reach, posts or anything the owner could name rise with the arrivals, and many are never told that they were put on
a list."""
