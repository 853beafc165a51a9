"""Packs and the short book of an edition: its name on every sheet, its own sheets in place of the handbook's."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pypdfium2
import pytest

from editions.test_changes import kit_of
from editions.test_prints import words_of
from handbok.editions.kit import ADDRESS, NAME, Kit
from handbok.editions.prints import print_edition
from handbok.local import read_and_lay
from handbok.model import Handbook
from handbok.presses import files_of
from handbok.printing import Edition, print_sheets
from handbok.printing.books import Shop, chosen, print_packs, with_sheets_of
from handbok.printing.books.setting import set_books
from handbok.printing.books.volumes import short_book
from local.overlays import EXEMPELSTAD
from printing.test_book import DOCS, SHELF, reduced, renderer_of
from printing.verapdf import broken_rules
from printing.zbar import codes_on
from support import PROJECT

pytestmark = pytest.mark.pdf

STEP = "steg/rutin-for-enskilda-arenden"
WANTED = (
    STEP,
    "ovning/rutin-for-enskilda-arenden",
    "mall/natverksrutin",
    "mall/fickkort-vem-ringer",
    "mall/arenderutin",
)
"""A step whose sheets the edition's routine fills in, and one sheet that is left as it is."""
LATER = Edition(ADDRESS, NAME, later=True)
WHO = "Exempelstads kommun"
PACK, SHORT = "pack-steg-7", "handboken-kort.pdf"


def mother_of(handbook: Handbook, folder: Path) -> Kit:
    """What a mother has printed: one pack with its sheets, and the short book."""
    few = reduced(handbook, WANTED)
    out, cache = folder / "moder" / "utskrift", folder / "cache"
    only = chosen(few, STEP)
    shop = Shop(renderer_of(few), DOCS, SHELF, LATER, out, cache)
    sheets, problems = print_sheets(renderer_of(with_sheets_of(only, few)), shop.stock, LATER, out, cache)
    assert problems == []
    print_packs(shop, only, sheets)
    (short,) = set_books([short_book(renderer_of(handbook), DOCS, LATER)], SHELF, cache)
    (out / SHORT).write_bytes(short.read_bytes())
    prints = {"blad": {sheet.mall.id: files_of(sheet) for sheet in sheets}, "bocker": {SHORT: 1}}
    plain = kit_of(few, folder / "moder")
    return Kit(plain.mother, few, plain.search, prints, (), frozenset(), 0, True, plain.facts)


@pytest.fixture(scope="module")
def kit(handbook: Handbook, tmp_path_factory: pytest.TempPathFactory) -> Kit:
    return mother_of(handbook, tmp_path_factory.mktemp("moder"))


def edition_in(folder: Path, handbook: Handbook, kit: Kit) -> Path:
    local, _ = read_and_lay(EXEMPELSTAD, handbook, PROJECT)
    _, problems = print_edition(local, kit, folder)
    assert problems == []
    return folder / "utskrift"


@pytest.fixture(scope="module")
def made(handbook: Handbook, kit: Kit, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return edition_in(tmp_path_factory.mktemp("utgåva"), handbook, kit)


def test_every_page_of_a_pack_bears_the_name_and_no_code_leads_elsewhere(made: Path) -> None:
    file = made / f"{PACK}.pdf"
    pages = list(words_of(file))
    assert len(pages) > 10
    assert [number for number, words in enumerate(pages) if WHO not in words or "invalid" in words] == []
    codes = {code for number in range(len(pages)) for code in codes_on(file, number, dpi=200)}
    assert {code.rpartition("/")[2] for code in codes} >= {"natverksrutin.html", "arenderutin.html"}
    assert all(code.startswith("https://handbok.exempelstad.se/mall/") for code in codes)


def test_a_pack_holds_the_sheets_that_the_routine_fills_in(made: Path, kit: Kit) -> None:
    own = "Ring först: 070-174 06 11."
    assert own in " ".join(" ".join(words_of(made / f"{PACK}.pdf")).split())
    assert own not in " ".join(" ".join(words_of(kit.mother / "utskrift" / f"{PACK}.pdf")).split())
    with ZipFile(made / f"{PACK}.zip") as archive:
        names = archive.namelist()
        assert names[0] == f"{PACK}-guide.pdf"
        for name in names[1:]:
            assert archive.read(name) == (made / name).read_bytes(), name
        with pypdfium2.PdfDocument(archive.read(names[0])) as guide:
            assert all(WHO in page.get_textpage().get_text_range() for page in guide)


def test_a_pack_is_sound_and_keeps_its_title_and_numbers(made: Path, kit: Kit) -> None:
    file, before = made / f"{PACK}.pdf", kit.mother / "utskrift" / f"{PACK}.pdf"
    assert broken_rules(file) == []
    with pikepdf.open(file) as pdf, pikepdf.open(before) as old:
        assert str(pdf.docinfo.Title) == str(old.docinfo.Title)
        assert str(pdf.docinfo.Title).startswith("Stad för stad – pack för steg 7")
        assert len(pdf.pages) == len(old.pages)


def test_the_short_book_bears_the_name_on_its_first_page(made: Path) -> None:
    first, *_ = words_of(made / SHORT)
    assert f"{WHO} · handbok.exempelstad.se" in first
    assert broken_rules(made / SHORT) == []


def test_the_same_bytes_again(made: Path, handbook: Handbook, kit: Kit, tmp_path: Path) -> None:
    again = edition_in(tmp_path, handbook, kit)
    assert {path.name for path in again.iterdir()} == {path.name for path in made.iterdir()}
    for path in again.iterdir():
        assert path.read_bytes() == (made / path.name).read_bytes(), path.name
