"""The printed files themselves: size, pages, tags, fonts, and the real veraPDF."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pdfplumber
import pikepdf
import pypdfium2
import pytest
from PIL import Image
from weasyprint import HTML

from printing.conftest import Run, print_into, renderer_of
from printing.invented import EXAMPLES, sheet_of
from printing.verapdf import broken_rules
from printing.zbar import codes_on, drawn
from support import SITE_URL

pytestmark = pytest.mark.pdf

MM = 72 / 25.4
SIDES = {"A3": (297.0, 420.0), "A4": (210.0, 297.0)}
DOWN, ACROSS = (0.7, 0.26, 0.7, 0.95), (0.24, 0.9, 0.97, 0.9)
"""Cuts through the writing area, in parts of the page's sides."""
LOOKED_AT = ("swot", "samverkansplan", "engagemang", "icebreakerkort", "sekretesstrad", "prov-staende", "prov-kryss")
"""Sheets of every paper and direction for tests that draw large pictures: the code has the same place on all."""
OUR_FONTS = ("Atkinson-Hyperlegible-Next", "Source-Serif-4")


def test_every_sheet_is_printed(run: Run) -> None:
    assert run.problems == []
    assert {sheet.mall.slug for sheet in run.sheets} >= {"swot", "samverkansplan", "icebreakerkort"}
    assert {sheet.mall.slug for sheet in run.sheets} >= {f"prov-{kind}" for kind in EXAMPLES}


def test_names_and_forms(run: Run) -> None:
    names = {sheet.mall.slug: [file.name for file in sheet.files] for sheet in run.sheets}
    assert names["swot"] == ["swot-a3.pdf", "swot-a4.pdf", "swot-exempel.pdf", "swot-ifyllbar.pdf", "swot.docx"]
    assert names["icebreakerkort"] == ["icebreakerkort-a4.pdf", "icebreakerkort.docx"]
    assert names["paragrafblad"] == ["paragrafblad-a3.pdf", "paragrafblad-a4.pdf", "paragrafblad.docx"]


def test_files_are_called_by_what_they_are_for(run: Run) -> None:
    called = {sheet.mall.slug: [name for name, _ in sheet.named_files] for sheet in run.sheets}
    assert called["swot"] == [
        "Att skriva på, A3", "Att skriva på, A4", "Ifyllt exempel", "Ifyllbar på skärm", "Word, att ändra i",
    ]  # fmt: skip
    assert called["icebreakerkort"] == ["Att skriva ut, A4", "Word, att ändra i"]


def test_page_size_and_count(run: Run) -> None:
    for mall, file in run.files:
        short, long = SIDES["A4" if file.stem.endswith("-a4") else mall.papper]
        wanted = (long, short) if mall.riktning == "liggande" else (short, long)
        with pikepdf.open(file) as pdf:
            assert len(pdf.pages) == len(mall.blad), file.name
            for page in pdf.pages:
                left, bottom, right, top = (float(number) for number in page.mediabox)
                assert (left, bottom) == (0, 0)
                assert (right / MM, top / MM) == pytest.approx(wanted, abs=0.01), file.name


def test_language_title_and_tags(run: Run) -> None:
    for mall, file in run.files:
        with pikepdf.open(file) as pdf:
            assert str(pdf.Root.Lang) == "sv"
            assert str(pdf.docinfo.Title).startswith(mall.rubrik)
            assert pdf.Root.MarkInfo.Marked
            assert pdf.Root.ViewerPreferences.DisplayDocTitle
            assert "/StructTreeRoot" in pdf.Root


def test_fonts_are_embedded_and_only_ours(run: Run) -> None:
    for _, file in run.files:
        with pikepdf.open(file) as pdf:
            simple = list(pdf.Root.get("/AcroForm", {}).get("/DR", {}).get("/Font", {}).values())
            fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
            assert fonts
            whole = [font.DescendantFonts[0].FontDescriptor for font in fonts]
            for descriptor in (*whole, *(font.FontDescriptor for font in simple)):
                assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
                assert str(descriptor.FontName).lstrip("/").partition("+")[2].startswith(OUR_FONTS), file.name


