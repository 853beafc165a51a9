"""A sheet -> the HTML of one of its printed forms."""

from __future__ import annotations

import re
from typing import Any

from ..model import Handbook, Mall, Ovning, Steg
from ..rendering import Renderer
from ..rendering.markdown import ID_SCHEME
from .codes import qr_code
from .forms import Edition, Form

_LINK = re.compile(rf'<a href="{ID_SCHEME}[^"]*">(?P<text>.*?)</a>', re.DOTALL)


def draw(renderer: Renderer, mall: Mall, form: Form, edition: Edition) -> str:
    """The whole HTML document of a form, without style."""
    address, printed = edition.address(mall), edition.printed.address(mall)
    html = renderer.draw(
        "tryck/mall.html",
        denna=mall,
        exempel=form.example,
        ifyllbar=form.fields,
        numrerad=is_numbered(mall),
        kommun=edition.printed.kommun,
        adress=printed.partition("://")[2] if printed else None,
        qr=qr_code(address) if address else None,
        **whereabouts(renderer.handbook, mall),
    )
    return without_links(html)


def without_links(html: str) -> str:
    """The same with links to other entries as plain text: paper leads nowhere."""
    return _LINK.sub(lambda link: link["text"], html)


def whereabouts(handbook: Handbook, mall: Mall) -> dict[str, Any]:
    """Where in the method a sheet belongs: steps, exercises, and the phase that gives it its colour."""
    exercises = handbook.used_by(mall, Ovning)
    steps = set(handbook.used_by(mall, Steg)) | {handbook.find(exercise.steg) for exercise in exercises}
    ordered = sorted((step for step in steps if step), key=lambda step: step.ordning)
    return {"ovningar": exercises, "steg": ordered, "fas": ordered[0].fas if ordered else ""}


def is_numbered(mall: Mall) -> bool:
    """Areas are numbered when there are several to go through; what is only read is not gone through."""
    areas = [area for page in mall.blad for area in page.omraden if area.slag not in ("kort", "poster")]
    return len(areas) > 1
