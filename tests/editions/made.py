"""Editions made by the verb itself, once for all tests: Exempelstad whole, a real municipality, one that cannot be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from handbok.local.creating import create
from handbok.model import Handbook
from local.overlays import copied
from support import TODAY, run_verb

CODE, NAME = "1283", "Helsingborgs kommun"
"""A real municipality, of which only public facts are told."""
ANSWERS = {
    "webbadress": "https://stadforstad.example.se/handbok/",
    "namn": "Socialnämnden",
    "e_post": "funktion@example.se",
    "metod": "Handbokens egna prov.",
    "bedomd": "2026-11-01",
    "uppdaterad": "2026-11-01",
    "ansvarig": "Socialnämnden",
    "dataskyddsombud": "dataskydd@example.se",
    "loggar": "nej",
    "kontakt": "sakerhet@example.se",
    "galler_till": "2027-10-01",
    "forenlighet": "helt",
}


@dataclass(frozen=True)
class Editions:
    """A run of the verb: what it said, where the overlays are and where the editions lie."""

    code: int
    output: str
    overlays: Path
    out: Path


def make_editions(handbook: Handbook, folder: Path) -> Editions:
    """Three overlays, the last of them not filled in, built with their sheets."""
    overlays, out = folder / "lokala", folder / "ut"
    copied(overlays / "exempelstad")
    filled_in(create(handbook, CODE, overlays / "helsingborg"))
    create(handbook, "0180", overlays / "tom")
    (out / "tom").mkdir(parents=True)
    (out / "tom" / "bygge.json").write_text('{"gammal": true}', encoding="utf-8")
    done = run_verb("build", "--all-in", str(overlays), "--out", str(out), "--today", TODAY.isoformat())
    return Editions(done.returncode, done.stdout + done.stderr, overlays, out)


def filled_in(folder: Path) -> Path:
    """A new folder with its empty fields filled in, and nothing more."""
    path = folder / "utgava.yml"
    text = path.read_text(encoding="utf-8")
    for name, answer in ANSWERS.items():
        text = re.sub(rf"^( *){name}:   # FYLL I.*$", rf"\g<1>{name}: {answer}", text, flags=re.MULTILINE)
    path.write_text(text, encoding="utf-8")
    return folder