def test_verapdf_passes_every_file(run: Run) -> None:
    files = [file for _, file in run.files]
    with ThreadPoolExecutor() as judges:
        verdicts = dict(zip((file.name for file in files), judges.map(broken_rules, files), strict=True))
    assert {name: broken for name, broken in verdicts.items() if broken} == {}
    assert len(verdicts) == len(files) > 100


def test_verapdf_refuses_a_bad_file(tmp_path: Path) -> None:
    HTML(string="<p>Utan språk, titel och taggar</p>").write_pdf(tmp_path / "dalig.pdf")
    assert any(rule.startswith("7.1 (3)") for rule in broken_rules(tmp_path / "dalig.pdf"))


def test_qr_code_leads_to_the_sheets_page(run: Run) -> None:
    chosen = [sheet for sheet in run.sheets if sheet.mall.slug in LOOKED_AT]
    assert len(chosen) == len(LOOKED_AT)
    for sheet in chosen:
        assert codes_on(sheet.files[0]) == [f"{SITE_URL}{sheet.mall.id}.html"]


def test_pictures_are_small(run: Run) -> None:
    for sheet in run.sheets:
        with Image.open(sheet.picture) as picture:
            assert picture.width == 640
            assert picture.mode == "P"
        assert sheet.picture.stat().st_size < 120_000


def test_same_bytes_twice_in_any_order(run: Run, tmp_path: Path) -> None:
    malls = [sheet_of(kind) for kind in ("vag", "fritext", "skala")]
    again = print_into(tmp_path / "ut", renderer_of(*malls), tmp_path / "cache")
    for file in again.out.iterdir():
        assert file.read_bytes() == (run.out / file.name).read_bytes(), file.name


def test_unchanged_sheets_are_not_printed_again(tmp_path: Path) -> None:
    renderer = renderer_of(sheet_of("kryss"))
    first = print_into(tmp_path / "ett", renderer, tmp_path / "cache")
    second = print_into(tmp_path / "tva", renderer, tmp_path / "cache")
    assert sorted(first.steps) == [
        "prov-kryss-a3.pdf",
        "prov-kryss-exempel.pdf",
        "prov-kryss.docx",
    ]
    assert second.steps == []
    assert {file.name for file in first.out.iterdir()} == {file.name for file in second.out.iterdir()}


def test_a_form_that_the_cache_lost_is_made_anew(tmp_path: Path) -> None:
    """A build may be killed between the sheet and what is made from its pages."""
    renderer = renderer_of(sheet_of("kryss"))
    first = print_into(tmp_path / "ett", renderer, tmp_path / "cache")
    same = {file.name: file.read_bytes() for file in first.out.iterdir()}
    for name in ("prov-kryss-ifyllbar.pdf", "prov-kryss-a4.pdf"):
        (lost,) = [file for file in (tmp_path / "cache").iterdir() if file.read_bytes() == same[name]]
        lost.unlink()
        again = print_into(tmp_path / name, renderer, tmp_path / "cache")
        assert again.steps == ["prov-kryss-a3.pdf"]
        assert {file.name: file.read_bytes() for file in again.out.iterdir()} == same


@pytest.mark.parametrize("slug", ["swot", "samverkansplan", "prov-skala"])
def test_text_is_legible_in_grey(run: Run, slug: str) -> None:
    """Every word has 4.5:1 against its own ground (WCAG 1.4.3), also when copied in black and white."""
    file = run.out / f"{slug}-a3.pdf"
    grey = drawn(file, dpi=200).convert("L")
    with pdfplumber.open(file) as pdf:
        words = pdf.pages[0].extract_words()
    assert len(words) > 40
    for word in words:
        box = [word[side] * 200 / 72 for side in ("x0", "top", "x1", "bottom")]
        assert (
            _contrast(*grey.crop((int(box[0]), int(box[1]), int(box[2]) + 1, int(box[3]) + 1)).getextrema()) >= 4.5
        ), word["text"]


