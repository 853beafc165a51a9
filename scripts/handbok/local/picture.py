"""Whether a logotype is a picture and nothing else.

It is shown with <img>, where no browser runs a script; but the file is also open to anybody who asks for its address,
and there it would run. So an SVG may only hold shapes.
"""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

MAX_BYTES = 200_000
"""A logotype is larger only by mistake."""
ENDINGS = (".svg", ".png")

_SHAPES = frozenset((
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs", "title", "desc", "metadata",
    "linearGradient", "radialGradient", "stop", "clipPath", "mask", "symbol", "use", "text", "tspan",
))  # fmt: skip
_SVG = "{http://www.w3.org/2000/svg}"
_HREF = ("href", "{http://www.w3.org/1999/xlink}href")
_FETCHES = re.compile(r"url\(\s*['\"]?(?!#)|expression\(|@import|script:", re.IGNORECASE)
_PNG = b"\x89PNG\r\n\x1a\n"


def picture_fault(path: Path) -> str | None:
    """What is wrong with a logotype; None when nothing is."""
    if path.suffix.lower() not in ENDINGS:
        return f"logotypen ”{path.name}” ska vara en .svg eller .png"
    size = path.stat().st_size
    if size > MAX_BYTES:
        return f"logotypen ”{path.name}” är {size // 1000} kB; högst {MAX_BYTES // 1000} kB går"
    content = path.read_bytes()
    if path.suffix.lower() == ".png":
        return None if content.startswith(_PNG) else f"logotypen ”{path.name}” är ingen PNG-bild"
    return _svg_fault(content, path.name)


def _svg_fault(content: bytes, name: str) -> str | None:
    """Whatever is no shape, runs, or fetches something."""
    if b"<!ENTITY" in content or b"<!DOCTYPE" in content:
        return f"logotypen ”{name}” har en DOCTYPE. Spara den som ren SVG"
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        return f"logotypen ”{name}” går inte att läsa som SVG"
    if root.tag != f"{_SVG}svg":
        return f"logotypen ”{name}” är ingen SVG-bild"
    for element in root.iter():
        if fault := _element_fault(element):
            return f"logotypen ”{name}” har {fault}. En logotyp får bara ha former"
    return None


def _element_fault(element: etree._Element) -> str | None:
    """What an element is or has that is no shape."""
    if not isinstance(element.tag, str):
        return "en instruktion till ett program"
    name = etree.QName(element)
    told = any(above.tag == f"{_SVG}metadata" for above in element.iterancestors())
    if (name.localname not in _SHAPES) if element.tag.startswith(_SVG) else not told:
        return f"elementet <{name.localname}>"
    faults = (_attribute_fault(str(key), str(value)) for key, value in element.attrib.items())
    return next((fault for fault in faults if fault), None)


def _attribute_fault(name: str, value: str) -> str | None:
    if name.lower().startswith("on"):
        return f"attributet {name}"
    if name in _HREF and not value.startswith("#"):
        return f"en adress till något annat: ”{value[:40]}”"
    if _FETCHES.search(value):
        return f"attributet {name} som hämtar eller kör något"
    return None
