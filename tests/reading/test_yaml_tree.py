"""YAML never guesses: what is written is what the model gets."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbok.reading.yaml_tree import parse


@pytest.mark.parametrize(
    "written", ["1990:52", "0771", "112", "NO", "1.10", "2024-02-30", "0x1F", "1_000", "yes", "1e3"]
)
def test_a_scalar_stays_as_it_is_written(written: str) -> None:
    assert parse(f"a: {written}\n", "f.yml").value == {"a": written}


@pytest.mark.parametrize("written", ["", "~", "null", "#993300"])
def test_nothing_is_nothing(written: str) -> None:
    assert parse(f"a: {written}\n", "f.yml").value == {"a": None}


@pytest.mark.parametrize("written", ["''", '""', "'null'", '"~"'])
def test_a_quoted_scalar_is_text(written: str) -> None:
    assert parse(f"a: {written}\n", "f.yml").value == {"a": written[1:-1]}


def test_every_value_has_its_place() -> None:
    tree = parse("a: 1\nb:\n  - x\n  - c: y\n", "f.yml")
    places = {path: (place.line, place.column) for path, place in tree.places.items()}
    assert places == {
        (): (1, 1),
        ("a",): (1, 1),
        ("b",): (2, 1),
        ("b", 0): (3, 5),
        ("b", 1): (4, 5),
        ("b", 1, "c"): (4, 5),
    }


@pytest.mark.parametrize(
    "text",
    [
        "- " * 90_000,
        "[" * 90_000,
        "{a: " * 40_000,
        "? " * 90_000,
        "a:\n" + "".join(" " * n + "- -\n" for n in range(1, 600)),
    ],
)
def test_deep_nesting_is_told_and_nothing_falls(text: str) -> None:
    tree = parse(text, "f.yml")
    assert [problem.rule for problem in tree.problems] == ["olasbar-yaml"]


def test_a_billion_laughs_is_refused() -> None:
    text = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"
    assert {problem.rule for problem in parse(text, "f.yml").problems} == {"ankare-eller-tagg"}


@given(st.text(alphabet=string.printable + "åäöÅÄÖ§–”…\x00\x85\u2028\ufeff", max_size=200))
def test_any_text_gives_a_tree_or_problems_and_never_an_exception(text: str) -> None:
    tree = parse(text, "f.yml")
    assert all(problem.message for problem in tree.problems)
    assert all(problem.place.line >= 1 and problem.place.column >= 1 for problem in tree.problems)


def test_a_control_character_written_as_an_escape_is_refused() -> None:
    tree = parse('rubrik: A\nforklaring: "a\\x00b"\n', "content/begrepp/a.yml")
    assert [(problem.place.line, problem.rule) for problem in tree.problems] == [(2, "olasbar-yaml")]
