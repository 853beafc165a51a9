"""The fields to fill in on screen: names, labels, order, and that what is filled in is there."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf
import pypdf
import pypdfium2
import pypdfium2.raw
import pytest
from PIL import ImageChops

from printing.conftest import Run
from printing.invented import EXAMPLES
from printing.zbar import drawn

pytestmark = pytest.mark.pdf

NAME = re.compile(
    r"sida\d-(datum|plats|roller|omrade\d+(-(rad\d+(-kolumn\d+)?|punkt\d+|gren\d+|station\d+|fraga\d+|val\d+))?)"
)
WORDS = "Åsa såg ”ön” – då ändrades allt"
READ_ONLY = {"kort", "poster"}
FILLED = sorted(set(EXAMPLES) - READ_ONLY)


def fields(file: Path) -> dict[str, Any]:
    found = pypdf.PdfReader(file).get_fields()
    assert found
    return found


def file_of(run: Run, kind: str) -> Path:
    return run.out / f"prov-{kind}-ifyllbar.pdf"


def test_what_has_room_can_be_filled_in(run: Run) -> None:
    made = {mall.slug for mall, _ in run.ending("-ifyllbar.pdf")}
    assert {f"prov-{kind}" for kind in FILLED} <= made
    assert made.isdisjoint({"icebreakerkort", "prov-kort", "prov-poster", "paragrafblad", "sekretesstrad"})


def test_every_field_has_a_name_of_its_own_and_says_what_it_asks_for(run: Run) -> None:
    for _, file in run.ending("-ifyllbar.pdf"):
        with pikepdf.open(file) as pdf:
            names = [str(field.T) for field in pdf.Root.AcroForm.Fields]
            assert all(str(field.TU).strip() for field in pdf.Root.AcroForm.Fields), file.name
            assert all(str(widget.TU).strip() for page in pdf.pages for widget in page.Annots), file.name
        assert len(names) == len(set(names)), file.name
        assert [name for name in names if not NAME.fullmatch(name)] == [], file.name


def test_what_is_written_on_by_hand_has_nothing_of_the_fields(run: Run) -> None:
    """It is the file with fields, without them: neither in the tags, nor among the fonts, nor in the title."""
    for mall, file in run.ending("-ifyllbar.pdf"):
        with pikepdf.open(file) as filled, pikepdf.open(run.out / f"{mall.slug}-{mall.papper.lower()}.pdf") as blank:
            assert str(filled.docinfo.Title) == f"{blank.docinfo.Title} – ifyllbar på skärm"
            assert str(blank.docinfo.Title) == mall.rubrik
            assert blank.open_metadata()["dc:title"] == mall.rubrik
            assert "/AcroForm" not in blank.Root
            assert not any("/Annots" in page for page in blank.pages)
            assert list(_tagged(blank.Root.StructTreeRoot)) == []
            assert _elements(filled.Root.StructTreeRoot) - _elements(blank.Root.StructTreeRoot) == {"/Form"}
            assert b"Falt" in b"".join(_fonts(filled))
            assert b"Falt" not in b"".join(_fonts(blank))


def _fonts(pdf: pikepdf.Pdf) -> list[bytes]:
    return [
        bytes(thing.BaseFont) for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and "/BaseFont" in thing
    ]


def _elements(element: Any) -> set[str]:
    """The kinds of element in a tree of tags."""
    kids = element.get("/K", [])
    inner = [
        kid for kid in (kids if isinstance(kids, pikepdf.Array) else [kids]) if isinstance(kid, pikepdf.Dictionary)
    ]
    return {str(kid.S) for kid in inner if "/S" in kid}.union(*(_elements(kid) for kid in inner))


def test_both_look_the_same(run: Run) -> None:
    """Taking the fields away takes nothing with it that is printed."""
    for kind in FILLED:
        with_fields, without = drawn(file_of(run, kind), dpi=40), drawn(run.out / f"prov-{kind}-a3.pdf", dpi=40)
        changed = ImageChops.difference(with_fields.convert("L"), without.convert("L")).histogram()
        assert sum(changed[64:]) == 0, kind


@pytest.mark.parametrize("ending", ["-a3.pdf", "-exempel.pdf", "-ifyllbar.pdf"])
def test_a_mind_map_has_its_lines_in_every_form(run: Run, ending: str) -> None:
    """Straight above what stands in the middle runs the line that the branches hang on."""
    file = run.out / f"prov-tankekarta{ending}"
    with pdfplumber.open(file) as pdf:
        (middle,) = [word for word in pdf.pages[0].extract_words() if word["text"] == "Exempelstad"]
    across, above = (middle["x0"] + middle["x1"]) / 2, middle["top"] - 35 * 72 / 25.4
    strip = drawn(file, dpi=72).convert("L").crop((int(across) - 4, int(above), int(across) + 4, int(above) + 1))
    assert min(strip.tobytes()) < 128


ANSWERS: dict[str, Callable[[Any], int]] = {
    "fritext": lambda area: 1,
    "rader": lambda area: area.antal,
    "lista": lambda area: len(area.punkter) if area.ifylls else 0,
    "tabell": lambda area: (len(area.rader) + (area.antal or 0)) * len(area.kolumner),
    "skala": lambda area: len(area.pastaenden),
    "kryss": lambda area: len(area.alternativ),
    "tankekarta": lambda area: len(area.grenar),
    "vag": lambda area: len(area.stationer),
    "matris": lambda area: len(area.rader) * len(area.kolumner),
    "kort": lambda area: 0,
    "poster": lambda area: 0,
}
"""How many answers an area of each kind takes."""


def test_there_is_a_field_for_every_answer(run: Run) -> None:
    for mall, file in run.ending("-ifyllbar.pdf"):
        answers = sum(ANSWERS[area.slag](area) for page in mall.blad for area in page.omraden)
        with pikepdf.open(file) as pdf:
            assert len(pdf.Root.AcroForm.Fields) == 3 * len(mall.blad) + answers, file.name


@pytest.mark.parametrize(
    ("kind", "name", "label"),
    [
        ("fritext", "omrade1", "Ett område av slaget fritext: Vad vet ni, och vad vet ni inte än?"),
        ("rader", "omrade1-rad2", "Ett område av slaget rader, rad 2"),
        ("lista", "omrade1-punkt1", "Vem märker det först?"),
        ("tabell", "omrade1-rad1-kolumn3", "Socialtjänsten – Skäl"),
        ("tabell", "omrade1-rad5-kolumn1", "Rad 5 – Aktör"),
        ("skala", "omrade1-fraga2", "Våra chefer vet vad vi gör"),
        ("kryss", "omrade1-val2", "Polisen"),
        ("tankekarta", "omrade1-gren5", "Resvägar"),
        ("vag", "omrade1-station1", "Första tecknet: Vem ser det?"),
        ("matris", "omrade1-rad2-kolumn1", "Liten nytta – Lätt att göra"),
    ],
)
def test_labels(run: Run, kind: str, name: str, label: str) -> None:
    assert fields(file_of(run, kind))[f"sida1-{name}"]["/TU"] == label


def test_the_keyboard_goes_in_reading_order(run: Run) -> None:
    """/Tabs /S lets the order of the tags decide; the fields lie in the same order on the page. ISO 14289-1, 7.18.3."""
    for _, file in run.ending("-ifyllbar.pdf"):
        with pikepdf.open(file) as pdf:
            lying = [widget.objgen for page in pdf.pages for widget in page.Annots]
            assert {str(page.Tabs) for page in pdf.pages} == {"/S"}
            assert list(_tagged(pdf.Root.StructTreeRoot)) == lying, file.name


def _tagged(element: Any) -> Iterator[tuple[int, int]]:
    """The fields of a tree of tags, in order."""
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            if kid.get("/Type") == "/OBJR":
                yield kid.Obj.objgen
            else:
                yield from _tagged(kid)


@pytest.mark.parametrize("kind", FILLED)
def test_what_pypdf_fills_in_is_there_when_read_back(run: Run, kind: str, tmp_path: Path) -> None:
    file = file_of(run, kind)
    answers = {name: _answer(field) for name, field in fields(file).items()}
    writer = pypdf.PdfWriter(clone_from=file)
    for page in writer.pages:
        writer.update_page_form_field_values(page, answers, auto_regenerate=False)
    writer.write(tmp_path / "ifylld.pdf")
    back = fields(tmp_path / "ifylld.pdf")
    assert {name: field["/V"] for name, field in back.items()} == answers


def _answer(field: Any) -> str:
    """Words for a text, the highest value of a scale, a tick."""
    return WORDS if field["/FT"] == "/Tx" else max(state for state in field["/_States_"] if state != "/Off")


def test_scale_is_answered_with_its_own_values(run: Run) -> None:
    found = fields(file_of(run, "skala"))["sida1-omrade1-fraga1"]
    assert [state for state in found["/_States_"] if state != "/Off"] == ["/1", "/2", "/3", "/4", "/5"]


def test_a_reader_can_write_swedish_in_a_field(run: Run) -> None:
    """Chromium's own reader types into the fields and shows the letters, which needs a font that it can set."""
    blank, written = _typed(file_of(run, "fritext"), ""), _typed(file_of(run, "fritext"), "åäö " * 8)
    assert sum(one != other for one, other in zip(blank, written, strict=True)) > 500


def _typed(file: Path, words: str) -> bytes:
    raw = pypdfium2.raw
    with pypdfium2.PdfDocument(file) as pdf:
        pdf.init_forms()
        form = pdf.formenv.raw
        page = pdf[0]
        for number in range(raw.FPDFPage_GetAnnotCount(page)):
            widget = raw.FPDFPage_GetAnnot(page, number)
            raw.FORM_SetFocusedAnnot(form, widget)
            signs = ctypes.create_string_buffer(words.encode("utf-16-le") + b"\0\0")
            raw.FORM_ReplaceSelection(form, page, ctypes.cast(signs, ctypes.POINTER(ctypes.c_ushort)))
            raw.FPDFPage_CloseAnnot(widget)
        raw.FORM_ForceToKillFocus(form)
        return bytes(page.render(scale=1).to_pil().convert("L").tobytes())
