"""Rules on how entries refer to one another."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import BY_NAME, Entry, FieldPath, Handbook, Unread, references, texts
from ..problems import Level, Place, Problem, guess
from .links import links


def _targets(entry: Entry | Unread) -> Iterator[tuple[FieldPath, str]]:
    """Everything an entry refers to: in its fields and in the links of its texts."""
    yield from references(entry)
    for path, text in texts(entry):
        for link in links(text):
            if link.is_id:
                yield path, link.target.partition("#")[0]


def okand_hanvisning(handbook: Handbook) -> Iterator[Problem]:
    """Varje hänvisning leder till en post som finns."""
    known = {*handbook.entries, *handbook.planned, *handbook.moved, *handbook.unread}
    for entry in (*handbook, *handbook.unread.values()):
        for path, target in _targets(entry):
            if target not in known:
                yield entry.problem(path, f"hänvisningen ”{target}” leder ingenstans.{guess(target, known)}")


def fel_typ_av_hanvisning(handbook: Handbook) -> Iterator[Problem]:
    """Varje hänvisning leder till en post av det slag som fältet är till för."""
    for entry in handbook:
        for path, target in references(entry):
            kind = BY_NAME.get(target.partition("/")[0])
            if kind and target.types and kind.typ not in target.types:
                wanted = " eller ".join(BY_NAME[name].namn[0] for name in target.types)
                message = f"hänvisningen ”{target}” leder till {kind.namn[0]}, men fältet är till för {wanted}"
                yield entry.problem(path, message)


def planerad_hanvisning(handbook: Handbook) -> Iterator[Problem]:
    """Hänvisningar till det som ännu inte är skrivet ska vara få och kända."""
    for entry in handbook:
        for path, target in _targets(entry):
            if target in handbook.planned and target not in handbook:
                message = f"”{target}” är planerad och finns inte än; den visas som vanlig text"
                yield entry.warning(path, message)


def hanvisning_till_utkast(handbook: Handbook) -> Iterator[Problem]:
    """Det som publiceras bör inte luta sig mot ett utkast."""
    drafts = {entry.id for entry in handbook if entry.publicering == "utkast"}
    for entry in handbook:
        for path, target in _targets(entry):
            if target in drafts and entry.id not in drafts:
                yield entry.warning(path, f"”{target}” är ett utkast; den visas som vanlig text")


def planerad_finns_redan(handbook: Handbook) -> Iterator[Problem]:
    """En post som finns står inte kvar bland de planerade."""
    for id_, place in handbook.planned.items():
        if id_ in handbook or id_ in handbook.unread:
            yield Problem(place, "", f"”{id_}” finns nu. Ta bort raden")
        elif id_.partition("/")[0] not in BY_NAME:
            yield Problem(place, "", f"”{id_}” är inget id.{guess(id_.partition('/')[0], BY_NAME)}")


def trasig_flytt(handbook: Handbook) -> Iterator[Problem]:
    """Ett gammalt id leder till en post som finns, och ingen post har det gamla id:t kvar."""
    for old, new in handbook.moved.items():
        place = Place("content/flyttat.yml")
        if old in handbook:
            yield Problem(place, "", f"”{old}” finns kvar men står som flyttad")
        if new not in handbook and new not in handbook.unread:
            yield Problem(place, "", f"”{old}” är flyttad till ”{new}”, som inte finns.{guess(new, handbook.entries)}")


def foraldralos(handbook: Handbook) -> Iterator[Problem]:
    """Det som bara har mening i ett sammanhang (källor, fall, figurer) används någonstans."""
    used = {str(target) for entry in (*handbook, *handbook.unread.values()) for _, target in _targets(entry)}
    used |= handbook.shown
    for entry in handbook:
        if not entry.fristaende and entry.id not in used:
            message = f"ingenting hänvisar till {entry.typ}/{entry.slug}. Hänvisa till den eller ta bort filen"
            yield entry.problem((), message, Level.VARNING)
