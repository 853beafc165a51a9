"""Where the way to leave quickly is offered: pages that somebody who is exposed to violence herself may open."""

from __future__ import annotations

FOLDERS = frozenset(
    {
        "amne",
        "begrepp",
        "beslutstrad",
        "exempel",
        "fall",
        "figur",
        "for",
        "forfattning",
        "indikator",
        "kommun",
        "kontakt",
        "kunskap",
        "lag",
        "lagandring",
        "lagrum",
        "lan",
        "om",
        "polisregion",
        "regionkoordinator",
        "roll",
        "stallning",
        "statistik",
    }
)
"""A page's first folder; for the page of an entry that is its type. Steps, exercises and sheets are work, not help."""
PAGES = frozenset({"index.html", "sok.html", "404.html"})
"""Pages at the top."""


def offers_a_way_out(address: str) -> bool:
    """Whether a page shall have the button; `address` is seen from the top of the site."""
    folder, _, rest = address.partition("/")
    return folder in FOLDERS if rest else address in PAGES
