"""The edition's name and address on what the mother has printed: sheets in every form, books and packs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from markupsafe import escape

from ..checking import PROJECT
from ..local import Local
from ..model import Mall
from .facts import address
from .files import write
from .kit import ADDRESS, NAME, Kit

PACK = "pack-"
"""How the names of packs begin; every page of one is a sheet of its own, while a book has its name on the first."""


def stamp(local: Local, kit: Kit, out: Path) -> None:
    """Write every print of the mother into a folder, as the edition's own; what is there already stays.

    Files in a zip that the edition has under the same name become those.
    """
    source = kit.mother / "utskrift"
    pdfs = {path.name: path.read_bytes() for path in _missing(source, out, "*.pdf")}
    inner = dict(_inner(source, pdfs, out))
    made = _all_stamped({**inner, **pdfs}, local, kit)
    for name in pdfs:
        write(out / name, made[name])
    for path in _missing(source, out, "*.docx"):
        write(out / path.name, _named(path.read_bytes(), local))
    for path in sorted(source.glob("*.zip")):
        write(out / path.name, _with_own(path, made, out))


def _missing(source: Path, out: Path, pattern: str) -> list[Path]:
    """The mother's files that the edition has none of its own of."""
    return [path for path in sorted(source.glob(pattern)) if not (out / path.name).exists()]


def _inner(source: Path, beside: Mapping[str, bytes], out: Path) -> Iterator[tuple[str, bytes]]:
    """PDFs that lie only in zips."""
    for path in sorted(source.glob("*.zip")):
        with ZipFile(path) as archive:
            for name in archive.namelist():
                if name.endswith(".pdf") and name not in beside and not (out / name).exists():
                    yield name, archive.read(name)


def _text(name: str, local: Local, kit: Kit) -> tuple[str, bool]:
    """What a file says in its margin, and whether on every page."""
    site = _bare(address(local)).rstrip("/")
    for id_, sheet in kit.prints["blad"].items():
        if any(row["namn"] == name for row in sheet["filer"]):
            return f"{local.utgava.kommunnamn} · nyaste versionen: {site}/{id_}.html", True
    return f"{local.utgava.kommunnamn} · {site}", name.startswith(PACK)


def _bare(web: str) -> str:
    """An address as it stands on paper."""
    return web.partition("://")[2]


def _all_stamped(pdfs: Mapping[str, bytes], local: Local, kit: Kit) -> dict[str, bytes]:
    """Every file with its line and its codes; WeasyPrint is asked once for all lines."""
    if not pdfs:
        return {}
    from ..printing import Stock
    from ..printing.stamping import Line, lines, stamped, widths

    texts = {name: _text(name, local, kit) for name in pdfs}
    wanted = {Line(texts[name][0], width) for name, content in pdfs.items() for width in widths(content)}
    made = lines(wanted, Stock(PROJECT / "overrides", PROJECT / "node_modules"))
    codes = _codes(local, kit)

    def text_of(name: str, page: int) -> str | None:
        text, every = texts[name]
        return text if every or page == 0 else None

    return {
        name: stamped(content, lambda page, name=name: text_of(name, page), made, codes)  # type: ignore[misc]
        for name, content in pdfs.items()
    }


def _codes(local: Local, kit: Kit) -> dict[str, str]:
    """Where the mother's codes seem to lead -> where the edition's do."""
    pages = [f"{mall.sida}.html" for mall in kit.handbook.all(Mall)]
    return {ADDRESS + page: address(local) + page for page in pages}


def _named(file: bytes, local: Local) -> bytes:
    """A Word file with name and address where the mother holds their places."""
    places = {NAME: local.utgava.kommunnamn, _bare(ADDRESS): _bare(address(local))}

    def changed(part: ZipInfo, content: bytes) -> bytes:
        if not part.filename.endswith(".xml"):
            return content
        for place, words in places.items():
            content = content.replace(place.encode(), str(escape(words)).encode())
        return content

    return _rezipped(BytesIO(file), changed)


def _with_own(path: Path, made: Mapping[str, bytes], out: Path) -> bytes:
    """A zip with the edition's files in it."""

    def changed(part: ZipInfo, content: bytes) -> bytes:
        own = out / part.filename
        return own.read_bytes() if own.is_file() else made.get(part.filename, content)

    return _rezipped(path, changed)


def _rezipped(file: Any, changed: Callable[[ZipInfo, bytes], bytes]) -> bytes:
    """The same zip with some of its files as they are to be."""
    whole = BytesIO()
    with ZipFile(file) as before, ZipFile(whole, "w") as after:
        for old in before.infolist():
            facts = ZipInfo(old.filename, old.date_time)
            facts.compress_type, facts.create_system, facts.external_attr = (
                ZIP_DEFLATED,
                old.create_system,
                old.external_attr,
            )
            after.writestr(facts, changed(old, before.read(old)), compresslevel=6)
    return whole.getvalue()
