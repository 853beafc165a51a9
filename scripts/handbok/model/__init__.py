"""What a handbook is: content types, ids, references. Knows no file and no HTML."""

from __future__ import annotations

from .amne import Amne
from .arbetspass import Arbetspass
from .base import Entry, Marks, Origin, Part
from .begrepp import Begrepp
from .beslutstrad import Beslutstrad
from .exempel import Exempel
from .fall import Fall
from .figur import Figur
from .forfattning import Forfattning
from .handbook import EDITION_PAGES, REPORTS, Call, Handbook, Page
from .indikator import Indikator
from .kalla import Kalla, SourcedEntry
from .kartlaggning import Kartlaggning
from .kommun import Kommun
from .kontakt import Kontakt
from .lagandring import Lagandring
from .lagrum import Lagrum
from .lan import Lan
from .mall import Mall
from .ovning import Ovning
from .polisregion import Polisregion
from .refs import FieldPath, Ref, Unread, references, texts, walk
from .regionkoordinator import Regionkoordinator
from .roll import Roll
from .sjalvskattning import Sjalvskattning
from .sokregler import Sokregler
from .stallning import Stallning
from .statistik import Statistik
from .steg import Steg
from .tidsplan import Tidsplan

CONTENT_TYPES: tuple[type[Entry], ...] = (
    Steg, Ovning, Arbetspass, Tidsplan, Mall, Fall, Kartlaggning, Sjalvskattning, Figur, Beslutstrad,
    Forfattning, Lagrum, Lagandring, Stallning,
    Amne, Indikator, Begrepp, Roll, Exempel, Statistik, Kalla,
    Kontakt, Regionkoordinator, Kommun, Lan, Polisregion,
)  # fmt: skip
"""Every content type; folder, schema, page, search and checks follow from this line."""

BY_NAME: dict[str, type[Entry]] = {kind.typ: kind for kind in CONTENT_TYPES}
"""The content types by the first half of their ids."""

EVERYTHING = "allt"
"""What stands for every type at once, in a page's call."""

__all__ = [
    "BY_NAME",
    "CONTENT_TYPES",
    "EDITION_PAGES",
    "EVERYTHING",
    "REPORTS",
    "Amne",
    "Arbetspass",
    "Begrepp",
    "Beslutstrad",
    "Call",
    "Entry",
    "Exempel",
    "Fall",
    "FieldPath",
    "Figur",
    "Forfattning",
    "Handbook",
    "Indikator",
    "Kalla",
    "Kartlaggning",
    "Kommun",
    "Kontakt",
    "Lagandring",
    "Lagrum",
    "Lan",
    "Mall",
    "Marks",
    "Origin",
    "Ovning",
    "Page",
    "Part",
    "Polisregion",
    "Ref",
    "Regionkoordinator",
    "Roll",
    "Sjalvskattning",
    "Sokregler",
    "SourcedEntry",
    "Stallning",
    "Statistik",
    "Steg",
    "Tidsplan",
    "Unread",
    "references",
    "texts",
    "walk",
]
