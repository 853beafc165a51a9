"""YAML text -> plain dicts, lists and texts, with the place of each.

YAML never guesses here: every scalar stays text and the model decides what it is (decision 0002).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from ..problems import Place, Problem

_MAY_NEST = re.compile(r"^\s*(?:[-?:] ){20}", re.MULTILINE)
_MAY_HAVE_MARKS = re.compile(r"(?:^|[\s\[{,:-])[&*!][^\s]", re.MULTILINE)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
"""Signs that nobody sees and that no text needs; an escape such as \\x00 can write them."""
_MAX_BRACKETS = 2000

_MESSAGES = {
    "found a tab character": "en tabb står i indraget; använd mellanslag",
    "mapping values are not allowed": "ett kolon står fel. Sätt texten inom citattecken om den innehåller ”: ”",
    "did not find expected ',' or ']'": "en lista som börjar med [ saknar sitt ]",
    "did not find expected ',' or '}'": "en post som börjar med { saknar sitt }",
    "found unexpected end of stream": "ett citattecken som öppnas stängs aldrig",
    "cannot start any token": "en text börjar med ett tecken som betyder något i YAML. Sätt den inom citattecken",
    "unknown escape character": "ett omvänt snedstreck betyder något inom dubbla citattecken. Använd enkla",
    "did not find expected '-' indicator": "en lista fortsätter med något som inte börjar med ”- ”",
    "did not find expected key": "raden passar inte in: kontrollera indraget",
    "could not find expected ':'": "ett kolon saknas efter fältets namn",
    "another document": "filen har flera dokument (---). En fil är en post",
    "control characters are not allowed": "filen innehåller ett styrtecken som inte får finnas i text",
    "special characters are not allowed": "filen innehåller ett styrtecken som inte får finnas i text",
}


@dataclass
class Tree:
    """What a file holds, where each value stands, and what was wrong on the way."""

    value: Any = None
    places: dict[tuple[str | int, ...], Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    text: str = ""


def parse(text: str, shown: str) -> Tree:
    """The tree of a YAML text; with problems the value may be partial."""
    tree = Tree(text=text)
    tree.problems += _refused(text, shown)
    if tree.problems:
        return tree
    try:
        node = yaml.compose(text, Loader=yaml.CBaseLoader)
    except yaml.YAMLError as error:
        tree.problems.append(_unreadable(error, text, shown))
        return tree
    try:
        tree.value = None if node is None else _value(node, (), tree, shown)
    except RecursionError:
        tree.problems.append(_too_deep(shown))
    return tree


def _too_deep(shown: str) -> Problem:
    return Problem(Place(shown), "olasbar-yaml", "filen har listor i listor i för många nivåer")


def _refused(text: str, shown: str) -> list[Problem]:
    """What is turned away before YAML is read: nesting that would exhaust the machine, anchors, aliases, tags."""
    if _MAY_NEST.search(text) or text.count("[") + text.count("{") > _MAX_BRACKETS:
        return [_too_deep(shown)]
    return list(_marks(text, shown)) if _MAY_HAVE_MARKS.search(text) else []


def _marks(text: str, shown: str) -> Iterator[Problem]:
    """Anchors, aliases and tags, found among YAML's own events."""
    names = (("anchor", "ankaret ”&{}”"), ("tag", "taggen ”{}”"))
    try:
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            if isinstance(event, yaml.AliasEvent):
                found = [f"aliaset ”*{event.anchor}” går inte att använda; skriv ut värdet"]
            else:
                values = [(words, getattr(event, name, None)) for name, words in names]
                said = [words.format(value.replace("tag:yaml.org,2002:", "!!")) for words, value in values if value]
                found = [f"{what} går inte att använda; ta bort det" for what in said]
            yield from (Problem(_at(event.start_mark, shown), "ankare-eller-tagg", message) for message in found)
    except yaml.YAMLError:
        return  # composing the text tells what is wrong


def _at(mark: Any, shown: str) -> Place:
    return Place(shown, mark.line + 1, mark.column + 1)


def _unreadable(error: yaml.YAMLError, text: str, shown: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    place = _at(mark, shown) if mark else _control_character(text, shown)
    said = str(getattr(error, "problem", None) or error)
    message = next(
        (swedish for english, swedish in _MESSAGES.items() if english in said), "raden följer inte YAML:s regler"
    )
    rule = "tabb" if "tab character" in said or _tab_at(text, place) else "olasbar-yaml"
    return Problem(place, rule, _MESSAGES["found a tab character"] if rule == "tabb" else message)


def _tab_at(text: str, place: Place) -> bool:
    lines = text.split("\n")
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    return "\t" in line[: len(line) - len(line.lstrip())]


def _control_character(text: str, shown: str) -> Place:
    found = re.search(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    before = text[: found.start()] if found else ""
    return Place(shown, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)


def _value(node: yaml.Node, path: tuple[str | int, ...], tree: Tree, shown: str) -> Any:
    """A node as plain Python; empty plain scalars become None, everything else stays text."""
    tree.places[path] = _at(node.start_mark, shown)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, tree, shown)
    if isinstance(node, yaml.SequenceNode):
        return [_value(part, (*path, number), tree, shown) for number, part in enumerate(node.value)]
    if _CONTROL.search(node.value):
        message = "texten innehåller ett osynligt styrtecken. Ta bort det"
        tree.problems.append(Problem(tree.places[path], "olasbar-yaml", message))
    plain = getattr(node, "style", None) in (None, "")
    return None if plain and node.value in ("", "~", "null") else node.value


def _mapping(node: yaml.MappingNode, path: tuple[str | int, ...], tree: Tree, shown: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    first: dict[str, int] = {}
    for key, part in node.value:
        place = _at(key.start_mark, shown)
        if not isinstance(key, yaml.ScalarNode):
            tree.problems.append(Problem(place, "fel-typ", "ett fältnamn ska vara ett ord"))
        elif key.value in found:
            message = f"fältet ”{key.value}” står två gånger; första gången på rad {first[key.value]}"
            tree.problems.append(Problem(place, "dubbel-nyckel", message))
        else:
            first[key.value] = place.line
            found[key.value] = _value(part, (*path, key.value), tree, shown)
            tree.places[(*path, key.value)] = place
    return found
