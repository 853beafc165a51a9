"""Rules on what must hang together for the method to be walked: sheets are used, cases lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Amne, Fall, Handbook, Mall, Ovning, Steg
from ..problems import Problem

DUTY = "lagrum/sol-19-1"
"""The duty to report when a child may be harmed."""
USERS = (Ovning, Steg, Amne)
"""What a sheet is for."""


def blad_utan_anvandning(handbook: Handbook) -> Iterator[Problem]:
    """Varje blad används av en övning, ett steg eller ett ämne."""
    if handbook.lacks(*USERS):
        return  # which sheets it uses cannot be known before it is mended
    for sheet in handbook.all(Mall):
        if not any(isinstance(entry, USERS) for entry in handbook.referrers.get(sheet.id, ())):
            told = (
                "ingen övning, inget steg och inget ämne använder bladet. Skriv in det under mallar, eller ta bort det."
            )
            yield sheet.problem((), told)


def fall_utan_vag(handbook: Handbook) -> Iterator[Problem]:
    """Varje fall leder till kontakter och lag som finns, och ett fall med ett barn till anmälningsskyldigheten."""
    for case in handbook.all(Fall):
        for name, refs in (("kontakter", case.kontakter), ("lagrum", case.lagrum)):
            if all(ref in handbook.planned and ref not in handbook for ref in refs):
                told = (
                    f"inget under {name} är skrivet än, så fallet leder ingenstans. Lägg till minst en post som finns."
                )
                yield case.problem((name,), told)
        if case.barn and DUTY not in case.lagrum:
            told = f"ett barn är inblandat men ”{DUTY}” saknas. Lägg till anmälningsskyldigheten."
            yield case.problem(("lagrum",), told)


WHOLENESS_RULES = (blad_utan_anvandning, fall_utan_vag)
"""Every rule on how the parts of the method hang together."""
