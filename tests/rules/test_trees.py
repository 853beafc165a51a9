"""The trees of the handbook walked along every path, and what each path must end in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from handbok.model import Beslutstrad, Handbook, Lagrum
from handbok.model.beslutstrad import Utfall
from handbok.rules.trees import TREE_RULES

SHARE = "beslutstrad/far-jag-dela-uppgiften"
QUESTIONS = (
    "fara", "identifierbar", "relevant", "mottagare", "samtycke", "men", "barn-akut", "skyldighet", "begatt-brott",
    "ung-i-risk", "narstaende", "brottslighet", "eget-uppdrag",
)  # fmt: skip
"""The thirteen, in the order they are asked."""
ELSEWHERE = (
    "familjeradgivning", "enskild-utforare", "vard", "skola", "polis", "annan-statlig", "annan-kommunal",
    "civilsamhalle", "foretag", "privatperson",
)  # fmt: skip
"""Outcomes of those who do not work in social services."""
CHAINED = {"svar_utan_mal", "okand_start", "slinga_i_trad", "onabar_i_trad"}


@pytest.fixture
def share(handbook: Handbook) -> Beslutstrad:
    found = handbook[SHARE]
    assert isinstance(found, Beslutstrad)
    return found


def paths(tree: Beslutstrad) -> Iterator[tuple[str, ...]]:
    """Every way from the first question to an end, as names."""
    questions = {question.namn: question for question in tree.fragor}
    waiting: list[tuple[str, ...]] = [(tree.start,)]
    while waiting:
        way = waiting.pop()
        if way[-1] not in questions:
            yield way
            continue
        for answer in questions[way[-1]].svar:
            assert answer.till not in way, f"slinga: {way} → {answer.till}"
            waiting.append((*way, answer.till))


def outcomes(tree: Beslutstrad) -> dict[str, Utfall]:
    return {outcome.namn: outcome for outcome in tree.utfall}


def test_every_path_of_every_tree_ends_in_an_outcome(handbook: Handbook) -> None:
    for tree in handbook.all(Beslutstrad):
        ends = {way[-1] for way in paths(tree)}
        assert ends == set(outcomes(tree)), tree.id


def test_the_thirteen_questions_are_met_in_order(share: Beslutstrad) -> None:
    longest = max(paths(share), key=len)
    asked = [name for name in longest if name in QUESTIONS]
    assert asked == sorted(asked, key=QUESTIONS.index)
    whole = next(way for way in paths(share) if way[-1] == "ingen-grund" and set(QUESTIONS) <= set(way))
    assert whole[0] == "var"
    assert [name for name in whole if name in QUESTIONS] == list(QUESTIONS)


def test_those_who_work_elsewhere_are_told_so_at_once(share: Beslutstrad) -> None:
    first = next(question for question in share.fragor if question.namn == share.start)
    assert {answer.till for answer in first.svar} == {"fara", *ELSEWHERE}
    for name in ELSEWHERE:
        told = outcomes(share)[name].text.replace("\n", " ")
        assert "inte till för" in told or "passar inte resten av trädet" in told, name


@pytest.mark.parametrize("field", ["villkor", "talar_emot", "anteckna", "fraga_vem"])
def test_every_end_says_all_that_it_must(share: Beslutstrad, field: str) -> None:
    assert [outcome.namn for outcome in share.utfall if not getattr(outcome, field)] == []


def test_every_end_names_a_law_or_says_that_there_is_none(share: Beslutstrad) -> None:
    assert all(bool(outcome.grund) != outcome.ingen_grund for outcome in share.utfall)


def test_no_law_of_the_tree_is_missing_or_repealed(share: Beslutstrad, handbook: Handbook) -> None:
    for outcome in share.utfall:
        for ref in outcome.grund:
            law = handbook.find(ref)
            assert isinstance(law, Lagrum), f"{outcome.namn}: {ref}"
            assert law.upphavd is None, f"{outcome.namn}: {ref}"


def test_the_tree_never_says_yes(share: Beslutstrad) -> None:
    for outcome in share.utfall:
        told = f"{outcome.rubrik} {outcome.text}".lower()
        assert not any(word in told for word in ("ni får dela", "det är tillåtet", "ja, ni får")), outcome.namn


def test_rules_meant_for_others_than_social_services_are_no_ground_for_it(share: Beslutstrad) -> None:
    reached = {way[-1] for way in paths(share) if "fara" in way}
    grounds = {str(ref) for name in reached for ref in outcomes(share)[name].grund}
    assert not grounds & {"lagrum/osl-10-27", "lagrum/lag-2025-170-6", "lagrum/osl-10-24", "lagrum/osl-25-1"}


def test_outside_authorities_no_rule_between_authorities_is_offered(share: Beslutstrad) -> None:
    ends = {way[-1] for way in paths(share) if "samtycke-enskild" in way}
    grounds = {str(ref) for name in ends for ref in outcomes(share)[name].grund}
    assert not grounds & {"lagrum/osl-10-15a", "lagrum/osl-10-18a", "lagrum/osl-10-23", "lagrum/osl-10-28"}


def test_the_rules_find_nothing_in_the_handbook(handbook: Handbook) -> None:
    assert [str(problem) for rule in TREE_RULES for problem in rule(handbook)] == []


def test_one_mistake_gives_one_message(share: Beslutstrad, handbook: Handbook) -> None:
    question = share.fragor[1]
    answer = question.svar[0].model_copy(update={"till": "finns-inte"})
    broken = question.model_copy(update={"svar": (answer, *question.svar[1:])})
    tree = share.model_copy(update={"fragor": (share.fragor[0], broken, *share.fragor[2:])})
    found = [
        problem
        for rule in TREE_RULES
        if rule.__name__ in CHAINED
        for problem in rule(Handbook(entries={**handbook.entries, tree.id: tree}))
    ]
    assert len(found) == 1


def test_a_very_long_tree_is_walked_without_trouble(share: Beslutstrad) -> None:
    question, outcome = share.fragor[1], share.utfall[0]
    names = [f"f{number}" for number in range(3000)]
    chain = tuple(
        question.model_copy(
            update={
                "namn": name,
                "svar": tuple(answer.model_copy(update={"till": after}) for answer in question.svar),
            }
        )
        for name, after in zip(names, [*names[1:], outcome.namn], strict=True)
    )
    tree = share.model_copy(update={"start": "f0", "fragor": chain, "utfall": (outcome,)})
    assert [problem for rule in TREE_RULES for problem in rule(Handbook(entries={tree.id: tree}))] == []


def test_the_way_to_an_outcome_holds_every_path_that_ends_there(share: Beslutstrad) -> None:
    for outcome in share.utfall:
        told = {question.namn: answers for question, answers in share.vagen_till(outcome.namn)}
        walked = {name for path in paths(share) if path[-1] == outcome.namn for name in path[:-1]}
        assert told.keys() == walked, outcome.namn
        assert all(answers for answers in told.values())
        assert share.start in told
