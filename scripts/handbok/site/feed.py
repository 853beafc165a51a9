"""The Atom feed of changes of law (RFC 4287): one file, made from the entries alone, the same bytes every time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

from ..model import Handbook, Lagandring
from ..rendering.labels import LABELS
from ..rendering.markdown import to_html
from ..rendering.swedish import day
from .pages import address, relative

PATH = "lag/nytt.xml"
"""Where the feed lies, from the top of the site."""
PAGE = "lag/nytt.html"
"""The page that it follows."""
TITLE = "Nytt i lagen – Stad för stad"
AUTHOR = "Stad för stad – oberoende digital utgåva"


def feed(handbook: Handbook, site_url: str | None = None) -> Iterator[tuple[str, bytes]]:
    """The feed's path and bytes; nothing while there are no changes, since a feed must say when it was updated.

    Ids are made from the entries' ids, never from the address of the site: a reader that follows two copies of the
    handbook meets each change once, and a move makes nothing new.
    """
    changes = sorted(handbook.all(Lagandring), key=_newest_first)
    if not changes:
        return
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "sv"})
    _text(root, "title", TITLE)
    _text(root, "id", _id(PAGE))
    _text(root, "updated", _moment(max(change.kontrollerad for change in changes)))
    _text(SubElement(root, "author"), "name", AUTHOR)
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": _href(PAGE, site_url)})
    if site_url:
        SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": _href(PATH, site_url)})
    for change in changes:
        _entry(root, change, handbook, site_url)
    yield PATH, b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="utf-8") + b"\n"


def _entry(root: Element, change: Lagandring, handbook: Handbook, site_url: str | None) -> None:
    entry = SubElement(root, "entry")
    _text(entry, "title", f"{change.rubrik} ({_state(change)})")
    _text(entry, "id", _id(change.id))
    _text(entry, "updated", _moment(change.kontrollerad))
    page = address(change.id, handbook) or PAGE
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": _href(page, site_url)})
    for who in change.for_vem:
        SubElement(entry, "category", {"term": who})
    certainty = "" if change.sakerhet == "bekraftad" else f" {LABELS[change.sakerhet]}."
    _text(entry, "summary", f"{_plain(change.innebord)} Berör: {', '.join(change.for_vem)}.{certainty}")


def _state(change: Lagandring) -> str:
    """`gäller från 1 juli 2025`, or how far the change has come when it has no day."""
    if change.lage == "foreslagen":
        return "föreslagen"
    return f"gäller från {day(change.fran)}" if change.fran else LABELS[change.lage].lower()


def _newest_first(change: Lagandring) -> tuple[int, str]:
    """Those without a day last."""
    return -(change.fran or date.min).toordinal(), change.id


def _id(name: str) -> str:
    return uuid5(NAMESPACE_URL, f"stad-for-stad:{name}").urn


def _moment(when: date) -> str:
    return f"{when.isoformat()}T00:00:00Z"


def _href(target: str, site_url: str | None) -> str:
    """An absolute address when the site has one, else as seen from the feed."""
    return f"{site_url.rstrip('/')}/{target}" if site_url else relative(target, PATH)


def _plain(text: str) -> str:
    return " ".join(to_html(text).striptags().split())


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text
