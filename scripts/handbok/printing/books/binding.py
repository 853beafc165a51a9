"""Several tagged PDF files -> one, with tags, bookmarks and the links between them.

pikepdf copies pages, but not what a screen reader reads by. Every page and link has a number in the tree of parents;
the trees are renumbered and hung under one root (ISO 32000-1, 14.7.4.4).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Page, Pdf, String

from ..saving import saved

INNER = "inom:"
"""Scheme of a link to a place in another of the files that are bound together."""


@dataclass(frozen=True)
class Copies:
    """A file to bind, how many times, and a bookmark for it when it has none of its own."""

    file: Path
    times: int = 1
    bookmark: str | None = None


@dataclass
class Binding:
    """The file that grows."""

    pdf: Pdf
    parents: list[object] = field(default_factory=list)
    """Number, object, number, object: what the tree of parents holds."""
    places: dict[str, Object] = field(default_factory=dict)
    bookmarks: list[OutlineItem] = field(default_factory=list)
    free: int = 0
    """The first number that is free in the tree of parents."""


def bind_files(parts: Iterable[Copies], title: str) -> bytes:
    """One PDF/UA file of them all, in order; the first gives language and the claim of PDF/UA."""
    every = [(one, number) for one in parts for number in range(one.times)]
    with ExitStack() as opened:
        whole = opened.enter_context(Pdf.open(every[0][0].file))
        binding = Binding(whole)
        _take(binding, whole, every[0][0], 0)
        for one, number in every[1:]:
            source = opened.enter_context(Pdf.open(one.file))
            _take(binding, source, one, number)
        _finish(binding, title)
        return saved(whole)


def title_of(file: Path) -> str:
    """The title that a file bears."""
    with Pdf.open(file) as pdf:
        return str(pdf.docinfo.Title)


def _take(binding: Binding, source: Pdf, one: Copies, copy: int) -> None:
    """Pages, tags, places and bookmarks of one file."""
    whole, start = binding.pdf, len(binding.pdf.pages)
    if source is whole:
        start, tree = 0, whole.Root.StructTreeRoot
    else:
        for page in source.pages:
            whole.pages.append(page)
        tree = whole.copy_foreign(source.Root.StructTreeRoot)
        _hang(whole, tree)
    _number(binding, start, tree)
    for name, place in _places(source):
        binding.places.setdefault(name, _moved(whole, source, place, start))
    if copy == 0:
        binding.bookmarks += _bookmarks(source, one, start)


def _hang(whole: Pdf, tree: Object) -> None:
    """Hang a file's tags, as a part, under the document of the first."""
    document = whole.Root.StructTreeRoot.K[0]
    for part in tree.K:
        part.S, part.P = Name.Part, document
        document.K.append(part)


def _number(binding: Binding, start: int, tree: Object) -> None:
    """Give pages and links numbers of their own in the tree of parents."""
    shift, numbers = binding.free, list(tree.ParentTree.Nums)
    for number, parent in sorted(zip(map(int, numbers[::2]), numbers[1::2], strict=True), key=lambda pair: pair[0]):
        binding.parents += [number + shift, parent]
        binding.free = number + shift + 1
    for page in binding.pdf.pages[start:]:
        for thing, key in (
            (page.obj, "/StructParents"),
            *((link, "/StructParent") for link in page.get("/Annots", ())),
        ):
            if key in thing:
                thing[key] = int(thing[key]) + shift


def _places(source: Pdf) -> Iterator[tuple[str, Object]]:
    """The named places of a file."""
    if "/Names" in source.Root and "/Dests" in source.Root.Names:
        names = list(source.Root.Names.Dests.Names)
        yield from ((str(name), place) for name, place in zip(names[::2], names[1::2], strict=True))


def _moved(whole: Pdf, source: Pdf, place: Object, start: int) -> Object:
    """A place of a file as a place of the whole."""
    return Array([whole.pages[start + _page_number(source, place)].obj, *list(place)[1:]])


def _bookmarks(source: Pdf, one: Copies, start: int) -> list[OutlineItem]:
    """A file's bookmarks, else the one it is given."""
    if one.bookmark:
        return [OutlineItem(one.bookmark, start)]
    with source.open_outline() as outline:
        return [_bookmark(item, source, start) for item in outline.root]


def _bookmark(item: OutlineItem, source: Pdf, start: int) -> OutlineItem:
    """A bookmark of a file, on the page that it has in the whole; WeasyPrint writes places, never names, here."""
    place = item.destination
    assert isinstance(place, Object)
    page = start + _page_number(source, place)
    made = OutlineItem(item.title, page, "XYZ", left=float(str(place[2])), top=float(str(place[3])))
    made.children.extend(_bookmark(child, source, start) for child in item.children)
    return made


def _page_number(source: Pdf, place: Object) -> int:
    """Which page of a file a place is on, from 0."""
    return source.pages.index(Page(place[0]))


def _finish(binding: Binding, title: str) -> None:
    """Write the gathered trees, lead the links between files home, and give the whole its name."""
    whole = binding.pdf
    whole.Root.StructTreeRoot.ParentTree = whole.make_indirect(Dictionary(Nums=Array(binding.parents)))
    whole.Root.StructTreeRoot.ParentTreeNextKey = binding.free
    names = [part for name in sorted(binding.places) for part in (String(name), binding.places[name])]
    whole.Root.Names = Dictionary(Dests=Dictionary(Names=Array(names)))
    for page in whole.pages:
        for link in page.get("/Annots", ()):
            _lead_home(link, binding)
    with whole.open_outline() as outline:
        outline.root[:] = binding.bookmarks
    with whole.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = title
    whole.docinfo.Title = String(title)


def _lead_home(link: Object, binding: Binding) -> None:
    """A link to a place in another file becomes one to that place in the whole.

    Raises KeyError when no file has it.
    """
    address = str(link.A.get("/URI", "")) if "/A" in link else ""
    if address.startswith(INNER):
        name = address.removeprefix(INNER)
        if name not in binding.places:
            raise KeyError(f"ingen plats heter ”{name}” i det som binds ihop")
        del link.A
        link.Dest = String(name)
