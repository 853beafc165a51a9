"""The grammar of citations in running text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbok.law.acts import Act, Acts
from handbok.law.citations import citations, paragraph_id
from handbok.law.writing import citation_text

ACTS = Acts(
    (
        Act("forfattning/brb", "Brottsbalken", "BrB", "1962:700", ("brottsbalk",)),
        Act("forfattning/osl", "Offentlighets- och sekretesslagen", "OSL", "2009:400", ("sekretesslagen",)),
        Act("forfattning/sol", "Socialtjänstlagen", "SoL", "2025:400", ("nya socialtjänstlagen",)),
        Act("forfattning/sol2001", "Den gamla socialtjänstlagen", "SoL 2001", "2001:453", ("SoL",), True),
        Act("forfattning/lvu", "Lagen med särskilda bestämmelser om vård av unga", "LVU", "1990:52"),
        Act("forfattning/lag-2025-170", "Lagen om skyldighet att lämna uppgifter", None, "2025:170"),
        Act("forfattning/cets197", "Europarådets konvention om bekämpande av människohandel", "CETS 197"),
        Act("forfattning/gdpr", "Dataskyddsförordningen", "GDPR"),
    )
)

FOUND = {
    "10 kap. 18 a § OSL": ["osl-10-18a"],
    "10 kap 18a § osl": ["osl-10-18a"],
    "10 kap. 18 a § osl.": ["osl-10-18a"],
    "BrB 4:1 a": ["brb-4-1a"],
    "BrB 4:1 i sin helhet": ["brb-4-1"],
    "BrB 4:4 i.": ["brb-4-4i"],
    "35:2 BrB": ["brb-35-2"],
    "4:1 a, 4:1 b och 6:12 BrB": ["brb-4-1a", "brb-4-1b", "brb-6-12"],
    "SoL 19:1, 20:2": ["sol-19-1", "sol-20-2"],
    "19 kap. 1, 5 och 6 §§ SoL": ["sol-19-1", "sol-19-5", "sol-19-6"],
    "19 kap. 1 § andra stycket SoL": ["sol-19-1"],
    "19 kap. 1 § första stycket 2 och 20 kap. 1 § SoL": ["sol-19-1", "sol-20-1"],
    "19 kap. 1 § och 2 § SoL": ["sol-19-1", "sol-19-2"],
    "6 kap. 11 § brottsbalken": ["brb-6-11"],
    "brottsbalkens 6 kap. 11 §": ["brb-6-11"],
    "6 kap. 11 § i brottsbalken": ["brb-6-11"],
    "lag (2025:170) 4 §": ["lag-2025-170-4"],
    "4 § lagen (2025:170)": ["lag-2025-170-4"],
    "4 § lagen (2025:170) om skyldighet att lämna uppgifter": ["lag-2025-170-4"],
    "7 § SFS 2025:170": ["lag-2025-170-7"],
    "14 kap. 1 § socialtjänstlagen (2001:453)": ["sol2001-14-1"],
    "14 kap. 1 § SoL": ["sol-14-1"],
    "14 kap. 1 § SoL 2001": ["sol2001-14-1"],
    "10 kap. 1–3 §§ OSL": ["osl-10-1", "osl-10-2", "osl-10-3"],
    "10 kap. 1-3 och 27 §§ OSL": ["osl-10-1", "osl-10-2", "osl-10-3", "osl-10-27"],
    "10 kap. 18 a–18 c §§ OSL": ["osl-10-18a", "osl-10-18b", "osl-10-18c"],
    "3 § LVU": ["lvu-3"],
    "LVU 31 a §": ["lvu-31a"],
    "2 a kap. 1 § SoL": ["sol-2a-1"],
    "3 § lagen med särskilda bestämmelser om vård av unga": ["lvu-3"],
    "3 § lag med särskilda bestämmelser om vård av unga": ["lvu-3"],
    "10 kap. 18 a §\noffentlighets- och\nsekretesslagen": ["osl-10-18a"],
    "10\xa0kap. 18\xa0a\xa0§ OSL": ["osl-10-18a"],
    "offentlighets- och sekretesslagen (2009:400) 10 kap. 27 §": ["osl-10-27"],
    "OSL 10 kap. 1 § och 3 § LVU": ["osl-10-1", "lvu-3"],
    "enligt SoL, 10 kap. 21 § och 12 kap. 2 § OSL": ["osl-10-21", "osl-12-2"],
    "19 kap. 1 § SoL och 10 kap. 21 § OSL": ["sol-19-1", "osl-10-21"],
    "artikel 13 i Europarådets konvention om bekämpande av människohandel": ["cets197-13"],
    "CETS 197 art. 10 och 13": ["cets197-10", "cets197-13"],
    "art. 6.1 c GDPR": ["gdpr-6"],
}

NOT_FOUND = (
    "3 § socialtjänstlagen (1980:620)",
    "prop. 2024/25:180 OSL",
    "bet. 2025/26:SoU11, SoL",
    "klockan 10:30 på SoL-mötet",
    "10 kap. 18 a § i en annan lag",
    "3 § OSLO",
    "§ OSL",
)


@pytest.mark.parametrize(("text", "ids"), FOUND.items())
def test_citation_is_found(text: str, ids: list[str]) -> None:
    told = [id_ for citation in citations(f"Se {text}", ACTS) for id_ in citation.ids]
    assert told == [f"lagrum/{id_}" for id_ in ids]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_is_no_citation_of_ours(text: str) -> None:
    assert list(citations(text, ACTS)) == []


def test_every_paragraph_of_a_list_has_a_stretch_of_its_own() -> None:
    text = "Enligt 19 kap. 1, 5 och 6 §§ SoL ska barnet skyddas."
    (citation,) = citations(text, ACTS)
    assert citation.text == "19 kap. 1, 5 och 6 §§ SoL"
    assert [text[part.start : part.end] for part in citation.parts] == ["19 kap. 1", "5", "6 §§ SoL"]


def test_a_stycke_is_told() -> None:
    (citation,) = citations("BrB 4:1 a st 2", ACTS)
    assert citation.parts[0].stycken == ("2",)
    (citation,) = citations("4 kap. 1 a § första och tredje styckena BrB", ACTS)
    assert citation.parts[0].stycken == ("1", "3")
    (citation,) = citations("19 kap. 1 § andra stycket 3 första meningen SoL", ACTS)
    assert citation.parts[0].stycken == ("2 p. 3",)


def test_a_name_means_the_act_in_force_and_tells_of_the_old_one() -> None:
    (citation,) = citations("14 kap. 1 § SoL", ACTS)
    assert (citation.act.slug, [act.slug for act in citation.others]) == ("sol", ["sol2001"])


def test_acts_without_a_short_name_are_written_with_their_number() -> None:
    act = ACTS.by_number["2025:170"]
    assert citation_text(act, None, ("4",)) == "4 § lagen om skyldighet att lämna uppgifter (2025:170)"


numbers = st.builds(
    lambda n, letter: f"{n}{letter}", st.integers(1, 120), st.sampled_from(["", " a", " b", " i", " o"])
)
styckes = st.one_of(
    st.none(), st.integers(1, 10).map(str), st.builds("{} p. {}".format, st.integers(1, 9), st.integers(1, 20))
)


@given(
    act=st.sampled_from([act for act in ACTS.all if act.sfs]),
    chapter=st.one_of(st.none(), numbers),
    paragraphs=st.lists(numbers, min_size=1, max_size=5, unique=True),
    stycke=styckes,
    around=st.sampled_from(["{}", "Se {}.", "Enligt {}, och", "({})", "den 3 maj. {} gäller", "ja, {} och annat"]),
)
def test_what_is_written_is_read_back(
    act: Act, chapter: str | None, paragraphs: list[str], stycke: str | None, around: str
) -> None:
    text = citation_text(act, chapter, paragraphs, stycke)
    (citation,) = citations(around.format(text), ACTS)
    assert citation.text == text
    assert citation.act == act
    assert citation.ids == tuple(paragraph_id(act, chapter, paragraph) for paragraph in paragraphs)
    assert citation.parts[-1].stycken == ((stycke,) if stycke else ())


@given(
    chapter=st.integers(1, 60),
    paragraph=st.builds(lambda n, letter: f"{n}{letter}", st.integers(1, 40), st.sampled_from(["", " a", "b", " h"])),
    first=st.booleans(),
)
def test_the_colon_form_means_the_same_as_the_long_one(chapter: int, paragraph: str, first: bool) -> None:
    short = f"BrB {chapter}:{paragraph}" if first else f"{chapter}:{paragraph} BrB"
    long = f"{chapter} kap. {paragraph} § BrB"
    assert [c.ids for c in citations(short, ACTS)] == [c.ids for c in citations(long, ACTS)]


@given(st.text(alphabet="0123456789 abikpsty.,;:§-–()OSLBrBlagen", max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    for citation in citations(text, ACTS):
        assert citation.text == text[citation.start : citation.end]
        assert all(citation.start <= part.start < part.end <= citation.end for part in citation.parts)


@pytest.mark.parametrize(
    "piece", ["1, ", "1 a ", "10 kap. 1 §, ", "1–2, ", "4:1, ", "artikel 1, ", "1 § första stycket 2, "]
)
def test_a_long_row_of_numbers_takes_no_time(piece: str) -> None:
    begun = time.perf_counter()
    list(citations(piece * 2000, ACTS))
    assert time.perf_counter() - begun < 5
