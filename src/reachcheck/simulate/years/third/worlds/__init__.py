"""Twelve kinds of honest life. The numbers are believable guesses, each stated with its world; none was measured."""

from collections.abc import Mapping
from types import MappingProxyType

from reachcheck.simulate.years.third.kinds import World
from reachcheck.simulate.years.third.worlds import causes, makers, persons, places

WORLDS: Mapping[str, World] = MappingProxyType(
    {
        "everyday": persons.EVERYDAY,
        "engineer": persons.ENGINEER,
        "returned": persons.RETURNED,
        "dormant": persons.DORMANT,
        "private": persons.PRIVATE,
        "musician": makers.MUSICIAN,
        "newsletter": makers.NEWSLETTER,
        "elsewhere": makers.ELSEWHERE,
        "school": places.SCHOOL,
        "bakery": places.BAKERY,
        "politician": causes.POLITICIAN,
        "relief": causes.RELIEF,
    }
)
