"""An overlay over a handbook: the handbook of the edition, checked by the handbook's own rules and the edition's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from ..model import Entry, Handbook, Kontakt, Mall
from ..problems import Level, Problem, rule_name
from ..rules import check
from .model import Utgava
from .overlay import Overlay, load_overlay
from .pages import Lokalsida
from .sheets import fill

NOT_ASKED = ("ovning-utan-pass",)
"""Rules that an edition cannot follow: the sessions are the handbook's."""


@dataclass(frozen=True)
class Local:
    """One edition: the handbook as it is there, and what it has changed to become so."""

    base: Handbook
    overlay: Overlay
    today: date = field(default=date.max)

    @property
    def utgava(self) -> Utgava:
        """What the municipality says of itself; asked for only when it could be read."""
        assert self.overlay.utgava is not None
        return self.overlay.utgava

    @cached_property
    def filled(self) -> Mapping[str, Mall]:
        """The sheets that the edition's own routine fills in."""
        together = replace(self.base, entries={**self.base.entries, **self.overlay.entries})
        return fill(self.utgava, together.published()) if self.overlay.utgava else {}

    @cached_property
    def handbook(self) -> Handbook:
        """The handbook of the edition: the handbook's entries in their places, the edition's own after them."""
        entries = {**self.base.entries, **self.overlay.entries, **self.filled}
        return replace(self.base, entries=entries)

    @cached_property
    def published(self) -> Handbook:
        """The same without drafts: what may reach a reader."""
        return self.handbook.published()

    @property
    def added(self) -> tuple[Entry, ...]:
        """Entries that only this edition has."""
        return tuple(e for id_, e in self.overlay.entries.items() if id_ not in self.base and not _is_page(e))

    @property
    def replaced(self) -> tuple[Entry, ...]:
        """Entries of the handbook that the edition has its own version of."""
        return tuple(entry for id_, entry in self.overlay.entries.items() if id_ in self.base)

    @property
    def pages(self) -> tuple[Lokalsida, ...]:
        """The edition's extra pages."""
        return tuple(entry for entry in self.overlay.entries.values() if isinstance(entry, Lokalsida))

    def contact(self, id_: str) -> Kontakt | None:
        """A contact of the edition or of the handbook."""
        found = self.handbook.entries.get(id_)
        return found if isinstance(found, Kontakt) else None


def _is_page(entry: Entry) -> bool:
    return isinstance(entry, Lokalsida)


def read_and_lay(folder: Path, base: Handbook, root: Path | None = None) -> tuple[Local, list[Problem]]:
    """The edition of a folder over a handbook, and everything that is wrong with it, sorted."""
    overlay, problems = load_overlay(folder, base, root)
    local = lay(overlay, base)
    return local, sorted([*problems, *check_local(local)])


def lay(overlay: Overlay, base: Handbook) -> Local:
    """The edition, unchecked."""
    return Local(base, overlay, base.today)


def check_local(local: Local) -> list[Problem]:
    """What the handbook's rules find in the edition's own files, and what its own rules find."""
    from .faults import LOCAL_RULES

    shown = f"{local.overlay.shown}/"
    own = [local.overlay.utgava] if local.overlay.utgava else []
    whole = replace(
        local.handbook,
        entries={**local.handbook.entries, **{entry.id: entry for entry in own}},
        unread={**local.base.unread, **local.overlay.unread},
    )
    found = [one for one in check(whole) if one.place.file.startswith(shown) and one.rule not in NOT_ASKED]
    if own:
        found += [replace(problem, rule=rule_name(rule)) for rule in LOCAL_RULES for problem in rule(local)]
    return found


def has_faults(problems: list[Problem]) -> bool:
    """Whether the edition may not be built."""
    return any(problem.level is Level.FEL for problem in problems)
