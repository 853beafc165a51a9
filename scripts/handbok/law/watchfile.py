"""content/lagbevakning.yml: the findings that editors have yet to act on, written the same way every time.

It holds no day of the run, so that it differs only when there is something new. Pages read from it that a paragraph
has changed since we read the statute text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

HEAD = """\
# Skriven av scripts/lawwatch.py --write. Granskas i en pull request; en post försvinner härifrån när den är rättad.
"""
FIELDS = ("lagrum", "forfattning", "lage", "slag", "sfs", "fran", "saker", "varfor", "gor")
ACT_FIELDS = ("forfattning", "lage", "varfor")


@dataclass(frozen=True)
class Watched:
    """What the watch found of one paragraph."""

    lagrum: str
    lage: str
    slag: str
    sfs: str
    fran: str | None


def as_yaml(findings: Iterable[Mapping[str, Any]], acts: Iterable[Mapping[str, Any]]) -> str:
    """The whole file: findings to act on, then acts whose register was not read or that are repealed."""
    lines = [HEAD.rstrip(), *_block("fynd", findings, FIELDS), *_block("forfattningar", acts, ACT_FIELDS)]
    return "\n".join(lines) + "\n"


def _block(name: str, rows: Iterable[Mapping[str, Any]], fields: Iterable[str]) -> list[str]:
    lines = []
    for row in rows:
        present = [(field, row[field]) for field in fields if row.get(field) is not None]
        for number, (field, value) in enumerate(present):
            lines.append(f"  {'- ' if number == 0 else '  '}{field}: {_scalar(value)}")
    return [f"{name}:", *lines] if lines else [f"{name}: []"]


def _scalar(value: object) -> str:
    """A value as YAML: ja and nej as the model has them, texts in quotes."""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return json.dumps(value, ensure_ascii=False)


def rows_of(tree: object) -> list[dict[str, Any]]:
    """The findings of a file that has been read as plain dicts and texts."""
    rows = tree.get("fynd") if isinstance(tree, Mapping) else None
    found = [dict(row) for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []
    return [row | {"saker": row.get("saker") == "ja"} for row in found if isinstance(row.get("lagrum"), str)]


def watched(tree: object) -> dict[str, tuple[Watched, ...]]:
    """The same by the id of the paragraph, for pages to ask."""
    found: dict[str, tuple[Watched, ...]] = {}
    for row in rows_of(tree):
        texts = {name: str(row.get(name) or "") for name in ("lagrum", "lage", "slag", "sfs")}
        one = Watched(**texts, fran=row.get("fran"))
        found[one.lagrum] = (*found.get(one.lagrum, ()), one)
    return found