@pytest.mark.parametrize(
    ("slug", "cut", "least"),
    [
        ("prov-rader", (0.7, 0.26, 0.7, 0.95), 8),
        ("prov-tabell", (0.24, 0.9, 0.97, 0.9), 3),
        ("swot", (0.7, 0.26, 0.7, 0.95), 3),
    ],
)
def test_lines_are_visible_in_grey(run: Run, slug: str, cut: tuple[float, ...], least: int) -> None:
    """A cut across the writing area meets only grounds and lines of at least 3:1 (WCAG 1.4.11)."""
    grey = drawn(run.out / f"{slug}-a3.pdf", dpi=200).convert("L")
    left, top, right, bottom = (round(part * side) for part, side in zip(cut, grey.size * 2, strict=True))
    signs = grey.crop((left, top, max(right, left + 1), max(bottom, top + 1))).tobytes()
    lines = [min(inked) for inked in re.findall(rb"[\x00-\xe0]+", signs)]
    assert len(lines) >= least
    assert min(_contrast(dark, 255) for dark in lines) >= 3


def _contrast(dark: float, light: float) -> float:
    return (_luminance(light) + 0.05) / (_luminance(dark) + 0.05)


def _luminance(value: float) -> float:
    part = value / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def test_a4_of_an_a3_is_the_same_sheet_made_smaller(run: Run) -> None:
    """The same words at the same places, at 1:√2, and bookmarks that lead to them."""
    large, small = run.out / "samverkansplan-a3.pdf", run.out / "samverkansplan-a4.pdf"
    with pdfplumber.open(large) as one, pdfplumber.open(small) as other:
        words, less = one.pages[1].extract_words(), other.pages[1].extract_words()
    assert [word["text"] for word in words] == [word["text"] for word in less]
    for word, same in zip(words, less, strict=True):
        assert same["x0"] == pytest.approx(word["x0"] / 2**0.5, abs=0.2)
        assert same["top"] == pytest.approx(word["top"] / 2**0.5, abs=0.2)
    with pikepdf.open(large) as one_pdf, pikepdf.open(small) as other_pdf:
        tops = [float(item.destination[3]) for pdf in (one_pdf, other_pdf) for item in _bookmarks(pdf)]
    half = len(tops) // 2
    assert tops[half:] == pytest.approx([top / 2**0.5 for top in tops[:half]], abs=0.2)
    assert half


def _bookmarks(pdf: pikepdf.Pdf) -> list[pikepdf.OutlineItem]:
    with pdf.open_outline() as outline:
        return list(outline.root)


def test_foot_lies_on_the_sheet(run: Run) -> None:
    """Copiers leave four millimetres blank at the edge."""
    for mall, file in run.files:
        with pdfplumber.open(file) as pdf:
            page = pdf.pages[0]
            lowest = max(word["bottom"] for word in page.extract_words())
            assert (page.height - lowest) / MM >= (4 if mall.papper == "A3" else 3.2), file.name


def test_text_is_readable_by_machines(run: Run) -> None:
    with pypdfium2.PdfDocument(run.out / "swot-a3.pdf") as pdf:
        text = re.sub(r"\s+", " ", pdf[0].get_textpage().get_text_range())
    for wanted in (
        "SWOT för arbetet i vår stad", "Steg 6 · Utföra", "2–4 personer", "30 min", "Datum",
        "Plats", "Roller i rummet", "Skriv inga personuppgifter", "Efteråt", "Version 1",
        "kontrollerad 21 november 2026", "handbok.exempelstad.se/mall/swot.html",
        "Stad för stad – oberoende digital utgåva. CC BY 4.0",
    ):  # fmt: skip
        assert wanted in text


def test_municipality_is_named(run: Run) -> None:
    with pypdfium2.PdfDocument(run.out / "prov-kryss-a4.pdf") as pdf:
        assert "Upplands Väsby kommun · Stad för stad" in pdf[0].get_textpage().get_text_range()


def test_case_form_says_where_it_is_kept(run: Run) -> None:
    with pypdfium2.PdfDocument(run.out / "prov-arende-a4.pdf") as pdf:
        text = re.sub(r"\s+", " ", pdf[0].get_textpage().get_text_range())
    assert "Fylls i och förvaras i den egna verksamhetens akt" in text
    assert "Skriv inga personuppgifter" not in text
