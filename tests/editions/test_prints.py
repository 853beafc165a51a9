"""What is printed in an edition: its own name, address and code on every sheet in every form, and nobody else's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest

from editions.made import ANSWERS, NAME, Editions
from handbok.editions.kit import ADDRESS
from handbok.editions.kit import NAME as PLACE
from handbok.rendering.plain import SURVEY
from printing.zbar import codes_on

pytestmark = pytest.mark.pdf

NAMES = {"exempelstad": "Exempelstads kommun", "helsingborg": NAME}
FOREIGN = {"exempelstad": NAME, "helsingborg": "exempelstad.se"}
"""What only the other edition says; the handbook's own examples are from Exempelstad too."""
ADDRESSES = {"exempelstad": "https://handbok.exempelstad.se/", "helsingborg": ANSWERS["webbadress"]}
LOOKED_AT = ("swot", "samverkansplan", "fickkort-vem-ringer", "natverksrutin")
"""Sheets of every paper and direction; the last two are the edition's own in Exempelstad and stamped in the other."""


def prints(editions: Editions, edition: str, pattern: str) -> list[Path]:
    found = sorted((editions.out / edition / "utskrift").glob(pattern))
    assert found
    return found


def bare(web: str) -> str:
    return web.partition("://")[2]


def words_of(file: Path) -> Iterator[str]:
    """The text of each page, or of a Word file."""
    if file.suffix == ".docx":
        with ZipFile(file) as parts:
            yield "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))
    else:
        with pypdfium2.PdfDocument(file) as pdf:
            yield from (page.get_textpage().get_text_range() for page in pdf)


@pytest.mark.parametrize("edition", NAMES)
def test_every_code_leads_to_the_sheets_page_in_the_edition(edition: str, editions: Editions) -> None:
    for slug in LOOKED_AT:
        for file in prints(editions, edition, f"{slug}-a[34].pdf") + prints(editions, edition, f"{slug}-*l*.pdf"):
            assert codes_on(file, dpi=300) == [f"{ADDRESSES[edition]}mall/{slug}.html"], file.name


@pytest.mark.parametrize("edition", NAMES)
def test_every_page_and_every_word_file_bears_the_name(edition: str, editions: Editions) -> None:
    (other,) = set(NAMES) - {edition}
    files = prints(editions, edition, "*.pdf") + prints(editions, edition, "*.docx")
    assert len(files) > 200
    for file in files:
        for words in words_of(file):
            assert NAMES[edition] in words, file.name
            for foreign in (FOREIGN[edition], bare(ADDRESSES[other]), PLACE, bare(ADDRESS)):
                assert foreign not in words, (file.name, foreign)


@pytest.mark.parametrize("edition", NAMES)
def test_every_sheet_says_where_its_newest_version_is(edition: str, editions: Editions) -> None:
    site = bare(ADDRESSES[edition])
    for slug in LOOKED_AT:
        for file in prints(editions, edition, f"{slug}*"):
            if file.suffix != ".png":
                assert f"{site}mall/{slug}.html" in "".join(words_of(file)).replace("\r\n", ""), file.name


def test_the_survey_bears_the_name(editions: Editions) -> None:
    for edition, name in NAMES.items():
        assert name in "".join(words_of(editions.out / edition / SURVEY))
