"""The verb `new lokalt`: a folder to fill in, with everything that the municipality's code tells."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..model import Handbook, Kommun, Lan, Ref, Regionkoordinator
from ..problems import Stop, guess
from ..reading import load
from .model import Utgava
from .overlay import FILE
from .upgrade import version_of

PROJECT = Path(__file__).resolve().parents[3]

HEAD = """\
# {namn}: er egen utgåva av handboken Stad för stad.
# Fyll i det som är märkt FYLL I. Rader som börjar med # och ett fältnamn är frivilliga: ta bort # för att använda dem.
# Skriv funktioner, aldrig personer. Kontrollera med: python3 scripts/validate.py --local {mapp}
"""

CONTACT = """\
# Ett exempel på en egen kontakt. Ändra allt, eller ta bort filen.
# Egna poster heter lokal-…, så att de aldrig krockar med handbokens.
rubrik: Socialjouren i {kort}
slag: kommun
niva: lokal
uppgift: Tar emot akuta ärenden när socialkontoret är stängt.
for_vem: [utsatt, barn, yrkesverksam]
webb: {webb}
oppet:                       # FYLL I: som ”vardagar 16.30–08.00, helger dygnet runt”
utanfor_oppettid: Ring kommunens växel.
reserv: [kontakt/nodnummer]
# telefon:
#   - nummer: ""             # numret som kommunen själv publicerar för funktionen
#     kontrollerad: {dag}
#     sakerhet: bekraftad
kommuner: [{kommun}]
sakerhet: att-verifiera
kallor: [kalla/lokal-kommunen]
kontrollerad: {dag}
"""

SOURCE = """\
rubrik: Kommunens egen webbplats
slag: webbsida
utgivare: {namn}
last: {dag}
"""

DIGG = {"namn": "Myndigheten för digital förvaltning (Digg)", "webb": "https://www.digg.se/tdosanmalan"}
"""Who supervises the law when the folder is made; the municipality's file says who it is from then on."""

NAMES = {"Falun": "Falu kommun", "Gotland": "Region Gotland", "Kalmar": "Kalmar kommun"}
"""Names that follow no rule."""

DRAFT = "publicering: utkast          # ta bort raden när kontakten stämmer\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the verb; raises Stop at wrong use."""
    options = _parser().parse_args(arguments)
    handbook, _ = load(options.content, today=options.today)
    folder = create(handbook, options.kod, options.local)
    print(f"Skrev {folder / FILE} och två exempel.")
    print(f"Fyll i det som är märkt FYLL I och kör python3 scripts/validate.py --local {folder}")
    return 0


def create(handbook: Handbook, code: str, folder: Path) -> Path:
    """Write the folder of the municipality with this code.

    Raises Stop when there is no such municipality, or the folder holds an overlay already.
    """
    kommun = handbook.entries.get(f"kommun/{code}")
    if not isinstance(kommun, Kommun):
        raise Stop(
            f"”{code}” är ingen kommunkod.{_guess(code, handbook)} Koderna står i content/geografi/kommuner.csv."
        )
    if (folder / FILE).exists():
        raise Stop(f"{folder / FILE} finns redan. Ange en annan mapp med --local.")
    facts = known(handbook, kommun)
    name = facts["kommunnamn"]
    texts = {
        FILE: HEAD.format(namn=name, mapp=folder) + "\n".join(_fields(Utgava, facts)) + "\n",
        "kontakt/lokal-socialjour.yml": DRAFT
        + CONTACT.format(kort=kommun.rubrik, kommun=kommun.id, dag=handbook.today, webb="https://www.example.se/"),
        "kalla/lokal-kommunen.yml": SOURCE.format(namn=name, dag=handbook.today),
    }
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="\n")
    return folder


def known(handbook: Handbook, kommun: Kommun) -> dict[str, Any]:
    """What the handbook knows of a municipality, by field; public facts only."""
    lan = handbook.find(kommun.lan)
    assert isinstance(lan, Lan)
    area = next((area.id for area in handbook.all(Regionkoordinator) if lan.id in area.lan), "")
    return {
        "kommunnamn": full_name(kommun.rubrik),
        "kommun": kommun.id,
        "lan": lan.id,
        "lansstyrelse": lan.lansstyrelse,
        "polisregion": str(lan.polisregion),
        "regionkoordinator": area,
        "tillganglighet": {"tillsyn": DIGG},
        "genomgangen": {"version": version_of(PROJECT), "dag": handbook.today.isoformat()},
    }


def full_name(short: str) -> str:
    """`Helsingborg` -> `Helsingborgs kommun`; names that end in a vowel, s, x or z take no s."""
    bare = short[-1] in "aeiouyåäösxz"
    return NAMES.get(short) or (f"{short} kommun" if bare else f"{short}s kommun")


def _guess(code: str, handbook: Handbook) -> str:
    named = {kommun.rubrik.lower(): kommun.kod for kommun in handbook.all(Kommun)}
    if code.lower() in named:
        return f" {code.capitalize()} har koden {named[code.lower()]}."
    return guess(code, [kommun.kod for kommun in handbook.all(Kommun)])


def _fields(model: type[BaseModel], facts: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    """The fields of a model as YAML: what is known, what must be filled in, what may be."""
    for name, field in model.model_fields.items():
        if name != "publicering":
            yield from _field(name, field, facts.get(name), indent)


def _field(name: str, field: FieldInfo, known_value: Any, indent: str) -> Iterator[str]:
    inner = _model_in(field.annotation)
    note = field.description or ""
    if not field.is_required() and known_value is None:
        yield f"{indent}# {name}:   # {note}"
        yield from (f"{indent}# {line}" for line in (_fields(inner, {}, "  ") if inner else ()))
        yield from (f"{indent}# {line}" for line in _item(field.annotation))
    elif inner:
        yield f"{indent}{name}:   # {note}"
        yield from _fields(inner, known_value or {}, f"{indent}  ")
    elif known_value:
        yield f"{indent}{name}: {known_value}"
    else:
        yield f"{indent}{name}:   # FYLL I: {note}"


def _item(annotation: Any) -> Iterator[str]:
    """One item of a list whose items have fields of their own."""
    if get_origin(annotation) is tuple and (inner := _model_in(get_args(annotation)[0])):
        for number, line in enumerate(_fields(inner, {}, "    ")):
            yield line if number else f"  - {line[4:]}"


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model of a field that has fields of its own; lists are left for the help to explain."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (tuple, Ref):
        return None
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="new.py lokalt", description="Skriv en mapp för en kommuns egen utgåva.", add_help=False
    )
    add = parser.add_argument
    add("-h", "--help", action="help", help="visa den här hjälpen")
    add("kod", help="kommunkoden, fyra siffror, som 1283")
    add("--local", type=Path, default=Path("lokalt"), metavar="MAPP", help="var mappen läggs; annars lokalt/")
    add("--content", type=Path, default=PROJECT / "content", metavar="MAPP", help="mappen med innehåll")
    add("--today", type=date.fromisoformat, default=None, metavar="ÅÅÅÅ-MM-DD", help="räkna som om det vore den dagen")
    return parser
