"""Files of the content: which there are, whether their names will do, and their text."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..model import BY_NAME
from ..problems import Place, Problem, guess

MAX_BYTES = 200_000
"""A larger file is not one entry."""

SPECIAL = (
    "flyttat.yml",
    "planerat.yml",
    "lagbevakning.yml",
    "lankundantag.yml",
    "provat.yml",
    "sokning.yml",
    "ordlista.yml",
)
"""Files right under content/ that are not entries."""

_STEM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TABLES = {kind.tabell for kind in BY_NAME.values() if kind.tabell}


@dataclass(frozen=True)
class Source:
    """A file to read: where it is, what messages call it, and the id it gives."""

    path: Path
    shown: str
    id: str


def shown_path(path: Path, root: Path) -> str:
    """What messages call a file: its path from where the user stands, with forward slashes."""
    try:
        return path.absolute().relative_to(root.absolute()).as_posix()
    except ValueError:
        return path.as_posix()


def sources(content: Path, root: Path) -> tuple[list[Source], list[Problem]]:
    """Every entry file under content/, in order, and the files whose names will not do."""
    found: list[Source] = []
    problems: list[Problem] = []
    for path in _files(content):
        relative = path.relative_to(content)
        if relative.as_posix() in SPECIAL or relative.parts[0] in ("_schema", "geografi"):
            continue
        shown = shown_path(path, root)
        fault = _name_fault(relative)
        if fault:
            problems.append(Problem(Place(shown), "filnamn", fault))
        else:
            found.append(Source(path, shown, relative.with_suffix("").as_posix()))
    return found, problems


def _files(folder: Path) -> Iterator[Path]:
    """All files below a folder, sorted, hidden ones left out."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent, name) for name in sorted(names) if not name.startswith("."))


def _name_fault(relative: Path) -> str | None:
    """What is wrong with where a file lies or what it is called."""
    kind = BY_NAME.get(relative.parts[0])
    if len(relative.parts) != 2:
        return "filen ska ligga direkt i mappen för sin innehållstyp, som content/ovning/icebreaker.yml"
    if kind is None:
        return f"mappen ”{relative.parts[0]}” är ingen innehållstyp.{guess(relative.parts[0], BY_NAME)}"
    if kind.tabell:
        return f"{kind.namn[1]} står i tabellen content/geografi/{kind.tabell}, inte i egna filer"
    if relative.suffix != ".yml":
        return f"filen slutar på ”{relative.suffix}” men ska sluta på .yml"
    if not good_name(relative.stem):
        better = suggest_name(relative.stem)
        return f"filnamnet ”{relative.name}” får bara ha a–z, siffror och bindestreck. Kalla den ”{better}.yml”"
    return None


def good_name(stem: str) -> bool:
    """Whether a name will do as the last part of an id."""
    return bool(_STEM.fullmatch(stem))


def suggest_name(stem: str) -> str:
    """A name that will do: `Hjälp oss` -> `hjalp-oss`."""
    plain = stem.lower().translate(str.maketrans("åäöéü", "aaoeu"))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "namn"


def read_text(path: Path, shown: str) -> tuple[str | None, list[Problem]]:
    """The text of a file, or what keeps it from being read."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return None, [Problem(Place(shown), "for-stor-fil", _too_large(path))]
        raw = path.read_bytes()
    except OSError as error:
        return None, [Problem(Place(shown), "olasbar-fil", f"filen går inte att läsa: {_reason(error)}")]
    if raw.startswith(b"\xef\xbb\xbf"):
        message = "filen börjar med ett osynligt tecken (BOM). Spara den som ”UTF-8” utan BOM"
        return None, [Problem(Place(shown), "bom", message)]
    try:
        return raw.decode("utf-8"), []
    except UnicodeDecodeError as error:
        return None, [Problem(_byte_place(raw, error.start, shown), "inte-utf8", _not_utf8(raw, error.start))]


def _too_large(path: Path) -> str:
    return f"filen är {path.stat().st_size // 1000} kB; högst {MAX_BYTES // 1000} kB går. Dela den i flera poster"


def _reason(error: OSError) -> str:
    known = {
        FileNotFoundError: "den finns inte",
        PermissionError: "rätt att läsa saknas",
        IsADirectoryError: "det är en mapp",
    }
    return next((text for kind, text in known.items() if isinstance(error, kind)), f"felkod {error.errno}")


def _byte_place(raw: bytes, position: int, shown: str) -> Place:
    before = raw[:position]
    return Place(shown, before.count(b"\n") + 1, position - (before.rfind(b"\n") + 1) + 1)


def _not_utf8(raw: bytes, position: int) -> str:
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "filen är sparad som UTF-16. Spara den som ”UTF-8”"
    return f"tecknet med byte 0x{raw[position]:02X} är inte UTF-8, troligen å, ä eller ö. Spara filen som ”UTF-8”"
