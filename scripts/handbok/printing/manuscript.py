"""What goes into the Word file of a sheet, gathered where the templates are."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ..model import Mall
from ..model.mall import Poster
from ..rendering import Renderer
from .drawing import whereabouts, without_links
from .forms import Edition


@dataclass(frozen=True)
class Manuscript:
    """A sheet and the words around it; a worker process makes the file of it."""

    mall: Mall
    where: str
    """Where in the method the sheet belongs, and whose edition it is."""
    rule: str
    """What may be written on it."""
    source: str
    """Where its newest version is."""
    entries: tuple[str, ...]
    """The HTML of each area that shows entries of the handbook, in order."""


def manuscript(renderer: Renderer, mall: Mall, edition: Edition) -> Manuscript:
    """Everything that the Word file of a sheet says."""
    place = whereabouts(renderer.handbook, mall)
    where = [edition.kommun, _plain(renderer.draw("tryck/steg.html", denna=mall, **place))]
    address = edition.address(mall)
    shown = [area for page in mall.blad for area in page.omraden if isinstance(area, Poster)]
    return Manuscript(
        mall,
        " · ".join(part for part in where if part),
        _plain(renderer.draw("tryck/uppgifter.html", denna=mall)),
        address.partition("://")[2] if address else f"sidan {mall.rubrik} i handboken",
        tuple(without_links(renderer.draw("innehall/omrade/poster.html", omrade=area)) for area in shown),
    )


def _plain(html: str) -> str:
    return " ".join(Markup(html).unescape().split())
