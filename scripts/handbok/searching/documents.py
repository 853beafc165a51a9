"""What can be found: every entry that is published, and every page of prose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..law.acts import Acts
from ..law.citations import citations
from ..model import Entry, Handbook, Lagrum, Ref, references
from ..rendering.swedish import name_of
from ..rendering.telling import description
from .fields import Role, fields, plain

Address = Callable[[str], str | None]
"""The address of an entry from the top of the site."""

PAGE = "sida"
"""What stands in an id's first half's place for a page of prose."""
PAGE_WEIGHT, KEEPERS_WEIGHT = 0.9, 0.45
"""How pages of prose weigh, and those for the people who keep the handbook."""
REPEALED_WEIGHT = 0.55
"""How what is no longer in force weighs beside the rest of its type."""

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_MARKS = re.compile(r"\{\{.*?\}\}|\{:.*?\}|<!--.*?-->", re.DOTALL)
_SEARCH_PAGE = re.compile(r"\A---\n(?:.*\n)*?sok: ja\n")
_TITLE = re.compile(r"^# +(.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Prose:
    """A page of docs/: its address without ending, and its Markdown."""

    address: str
    markdown: str


@dataclass(frozen=True)
class Document:
    """One thing that can be found."""

    id: str
    typ: str
    kind: str
    """What a group of such things is called: `Övningar`."""
    address: str
    title: str
    place: str
    """Where in the handbook it stands."""
    summary: str
    texts: tuple[tuple[Role, str], ...]
    refs: tuple[str, ...] = ()
    """Ids of the paragraphs of law that it names or cites."""
    weight: float = 1.0


def documents(handbook: Handbook, acts: Acts, prose: tuple[Prose, ...], address: Address) -> Iterator[Document]:
    """Every entry with an address, then every page of prose."""
    for entry in handbook:
        where = address(entry.id)
        if where:
            yield of_entry(entry, handbook, acts, where)
    for page in prose:
        if not _SEARCH_PAGE.search(page.markdown):
            yield _of_page(page)


def of_entry(entry: Entry, handbook: Handbook, acts: Acts, where: str) -> Document:
    """The document of an entry that has an address."""
    texts = tuple(fields(entry))
    title = _title(entry, handbook)
    cited = (id_ for _, text in texts if "§" in text or ":" in text for one in citations(text, acts) for id_ in one.ids)
    named = (str(target) for _, target in references(entry) if target.startswith(f"{Lagrum.typ}/"))
    refs = dict.fromkeys([*named, *cited])
    weight = entry.sokvikt * (REPEALED_WEIGHT if getattr(entry, "upphavd", None) else 1)
    names = (Role.TITEL, title if entry.titel.lower() in title.lower() else f"{title} {entry.titel}")
    return Document(
        entry.id,
        entry.typ,
        entry.namn[1].capitalize(),
        where,
        title,
        _place(entry, handbook),
        description(entry),
        (names, *(told for told in texts if told[0] is not Role.TITEL)),
        tuple(refs),
        weight,
    )


def _title(entry: Entry, handbook: Handbook) -> str:
    """The name of an entry, with its heading after when the name is a citation."""
    name = name_of(entry, handbook)
    whole = name if entry.titel in name else f"{name}: {entry.titel}"
    return whole[:1].upper() + whole[1:]


def _place(entry: Entry, handbook: Handbook) -> str:
    """The kind of thing, and the entry it belongs to: the first that it must name, as an exercise names its step."""
    above = [entry.namn[1].capitalize()]
    for name, info in type(entry).model_fields.items():
        value = getattr(entry, name)
        if isinstance(value, Ref) and info.is_required() and value in handbook:
            above.append(name_of(handbook[value], handbook))
            break
    if getattr(entry, "upphavd", None):
        above.append("gäller inte längre")
    return " › ".join(above)


def _of_page(page: Prose) -> Document:
    text = _MARKS.sub(" ", _FRONT.sub("", page.markdown))
    found = _TITLE.search(text)
    title = plain(found[1]) if found else page.address
    body = plain(_TITLE.sub("", text, count=1))
    keepers = page.address.startswith("forvalta/")
    summary = re.split(r"(?<=[.!?]) ", body)[0][:200] if body else title
    return Document(
        page.address,
        PAGE,
        "Sidor",
        f"{page.address}.html",
        title,
        "Förvalta" if keepers else "Sidor",
        summary,
        ((Role.TITEL, title), (Role.TEXT, body)),
        weight=KEEPERS_WEIGHT if keepers else PAGE_WEIGHT,
    )
