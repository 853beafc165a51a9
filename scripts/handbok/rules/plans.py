"""Rules on plans: every step has its place in each of them."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Handbook, Steg, Tidsplan
from ..problems import Problem


def steg_utan_tid(handbook: Handbook) -> Iterator[Problem]:
    """En tidsplan har varje steg en gång, och inget steg börjar före det som kommer innan."""
    steps = handbook.all(Steg)
    for plan in handbook.all(Tidsplan):
        placed = [str(period.steg) for period in plan.perioder]
        missing = [step for step in steps if step.id not in placed]
        if missing:
            told = f"tidsplanen saknar ”{missing[0].id}”. Lägg till en period för steget."
            yield plan.problem(("perioder",), told)
        for number, period in enumerate(plan.perioder):
            if placed.index(period.steg) < number:
                told = f"”{period.steg}” står redan i tidsplanen. Låt ett steg ha en enda period."
                yield plan.problem(("perioder", number, "steg"), told)
            elif number and period.fran < plan.perioder[number - 1].fran:
                told = (
                    f"”{period.steg}” börjar i månad {period.fran}, före steget som står ovanför. "
                    "Ändra månaden eller ordningen."
                )
                yield plan.problem(("perioder", number, "fran"), told)


PLAN_RULES = (steg_utan_tid,)
"""Every rule on plans."""
