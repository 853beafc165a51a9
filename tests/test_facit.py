"""Rendered parts compared with kept ones; `--update` rewrites them and the reviewer reads the diff."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbok.model import Handbook
from handbok.rendering import Renderer

FACIT = Path(__file__).parent / "facit"

KEPT = (
    "steg/identifiera-utgangspunkten", "steg/lokal-samverkansplan", "ovning/icebreaker", "ovning/swot", "mall/swot",
    "mall/icebreakerkort", "fall/sugardejtaren", "lagrum/osl-10-18a", "lagrum/brb-6-11", "forfattning/osl",
    "kontakt/kvinnofridslinjen", "kontakt/arbetsmiljoverket", "begrepp/kop-av-sexuell-handling", "kalla/stad-for-stad",
    "arbetspass/steg-2-pass-2", "arbetspass/tillagg-kort-varsel", "tidsplan/arton-manader", "sjalvskattning/ar-ni-redo",
    "sjalvskattning/ambitionsniva", "kartlaggning/tiggeri", "amne/betanketid", "amne/vad-statistiken-visar",
    "indikator/barn-aldre-partner", "roll/socialjour", "exempel/helsingborg-natverk", "lan/12", "kommun/1283",
    "statistik/nationellt-misstankta-fall", "figur/arendets-vag", "figur/karnan-och-praxis", "polisregion/syd",
    "regionkoordinator/stockholm", "beslutstrad/vem-kontaktar-jag",
)  # fmt: skip
"""One or two entries of each type: a full one, and one with something unusual."""


@pytest.mark.parametrize("id_", KEPT)
def test_part_looks_as_kept(id_: str, handbook: Handbook, renderer: Renderer, request: pytest.FixtureRequest) -> None:
    kept = FACIT / f"{id_}.html"
    drawn = "\n".join(line.rstrip() for line in renderer.part(id_).splitlines() if line.strip()) + "\n"
    if request.config.getoption("--update"):
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(drawn, encoding="utf-8")
    assert drawn == kept.read_text(encoding="utf-8"), "kör med --update om ändringen är avsedd, och läs skillnaden"


def test_no_kept_part_is_forgotten() -> None:
    assert {path.relative_to(FACIT).with_suffix("").as_posix() for path in FACIT.rglob("*.html")} == set(KEPT)
