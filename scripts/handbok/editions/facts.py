"""What templates see of an edition, as `utgava`."""

from __future__ import annotations

from typing import Any

from ..local import Local
from ..rendering.plain import PLAIN
from .kit import Kit

COLOUR = "form/utgava.css"
NUMBERS = (
    ("ring_forst", "Ring först"),
    ("utanfor_kontorstid", "Kväll, natt och helg"),
    ("oro_for_barn", "Oro för ett barn"),
    ("stod", "Stöd"),
)
"""The functions of the routine that stand under the country's numbers, and what they are for."""


def settings(local: Local, kit: Kit) -> dict[str, Any]:
    """The edition's facts; `lokal` is what only an edition has."""
    utgava = local.utgava
    return {
        **PLAIN,
        **kit.facts,
        **kit.prints,
        "kommun": utgava.kommunnamn,
        "adress": address(local),
        "start": utgava.start,
        "utgang": utgava.utgang,
        "sakerhet": utgava.sakerhet.model_dump(),
        "lokal": {
            "u": utgava,
            "logotyp": logo(local),
            "nummer": _numbers(local),
            "tillagt": [entry for entry in local.added if entry.publicering == "publicerad"],
            "ersatt": [entry for entry in local.replaced if entry.publicering == "publicerad"],
            "ifyllda": list(local.filled.values()),
            "sidor": local.pages,
        },
    }


def address(local: Local) -> str:
    """Where the edition is to lie, with a slash at the end."""
    return local.utgava.webbadress.rstrip("/") + "/"


def logo(local: Local) -> str | None:
    """Where the logotype lies in the site."""
    path = local.overlay.logotyp
    return f"form/utgava-logotyp{path.suffix.lower()}" if path else None


def _numbers(local: Local) -> list[dict[str, Any]]:
    """The functions of the routine with their contacts; none twice."""
    rutin = local.utgava.rutin
    told: list[dict[str, Any]] = []
    for name, when in NUMBERS:
        contact = local.published.find(getattr(rutin, name)) if rutin else None
        if contact and contact not in [row["kontakt"] for row in told]:
            told.append({"nar": when, "kontakt": contact})
    return told
