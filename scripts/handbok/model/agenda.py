"""The agenda of a session: its parts with their exercises, minutes and a running clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .arbetspass import Arbetspass, Passdel
from .handbook import Handbook
from .mall import Mall
from .ovning import Moment, Ovning
from .refs import Ref


@dataclass(frozen=True)
class Row:
    """A line of the agenda: when it begins, counted in minutes from the start, and how long it takes."""

    part: Passdel
    begins: int
    minuter: int
    ovning: Ovning | None = None
    moment: tuple[Moment, ...] = ()

    @property
    def klocka(self) -> str:
        """`1:05`, counted from the start."""
        return f"{self.begins // 60}:{self.begins % 60:02d}"

    @property
    def delad(self) -> bool:
        """Whether the exercise goes on in another part."""
        return bool(self.ovning) and len(self.moment) < len(self.ovning.moment if self.ovning else ())


def agenda(session: Arbetspass, handbook: Handbook) -> tuple[Row, ...]:
    """Every part of a session in order. An exercise that is only planned takes no time yet."""
    return tuple(_rows(session, handbook))


def planned_minutes(session: Arbetspass, handbook: Handbook) -> int:
    """What the parts take together."""
    return sum(row.minuter for row in agenda(session, handbook))


def material(session: Arbetspass, handbook: Handbook) -> tuple[str, ...]:
    """What a leader brings: the session's own, then what its exercises need; each thing once."""
    needed = [thing for ref in session.ovningar if (found := handbook.find(ref)) for thing in found.material]
    return tuple(dict.fromkeys((*session.ta_med, *needed)))


def sheets(session: Arbetspass, handbook: Handbook) -> tuple[Ref[Mall], ...]:
    """The sheets that its exercises use, each once."""
    used = [ref for exercise in session.ovningar if (found := handbook.find(exercise)) for ref in found.mallar]
    return tuple(dict.fromkeys(used))


def _rows(session: Arbetspass, handbook: Handbook) -> Iterator[Row]:
    clock = 0
    for part in session.delar:
        exercise = handbook.find(part.ovning) if part.ovning else None
        moments = exercise.moment[(part.fran or 1) - 1 : part.till] if exercise else ()
        minutes = part.minuter or sum(moment.minuter for moment in moments)
        yield Row(part, clock, minutes, exercise, moments)
        clock += minutes
