"""The files that a sheet gives: what each is printed on, and whether it is blank, filled in or to be filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..model import Mall
from ..model.mall import Lista, Omrade


@dataclass(frozen=True)
class Edition:
    """What a sheet says about the edition it comes from."""

    site_url: str | None = None
    kommun: str | None = None
    later: bool = False
    """Whether both only hold a place in codes and Word files, and are put on the finished files: see stamping.py."""

    @property
    def printed(self) -> Edition:
        """What stands in print: neither, when they are put on later."""
        return Edition() if self.later else self

    def address(self, mall: Mall) -> str | None:
        """Where the sheet's page is; None when the edition has no address."""
        return f"{self.site_url.rstrip('/')}/{mall.sida}.html" if self.site_url else None


@dataclass(frozen=True)
class Form:
    """One file of a sheet."""

    ending: str
    """What follows the sheet's own name: `-a3.pdf`."""
    name: str
    """What the file is called where a reader chooses it."""
    paper: str
    """The style sheet overrides/tryck/<paper>.css."""
    size: str
    example: bool = False
    fields: bool = False
    """Whether it is laid out with fields to fill in on screen, which are taken away before it is printed."""
    fillable: bool = False
    """Whether it is the first form once more, with its fields."""
    smaller: bool = False
    """Whether it is the first form once more, on smaller paper."""
    notes: bool = False
    """Whether sticky notes of 76 mm must fit where the sheet says so."""

    @property
    def with_first(self) -> bool:
        """Whether it is made from the first form's pages, where that one is made."""
        return self.fillable or self.smaller

    @property
    def for_word(self) -> bool:
        """Whether it is a file to edit instead of a page to print."""
        return self.ending == ".docx"


@dataclass(frozen=True)
class Sheet:
    """The files of one sheet; the first is the form it is made for."""

    mall: Mall
    files: tuple[Path, ...]
    picture: Path

    @property
    def named_files(self) -> Iterator[tuple[str, Path]]:
        """Each file with what it is called."""
        yield from zip((form.name for form in forms(self.mall)), self.files, strict=True)


def forms(mall: Mall) -> tuple[Form, ...]:
    """The forms of a sheet, the one it is made for first."""
    paper, size, room = mall.papper.lower(), mall.papper, has_room(mall)
    verb = "skriva på" if room else "skriva ut"
    found = [Form(f"-{paper}.pdf", f"Att {verb}, {size}", paper, size, fields=room, notes=size == "A3")]
    if size == "A3":
        found.append(Form("-a4.pdf", f"Att {verb}, A4", paper, "A4", smaller=True))
    if has_example(mall):
        found.append(Form("-exempel.pdf", "Ifyllt exempel", paper, size, example=True))
    if room:
        found.append(Form("-ifyllbar.pdf", "Ifyllbar på skärm", paper, size, fillable=True))
    found.append(Form(".docx", "Word, att ändra i", paper, size))
    return tuple(found)


def has_example(mall: Mall) -> bool:
    """Whether any area has something filled in."""
    return any(getattr(area, "exempel", ()) for area in _areas(mall))


def has_room(mall: Mall) -> bool:
    """Whether there is anything to write on: cards, entries of the handbook and some lists are only to be read."""
    return any(area.slag not in ("kort", "poster") and _takes_answers(area) for area in _areas(mall))


def _takes_answers(area: Omrade) -> bool:
    return not isinstance(area, Lista) or area.ifylls


def _areas(mall: Mall) -> Iterator[Omrade]:
    yield from (area for page in mall.blad for area in page.omraden)
