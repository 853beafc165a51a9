"""The grammar of the registers' notes: every way of writing and every trap, with notes that really stand there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbok.law.clauses import Slag
from handbok.law.notes import read_note
from law.registers_for_tests import FILES, lines, register, said


def test_verb_and_chapter_hold_for_the_list_and_begin_anew_after_a_semicolon() -> None:
    note = "ändr. 10 kap. 18 a, 18 b §§, rubr. närmast före 10 kap. 18 a, 23 §§; ny 26 kap. 9 e §"
    assert said("ändr. 10 kap. 18 a, 18 b §§; ny 26 kap. 9 e §") == ["10:18 a ändrad", "10:18 b ändrad", "26:9 e ny"]
    assert said(note) == ["10:18 a ändrad", "10:18 b ändrad", "26:9 e ny"]


CASES = {
    "several chapters under one verb": (
        "ändr. 6 kap. 4, 6 §§, 9 kap. 3, 3 c §§, 29 kap. 2 §",
        ["6:4 ändrad", "6:6 ändrad", "9:3 ändrad", "9:3 c ändrad", "29:2 ändrad"],
    ),
    "a list is not a range": ("ändr. 6 kap. 9, 11 §§", ["6:9 ändrad", "6:11 ändrad"]),
    "all four verbs": (
        "upph. 1 kap. 2 §; nuvarande 1 kap. 3 § betecknas 1 kap. 2 §; ändr. 1 kap. 4 §; nya 1 kap. 3, 5 §§",
        ["1:2 upphävd", "1:3 omnumrerad", "1:2 omnumrerad", "1:4 ändrad", "1:3 ny", "1:5 ny"],
    ),
    "old notes without full stop": ("ändr. 36 kap 1, 2 §§", ["36:1 ändrad", "36:2 ändrad"]),
    "chapters with letters": ("ändr. 2 a kap. 4 §", ["2 a:4 ändrad"]),
    "chapter glued to its letter": ("nya 3 a kap, 5a kap, 1 kap 3 a §", ["3 a:* ny", "5 a:* ny", "1:3 a ny"]),
    "whole chapters": ("upph. 35 kap.; nytt 35 kap.", ["35:* upphävd", "35:* ny"]),
    "several whole chapters": ("upph. 18, 19 kap.", ["18:* upphävd", "19:* upphävd"]),
    "two chapters and one paragraph": ("nya 8, 8 a kap., 1 kap. 4 b §", ["8:* ny", "8 a:* ny", "1:4 b ny"]),
    "a chapter and a paragraph": ("nya 16 a kap., 2 kap. 9 §", ["16 a:* ny", "2:9 ny"]),
    "a whole chapter last": ("ändr. 7 kap 9 §, 48 kap; ny 59 kap 9 §", ["7:9 ändrad", "48:* ändrad", "59:9 ny"]),
    "many whole chapters": (
        "ändr. 51 kap 1 §, 52, 53 kap, 59 kap",
        ["51:1 ändrad", *(f"{n}:* ändrad" for n in (52, 53, 59))],
    ),
    "a second sign without a chapter": (
        "nya 23 kap. 18 a §§, 21 a, 21 b §§",
        ["23:18 a ny", "23:21 a ny", "23:21 b ny"],
    ),
    "ranges": ("ändr. 26 kap 9-11, 18 §§", ["26:9 ändrad", "26:10 ändrad", "26:11 ändrad", "26:18 ändrad"]),
    "ranges of letters": ("nya 4 kap 19 a-19 c §§", ["4:19 a ny", "4:19 b ny", "4:19 c ny"]),
    "a letter alone": ("ändr. 8 kap. 10 h, i §§", ["8:10 h ändrad", "8:10 i ändrad"]),
    "lists with och": ("ändr. 5 kap. 5 och 12 d §§", ["5:5 ändrad", "5:12 d ändrad"]),
    "the new number in a list": (
        "nuvarande 3 kap 5 § betecknas 3 kap 6 §; ändr. 3 kap 2, den nya 6, 7 §§",
        ["3:5 omnumrerad", "3:6 omnumrerad", "3:2 ändrad", "3:6 ändrad", "3:7 ändrad"],
    ),
    "the new number right after its chapter": ("ändr. 5 kap. den nya 2 c §, 17 §", ["5:2 c ändrad", "5:17 ändrad"]),
    "a heading adds nothing": ("ändr. 1 kap. 2 §, rubr. närmast före 1 kap. 2 §, rubr. till 6 kap.", ["1:2 ändrad"]),
    "a heading of chapters": ("ändr. 28 kap. 1 §, rubr. 27, 28 kap.; ny 27 kap. 1 a §", ["28:1 ändrad", "27:1 a ny"]),
    "paragraphs after a chapter's heading": ("ändr. rubr. till 11 kap, 11 kap 1-2 §§", ["11:1 ändrad", "11:2 ändrad"]),
    "a heading that is moved": (
        "nuvarande 5 kap. 16 b § betecknas 5 kap. 16 c §; "
        "rubr. närmast före 5 kap. 16 b § sätts närmast före 5 kap. 16 c §",
        ["5:16 b omnumrerad", "5:16 c omnumrerad"],
    ),
    "headings misspelled": ("ändr. 1 kap. 2 §, rubr, ärmast före 1 kap. 2 §", ["1:2 ändrad"]),
    "chapter carried into betecknas": (
        "nuvarande 4 kap. 21 b § betecknas 21 c §; ändr. 5 kap. 10 §",
        ["4:21 b omnumrerad", "4:21 c omnumrerad", "5:10 ändrad"],
    ),
    "betecknas in a clause that goes on": (
        "ändr. nuvarande 1 kap. 7, 8 §§ betecknas 1 kap. 10, 11 §§, 1 kap. 3 §",
        ["1:7 omnumrerad", "1:10 omnumrerad", "1:8 omnumrerad", "1:11 omnumrerad", "1:3 ändrad"],
    ),
    "what is no paragraph": (
        "ändr. 1 kap. 1 § 2 st, bil. 2, 3, p 2 övergångsbest., ingressen, "
        "författningsrubr.; nya bil. 1; omtryck 12 kap",
        ["1:1 ändrad"],
    ),
    "EU numbers": ("ändr. 1 kap. 1 §, direktiv 2014/24/EU", ["1:1 ändrad"]),
    "points with new numbers": ("nuvarande p 2, 3 övergångsbest. betecknas 4, 5; ändr. 3 kap. 16 §", ["3:16 ändrad"]),
    "white space": ("ändr. 25 kap\r\n 1 §,  26\xa0kap. 1 §", ["25:1 ändrad", "26:1 ändrad"]),
    "missing spaces": ("ändr. 2 kap.14 a, 16 c,16 d §§", ["2:14 a ändrad", "2:16 c ändrad", "2:16 d ändrad"]),
    "numbers out of order": (
        "ändr. 51 kap. 13, 19, 1, 23 §§",
        ["51:13 ändrad", "51:19 ändrad?", "51:1 ändrad?", "51:23 ändrad"],
    ),
    "a colon for the semicolon": ("upph. 12 kap. 10 §: ändr. 12 kap. 8 §", ["12:10 upphävd", "12:8 ändrad"]),
    "a comma for the semicolon": ("ändr. 18 kap. 19 §, ny 18 kap. 7 a §", ["18:19 ändrad", "18:7 a ny"]),
    "a comma before kap": ("nya 8 kap. 8 a §, 9, kap. 3 a §", ["8:8 a ny", "9:3 a ny"]),
    "a missing comma": ("ändr. 12 kap. 2 10 §§, 13 kap. 1 §", ["12:2 ändrad?", "12:10 ändrad?", "13:1 ändrad"]),
    "a stray comma": ("nya 7 kap. 5 a, 5, b §§", ["7:5 a ny?", "7:5 ny?", "7:5 b ny?"]),
    "a chapter left hanging": ("ändr. 14 kap. 15 kap. 10 §", ["14:* ändrad?", "15:10 ändrad"]),
    "no chapter in an act with chapters": ("ändr. 5 och 12 d §§", ["-:5 ändrad?", "-:12 d ändrad?"]),
    "no chapter after a semicolon": ("ändr. 19 kap. 5 §; nya 10 a §", ["19:5 ändrad", "-:10 a ny?"]),
    "lists that do not match": (
        "nuvarande 1 kap. 2, 3 §§ betecknas 1 kap. 4 §",
        ["1:2 omnumrerad?", "1:3 omnumrerad?", "1:4 omnumrerad?"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("note", "expected"), CASES.values(), ids=CASES.keys())
def test_note(note: str, expected: list[str]) -> None:
    assert said(note) == expected


def test_acts_without_chapters_need_none() -> None:
    assert said("ändr. 1, 15 b §§; ny 3 §", chapters=False) == ["-:1 ändrad", "-:15 b ändrad", "-:3 ny"]


def test_bare_nya_in_a_list_marks_only_the_renumbered_one() -> None:
    note = "nuvarande 1 a, 2 a, 3 §§ betecknas 1 b, 2 b, 3 a §§; ändr. nya 1 b, 2, 5 §§; nya 1 a, 2 a, 3 §§"
    assert [line for line in said(note, chapters=False) if "ändrad" in line] == [
        "-:1 b ändrad",
        "-:2 ändrad",
        "-:5 ändrad",
    ]
    assert [line for line in said(note, chapters=False) if "ny" in line] == ["-:1 a ny", "-:2 a ny", "-:3 ny"]


def test_renumbering_tells_both_numbers() -> None:
    old, new = read_note("nuvarande 17 kap. 4 § betecknas 17 kap. 3 c §", True).changes
    assert (old.spot, old.became) == (("17", "4"), ("17", "3 c"))
    assert (new.spot, new.was) == (("17", "3 c"), ("17", "4"))


def test_after_a_heading_a_list_of_paragraphs_is_in_doubt() -> None:
    note = "ändr. 8 kap. 21, 22 §§, rubr. närmast före 21 §, 12 kap. 14 b, 15 §§, 14 kap. 7 a §"
    assert said(note) == ["8:21 ändrad", "8:22 ändrad", "12:14 b ändrad?", "12:15 ändrad?", "14:7 a ändrad?"]


def test_headings_of_paragraphs_that_changed_anyway_are_no_doubt() -> None:
    note = "nya 27 kap. 7 §, 28 kap. 16, 17 §§, rubr. närmast före 27 kap. 7 §, 28 kap. 16, 17 §§"
    assert said(note) == ["27:7 ny", "28:16 ny", "28:17 ny"]


def test_what_a_note_does_to_other_acts() -> None:
    assert read_note("ändr. 2 kap. 5 § i 2023:678", True).changes[0].amends == "2023:678"
    assert read_note("utgår genom 2023:545", True).lapsed
    assert read_note("utgår 2022:1314", True).lapses == ("2022:1314",)
    assert read_note("ändr. 2005:686 utgår", True).lapses == ("2005:686",)
    (start,) = read_note("ikrafttr. av 2022:242", True).starts
    assert (start.sfs, start.spots, start.moved) == ("2022:242", (), False)
    (moved,) = read_note("ändr. 2 kap. 1 § i 2023:393, ikrafttr. i 2023:393", True).starts
    assert (moved.sfs, moved.moved) == ("2023:393", True)
    (partly,) = read_note("ikrafttr. av 1969:101 såvitt avser 30 kap 5-7 §§", True).starts
    assert partly.spots == (("30", "5"), ("30", "6"), ("30", "7"))


def test_a_word_outside_the_grammar_makes_the_note_unread() -> None:
    assert read_note("mu 14 c §", False).unread == ("mu",)
    assert read_note("ändr. 1 kap. 2 § m.m.", True).unread
    assert read_note("ändr. 1 kap. 2 §, x", True).unread == ("x",)
    assert read_note("ändr. 29 kap. 2 § b", True).unread == ()


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_real_note_is_read(path: object) -> None:
    name = "/".join(str(path).split("/data/")[1:])
    found = register(name)
    for amendment in found.amendments or ():
        note = read_note(amendment.note, found.has_chapters)
        assert not note.unread or amendment.note == "mu 14 c §", (amendment.sfs, amendment.note)


numbers = st.builds(lambda n, letter: f"{n}{letter}", st.integers(1, 60), st.sampled_from(["", " a", " b", " f"]))
groups = st.lists(
    st.tuples(st.integers(1, 40), st.lists(numbers, min_size=1, max_size=5, unique=True)), min_size=1, max_size=4,
    unique_by=lambda group: group[0],
)  # fmt: skip


def written(chapters: list[tuple[int, list[str]]]) -> str:
    """A list as the registers write it."""
    return ", ".join(f"{ch} kap. {', '.join(found)} {'§§' if len(found) > 1 else '§'}" for ch, found in chapters)


@given(changed=groups, new=groups)
def test_what_is_written_by_the_grammar_is_read_back(
    changed: list[tuple[int, list[str]]], new: list[tuple[int, list[str]]]
) -> None:
    note = read_note(f"ändr. {written(changed)}; nya {written(new)}", True)
    told = [(change.chapter, change.paragraph, change.slag) for change in note.changes]
    expected = [(str(ch), one, Slag.ANDRAD) for ch, found in changed for one in found]
    assert told == expected + [(str(ch), one, Slag.NY) for ch, found in new for one in found]


@given(st.text(alphabet="0123456789 abckpändruvy.,;§-:()", max_size=120))
def test_no_note_makes_the_reader_fall(text: str) -> None:
    assert isinstance(lines(read_note(text, True)), list)
