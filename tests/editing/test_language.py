from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from handbok.editing.dictionary import Dictionary
from handbok.editing.language import Language, Verdicts, Words, words_of
from handbok.editing.proofreading import proofread
from handbok.model import Handbook
from handbok.problems import Level, Stop
from handbok.reading import load
from support import PROJECT, TODAY

FOLDER = PROJECT / "node_modules" / "dictionary-sv"


@pytest.fixture(scope="module")
def dictionary() -> Dictionary:
    return Dictionary(FOLDER)


@pytest.mark.parametrize(
    "word",
    ["övningarnas", "människohandel", "anmälningsskyldigheten", "fallucka", "Helsingborg", "är", "stod", "Skolorna"],
)
def test_swedish_words_are_known(word: str, dictionary: Dictionary) -> None:
    assert dictionary.knows(word)


@pytest.mark.parametrize("word", ["hjalp", "manniskohandel", "samverken", "asfdgh", "övningarar", "helsingborgg", "xz"])
def test_other_words_are_not(word: str, dictionary: Dictionary) -> None:
    assert not dictionary.knows(word)


def judged(text: str, tmp_path: Path) -> list[tuple[str, Level, int]]:
    folder = tmp_path / "content" / "begrepp"
    folder.mkdir(parents=True)
    (folder / "a.yml").write_text(
        f"rubrik: Samverkan\nforklaring: {text}\nsynonymer: [prostituerad, hjalp]\nkallor: [kalla/a]\n"
        "kontrollerad: 2026-11-21\n",
        encoding="utf-8",
    )
    handbook, problems = load(tmp_path / "content", root=tmp_path, today=TODAY)
    assert problems == []
    words = Words(frozenset({"fikabord"}), {"prostituerad": "person i prostitution"})
    found = list(Language(handbook, words, FOLDER, Verdicts()).problems())
    return [(problem.rule, problem.level, problem.place.line) for problem in found]


@pytest.mark.parametrize(
    ("text", "rule", "level"),
    [
        ("Ge manniskor hjalp", "tappade-prickar", Level.FEL),
        ("Hon ar prostituerad", "ord-att-undvika", Level.FEL),
        ("Kalla ingen ”prostituerad” här", None, None),
        ("Skriv aldrig att någon är prostituerad", None, None),
        ("Ställ fram ett fikabord", None, None),
        ("Ställ fram ett zqwvbord", "okant-ord", Level.VARNING),
        ("Fråga Zqwvsson om OSL", None, None),
        ("Läs https://hjalp.exempel.se/manniskor och [här](begrepp/hjalp)", None, None),
        ("och " * 31, "lang-mening", Level.VARNING),
        ("och " * 30, None, None),
    ],
)
def test_what_is_told(text: str, rule: str | None, level: Level | None, tmp_path: Path) -> None:
    found = judged(f"'{text}'", tmp_path)
    assert (rule, level, 2) in found if rule else not found


def test_the_real_texts_have_lost_no_dots_and_avoid_what_is_to_be_avoided(handbook: Handbook) -> None:
    found = [p for p in proofread(handbook, PROJECT / "content", PROJECT) if p.level is Level.FEL]
    assert [str(problem) for problem in found] == []


def test_the_second_time_is_quick(handbook: Handbook) -> None:
    proofread(handbook, PROJECT / "content", PROJECT)
    begun = time.process_time()
    proofread(handbook, PROJECT / "content", PROJECT)
    assert time.process_time() - begun < 5


def test_a_word_that_became_a_term_is_no_longer_told(tmp_path: Path) -> None:
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "node_modules" / "dictionary-sv").symlink_to(FOLDER)
    folder = tmp_path / "content" / "begrepp"
    folder.mkdir(parents=True)
    text = "rubrik: {}\nforklaring: Ett zqwvbord här.\nkallor: [kalla/a]\nkontrollerad: 2026-11-21\n"

    def told(heading: str) -> list[str]:
        (folder / "a.yml").write_text(text.format(heading), encoding="utf-8")
        handbook, _ = load(tmp_path / "content", root=tmp_path, today=TODAY)
        return [problem.rule for problem in proofread(handbook, tmp_path / "content", tmp_path)]

    assert told("Samverkan") == ["okant-ord"]
    assert told("Zqwvbörd") == ["tappade-prickar"]
    assert told("Zqwvbord") == []
    assert told("Samverkan") == ["okant-ord"]


def test_without_a_dictionary_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Stop, match=r"build\.py"):
        proofread(Handbook(), PROJECT / "content", tmp_path)


def test_a_broken_memory_is_only_forgotten(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "node_modules" / "dictionary-sv", tmp_path / "node_modules" / "dictionary-sv")
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache" / "stavning.json").write_text("{", encoding="utf-8")
    assert proofread(Handbook(), tmp_path, tmp_path) == []


def test_the_word_list_is_in_order() -> None:
    words = words_of(PROJECT / "content")
    assert words.avoid
    assert "prop" in words.right
