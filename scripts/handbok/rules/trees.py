"""Rules on decision trees: every path ends, nothing is out of reach, and every outcome says what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Beslutstrad, Handbook
from ..model.refs import FieldPath
from ..problems import Problem, guess


@dataclass(frozen=True)
class Step:
    """An answer of a tree: the question it belongs to, where it leads, and the field that says so."""

    origin: str
    target: str
    path: FieldPath


def okand_start(handbook: Handbook) -> Iterator[Problem]:
    """Ett träd börjar med en av sina egna frågor."""
    for tree in handbook.all(Beslutstrad):
        if not _starts(tree):
            names = [question.namn for question in tree.fragor]
            message = f"trädet börjar med ”{tree.start}”, som inte är någon av dess frågor.{guess(tree.start, names)}"
            yield tree.problem(("start",), message)


def svar_utan_mal(handbook: Handbook) -> Iterator[Problem]:
    """Varje svar leder till en fråga eller ett utfall; ingen blir stående."""
    for tree in handbook.all(Beslutstrad):
        known = _names(tree)
        for step in _dead_ends(tree):
            message = f"svaret leder till ”{step.target}”, som inte finns i trädet.{guess(step.target, sorted(known))}"
            yield tree.problem(step.path, message)


def dubbelt_namn_i_trad(handbook: Handbook) -> Iterator[Problem]:
    """Ett namn i ett träd är en adress och leder till en enda plats."""
    for tree in handbook.all(Beslutstrad):
        seen: set[str] = set()
        for name, path in _nodes(tree):
            if name in seen:
                message = f"namnet ”{name}” står redan på en annan fråga eller ett annat utfall. Välj ett nytt"
                yield tree.problem((*path, "namn"), message)
            seen.add(name)


def slinga_i_trad(handbook: Handbook) -> Iterator[Problem]:
    """Ingen väg genom ett träd leder tillbaka till en fråga som redan är besvarad."""
    for tree in handbook.all(Beslutstrad):
        for step, way in _loops(tree):
            told = " → ".join((*way, step.target))
            yield tree.problem(step.path, f"svaret leder tillbaka till ”{step.target}”: {told}. Låt det leda framåt")


def onabar_i_trad(handbook: Handbook) -> Iterator[Problem]:
    """Varje fråga och varje utfall går att komma till."""
    for tree in handbook.all(Beslutstrad):
        if not _starts(tree) or any(_dead_ends(tree)) or any(_loops(tree)):
            continue
        reached = _reached(tree)
        for name, path in _nodes(tree):
            if name not in reached:
                message = f"inget svar leder till ”{name}”. Led ett svar dit eller ta bort det"
                yield tree.problem((*path, "namn"), message)


def utfall_utan_grund(handbook: Handbook) -> Iterator[Problem]:
    """Ett utfall nämner ett lagrum eller säger att det inte finns något, aldrig både och."""
    for tree in handbook.all(Beslutstrad):
        for number, outcome in enumerate(tree.utfall):
            if not outcome.grund and not outcome.ingen_grund:
                message = f"utfallet ”{outcome.namn}” har ingen grund. Ange lagrum i grund, eller skriv ingen_grund: ja"
                yield tree.problem(("utfall", number), message)
            elif outcome.grund and outcome.ingen_grund:
                message = f"utfallet ”{outcome.namn}” har både grund och ingen_grund: ja. Behåll det som stämmer"
                yield tree.problem(("utfall", number, "ingen_grund"), message)


def ofullstandigt_utfall(handbook: Handbook) -> Iterator[Problem]:
    """Ett utfall som nämner ett lagrum säger vad som ska prövas, vad ni antecknar och vem ni frågar."""
    for tree in handbook.all(Beslutstrad):
        for number, outcome in enumerate(tree.utfall):
            missing = [name for name in ("villkor", "anteckna", "fraga_vem") if not getattr(outcome, name)]
            if outcome.grund and missing:
                message = f"utfallet ”{outcome.namn}” nämner ett lagrum men saknar {', '.join(missing)}"
                yield tree.problem(("utfall", number), message)


TREE_RULES = (
    okand_start,
    svar_utan_mal,
    dubbelt_namn_i_trad,
    slinga_i_trad,
    onabar_i_trad,
    utfall_utan_grund,
    ofullstandigt_utfall,
)
"""Every rule on trees."""


def _nodes(tree: Beslutstrad) -> Iterator[tuple[str, FieldPath]]:
    """The name of every question and outcome, with its place."""
    for number, question in enumerate(tree.fragor):
        yield question.namn, ("fragor", number)
    for number, outcome in enumerate(tree.utfall):
        yield outcome.namn, ("utfall", number)


def _names(tree: Beslutstrad) -> set[str]:
    return {name for name, _ in _nodes(tree)}


def _starts(tree: Beslutstrad) -> bool:
    return any(question.namn == tree.start for question in tree.fragor)


def _steps(tree: Beslutstrad) -> Iterator[Step]:
    """Every answer, in the order they are written."""
    for number, question in enumerate(tree.fragor):
        for place, answer in enumerate(question.svar):
            yield Step(question.namn, answer.till, ("fragor", number, "svar", place, "till"))


def _dead_ends(tree: Beslutstrad) -> Iterator[Step]:
    known = _names(tree)
    return (step for step in _steps(tree) if step.target not in known)


def _leads(tree: Beslutstrad) -> dict[str, list[Step]]:
    """The answers of every question by its name; two that share a name are taken together."""
    leads: dict[str, list[Step]] = {}
    for step in _steps(tree):
        leads.setdefault(step.origin, []).append(step)
    return leads


def _reached(tree: Beslutstrad) -> set[str]:
    """Every name that some path from the start comes to."""
    leads, reached, waiting = _leads(tree), {tree.start}, [tree.start]
    while waiting:
        targets = {step.target for step in leads.get(waiting.pop(), ())} - reached
        reached |= targets
        waiting.extend(targets)
    return reached


def _loops(tree: Beslutstrad) -> Iterator[tuple[Step, tuple[str, ...]]]:
    """Answers that lead back, each with the questions from its target to itself."""
    leads, done = _leads(tree), set[str]()
    for question in tree.fragor:
        way = {} if question.namn in done else {question.namn: iter(leads[question.namn])}
        while way:
            name = next(reversed(way))
            step = next(way[name], None)
            if step is None:
                done.add(name)
                del way[name]
            elif step.target in way:
                yield step, tuple(way)[tuple(way).index(step.target) :]
            elif step.target not in done:
                way[step.target] = iter(leads.get(step.target, ()))
