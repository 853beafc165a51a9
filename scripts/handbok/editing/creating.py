"""The verb `new`: a file for a new entry. Exit 0 written, 2 wrong use."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ..local import creating as local_creating
from ..model import BY_NAME, Entry, Handbook
from ..problems import Stop, guess
from ..reading import load
from ..reading.files import good_name, suggest_name
from .blanks import blank


def create(content: Path, typ: str, slug: str, today: date | None = None) -> tuple[Path, Handbook]:
    """Write the new file; raises Stop when there is already such an entry or the id will not do."""
    kind = _kind(typ)
    handbook, _ = load(content, today=today)
    _require_free(f"{typ}/{slug}", handbook, content)
    path = content / typ / f"{slug}.yml"
    if path.exists():
        raise Stop(f"Filen {path} finns redan.")
    path.parent.mkdir(exist_ok=True)
    path.write_text(blank(kind, slug, handbook), encoding="utf-8")
    return path, handbook


def _kind(typ: str) -> type[Entry]:
    kind = BY_NAME.get(typ)
    if kind is None:
        raise Stop(f"”{typ}” är ingen innehållstyp.{guess(typ, BY_NAME)} Typerna är {', '.join(sorted(BY_NAME))}.")
    if kind.tabell:
        raise Stop(f"{kind.namn[1].capitalize()} står i tabellen content/geografi/{kind.tabell}. Lägg till en rad där.")
    return kind


def _require_free(id_: str, handbook: Handbook, content: Path) -> None:
    slug = id_.partition("/")[2]
    if not good_name(slug):
        better = suggest_name(slug)
        raise Stop(f"Namnet ”{slug}” får bara ha a–z, siffror och bindestreck. Menade du ”{better}”?")
    if id_ in handbook or id_ in handbook.unread:
        raise Stop(f"”{id_}” finns redan: {content / id_}.yml. Öppna den, eller välj ett annat namn.")
    if id_ in handbook.moved:
        raise Stop(f"”{id_}” är ett gammalt id som leder till ”{handbook.moved[id_]}”. Ett id återanvänds aldrig.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the verb; raises Stop at wrong use."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["lokalt"]:
        return local_creating.main(given[1:])
    options = _parser().parse_args(given)
    path, handbook = create(options.content, options.typ, options.namn.removesuffix(".yml"))
    print(f"Skrev {path}.")
    if f"{options.typ}/{path.stem}" in handbook.planned:
        print(f"Ta bort raden ”{options.typ}/{path.stem}” ur content/planerat.yml.")
    print("Fyll i fälten, ta bort hjälpen och kör python3 scripts/validate.py.")
    return 0


def _parser() -> argparse.ArgumentParser:
    text = "Skriv en ny fil med rätt fält och hjälp till vart och ett."
    parser = argparse.ArgumentParser(prog="new.py", description=text, add_help=False)
    add = parser.add_argument
    add("-h", "--help", action="help", help="visa den här hjälpen")
    add("typ", help="innehållstypen, som lagrum; lokalt gör en mapp för en kommuns egen utgåva")
    add("namn", help="namnet: bara a–z, siffror och bindestreck, som osl-10-27")
    content = Path(__file__).resolve().parents[3] / "content"
    add("--content", type=Path, default=content, metavar="MAPP", help="mappen med innehåll")
    return parser
