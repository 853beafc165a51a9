"""What a question is taken to mean, asked of the engine itself."""

from __future__ import annotations

import json
from typing import Any

import pytest

from handbok.searching.documents import Document
from support import run_script

CITATIONS = {
    "10 kap. 18 a § OSL": "lagrum/osl-10-18a",
    "10:18a osl": "lagrum/osl-10-18a",
    "OSL 10:18 a": "lagrum/osl-10-18a",
    "osl 10 kap 18a": "lagrum/osl-10-18a",
    "§ 18 a kap 10 osl": "lagrum/osl-10-18a",
    "kapitel 10 paragraf 18a sekretesslagen": "lagrum/osl-10-18a",
    "offentlighets- och sekretesslagen (2009:400) 10 kap. 18 a §": "lagrum/osl-10-18a",
    "14 kap 1 § SoL": "lagrum/sol2001-14-1",
    "19 kap. 1 § socialtjänstlagen": "lagrum/sol-19-1",
    "lvu 3": "lagrum/lvu-3",
    "3 § LVU": "lagrum/lvu-3",
    "artikel 13 CETS 197": "lagrum/cets197-13",
    "brottsbalk 4:1a": "lagrum/brb-4-1a",
}


@pytest.fixture(scope="module")
def answers(engine: list[str]) -> dict[str, dict[str, Any]]:
    asked = [
        *CITATIONS,
        *BAD,
        "hjälp, jag är inlåst",
        "mitt barn är i fara",
        "våldtäkt",
        "2025:170",
        "020-505050",
        "112",
        *NEAR,
    ]
    told = run_script(engine, f"await motor.then((klar) => Promise.all({json.dumps(asked)}.map(klar.sok)))")
    return dict(zip(asked, told, strict=True))


NEAR = ("prstitsuion", "xqzwv")

BAD = (
    "",
    "   ",
    "😀😀",
    "(.*)+[",
    "\\",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "constructor __proto__ hasOwnProperty toString",
    "§§§",
    "a" * 10_000,
    "ord " * 3_000,
    "\u0000\ud83d",
    "-- ; ' OR 1=1",
)


@pytest.mark.parametrize("text", CITATIONS)
def test_citations_lead_to_their_paragraph(text: str, answers: dict[str, dict[str, Any]]) -> None:
    assert answers[text]["traffar"][0]["id"] == CITATIONS[text]


@pytest.mark.parametrize("text", BAD, ids=lambda text: repr(text[:20]))
def test_bad_input_gets_an_answer(text: str, answers: dict[str, dict[str, Any]]) -> None:
    assert answers[text]["tom"] or isinstance(answers[text]["traffar"], list)


def test_acute_words_give_help_lines_and_topics_do_not(answers: dict[str, dict[str, Any]]) -> None:
    assert answers["hjälp, jag är inlåst"]["hjalp"][0][0] == "kontakt/nodnummer"
    assert "kontakt/bris" in [line[0] for line in answers["mitt barn är i fara"]["hjalp"]]
    assert answers["våldtäkt"]["hjalp"] == []


def test_every_hit_leads_where_its_document_lies(
    answers: dict[str, dict[str, Any]], found: tuple[Document, ...]
) -> None:
    where = {document.id: document.address for document in found}
    told = {hit["id"]: hit["adress"] for answer in answers.values() for hit in answer["traffar"]}
    led = {id_: address for id_, address in told.items() if id_ in where}
    assert led == {id_: where[id_] for id_ in led}
    assert any("#" in address for address in led.values())


def test_numbers(answers: dict[str, dict[str, Any]]) -> None:
    assert answers["2025:170"]["traffar"][0]["id"] == "forfattning/lag-2025-170"
    assert answers["020-505050"]["traffar"][0]["id"] == "kontakt/kvinnofridslinjen"
    assert answers["112"]["traffar"][0]["id"] == "kontakt/nodnummer"


def test_nothing_found_offers_words_that_are_spelt_alike(answers: dict[str, dict[str, Any]]) -> None:
    near, far = (answers[text] for text in NEAR)
    assert near["traffar"] == far["traffar"] == far["nara"] == []
    assert "prostitution" in near["nara"]
