"""The edition's name on what the mother has printed: sheets, books and packs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ..checking import PROJECT
from ..local import Local
from .facts import address
from .files import write
from .kit import Kit

PACK = "pack-"
"""How the names of packs begin; every page of one is a sheet of its own, while a book has its name on the first."""


def stamp(local: Local, kit: Kit, out: Path) -> None:
    """Write every PDF and every zip of the mother into a folder, with the edition's name; what is there already stays.

    Files in a zip that the edition has under the same name become those.
    """
    source = kit.mother / "utskrift"
    todo = [path for path in sorted(source.glob("*.pdf")) if not (out / path.name).exists()]
    inner = dict(_inner(source))
    texts = {**{path.name: _texts(path.name, local, kit) for path in todo}}
    texts |= {name: _texts(name, local, kit) for name in inner if name not in texts}
    pdfs = {**inner, **{path.name: path.read_bytes() for path in todo}}
    made = _all_stamped({name: content for name, content in pdfs.items() if name in texts}, texts)
    for path in todo:
        write(out / path.name, made[path.name])
    for path in sorted(source.glob("*.zip")):
        write(out / path.name, _rezipped(path, made, out))


def _inner(source: Path) -> Iterator[tuple[str, bytes]]:
    """PDFs that lie only in zips."""
    for path in sorted(source.glob("*.zip")):
        with ZipFile(path) as archive:
            for name in archive.namelist():
                if name.endswith(".pdf") and not (source / name).exists():
                    yield name, archive.read(name)


def _texts(name: str, local: Local, kit: Kit) -> tuple[str, bool]:
    """What a file says, and whether on every page."""
    site = address(local).partition("://")[2].rstrip("/")
    for id_, sheet in kit.prints["blad"].items():
        if any(row["namn"] == name for row in sheet["filer"]):
            return f"{local.utgava.kommunnamn} · nyaste versionen: {site}/{id_}.html", True
    return f"{local.utgava.kommunnamn} · {site}", name.startswith(PACK)


def _all_stamped(pdfs: Mapping[str, bytes], texts: Mapping[str, tuple[str, bool]]) -> dict[str, bytes]:
    """Every file with its line; WeasyPrint is asked once for all lines."""
    if not pdfs:
        return {}
    from ..printing import Stock
    from ..printing.stamping import Line, lines, stamped, widths

    wanted = {Line(texts[name][0], width) for name, content in pdfs.items() for width in widths(content)}
    made = lines(wanted, Stock(PROJECT / "overrides", PROJECT / "node_modules"))

    def text_of(name: str, page: int) -> str | None:
        text, every = texts[name]
        return text if every or page == 0 else None

    return {
        name: stamped(content, lambda page, name=name: text_of(name, page), made)  # type: ignore[misc]
        for name, content in pdfs.items()
    }


def _rezipped(path: Path, made: Mapping[str, bytes], out: Path) -> bytes:
    """The same zip with the edition's files in it."""
    whole = BytesIO()
    with ZipFile(path) as before, ZipFile(whole, "w") as after:
        for old in before.infolist():
            own = out / old.filename
            content = own.read_bytes() if own.is_file() else made.get(old.filename) or before.read(old)
            facts = ZipInfo(old.filename, old.date_time)
            facts.compress_type, facts.external_attr = ZIP_DEFLATED, old.external_attr
            after.writestr(facts, content, compresslevel=6)
    return whole.getvalue()
