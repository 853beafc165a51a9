"""Rules on geography: every municipality in its county, every county with one coordinator."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..model import Handbook, Kommun, Lan, Regionkoordinator
from ..problems import Problem


def kommun_i_fel_lan(handbook: Handbook) -> Iterator[Problem]:
    """Kommunkodens två första siffror är länets kod."""
    for kommun in handbook.all(Kommun):
        if kommun.lan != f"lan/{kommun.kod[:2]}":
            message = f"{kommun.rubrik} har koden {kommun.kod} och hör till lan/{kommun.kod[:2]}, men raden säger"
            yield kommun.problem(("lan",), f"{message} ”{kommun.lan}”")


def lan_utan_koordinator(handbook: Handbook) -> Iterator[Problem]:
    """Varje län hör till en regionkoordinator, och bara en."""
    areas = handbook.all(Regionkoordinator)
    for lan in handbook.all(Lan):
        owners = [area.id for area in areas if lan.id in area.lan]
        if areas and not owners:
            yield lan.problem((), f"{lan.rubrik} hör inte till någon regionkoordinator. Lägg ”{lan.id}” i ett område")
    for area in areas:
        for place, lan_id in enumerate(area.lan):
            first = next(other.id for other in areas if lan_id in other.lan)
            if first != area.id:
                yield area.problem(("lan", place), f"”{lan_id}” hör redan till {first}")


PLACE_RULES: tuple[Callable[[Handbook], Iterator[Problem]], ...] = (kommun_i_fel_lan, lan_utan_koordinator)
