"""Changed entries -> the pages, sheets and printed codes that they touch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..law.reach import mentions
from ..model import Entry, Handbook, Mall, references
from .comparing import Change, Difference


@dataclass(frozen=True)
class Touched:
    """Pages by their address, sheets by their id, and what is to be said of printed ones."""

    pages: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    """Pages that the QR code of a printed sheet leads to."""


def touched(handbook: Handbook, found: Difference) -> Touched:
    """What the changes touch: the entries' own pages, those that show or name them, and changed pages of prose."""
    changes = found.entries
    ids = {change.id for change in changes}
    mentioned = mentions(handbook)
    near = {other.id for id_ in ids for other in handbook.referrers.get(id_, ())}
    near |= {other for id_ in ids for other in mentioned.get(id_, ())}
    entries = [handbook[id_] for id_ in sorted(ids | near) if id_ in handbook]
    pages = {f"{entry.sida}.html" for entry in entries}
    pages |= {f"{change.id}.html" for change in changes if change.kind == "borttagen"}
    pages |= {f"{page.address}.html" for page in handbook.pages if any(_calls(call.target, ids) for call in page.calls)}
    pages |= {f"{path[5:-3]}.html" for path in found.other if path.startswith("docs/") and path.endswith(".md")}
    sheets = tuple(entry.id for entry in entries if isinstance(entry, Mall) and _shows(entry, ids))
    codes = tuple(sorted(pages & {f"{sheet.sida}.html" for sheet in handbook.all(Mall)}))
    return Touched(tuple(sorted(pages)), sheets, tuple(_printed(handbook, changes)), codes)


def _calls(target: str, ids: set[str]) -> bool:
    return target in ids or any(id_.startswith(f"{target}/") for id_ in ids)


def _shows(sheet: Entry, ids: set[str]) -> bool:
    """A sheet is printed anew when it has changed itself or prints what has changed."""
    return sheet.id in ids or any(target in ids for path, target in references(sheet) if path[0] == "blad")


def _printed(handbook: Handbook, changes: Iterable[Change]) -> Iterable[str]:
    """What happens to codes and sheets that somebody has printed already."""
    for change in changes:
        if change.kind == "borttagen" and change.id not in handbook.moved:
            lost = "tryckta koder leder till en sida som saknas"
            yield f"`{change.id}` försvinner utan att stå i `content/flyttat.yml`: {lost}"
        elif change.kind == "borttagen":
            yield f"`{change.id}` har flyttat till `{handbook.moved[change.id]}`: tryckta koder leder rätt"
        elif change.id.startswith("mall/") and change.kind == "ändrad":
            before, after = (str((part or {}).get("version", "1")) for part in (change.before, change.after))
            if before == after:
                raise_it = "Höj `version` om tryckta blad inte längre gäller"
                yield f"`{change.id}` är ändrat men har kvar version {after}. {raise_it}"
            else:
                yield f"`{change.id}` går från version {before} till {after}: tidigare tryckta blad gäller inte"
