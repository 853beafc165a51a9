"""Rules on work sessions: the minutes fit, there is air and a break, and every exercise has its session."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Arbetspass, Handbook, Ovning
from ..model.agenda import agenda, planned_minutes
from ..problems import Problem

LONGEST_STRETCH = 90
"""Minutes that a group works before it needs a break, start and close not counted."""


def for_fullt_pass(handbook: Handbook) -> Iterator[Problem]:
    """Ett pass har tio procent luft: det som planeras ryms i nio tiondelar av tiden."""
    for session in handbook.all(Arbetspass):
        planned = planned_minutes(session, handbook)
        if planned > session.rum:
            told = (
                f"delarna tar {planned} minuter, men ett pass på {session.langd} minuter har plats för {session.rum} "
                "med tio procent luft. Förläng passet eller flytta en övning till nästa."
            )
            yield session.problem(("langd",), told)


def pass_utan_ramar(handbook: Handbook) -> Iterator[Problem]:
    """Ett pass börjar med start och slutar med avslut, och ingen arbetar mer än 90 minuter utan paus."""
    for session in handbook.all(Arbetspass):
        if session.delar[0].slag != "start":
            yield session.problem(("delar", 0), "passet börjar inte med start. Lägg en del med slag: start först.")
        if session.delar[-1].slag != "avslut":
            last = len(session.delar) - 1
            yield session.problem(("delar", last), "passet slutar inte med avslut. Lägg en del med slag: avslut sist.")
        yield from _without_break(session, handbook)


def _without_break(session: Arbetspass, handbook: Handbook) -> Iterator[Problem]:
    """A session that goes on too long without a break; told once, at the part where it becomes too long."""
    worked, rested = 0, False
    for number, row in enumerate(agenda(session, handbook)):
        rested = rested or row.part.slag == "paus"
        worked = 0 if row.part.slag == "paus" else worked + row.minuter * (row.part.slag in ("ovning", "genomgang"))
        if worked > LONGEST_STRETCH:
            told = f"här har gruppen arbetat {worked} minuter utan paus. Lägg in en paus senast efter 90 minuter."
            yield session.problem(("delar", number), told)
            return
    if session.langd > LONGEST_STRETCH and not rested:
        told = f"passet är {session.langd} minuter och har ingen paus. Lägg in en del med slag: paus."
        yield session.problem(("delar",), told)


def ovning_i_fel_pass(handbook: Handbook) -> Iterator[Problem]:
    """Ett grundpass innehåller bara metodens egna övningar, och ett pass bara övningar ur sitt steg."""
    for session in handbook.all(Arbetspass):
        for number, row in enumerate(agenda(session, handbook)):
            path = ("delar", number, "ovning")
            if row.ovning and row.ovning.steg != session.steg:
                told = f"övningen ”{row.ovning.id}” hör till {row.ovning.steg}, men passet till {session.steg}."
                yield session.problem(path, told)
            if row.ovning and row.ovning.komplettering and not session.komplettering:
                told = (
                    f"övningen ”{row.ovning.id}” är ett tillägg och hör inte hemma i ett grundpass. "
                    "Gör ett eget pass med komplettering: ja."
                )
                yield session.problem(path, told)
            if row.ovning and max(row.part.fran or 1, row.part.till or 1) > len(row.ovning.moment):
                told = f"övningen ”{row.ovning.id}” har {len(row.ovning.moment)} moment. Ändra fran eller till."
                yield session.problem(("delar", number), told)


def ovning_utan_pass(handbook: Handbook) -> Iterator[Problem]:
    """Varje övning ingår med alla sina moment i minst ett arbetspass."""
    done: dict[str, set[int]] = {}
    for session in handbook.all(Arbetspass):
        for row in agenda(session, handbook):
            if row.ovning:
                first = (row.part.fran or 1) - 1
                done.setdefault(row.ovning.id, set()).update(range(first, first + len(row.moment)))
    if handbook.lacks(Arbetspass):
        return  # which exercises that session has cannot be known before it is mended
    for exercise in handbook.all(Ovning):
        missing = [number for number in range(len(exercise.moment)) if number not in done.get(exercise.id, set())]
        if exercise.id not in done:
            yield exercise.problem((), "övningen ingår inte i något arbetspass. Lägg in den i ett pass i sitt steg.")
        elif missing:
            told = f"moment {missing[0] + 1} ingår inte i något arbetspass, fast andra moment gör det."
            yield exercise.problem(("moment", missing[0]), told)


SESSION_RULES = (for_fullt_pass, pass_utan_ramar, ovning_i_fel_pass, ovning_utan_pass)
"""Every rule on sessions."""
