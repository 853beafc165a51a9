"""The files that a sheet gives: what each is printed on and whether the example is filled in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..model import Mall


@dataclass(frozen=True)
class Edition:
    """What a sheet says about the edition it comes from."""

    site_url: str | None = None
    kommun: str | None = None

    def address(self, mall: Mall) -> str | None:
        """Where the sheet's page is; None when the edition has no address."""
        return f"{self.site_url.rstrip('/')}/{mall.sida}.html" if self.site_url else None


@dataclass(frozen=True)
class Form:
    """One file of a sheet."""

    ending: str
    paper: str
    """The style sheet overrides/tryck/<paper>.css."""
    size: str
    example: bool = False
    notes: bool = False
    """Whether sticky notes of 76 mm must fit where the sheet says so."""


@dataclass(frozen=True)
class Sheet:
    """The printed files of one sheet; the first is the form it is made for."""

    mall: Mall
    files: tuple[Path, ...]
    picture: Path


def forms(mall: Mall) -> tuple[Form, ...]:
    """The forms of a sheet, the one it is made for first."""
    found = [Form("a4", "a4", "A4")]
    if mall.papper == "A3":
        found = [Form("a3", "a3", "A3", notes=True), Form("a4", "a4-av-a3", "A4")]
    if has_example(mall):
        found.append(Form("exempel", mall.papper.lower(), mall.papper, example=True))
    return tuple(found)


def has_example(mall: Mall) -> bool:
    """Whether any area has something filled in."""
    return any(getattr(area, "exempel", ()) for page in mall.blad for area in page.omraden)
