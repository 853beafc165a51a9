"""What the acts of a handbook are called in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..model import Forfattning, Handbook

_SFS = re.compile(r"(?:SFS\s+)?((?:1[6-9]|20)\d{2}:\d{1,4})")
_ENDINGS = (
    ("lagen", "lag"),
    ("balken", "balk"),
    ("formen", "form"),
    ("förordningen", "förordning"),
    ("kungörelsen", "kungörelse"),
    ("konventionen", "konvention"),
    ("protokollet", "protokoll"),
    ("direktivet", "direktiv"),
    ("föreskrifterna", "föreskrifter"),
)
"""Definite and indefinite form of the words that acts are named by."""


@dataclass(frozen=True)
class Act:
    """An act as citations know it. `sfs` is None for what is not in Svensk författningssamling."""

    id: str
    title: str
    short: str | None = None
    sfs: str | None = None
    names: tuple[str, ...] = ()
    repealed: bool = False

    @property
    def slug(self) -> str:
        """The act's part of its paragraphs' ids: `osl`."""
        return self.id.rpartition("/")[2]


@dataclass(frozen=True)
class Acts:
    """All acts, to be asked by name or number."""

    all: tuple[Act, ...] = ()

    @cached_property
    def by_number(self) -> Mapping[str, Act]:
        """SFS number -> act."""
        return {act.sfs: act for act in self.all if act.sfs}

    @cached_property
    def by_name(self) -> Mapping[str, tuple[Act, ...]]:
        """Every name in lower case -> the acts that bear it, those in force first."""
        found: dict[str, list[Act]] = {}
        for act in sorted(self.all, key=lambda act: (act.repealed, act.id)):
            for name in forms(act):
                bearers = found.setdefault(_key(name), [])
                if act not in bearers:
                    bearers.append(act)
        return {name: tuple(bearers) for name, bearers in found.items()}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every name, the longest first, as a pattern has to try them."""
        return tuple(sorted(self.by_name, key=lambda name: (-len(name), name)))

    def named(self, name: str) -> tuple[Act, ...]:
        """The acts that a name may mean; a genitive's s is overlooked."""
        key = _key(name)
        return self.by_name.get(key) or (self.by_name.get(key[:-1], ()) if key.endswith("s") else ())


def acts_of(handbook: Handbook) -> Acts:
    """The acts of a handbook."""
    return Acts(tuple(act_of(entry) for entry in handbook.all(Forfattning)))


def act_of(entry: Forfattning) -> Act:
    """An act as its entry describes it."""
    return Act(entry.id, entry.rubrik, entry.kortnamn, sfs_number(entry.nummer), entry.alias, entry.upphavd is not None)


def sfs_number(text: str) -> str | None:
    """The number when a text is an SFS number and nothing else."""
    found = _SFS.fullmatch(text.strip())
    return found[1] if found else None


def forms(act: Act) -> Iterator[str]:
    """Every way of naming an act: title, short name and aliases, in definite and indefinite form."""
    for name in dict.fromkeys((act.short, act.title, *act.names)):
        bare = re.sub(r"\s*\([^)]*\)", "", name).strip() if name else ""
        if bare and not (name != bare and act.repealed):
            yield bare
            yield from _other_forms(bare)


def _other_forms(name: str) -> Iterator[str]:
    """`brottsbalken` and `brottsbalk`; the word that changes comes first or last in the name."""
    words = name.split()
    for position in {0, len(words) - 1}:
        for definite, indefinite in _ENDINGS:
            for old, new in ((definite, indefinite), (indefinite, definite)):
                word = words[position]
                if word.lower().endswith(old):
                    changed = [*words[:position], word[: -len(old)] + new, *words[position + 1 :]]
                    yield " ".join(changed)


def _key(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip().lower()
