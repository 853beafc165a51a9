"""In which order a book takes up what the handbook holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, get_args

from ...model import (
    CONTENT_TYPES,
    Arbetspass,
    Entry,
    Forfattning,
    Handbook,
    Kalla,
    Kontakt,
    Lagandring,
    Lagrum,
    Ovning,
    Sjalvskattning,
    SourcedEntry,
    Steg,
)
from ...rendering.swedish import sort_key

WITH_STEPS = (Arbetspass, Ovning, Sjalvskattning)
"""Types whose entries stand in the chapter of their step."""
LAST = ("kontakt", "regionkoordinator", "begrepp", "mall", "kalla")
"""What is looked up comes at the end; everything else in the order of CONTENT_TYPES."""
PAGES = {"lagandring": "lag/nytt.md", "stallning": "lag/stallning.md"}
"""Pages that introduce a type, where it is not `<typ>/index.md`."""


def types_in_order() -> tuple[type[Entry], ...]:
    """The types that have chapters of their own."""
    kinds = [kind for kind in CONTENT_TYPES if kind not in (Steg, Lagrum, *WITH_STEPS) and not kind.tabell]
    return tuple(sorted(kinds, key=lambda kind: LAST.index(kind.typ) if kind.typ in LAST else -1))


def page_of(kind: type[Entry]) -> str:
    """The page of prose that introduces a type."""
    return PAGES.get(kind.typ, f"{kind.typ}/index.md")


def in_order(handbook: Handbook, kind: type[Entry]) -> list[Entry]:
    """The entries of a type as a book has them: by group where there are groups, then by their own order or name."""
    return sorted(handbook.all(kind), key=lambda entry: (*_group(entry), *_place(entry)))


def of_step(handbook: Handbook, step: Steg) -> Iterator[Entry]:
    """What stands in the chapter of a step: its sessions, its exercises in order, its self-assessments."""
    for kind in WITH_STEPS:
        for entry in handbook.used_by(step, kind):
            if step.id in _steps(entry):
                yield entry


def paragraphs(handbook: Handbook, act: Forfattning) -> list[Lagrum]:
    """The paragraphs of an act as they stand in it: 10 kap. 2 § before 10 kap. 18 a §."""
    found = [one for one in handbook.used_by(act, Lagrum) if one.forfattning == act.id]
    return sorted(found, key=lambda one: (_numbers(one.kapitel or ""), _numbers(one.paragraf)))


def newest_check(handbook: Iterable[Entry]) -> date | None:
    """The day of the newest check: the book's own date."""
    return max((entry.kontrollerad for entry in handbook if isinstance(entry, SourcedEntry)), default=None)


def _steps(entry: Entry) -> tuple[str, ...]:
    """The step that an entry belongs to; a self-assessment may name several and stands in the first."""
    named: Any = getattr(entry, "steg", ())
    return (named,) if isinstance(named, str) else tuple(named)[:1]


def _group(entry: Entry) -> tuple[int, ...]:
    """The place of an entry's kind among the words of its field; changes of law the newest first."""
    if isinstance(entry, Lagandring):
        return _word(entry, "lage"), -(entry.fran or date.min).toordinal()
    return (_word(entry, "slag"),) if isinstance(entry, Forfattning | Kontakt) else (0,)


def _word(entry: Entry, field: str) -> int:
    return get_args(type(entry).model_fields[field].annotation).index(getattr(entry, field))


def _place(entry: Entry) -> tuple[int, str]:
    ordning = 0 if isinstance(entry, Kalla) else getattr(entry, "ordning", 0)
    return ordning, sort_key(entry.titel)


def _numbers(text: str) -> list[tuple[int, str]]:
    """`18 a` -> [(18, ""), (0, "a")]: numbers as numbers."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.findall(r"\d+|[^\d\s]+", text)]
