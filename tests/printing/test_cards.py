"""Pocket cards: three of them, without any number, whole on their sheets."""

from __future__ import annotations

import re

import pytest

from handbok.model import Handbook, Mall, texts
from printing.conftest import faults_of

CARDS = ("fickkort-vem-ringer", "fickkort-forsta-samtalet", "fickkort-sekretess")
NUMBER = re.compile(r"\b0\d{1,3}-\d|\b11[24]\b|\b116 1\d\d\b")


@pytest.mark.pdf
@pytest.mark.parametrize("slug", CARDS)
def test_card_fits_its_sheet(slug: str, handbook: Handbook) -> None:
    card = handbook.entries[f"mall/{slug}"]
    assert isinstance(card, Mall)
    assert faults_of(card) == []
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
