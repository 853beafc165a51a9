"""A new file: every field with its help as a comment, what can be known filled in, and where to find the rest."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..model import Entry, Forfattning, Handbook, Lagrum
from ..reading.form import Path, fields_in_order, models_in, written

WHERE: dict[str, str] = {
    "lagrum": "Texten och ändringsregistret: Rättsbaser, på adressen i författningens post. Skriv med egna ord.",
    "forfattning": "Texten, numret och ändringsregistret: rkrattsbaser.gov.se; EU-rätt: eur-lex.europa.eu.",
    "lagandring": "Beslutade ändringar: svenskforfattningssamling.se; förslag: regeringen.se och riksdagen.se.",
    "kontakt": "Nummer, tider och språk: bara organisationens egen sida, lästa i dag.",
    "begrepp": "Betydelsen: lagtext, en myndighets ordlista eller SOU; ange den under kallor.",
    "kalla": "Titel, utgivare och år: verkets eget titelblad eller bibliotekskatalogen Libris.",
    "statistik": "Siffrorna: den myndighet som räknar, med år och vad som räknas.",
    "exempel": "Vad som gjordes: platsens egen rapport eller utvärdering. Räckvidd är inte verkan.",
    "mall": "Rutnätet och områdena: se ett liknande blad i content/mall/.",
    "ovning": "Stegets id: content/steg/. Ordningen: nästa lediga nummer i steget.",
}
"""Type -> where an editor finds what goes into it."""
SOURCES = "Källans id: content/kalla/. Finns den inte: python3 scripts/new.py kalla NAMN"


def blank(kind: type[Entry], slug: str, handbook: Handbook) -> str:
    """The text of a new file in its one form."""
    notes: dict[Path, list[str]] = {}
    known = {"kontrollerad": handbook.today.isoformat(), **(_of_act(slug, handbook) if kind is Lagrum else {})}
    values = _values(kind, known, (), notes)
    head = [f"# {kind.namn[0].capitalize()}. Raderna med # är hjälp; ta bort dem när fälten är ifyllda."]
    head += [f"# {WHERE[kind.typ]}"] if kind.typ in WHERE else []
    head += [f"# Lagtexten: {known['lank']}"] if "lank" in known else []
    head += [f"# {SOURCES}"] if "kallor" in kind.model_fields else []
    first = (next(iter(values)),)
    notes[first] = [*head, *notes.get(first, [])]
    return written(kind, values, notes)


def _values(
    model: type[BaseModel], known: Mapping[str, str], path: Path, notes: dict[Path, list[str]]
) -> dict[str, Any]:
    """The required fields, empty or known, with help above each; optional ones only as comments."""
    found: dict[str, Any] = {}
    waiting: list[str] = []
    for name, field in fields_in_order(model).items():
        required = field.is_required() or name in known
        if not required:
            waiting.append(f"# {name}: (frivilligt) {_help(field)}")
            continue
        notes[(*path, name)] = [*waiting, f"# {name}: {_help(field)}"]
        waiting = []
        found[name] = known.get(name) or _empty(field.annotation, (*path, name), notes)
    if waiting and not path:
        notes[()] = waiting
    return found


def _help(field: FieldInfo) -> str:
    choices = ", ".join(_choices(field.annotation))
    return f"{field.description}. Ett av: {choices}" if choices else str(field.description)


def _choices(annotation: Any) -> list[str]:
    if get_origin(annotation) is Literal:
        return [str(one) for one in get_args(annotation)]
    return [choice for part in get_args(annotation) for choice in _choices(part)]


def _empty(annotation: Any, path: Path, notes: dict[Path, list[str]]) -> Any:
    """Nothing, in the shape of the field: one item of a list, the fields of a part."""
    if get_origin(annotation) is Literal and len(get_args(annotation)) == 1:
        return get_args(annotation)[0]
    listed = get_origin(annotation) is tuple
    models = models_in(annotation)
    if models:
        inner = _values(models[0], {}, (*path, 0) if listed else path, notes)
        return [inner] if listed else inner
    return [None for part in get_args(annotation) if part is not Ellipsis] if listed else None


def _of_act(slug: str, handbook: Handbook) -> dict[str, str]:
    """What an id of a paragraph tells: its act, chapter and number, and the act's address."""
    acts = [act for act in handbook.all(Forfattning) if slug.startswith(f"{act.slug}-")]
    act = max(acts, key=lambda act: len(act.slug), default=None)
    if act is None:
        return {}
    parts = slug.removeprefix(f"{act.slug}-").split("-")
    names = ("kapitel", "paragraf") if len(parts) == 2 else ("paragraf",)
    numbers = [re.sub(r"(?<=\d)(?=[a-z])", " ", part) for part in parts]
    told = dict(zip(names, numbers, strict=True)) if len(parts) <= 2 else {}
    return {"forfattning": act.slug, **told, "lank": act.lank}
