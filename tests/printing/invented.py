"""Invented sheets: one for every kind of area, and the means to make more.

Only `poster` shows something that is not invented: it has no words of its own.
"""

from __future__ import annotations

from typing import Any

from handbok.model import Mall
from handbok.model.base import Marks, Origin

EXAMPLES: dict[str, dict[str, Any]] = {
    "fritext": {"lappar": "ja", "exempel": ["En lapp från kärngruppen", "Ungdomsmottagningen vågar ställa frågan"]},
    "rader": {"antal": 8, "exempel": ["Samordnaren bjuder in till första träffen", "Enhetschefen öppnar"]},
    "lista": {
        "numrerad": "ja",
        "punkter": ["Vem märker det först?", "Vem ringer vem?", "Vem håller i kontakten?", "Vad skrivs ner?"],
        "exempel": ["Nattportieren", "Portieren ringer polisen"],
    },
    "tabell": {
        "kolumner": [
            {"rubrik": "Aktör", "bredd": 3},
            {"rubrik": "Inflytande", "bredd": 1},
            {"rubrik": "Skäl", "bredd": 4},
        ],
        "rader": ["Socialtjänsten", "Polisen", "Hälso- och sjukvården"],
        "antal": 2,
        "exempel": [["Mottagningsgruppen", "4", "Tar emot anmälan"], ["Lokalpolisområdet", "5", "Utreder"]],
    },
    "skala": {
        "fran": 1,
        "till": 5,
        "lagst": "stämmer inte alls",
        "hogst": "stämmer helt",
        "pastaenden": ["Vi har tid avsatt för arbetet", "Våra chefer vet vad vi gör", "Vi vet vem som äger frågan"],
        "exempel": [2, 4, 1],
    },
    "kryss": {
        "alternativ": ["Socialtjänsten", "Polisen", "Hälso- och sjukvården", "Civilsamhället", "Bostadsbolaget"],
        "exempel": ["Polisen", "Civilsamhället"],
    },
    "tankekarta": {
        "mitten": "Exempelstad",
        "grenar": ["Platser", "Grupper", "Verksamheter", "Tider", "Resvägar"],
        "exempel": [["Hotellen vid resecentrum"], ["Unga på väg hem"], ["Fältgruppen", "Öppna mottagningen"]],
    },
    "vag": {
        "stationer": [
            {"rubrik": "Första tecknet", "fraga": "Vem ser det?"},
            {"rubrik": "Första samtalet", "fraga": "Vem pratar med den utsatta?"},
            {"rubrik": "Skydd", "fraga": "Vad behövs i natt?"},
            {"rubrik": "Uppföljning"},
        ],
        "exempel": [["Städpersonalen"], ["Socialjouren"], ["Plats på skyddat boende"]],
    },
    "matris": {
        "kolumner": ["Lätt att göra", "Svårt att göra"],
        "rader": ["Stor nytta", "Liten nytta"],
        "exempel": [["Gemensam kontaktlista"], ["Egen samordnare"], [], ["Ny broschyr"]],
    },
    "kort": {
        "per_rad": 2,
        "korten": [
            {"rubrik": f"Kort {nummer}", "text": "Vad gjorde dig stolt över din arbetsplats den senaste månaden?"}
            for nummer in range(1, 9)
        ],
    },
    "poster": {"urval": ["lagrum/osl-10-2", "lagrum/osl-10-18a"]},
}
"""What each kind of area needs, with an example filled in."""


def area(kind: str, **fields: Any) -> dict[str, Any]:
    """An area of a kind, as YAML would give it."""
    whole = {"slag": kind, "rubrik": f"Ett område av slaget {kind}", "fraga": "Vad vet ni, och vad vet ni inte än?"}
    return {**whole, **EXAMPLES[kind], **fields}


def sheet(*areas: dict[str, Any], slug: str = "prov", columns: int = 1, rows: int = 1, **fields: Any) -> Mall:
    """A sheet of one page with these areas."""
    tree = {
        "rubrik": "Provblad",
        "syfte": "Bladet prövar tryckningen.",
        "papper": "A3",
        "instruktion": ["Läs frågan högt.", "Skriv en sak per lapp.", "Ringa in det viktigaste."],
        "deltagare": "4–8 personer",
        "minuter": 30,
        "material": ["tjocka pennor"],
        "blad": [{"kolumner": columns, "rader": rows, "omraden": list(areas)}],
        "efterat": "Fotografera bladet och spara bilden hos kärngruppen.",
        "kallor": ["kalla/prov"],
        "kontrollerad": "2026-11-21",
    }
    origin = Origin(f"mall/{slug}", Marks(f"content/mall/{slug}.yml"))
    return Mall.model_validate({**tree, **fields}, context=origin)


def sheet_of(kind: str, **fields: Any) -> Mall:
    """A sheet with one area of a kind; cards lie on standing A4."""
    paper = {"papper": "A4", "riktning": "staende"} if kind == "kort" else {}
    return sheet(area(kind), slug=f"prov-{kind}", **{**paper, **fields})
