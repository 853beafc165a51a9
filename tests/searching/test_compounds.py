"""Compounds are cut where a Swede would cut them, by the words that stand alone in the handbook."""

from __future__ import annotations

import pickle

import pytest

from handbok.searching.compounds import Splitter
from handbok.searching.register import Reader
from handbok.searching.words import Stemmer


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("människohandel", ["människa", "handel"]),
        ("orosanmälningar", ["oro", "anmälan"]),
        ("regionkoordinator", ["region", "koordinator"]),
        ("samverkansplan", ["samverkan", "plan"]),
        ("kartläggningsenkät", ["kartläggning", "enkät"]),
        ("lägesbilden", ["läge", "bild"]),
        ("sekretesslagen", ["sekretess", "lag"]),
    ],
)
def test_compounds_of_the_handbook(word: str, parts: list[str], reader: Reader) -> None:
    assert reader.splitter.parts(word) == tuple(reader.stemmer.stem(part) for part in parts)


@pytest.mark.parametrize("word", ["kontakt", "personer", "handling", "säkerhet", "tidigare", "barn", "112", "2025:170"])
def test_what_is_no_compound_stays_whole(word: str, reader: Reader) -> None:
    assert reader.splitter.parts(word) == ()


STEMMER = Stemmer(["et"])
COUNTS = {
    "barn": 9,
    "rätt": 4,
    "rätts": 1,
    "perspektiv": 3,
    "kon": 1,
    "takt": 2,
    "skydd": 3,
    "ombud": 2,
    "för": 9,
    "svar": 5,
}


def splitter(**rules: object) -> Splitter:
    return Splitter(STEMMER, COUNTS, **rules)  # type: ignore[arg-type]  # the rules are the splitter's own


def test_a_part_in_the_middle_is_found() -> None:
    assert splitter().parts("barnrättsperspektiv") == ("barn", "ratt", "perspektiv")


def test_a_word_listed_as_whole_is_not_cut_in_any_form() -> None:
    assert splitter().parts("kontakten") != ()
    assert splitter(whole=["kontakt"]).parts("kontakten") == ()


def test_a_word_listed_with_its_parts_is_cut_so() -> None:
    assert splitter(given={"skyddsombud": "skydd ombud"}).parts("skyddsombudet") == ("skydd", "ombud")


def test_stop_words_are_no_parts() -> None:
    assert splitter().parts("försvaret") != ()
    assert splitter(stops=["för"]).parts("försvaret") == ()


def test_unknown_parts_are_no_parts() -> None:
    assert splitter().parts("barnkammare") == ()


def test_a_splitter_is_handed_to_another_process() -> None:
    """Editions are made in processes of their own."""
    before = splitter()
    before.parts("barnahus")
    after = pickle.loads(pickle.dumps(before))
    assert after.parts("barnahus") == before.parts("barnahus")
