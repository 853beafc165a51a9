"""The fields to fill in on screen: what WeasyPrint leaves out of them, and the same pages without them.

WeasyPrint gives every field a composite font, which Acrobat and pdfium cannot set new text in, and it lists the
choices of a radio group as fields of their own. ISO 32000-1, 12.7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pydyf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Object, Pdf

from .saving import saved

TITLE = " – ifyllbar på skärm"
"""What follows a sheet's title in a file with fields."""
_FONT = re.compile(rb"/(\w+) [\d.]+ Tf")
FIRST, LAST = 32, 255
"""The codes of WinAnsiEncoding that a field can show."""
NONSYMBOLIC = 32
"""The flag of a font that has the letters of an ordinary alphabet."""


def has_fields(document: Any) -> bool:
    """Whether a document that is laid out has anything to fill in on screen."""
    return any(fields for page in document.pages for fields in page.forms.values())


def without_fields(pdf: bytes) -> bytes:
    """A finished file with fields once more, to write on by hand: nothing of a field is left, the tags included."""
    with Pdf.open(BytesIO(pdf)) as document:
        fonts = set(document.Root.AcroForm.DR.Font.keys())
        del document.Root.AcroForm
        for page in document.pages:
            page.Annots = Array(one for one in page.get("/Annots", ()) if one.Subtype != "/Widget")
            if not list(page.Annots):
                del page.Annots
            for name in fonts & set(page.Resources.Font.keys()):
                del page.Resources.Font[name]
        _drop_tags(document.Root.StructTreeRoot)
        _entitle(document, str(document.docinfo.Title).removesuffix(TITLE))
        return saved(document)


def _drop_tags(tree: Object) -> None:
    """Take out what the tree of tags says of fields: the element of each, and the way back to it."""
    told = list(tree.ParentTree.Nums)
    kept = Array()
    for number, element in zip(told[::2], told[1::2], strict=True):
        if isinstance(element, Dictionary) and element.S == "/Form":
            box = element.P
            box.P.K = Array(kid for kid in box.P.K if not (isinstance(kid, Dictionary) and kid.objgen == box.objgen))
        else:
            kept.extend((number, element))
    tree.ParentTree.Nums = kept


def _entitle(document: Pdf, title: str) -> None:
    document.docinfo.Title = title
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as told:
        told["dc:title"] = title


def complete_fields(document: Any, pdf: Any) -> None:
    """Mend the fields of a document that is about to be written; nothing to do where there are none."""
    form = pdf.catalog.get("AcroForm")
    if not form:
        return
    fields = [_object(pdf, reference) for reference in form["Fields"]]
    for group in (field for field in fields if "Kids" in field):
        _complete_group(pdf, group)
    form["Fields"] = pydyf.Array(field.reference for field in fields if "Parent" not in field)
    fonts = _object(pdf, _object(pdf, form["DR"])["Font"])
    names = sorted({name.decode() for field in fields if "DA" in field for name in _FONT.findall(field["DA"].string)})
    simple = {name: _simple_font(document, pdf, name, _object(pdf, fonts[name])) for name in names}
    form["DR"] = pydyf.Dictionary({"Font": pydyf.Dictionary(simple)})


def _object(pdf: Any, reference: bytes) -> Any:
    """The object that `12 0 R` leads to."""
    return pdf.objects[int(reference.split()[0])]


def _complete_group(pdf: Any, group: Any) -> None:
    """Choices are known by what they say, and only as parts of their group."""
    for kid, choice in zip(group["Kids"], group.pop("Opt"), strict=True):
        widget, value = _object(pdf, kid), choice.string
        drawing = next(iter(widget["AP"]["N"].values()))
        widget["AP"] = pydyf.Dictionary({"N": pydyf.Dictionary({value: drawing})})
        widget["TU"] = pydyf.String(f"{group['TU'].string}: {value}")
        for name in ("T", "FT"):
            del widget[name]


def _simple_font(document: Any, pdf: Any, name: str, composite: Any) -> bytes:
    """A composite font once more, in an encoding that every reader can write in."""
    file = next(font.file_content for font in document.fonts.values() if font.hash == name)
    descendant = _object(pdf, composite["DescendantFonts"][0])
    descriptor = pydyf.Dictionary({**_object(pdf, descendant["FontDescriptor"]), "Flags": NONSYMBOLIC})
    pdf.add_object(descriptor)
    simple = pydyf.Dictionary(
        {
            "Type": "/Font",
            "Subtype": "/TrueType",
            "BaseFont": composite["BaseFont"],
            "FirstChar": FIRST,
            "LastChar": LAST,
            "Widths": pydyf.Array(_widths(file)),
            "Encoding": "/WinAnsiEncoding",
            "FontDescriptor": descriptor.reference,
        }
    )
    pdf.add_object(simple)
    reference: bytes = simple.reference
    return reference


def _widths(file: bytes) -> Iterator[int]:
    """In thousandths of the type size, code by code."""
    with TTFont(BytesIO(file), lazy=True) as font:
        signs, metrics, unit = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
        for code in range(FIRST, LAST + 1):
            sign = ord(bytes([code]).decode("cp1252", errors="replace"))
            yield round(metrics[signs.get(sign, ".notdef")][0] * 1000 / unit)
