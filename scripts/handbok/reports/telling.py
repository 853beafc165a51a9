"""Completeness as text and as JSON."""

from __future__ import annotations

import json

from .completeness import Completeness


def as_text(found: Completeness) -> str:
    """A line a part, a line a type, a line a lack."""
    lines = []
    for part in found.parts:
        lines.append(f"{part.namn}: {part.andel} % färdigt ({part.complete} av {part.total})")
        for row in part.rows:
            lines.append(f"  {row.namn}: {row.complete} av {row.total}")
            lines += [f"    {len(cell.entries):>4} {cell.text}" for cell in row.cells if cell.entries]
    return "\n".join([*lines, f"Hela handboken: {found.complete} av {found.total} poster saknar inget."])


def as_json(found: Completeness) -> str:
    """The whole matrix with the ids that lack each thing."""
    parts = [
        {
            "del": part.namn,
            "poster": part.total,
            "fardiga": part.complete,
            "andel": part.andel,
            "typer": [
                {
                    "typ": row.kind.typ,
                    "poster": row.total,
                    "fardiga": row.complete,
                    "saknar": {cell.text: [entry.id for entry in cell.entries] for cell in row.cells},
                }
                for row in part.rows
            ],
        }
        for part in found.parts
    ]
    return json.dumps({"delar": parts}, ensure_ascii=False, indent=1)
