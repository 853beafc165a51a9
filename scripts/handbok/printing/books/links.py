"""Parts made for pages -> parts of a book: headings under others, links that lead inside the book or are told."""

from __future__ import annotations

import re
from collections.abc import Collection, Container
from dataclasses import dataclass

from lxml import html
from lxml.html import HtmlElement
from markupsafe import Markup

from .lists import arrange

LOWEST = 6
"""HTML has no heading below h6."""
_HEADING = re.compile(r"h[1-6]")
_LEFT_OUT = ("script", "style", "button", "input", "img")
"""What paper has no use for; of drawings only ornaments, which nothing names."""


@dataclass(frozen=True)
class Home:
    """Where a part is to stand: its own anchor, how far its headings move down, and what else is in the book."""

    anchor: str
    depth: int
    places: Container[str]
    """Ids of the entries and addresses of the pages that the book holds."""
    leaves_out: Collection[str] = ()
    """Classes of what is not wanted here."""
    run_in: bool = False
    """Whether facts are set as running text."""


def anchor_of(id_: str) -> str:
    """`ovning/swot#fragor` -> `ovning--swot--fragor`: where an id stands in a book."""
    return re.sub(r"[/#]", "--", id_.removesuffix(".html"))


def bind(part: str, home: Home) -> Markup:
    """The part as it stands in the book: links to what is there lead there, other inner links become text.

    Headings move down, and none skips a level: what is left out may have taken the one between (PDF/UA-1, 7.4.2).
    """
    root = html.fragment_fromstring(part, create_parent="div")
    for element in [one for one in root.iterdescendants() if _left_out(one, home)]:
        _drop(element)
    above = home.depth + 1
    for element in root.iterdescendants():
        if isinstance(element.tag, str) and _HEADING.fullmatch(element.tag):
            above = min(int(element.tag[1]) + home.depth, above + 1, LOWEST)
            element.tag = f"h{above}"
        _rename(element, home.anchor)
    for link in list(root.iter("a")):
        _lead(link, home)
    arrange(root, run_in=home.run_in)
    inner = "".join(html.tostring(child, encoding="unicode") for child in root)
    return Markup("{}").format(root.text or "") + Markup(inner)


def _drop(element: HtmlElement) -> None:
    """Take an element out, and the section around it when nothing but its heading is left."""
    around = element.getparent()
    if around is None:
        return
    element.drop_tree()
    if around.tag == "section" and all(_HEADING.fullmatch(str(child.tag)) for child in around):
        around.drop_tree()


def _left_out(element: HtmlElement, home: Home) -> bool:
    classes = set(element.get("class", "").split())
    ornament = element.tag == "svg" and element.get("role") != "img"
    return ornament or element.tag in _LEFT_OUT or "hidden" in element.attrib or not classes.isdisjoint(home.leaves_out)


def _rename(element: HtmlElement, anchor: str) -> None:
    """An id becomes one of the book's own, and so does what calls it: the names and arrows of a drawing."""
    for name, value in element.attrib.items():
        if name == "id":
            element.set(name, f"{anchor}--{value}")
        elif name in ("aria-labelledby", "aria-describedby"):
            element.set(name, " ".join(f"{anchor}--{one}" for one in value.split()))
        elif value.startswith("url(#"):
            element.set(name, value.replace("url(#", f"url(#{anchor}--", 1))


def _lead(link: HtmlElement, home: Home) -> None:
    """Lead a link to its place in the book; one to somewhere else of the site is only its text, or nothing."""
    scheme, _, target = link.get("href", "").partition(":")
    if scheme.startswith("#"):
        link.set("href", f"#{home.anchor}--{scheme[1:]}")
        link.set("class", "inom")
    elif scheme in ("id", "rot"):
        _lead_home(link, target, home)
    elif scheme in ("http", "https"):
        shown = address_on_paper(link.get("href", ""))
        if address_on_paper(link.text_content().strip()) != shown:
            link.set("data-adress", shown)


def _lead_home(link: HtmlElement, target: str, home: Home) -> None:
    plain = target.partition("#")[0]
    if plain in home.places:
        link.set("href", f"#{anchor_of(target if '#' in target and target in home.places else plain)}")
        link.set("class", f"{link.get('class', '')} sida".strip())
        return
    alone = link.getparent() if link.get("href", "").startswith("rot:") else None
    if alone is not None and alone.tag == "p" and alone.text_content().strip() == link.text_content().strip():
        alone.drop_tree()
    else:
        link.drop_tag()


def address_on_paper(address: str) -> str:
    """`https://www.nck.uu.se/` -> `www.nck.uu.se`, with room to break after its slashes."""
    bare = re.sub(r"^https?://", "", address).rstrip("/")
    return re.sub(r"(?<=[/?&=])(?=.)", "\N{ZERO WIDTH SPACE}", bare)
