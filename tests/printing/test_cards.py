"""Cards: three pocket cards that type no number, whole on their sheets; and those that other entries fill."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from markupsafe import escape

from handbok.model import Fall, Handbook, Kontakt, Mall, texts
from handbok.model.mall import Poster
from printing.conftest import faults_of, renderer_of

CARDS = ("fickkort-vem-ringer", "fickkort-forsta-samtalet", "fickkort-sekretess")
NUMBER = re.compile(r"\b0\d{1,3}-\d|\b11[24]\b|\b116 1\d\d\b")


@pytest.mark.pdf
@pytest.mark.parametrize("slug", CARDS)
def test_card_fits_its_sheet(slug: str, handbook: Handbook) -> None:
    card = handbook.entries[f"mall/{slug}"]
    assert isinstance(card, Mall)
    assert faults_of(card, handbook=handbook) == []
    assert (card.papper, card.komplettering, card.arendeformular) == ("A4", True, False)


@pytest.mark.parametrize("slug", CARDS)
def test_card_types_no_number(slug: str, handbook: Handbook) -> None:
    """Numbers change; they stand in the contacts and nowhere else."""
    assert not [text for _, text in texts(handbook.entries[f"mall/{slug}"]) if NUMBER.search(text)]


@pytest.mark.parametrize("slug", ["fickkort-forsta-samtalet", "fickkort-sekretess"])
def test_card_says_who_must_report_a_child(slug: str, handbook: Handbook) -> None:
    words = " ".join(text for _, text in texts(handbook.entries[f"mall/{slug}"]))
    for wanted in ("19 kap. 1 §", "genast", "4 §", "amiljerådgivning"):
        assert wanted in words


@pytest.mark.pdf
def test_card_shows_confirmed_numbers_and_no_other(handbook: Handbook) -> None:
    """`att-verifiera` is never on a card: the organisation's page stands there instead."""
    card, contact = handbook["mall/fickkort-vem-ringer"], handbook["kontakt/bris"]
    assert isinstance(contact, Kontakt)
    unsure = contact.model_copy(
        update={"telefon": tuple(one.model_copy(update={"sakerhet": "att-verifiera"}) for one in contact.telefon)}
    )
    number = contact.telefon[0].nummer
    areas = [area for page in card.blad for area in page.omraden if isinstance(area, Poster)]  # type: ignore[attr-defined]
    for shown, there in ((contact, True), (unsure, False)):
        book = replace(handbook, entries={**handbook.entries, contact.id: shown})
        html = renderer_of(handbook=book).draw("innehall/omrade/poster.html", omrade=areas[0])
        assert (number in html) is there
        assert ("Se " in html) is not there
        assert "112" in html


def test_case_cards_come_from_the_cases(handbook: Handbook) -> None:
    """Every case with its questions, and every turn once: nothing is written twice."""
    sheet = handbook["mall/fallkort"]
    assert isinstance(sheet, Mall)
    areas = [area for page in sheet.blad for area in page.omraden]
    assert {area.slag for area in areas} == {"poster"}
    html = "".join(renderer_of(handbook=handbook).draw("innehall/omrade/poster.html", omrade=area) for area in areas)
    for case in handbook.all(Fall):
        for question in (*case.fragor, *(question for turn in case.vandningar for question in turn.fragor)):
            assert html.count(escape(question)) == 1, question
