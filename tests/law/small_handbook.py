"""A handbook of one act, written to a folder, for the verb to read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ACT = {
    "rubrik": "Socialtjänstlagen", "kortnamn": "SoL", "slag": "lag", "nummer": "2025:400", "betydelse": "Om stöd.",
    "i_kraft": "2025-07-01", "andring_inford": "2025:942", "textens_datum": "2025-12-15", "sakerhet": "bekraftad",
    "lank": "https://rkrattsbaser.gov.se/sfst?bet=2025:400", "kallor": ["kalla/ratt"], "kontrollerad": "2026-11-01",
}  # fmt: skip
PARAGRAPH = {
    "forfattning": "sol", "kapitel": "19", "paragraf": "1", "etikett": "Orosanmälan", "betydelse": "Anmäl oro.",
    "lydelse": {"sfs": "2025:400", "fran": "2025-07-01"}, "textens_datum": "2025-12-15", "sakerhet": "bekraftad",
    "lank": "https://rkrattsbaser.gov.se/sfst?bet=2025:400", "kallor": ["kalla/ratt"], "kontrollerad": "2026-11-01",
}  # fmt: skip
SOURCE = {"rubrik": "Rättsdatabasen", "slag": "lagtext", "utgivare": "Regeringskansliet"}


def write(folder: Path, entries: dict[str, dict[str, Any]]) -> Path:
    """The content folder with these entries; JSON is YAML."""
    content = folder / "content"
    for id_, fields in {"kalla/ratt": SOURCE, **entries}.items():
        path = content / f"{id_}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            json.dumps({k: v for k, v in fields.items() if v is not None}, ensure_ascii=False), encoding="utf-8"
        )
    return content


def sol(folder: Path, act: dict[str, Any] | None = None, **paragraph: Any) -> Path:
    """The act with its paragraph on reports of concern, altered as asked."""
    return write(folder, {"forfattning/sol": ACT | (act or {}), "lagrum/sol-19-1": PARAGRAPH | paragraph})


def register(*amendments: tuple[str, str | None, str], sfs: str = "2025:400", **fields: Any) -> dict[str, Any]:
    """A register in the Government Offices' shape."""
    rows = [
        {"beteckning": number, "ikraftDateTime": f"{day}T00:00:00" if day else None, "anteckningar": note}
        for number, day, note in amendments
    ]
    last = f"t.o.m. SFS {amendments[-1][0]}" if amendments else None
    return {
        "beteckning": sfs, "rubrik": "Socialtjänstlag", "uppdateradDateTime": "2026-11-01T00:00:00",
        "fulltext": {"andringInford": last}, "andringsforfattningar": rows,
    } | fields  # fmt: skip


def save(folder: Path, *registers: dict[str, Any]) -> Path:
    """The registers as files in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for found in registers:
        (folder / f"{found['beteckning'].replace(':', '-')}.json").write_text(json.dumps(found), encoding="utf-8")
    return folder
