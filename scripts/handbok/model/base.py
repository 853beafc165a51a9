"""What every entry is made of: parts, references, texts and where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

from ..problems import Level, Place, Problem


@dataclass(frozen=True)
class Marks:
    """Where each field of an entry stands: path of keys and positions -> place."""

    file: str
    places: Mapping[tuple[str | int, ...], Place] = field(default_factory=dict)

    def place(self, *path: str | int) -> Place:
        """The place of a field, or of the nearest thing around it that has one."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.places:
                return self.places[path[:length]]
        return Place(self.file)


@dataclass(frozen=True)
class Origin:
    """What the reader tells an entry about itself while it is being validated."""

    id: str
    marks: Marks


class Placed:
    """Something that knows where it and its fields stand, and can say what is wrong there."""

    @property
    def marks(self) -> Marks:
        """Where the thing and its fields stand."""
        raise NotImplementedError

    def problem(self, path: tuple[str | int, ...], message: str, level: Level = Level.FEL) -> Problem:
        """A problem at a field; whoever runs the rule puts its name on."""
        return Problem(self.marks.place(*path), "", message, level)

    def warning(self, path: tuple[str | int, ...], message: str) -> Problem:
        """A problem that does not stop a build."""
        return self.problem(path, message, Level.VARNING)


@dataclass(frozen=True)
class Delsida:
    """A piece of an entry with a page of its own, `<the entry's id>/<name>.html`, where one page would be too heavy."""

    rubrik: str
    text: str
    """What tells it best, as Markdown."""


class Part(BaseModel):
    """A piece of an entry; nothing in it changes after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Entry(Part, Placed):
    """One thing that the handbook holds; its path under content/ is its id."""

    typ: ClassVar[str]
    """The folder under content/ and the first half of the id."""
    namn: ClassVar[tuple[str, str]]
    """What one and many are called in running Swedish: ("övning", "övningar")."""
    rubrikfalt: ClassVar[str] = "rubrik"
    """The field that serves as heading."""
    tabell: ClassVar[str | None] = None
    """The CSV table under content/geografi/ whose rows are these entries, where there are no YAML files."""
    fristaende: ClassVar[bool] = True
    """Whether an entry makes sense although nothing refers to it."""

    samlas_pa: ClassVar[str | None] = None
    """The page that gathers the entries of the type, where that is not `<typ>/index`."""
    sokvikt: ClassVar[float] = 1.0
    """How much an entry of the type weighs among search hits that fit equally well."""
    kontrollintervall: ClassVar[int] = 24
    """Months after which a check is too old."""

    publicering: Literal["publicerad", "utkast"] = Field(
        default="publicerad", description="”utkast” håller posten borta från all utdata"
    )

    _origin: Origin = PrivateAttr(default=Origin("okand/okand", Marks("okand")))
    _values: tuple[tuple[tuple[str | int, ...], Any], ...] | None = PrivateAttr(default=None)
    """Every single value with its path, once somebody has asked: rules ask again and again."""

    def model_post_init(self, context: Any, /) -> None:
        """Keep what the reader says about where the entry stands."""
        if isinstance(context, Origin):
            self._origin = context

    @cached_property
    def id(self) -> str:
        """`ovning/icebreaker`: the path under content/ without its ending."""
        return self._origin.id

    @property
    def slug(self) -> str:
        """The last part of the id."""
        return self.id.rpartition("/")[2]

    @property
    def marks(self) -> Marks:
        """Where the entry and its fields stand."""
        return self._origin.marks

    @property
    def titel(self) -> str:
        """The heading of the entry's page."""
        return str(getattr(self, self.rubrikfalt))

    @property
    def sort_key(self) -> tuple[object, ...]:
        """Where the entry stands among others of its type: by its order number, else by its id."""
        return (getattr(self, "ordning", 0), self.id)

    @property
    def sida(self) -> str:
        """The page the entry stands on: its own, unless a type gathers its entries."""
        return self.id

    @property
    def oversikt(self) -> str:
        """The page that gathers the entries of the type."""
        return self.samlas_pa or f"{self.typ}/index"

    @property
    def ankare(self) -> str | None:
        """The spot on the page, for types that share one."""
        return None if self.sida == self.id else self.slug

    @property
    def delsidor(self) -> Mapping[str, Delsida]:
        """The pieces that have pages of their own, by name."""
        return {}
