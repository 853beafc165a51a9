"""The handbook as data for others to build on: every type as JSON and CSV, contacts as vCard (RFC 6350)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from ..model import CONTENT_TYPES, Entry, Handbook, Kontakt
from .contentlines import as_file, escaped
from .pages import address

FOLDER = "data"
"""Where the files lie, from the top of the site."""
LICENCE = "CC BY 4.0"
MADE_BY = "Stad för stad – oberoende digital utgåva"


def exports(handbook: Handbook, kinds: Iterable[type[Entry]] = CONTENT_TYPES) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of every file of some types. A number that is not confirmed is in none of them."""
    for kind in kinds:
        rows = [_row(entry, handbook) for entry in handbook.all(kind)]
        if rows:
            facts = {"typ": kind.typ, "licens": LICENCE, "kalla": MADE_BY, "poster": rows}
            yield f"{FOLDER}/{kind.typ}.json", (json.dumps(facts, ensure_ascii=False, indent=1) + "\n").encode()
            yield f"{FOLDER}/{kind.typ}.csv", _csv(kind, rows).encode("utf-8-sig")
    contacts = handbook.all(Kontakt)
    if contacts:
        yield f"{FOLDER}/kontakter.vcf", "".join(_card(contact, handbook) for contact in contacts).encode()
        for contact in contacts:
            yield f"{FOLDER}/vcard/{contact.slug}.vcf", _card(contact, handbook).encode()


def _row(entry: Entry, handbook: Handbook) -> dict[str, Any]:
    """An entry as plain data, its id and address first."""
    fields = entry.model_dump(mode="json", exclude={"publicering"}, exclude_none=True)
    if isinstance(entry, Kontakt):
        fields["telefon"] = [number for number in fields["telefon"] if number["sakerhet"] == "bekraftad"]
    return {"id": entry.id, "sida": address(entry.id, handbook), **fields}


def _csv(kind: type[Entry], rows: list[dict[str, Any]]) -> str:
    """A row an entry; what is more than one value stands as JSON. With the mark that spreadsheets know UTF-8 by."""
    names = ["id", "sida", *(name for name in kind.model_fields if name != "publicering")]
    out = io.StringIO()
    table = csv.writer(out, delimiter=";", lineterminator="\r\n")
    table.writerow(names)
    for row in rows:
        table.writerow([_cell(row.get(name)) for name in names])
    return out.getvalue()


def _cell(value: Any) -> str:
    """A cell as text. What a spreadsheet would take for a formula gets an apostrophe before it."""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = " | ".join(value)
    text = "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") else text


def _card(contact: Kontakt, handbook: Handbook) -> str:
    """A contact as a vCard: the function, its confirmed numbers, its hours, the page it came from."""
    lines = [
        "BEGIN:VCARD",
        "VERSION:4.0",
        f"UID:urn:uuid:{uuid5(NAMESPACE_URL, contact.id)}",
        "KIND:org",
        f"FN:{escaped(contact.rubrik)}",
        *(f"TEL;VALUE=uri:tel:{number.tel}" for number in contact.telefon if number.sakerhet == "bekraftad"),
        *([f"EMAIL:{contact.e_post}"] if contact.e_post else []),
        *([f"URL:{contact.webb}"] if contact.webb else []),
        f"NOTE:{escaped(_note(contact))}",
        f"REV:{contact.kontrollerad:%Y%m%d}",
        "END:VCARD",
    ]
    return as_file(lines)


def _note(contact: Kontakt) -> str:
    hours = f"Öppet: {contact.oppet}. " if contact.oppet and contact.oppet_sakerhet == "bekraftad" else ""
    return f"{hours}Kontrollerad {contact.kontrollerad} i handboken Stad för stad."
