"""Rules on order numbers."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Entry, Handbook
from ..problems import Problem

GROUPED_BY = ("steg", "kunskapsdel", "grupp")
"""Fields within which order numbers are counted; without one, within the whole type."""


def dubbelt_ordningsnummer(handbook: Handbook) -> Iterator[Problem]:
    """Två poster i samma grupp kan inte stå på samma plats."""
    first: dict[tuple[str, str, int], Entry] = {}
    for entry in handbook:
        number = getattr(entry, "ordning", None)
        if number is None:
            continue
        group = next(
            (str(getattr(entry, name)) for name in GROUPED_BY if isinstance(getattr(entry, name, None), str)), ""
        )
        other = first.setdefault((entry.typ, group, number), entry)
        if other is not entry:
            yield entry.problem(("ordning",), f"ordningsnummer {number} är redan taget av {other.id}")
