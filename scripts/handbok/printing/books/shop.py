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

from ...model import Handbook, Mall
from ...rendering import Renderer
from ..cores import Progress, spread
from ..forms import Edition, Sheet
from ..keeping import keep, tidy
from ..stock import Stock
from .packs import WHOLE, Pack, Share, guide, loose, overview, packs
from .setting import KEPT_FILES, set_books
from .shelf import STYLE, Book, Shelf
from .volumes import short_book, whole_book

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The day that zip files carry: the first that the format knows."""
READ = (".md", ".html", ".svg", ".py")
"""Endings of the files that a book is drawn from."""


@dataclass(frozen=True)
class Shop:
    """Where books come from and where they go."""

    renderer: Renderer
    docs: Path
    shelf: Shelf
    edition: Edition
    out: Path
    cache: Path

    @property
    def stock(self) -> Stock:
        """What sheets are printed with."""
        return Stock(self.shelf.overrides, self.shelf.node_modules)

    def fingerprint(self, *more: str) -> str:
        """Everything that a book can depend on: entries, prose, templates, style and the code itself."""
        digest = sha256(self.shelf.fingerprint(STYLE).encode())
        for text in (repr(self.edition), *more):
            digest.update(text.encode())
        for entry in self.renderer.handbook:
            digest.update(f"{entry.id}\n{entry.model_dump_json()}\n".encode())
        code = Path(__file__).parents[2]
        overrides = self.shelf.overrides
        folders = (self.docs, overrides / "innehall", overrides / "tryck", overrides / "form")
        for folder in (*folders, code / "rendering", code / "model"):
            for file in sorted(one for one in folder.rglob("*") if one.suffix in READ):
                digest.update(file.read_bytes())
        return digest.hexdigest()


def print_books(shop: Shop, sheets: Sequence[Sheet], progress: Progress = lambda *_: None) -> list[Path]:
    """The book, the short one, all packs and the one for the whole method, in `out`."""
    return _kept(shop, "allt", sheets, lambda: _everything(shop, sheets, progress))


def print_packs(
    shop: Shop, only: Sequence[Pack], sheets: Sequence[Sheet], progress: Progress = lambda *_: None
) -> list[Path]:
    """Just these packs in `out`, without the one for the whole method."""
    return _kept(shop, " ".join(pack.name for pack in only), sheets, lambda: _only(shop, only, sheets, progress))


def _kept(shop: Shop, what: str, sheets: Sequence[Sheet], make: Callable[[], Mapping[str, Path]]) -> list[Path]:
    """Files from the last time when nothing has changed since, else made; copied to where they belong."""
    shop.cache.mkdir(parents=True, exist_ok=True)
    prints = [sha256(file.read_bytes()).hexdigest() for sheet in sheets for file in sheet.files]
    memory = shop.cache / f"{shop.fingerprint(what, *prints)}.json"
    told = json.loads(memory.read_text("utf-8")) if memory.exists() else {}
    files: Mapping[str, Path] = {name: shop.cache / file for name, file in told.items()}
    if not files or not all(file.exists() for file in files.values()):
        files = make()
        keep(memory, json.dumps({name: file.name for name, file in files.items()}).encode())
        tidy(shop.cache, {memory, *files.values()}, KEPT_FILES)
    shop.out.mkdir(parents=True, exist_ok=True)
    for name, file in files.items():
        shutil.copyfile(file, shop.out / name)
    return [shop.out / name for name in files]


def _only(shop: Shop, only: Sequence[Pack], sheets: Sequence[Sheet], progress: Progress) -> dict[str, Path]:
    """Single packs."""
    guides = [guide(pack, shop.renderer, shop.docs, shop.edition) for pack in only]
    return _bundled(shop, guides, set_books(guides, shop.shelf, shop.cache, progress), sheets)


def _everything(shop: Shop, sheets: Sequence[Sheet], progress: Progress) -> dict[str, Path]:
    """All books, set together so that no core waits; all packs; and the one for the whole method."""
    every = tuple(packs(shop.renderer.handbook))
    guides = [guide(pack, shop.renderer, shop.docs, shop.edition) for pack in every]
    guides += [overview(every, shop.renderer, shop.edition)]
    books = [draw(shop.renderer, shop.docs, shop.edition) for draw in (whole_book, short_book)]
    files = set_books([*books, *guides], shop.shelf, shop.cache, progress)
    made = {f"{book.name}.pdf": file for book, file in zip(books, files, strict=False)}
    return made | _bundled(shop, guides, files[len(books) :], sheets)


def _bundled(shop: Shop, guides: Sequence[Book], files: Sequence[Path], sheets: Sequence[Sheet]) -> dict[str, Path]:
    """The packs with these guides: each as one file for the print shop, and as a zip of the single files."""
    lying = {guide_name(book.name): file for book, file in zip(guides, files, strict=True)}
    every = list(contents(shop.renderer.handbook, lying, sheets))[::-1]  # the largest is last, and is begun first
    made: dict[str, bytes] = {}
    for (name, _), (bound, archive) in zip(every, spread(bundled, [parts for _, parts in every]), strict=True):
        made |= {f"{name}.zip": archive, f"{name}.pdf": bound}
    return {name: _keep_made(shop, content, name) for name, content in reversed(made.items())}


@dataclass(frozen=True)
class Part:
    """What goes into a pack: a guide, or a sheet with its other forms and how many."""

    name: str
    file: Path
    times: int = 1
    bookmark: str | None = None
    others: tuple[Path, ...] = ()


def guide_name(name: str) -> str:
    """What the file of a guide is called."""
    return f"{name}.pdf"


def contents(
    handbook: Handbook, guides: Mapping[str, Path], sheets: Sequence[Sheet]
) -> Iterator[tuple[str, list[Part]]]:
    """The name of each pack whose guide is there, by its file name, and what goes into it: the guide first."""
    whole: list[Part] = []
    for pack in packs(handbook):
        name = guide_name(f"{pack.name}-guide")
        if name in guides:
            first = Part(name, guides[name])
            whole += [first, *_of(pack.sheets, sheets)]
            yield pack.name, [first, *_of(pack.shares, sheets)]
    name = guide_name(f"pack-{WHOLE}-guide")
    if name in guides:
        yield f"pack-{WHOLE}", [Part(name, guides[name]), *whole, *_of(loose(handbook), sheets)]


def _of(shares: Sequence[Share], sheets: Sequence[Sheet]) -> list[Part]:
    """The printed sheets of these shares."""
    by_id = {sheet.mall.id: sheet.files for sheet in sheets}
    return [
        Part(files[0].name, files[0], share.copies, share.mall.rubrik, files[1:])
        for share in shares
        if (files := by_id.get(share.mall.id))
    ]


def bundled(parts: Sequence[Part]) -> tuple[bytes, bytes]:
    """A pack both ways: as one file for the print shop, and its single files as a zip, the guide first."""
    single = [(part.name, part.file) for part in parts]
    single += [(file.name, file) for part in parts for file in part.others]
    return bound_pack(parts), zipped([single[0], *sorted(single[1:])])


def bound_pack(parts: Sequence[Part]) -> bytes:
    """A pack as one file for the print shop, in the numbers needed, with the title of its guide."""
    from .binding import Copies, bind_files, title_of

    return bind_files([Copies(part.file, part.times, part.bookmark) for part in parts], title_of(parts[0].file))


def zipped(files: Sequence[tuple[str, Path | bytes]]) -> bytes:
    """A zip with the same bytes every time; a file that is named twice stands in it once."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, content in dict(files).items():
            facts = ZipInfo(name, EARLIEST)
            facts.compress_type, facts.external_attr = ZIP_DEFLATED, 0o644 << 16
            archive.writestr(facts, content if isinstance(content, bytes) else content.read_bytes(), compresslevel=6)
    return made.getvalue()


def _keep_made(shop: Shop, content: bytes, name: str) -> Path:
    """A finished file in the cache, under the name of its content."""
    file = shop.cache / f"{sha256(content).hexdigest()}{Path(name).suffix}"
    keep(file, content)
    return file


def with_sheets_of(only: Sequence[Pack], handbook: Handbook) -> Handbook:
    """A handbook whose only sheets are those of the packs, so that no others are printed."""
    wanted = {share.mall.id for pack in only for share in pack.shares}
    entries = {id_: entry for id_, entry in handbook.entries.items() if entry.typ != Mall.typ or id_ in wanted}
    return replace(handbook, entries=entries)
