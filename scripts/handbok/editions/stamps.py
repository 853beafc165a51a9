"""The edition's name and address on what the mother has printed: sheets in every form, books, guides of packs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from markupsafe import escape

from ..checking import PROJECT
from ..local import Local
from ..model import Mall
from .facts import address
from .files import write
from .kit import ADDRESS, NAME, Kit

GUIDE = "-guide.pdf"
"""How the names of packs' guides end; they bear the name on every page, and books on the first."""


def stamp(local: Local, kit: Kit, out: Path) -> dict[str, bytes]:
    """Write every sheet and book of the mother into a folder, as the edition's own; what is there already stays.

    Gives the files that lie only in packs, as the edition's own too.
    """
    source = kit.mother / "utskrift"
    packs = {path.with_suffix(".pdf").name for path in source.glob("*.zip")}
    pdfs = {path.name: path.read_bytes() for path in _missing(source, out, "*.pdf") if path.name not in packs}
    made = _all_stamped({**_inner(source), **pdfs}, local, kit)
    for name in pdfs:
        write(out / name, made.pop(name))
    for path in _missing(source, out, "*.docx"):
        write(out / path.name, _named(path.read_bytes(), local))
    return made


def _missing(source: Path, out: Path, pattern: str) -> list[Path]:
    """The mother's files that the edition has none of its own of."""
    return [path for path in sorted(source.glob(pattern)) if not (out / path.name).exists()]


def _inner(source: Path) -> dict[str, bytes]:
    """PDFs that lie only in the packs' zips."""
    found: dict[str, bytes] = {}
    for path in sorted(source.glob("*.zip")):
        with ZipFile(path) as archive:
            inside = [name for name in archive.namelist() if name.endswith(".pdf") and not (source / name).exists()]
            found |= {name: archive.read(name) for name in inside}
    return found


def _text(name: str, local: Local, kit: Kit) -> tuple[str, bool]:
    """What a file says in its margin, and whether on every page."""
    site = _bare(address(local)).rstrip("/")
    for id_, sheet in kit.prints["blad"].items():
        if any(row["namn"] == name for row in sheet["filer"]):
            return f"{local.utgava.kommunnamn} · nyaste versionen: {site}/{id_}.html", True
    return f"{local.utgava.kommunnamn} · {site}", name.endswith(GUIDE)


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

    return rezipped(BytesIO(file), changed)


def rezipped(file: Path | BytesIO, changed: Callable[[ZipInfo, bytes], bytes]) -> bytes:
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
