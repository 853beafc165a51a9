"""The content many times over: copies of entries with ids and order numbers of their own, still without a fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from ..model import BY_NAME, Entry, Handbook, references

ORDER_STEP = 1000
"""Added to the order numbers of each copy; no group has that many entries."""

ONE_OF_A_KIND = ("forfattning", "lagrum", "begrepp", "regionkoordinator")
"""A copy of these would be a fault: an id says which paragraph it is, a word means one thing, a county has one."""

_ID = re.compile(rf"(?<![\w./-])(?:{'|'.join(BY_NAME)})/[a-z0-9-]+")


def grow(handbook: Handbook, content: Path, factor: int) -> None:
    """Write copies beside the entries under `content`, until each that can be copied stands there `factor` times."""
    copied = {entry.id: entry for entry in handbook if can_be_copied(type(entry))}
    for entry in copied.values():
        source = content / f"{entry.id}.yml"
        text = source.read_text(encoding="utf-8")
        for number in range(2, factor + 1):
            target = source.with_stem(_renamed(source.stem, number))
            target.write_text(_copy(text, entry, copied, number), encoding="utf-8", newline="\n")


def can_be_copied(kind: type[Entry]) -> bool:
    """Whether more of a type may exist: rows are given by geography, steps by the method, paragraphs by law."""
    order = kind.model_fields.get("ordning")
    bounded = order is not None and any(hasattr(bound, "le") for bound in order.metadata)
    return kind.tabell is None and not bounded and kind.typ not in ONE_OF_A_KIND


def _renamed(id_: str, number: int) -> str:
    return f"{id_}-x{number}"


def _copy(text: str, entry: Entry, copied: dict[str, Entry], number: int) -> str:
    """An entry's text with every id of a copied entry renamed, written short or whole, and its own order number."""
    lines = text.split("\n")
    for line, old, new in _changes(entry, copied, number):
        lines[line - 1] = re.sub(rf"(?<![\w/-]){re.escape(old)}(?![\w/-])(?!:)", new, lines[line - 1], count=1)
    return _ID.sub(_rename(copied, number), "\n".join(lines))


def _changes(entry: Entry, copied: dict[str, Entry], number: int) -> Iterator[tuple[int, str, str]]:
    """Line, old word and new word of the order number and of what may be a reference by its last part alone."""
    order = getattr(entry, "ordning", None)
    if order is not None:
        yield entry.marks.place("ordning").line, str(order), str(order + (number - 1) * ORDER_STEP)
    for path, target in references(entry):
        if target in copied:
            slug = target.rpartition("/")[2]
            yield entry.marks.place(*path).line, slug, _renamed(slug, number)


def _rename(copied: dict[str, Entry], number: int) -> Callable[[re.Match[str]], str]:
    def rename(match: re.Match[str]) -> str:
        return _renamed(match[0], number) if match[0] in copied else match[0]

    return rename
