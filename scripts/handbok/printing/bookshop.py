"""Books and packs, printed together and put where the site has its prints; nothing is set again while unchanged."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ..model import Mall
from ..rendering import Renderer
from .book import Progress, Shelf, keep, set_books
from .booktext import short_book, whole_book
from .forms import Edition, Sheet
from .packs import WHOLE, Pack, guide, overview, packs

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The day that zip files carry: the first that the format knows."""


@dataclass(frozen=True)
class Shop:
    """Where books come from and where they go."""

    renderer: Renderer
    docs: Path
    shelf: Shelf
    edition: Edition
    out: Path
    cache: Path

    def fingerprint(self, *more: str) -> str:
        """Everything that a book can depend on: entries, prose, templates, style and the code itself."""
        digest = sha256(self.shelf.fingerprint("bok").encode())
        for text in (repr(self.edition), *more):
            digest.update(text.encode())
        for entry in self.renderer.handbook:
            digest.update(f"{entry.id}\n{entry.model_dump_json()}\n".encode())
        code = Path(__file__).parents[1]
        for folder in (
            self.docs,
            self.shelf.overrides / "innehall",
            self.shelf.overrides / "tryck",
            code / "rendering",
        ):
            for file in sorted(one for one in folder.rglob("*") if one.suffix in (".md", ".html", ".py")):
                digest.update(file.read_bytes())
        return digest.hexdigest()


def print_books(shop: Shop, sheets: Sequence[Sheet], progress: Progress = lambda *_: None) -> list[Path]:
    """The book, the short one and all packs in `out`."""
    every = list(packs(shop.renderer.handbook))
    return _kept(
        shop, "allt", sheets, lambda: {**_books(shop, every, progress), **_packs(shop, every, sheets, progress)}
    )


def print_packs(shop: Shop, only: Sequence[Pack], sheets: Sequence[Sheet], progress: Progress) -> list[Path]:
    """Just these packs in `out`, without the pack of the whole method."""
    wish = " ".join(pack.name for pack in only)
    return _kept(shop, wish, sheets, lambda: _packs(shop, list(only), sheets, progress, whole=False))


def _kept(shop: Shop, what: str, sheets: Sequence[Sheet], make: Callable[[], Mapping[str, Path]]) -> list[Path]:
    """Files from the last time when nothing has changed since, else made; copied to where they belong."""
    prints = [sha256(file.read_bytes()).hexdigest() for sheet in sheets for file in sheet.files]
    memory = shop.cache / f"{shop.fingerprint(what, *prints)}.json"
    files = (
        {name: Path(file) for name, file in json.loads(memory.read_text("utf-8")).items()} if memory.exists() else {}
    )
    if not files or not all(file.exists() for file in files.values()):
        files = dict(make())
        keep(memory, json.dumps({name: str(file) for name, file in files.items()}).encode())
    shop.out.mkdir(parents=True, exist_ok=True)
    for name, file in files.items():
        shutil.copyfile(file, shop.out / name)
    return [shop.out / name for name in files]


def _books(shop: Shop, every: Sequence[Pack], progress: Progress) -> dict[str, Path]:
    books = [
        whole_book(shop.renderer, shop.docs, shop.edition),
        short_book(shop.renderer, shop.docs, shop.edition),
        *(guide(pack, shop.renderer, shop.docs, shop.edition) for pack in every),
    ]
    files = set_books(books, shop.shelf, shop.cache, progress)
    return {f"{book.name}.pdf": file for book, file in zip(books, files, strict=True) if "guide" not in book.name}


def _packs(
    shop: Shop, every: Sequence[Pack], sheets: Sequence[Sheet], progress: Progress, *, whole: bool = True
) -> dict[str, Path]:
    """Each pack as one file for the print shop and as a zip of its single files; if wanted all packs in one."""
    from .binding import Sheaf, bind_files

    guides = [guide(pack, shop.renderer, shop.docs, shop.edition) for pack in every]
    set_guides = set_books([*guides, overview(every, shop.renderer, shop.edition)], shop.shelf, shop.cache, progress)
    by_id = {sheet.mall.id: sheet for sheet in sheets}
    made: dict[str, Path] = {}
    bound: list[Sheaf] = []
    for pack, book, first in zip(every, guides, set_guides, strict=False):
        shares = [(by_id[share.mall.id], share) for share in pack.shares if share.mall.id in by_id]
        sheaves = [Sheaf(first), *(Sheaf(sheet.files[0], one.copies, sheet.mall.rubrik) for sheet, one in shares)]
        made[f"{pack.name}.pdf"] = _keep_made(shop, bind_files(sheaves, book.title), ".pdf")
        files = [(f"{pack.name}-guide.pdf", first), *((file.name, file) for sheet, _ in shares for file in sheet.files)]
        made[f"{pack.name}.zip"] = _keep_made(shop, zipped(files), ".zip")
        bound += sheaves
    if whole:
        title = "Stad för stad – pack för hela metoden"
        made[f"pack-{WHOLE}.pdf"] = _keep_made(shop, bind_files([Sheaf(set_guides[-1]), *bound], title), ".pdf")
        every_file = dict(_contents(list(made.values())))
        made[f"pack-{WHOLE}.zip"] = _keep_made(shop, zipped(sorted(every_file.items())), ".zip")
    return made


def _contents(files: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    """What the zip files among these hold."""
    for file in files:
        if file.suffix == ".zip":
            with ZipFile(file) as archive:
                yield from ((name, archive.read(name)) for name in archive.namelist())


def zipped(files: Sequence[tuple[str, Path | bytes]]) -> bytes:
    """A zip with the same bytes every time; a file that is named twice stands in it once."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, content in dict(files).items():
            facts = ZipInfo(name, EARLIEST)
            facts.compress_type, facts.external_attr = ZIP_DEFLATED, 0o644 << 16
            archive.writestr(facts, content if isinstance(content, bytes) else content.read_bytes(), compresslevel=6)
    return made.getvalue()


def _keep_made(shop: Shop, content: bytes, ending: str) -> Path:
    """A finished file in the cache, under the name of its content."""
    file = shop.cache / f"{sha256(content).hexdigest()}{ending}"
    keep(file, content)
    return file


def sheets_of(only: Sequence[Pack], renderer: Renderer, shelf: Shelf) -> Renderer:
    """A renderer of a handbook whose only sheets are those of the packs, so that no others are printed."""
    wanted = {share.mall.id for pack in only for share in pack.shares}
    handbook = renderer.handbook
    entries = {id_: entry for id_, entry in handbook.entries.items() if entry.typ != Mall.typ or id_ in wanted}
    return Renderer(replace(handbook, entries=entries), shelf.overrides, {"kommun": None, "adress": None, "blad": {}})
