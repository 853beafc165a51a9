"""Handbook: everything that was read, as one whole that does not change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from ..problems import Place
from .base import Entry
from .refs import Ref, Unread, references
from .sokregler import Sokregler

E = TypeVar("E", bound=Entry)

EDITION_PAGES = ("utgava/om", "utgava/tillganglighet", "utgava/personuppgifter")
"""What tells whose edition this is: drawn by `visa`, from facts."""
REPORTS = ("rapport/fullstandighet", "rapport/ses-over", "rapport/utskrivna-blad")
"""What a page may show besides entries: something told of the whole handbook."""


@dataclass(frozen=True)
class Call:
    """A macro call in a page of prose: `visa('steg/…')` or `lista('ovning')`."""

    macro: str
    target: str
    place: Place


@dataclass(frozen=True)
class Page:
    """A page of prose under docs/, as far as the rules need to know it."""

    file: str
    address: str
    calls: tuple[Call, ...] = ()


@dataclass(frozen=True)
class Handbook:
    """All entries by id, the ids to come, the ids that moved, and the pages of prose."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    planned: Mapping[str, Place] = field(default_factory=dict)
    moved: Mapping[str, Ref[Any]] = field(default_factory=dict)
    pages: tuple[Page, ...] = ()
    unread: Mapping[str, Unread] = field(default_factory=dict)
    """Files that are there but hold no entry yet; references to them are not told as a second fault."""
    search: Sokregler = field(default_factory=Sokregler)
    """What the search knows beside the entries: words that are cut or left whole, everyday words, help lines."""
    watch: Any = None
    """What law watch has found and nobody has acted on yet: lagbevakning.yml as plain dicts and texts."""
    today: date = date.max

    def __iter__(self) -> Iterator[Entry]:
        """Every entry, by id."""
        return iter(self.entries.values())

    def __len__(self) -> int:
        return len(self.entries)

    def __contains__(self, id_: object) -> bool:
        return id_ in self.entries

    def __getitem__(self, id_: str) -> Entry:
        return self.entries[id_]

    def at(self, address: str) -> tuple[Entry, str] | None:
        """The entry at a page's address without ending, and the name of its piece there, if it is not the whole."""
        folder, _, name = address.rpartition("/")
        if address in self.entries:
            return self.entries[address], ""
        if folder in self.entries and name in self.entries[folder].delsidor:
            return self.entries[folder], name
        return None

    def find(self, ref: Ref[E]) -> E | None:
        """The entry that a reference leads to; None while it is only planned."""
        return self.entries.get(ref)  # type: ignore[return-value]  # okand_hanvisning has checked the type

    def all(self, kind: type[E]) -> tuple[E, ...]:
        """Every entry of a type, each in its place."""
        return self._by_kind.get(kind, ())  # type: ignore[return-value]  # what stands under a type is of it

    def lacks(self, *kinds: type[Entry]) -> bool:
        """Whether a file of one of these types could not be read: what it would have said is not known then."""
        return any(id_.startswith(tuple(f"{kind.typ}/" for kind in kinds)) for id_ in self.unread)

    @cached_property
    def _by_kind(self) -> Mapping[type[Entry], tuple[Entry, ...]]:
        """The entries of each type, sorted once: templates ask for them on every page."""
        found: dict[type[Entry], list[Entry]] = {}
        for entry in self:
            found.setdefault(type(entry), []).append(entry)
        return {kind: tuple(sorted(entries, key=lambda entry: entry.sort_key)) for kind, entries in found.items()}

    @cached_property
    def referrers(self) -> Mapping[str, tuple[Entry, ...]]:
        """For every id, the entries that refer to it."""
        found: dict[str, dict[str, Entry]] = {}
        for entry in self:
            for _, target in references(entry):
                found.setdefault(target, {})[entry.id] = entry
        return {id_: tuple(by_id.values()) for id_, by_id in found.items()}

    @cached_property
    def shown(self) -> frozenset[str]:
        """What pages of prose show, list or lead to; a page that was made of an entry says nothing of that entry."""
        return frozenset(call.target for page in self.pages for call in page.calls if call.target != page.address)

    def used_by(self, entry: Entry, kind: type[E]) -> tuple[E, ...]:
        """The entries of a type that refer to this one, in order."""
        found = [other for other in self.referrers.get(entry.id, ()) if isinstance(other, kind)]
        return tuple(sorted(found, key=lambda other: other.sort_key))

    def published(self) -> Handbook:
        """The same handbook without drafts; references to a draft become plain text, like planned ones."""
        kept = {id_: entry for id_, entry in self.entries.items() if entry.publicering == "publicerad"}
        drafts = {id_: entry.marks.place() for id_, entry in self.entries.items() if id_ not in kept}
        return replace(self, entries=kept, planned={**self.planned, **drafts})
