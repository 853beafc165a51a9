"""Ids that have moved in the handbook: followed wherever an overlay names them, and told."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from ..model import Ref
from ..problems import Level, Place, Problem
from ..reading.yaml_tree import Tree

MOVED = "lokal-flyttad"
Moves = Mapping[str, Ref[Any]]
"""Old id -> the new one, as flyttat.yml has it."""

_LINKED = re.compile(r"(?<=\]\()[a-z0-9-]+/[a-z0-9-]+(?=[)#])")


def followed(tree: Tree, moved: Moves) -> tuple[Any, list[Problem]]:
    """The values of a file with the new ids, also where a text links to them."""
    problems: list[Problem] = []

    def follow(value: Any, path: tuple[str | int, ...]) -> Any:
        if isinstance(value, dict):
            return {name: follow(part, (*path, name)) for name, part in value.items()}
        if isinstance(value, list):
            return [follow(part, (*path, number)) for number, part in enumerate(value)]
        if value in moved:
            problems.append(_told(tree.places[path], value, moved, "Skriv det nya"))
            return str(moved[value])
        if isinstance(value, str):
            value, told = followed_links(value, moved, lambda _: tree.places[path])
            problems.extend(told)
        return value

    return follow(tree.value, ()), problems


def followed_links(text: str, moved: Moves, place_of: Callable[[int], Place]) -> tuple[str, list[Problem]]:
    """A text whose links lead to the new ids; `place_of` tells where a line is, counted from 0."""
    problems: list[Problem] = []

    def put(link: re.Match[str]) -> str:
        if link[0] not in moved:
            return link[0]
        problems.append(_told(place_of(text.count("\n", 0, link.start())), link[0], moved, "Skriv det nya"))
        return str(moved[link[0]])

    return _LINKED.sub(put, text), problems


def followed_name(id_: str, moved: Moves, place: Place) -> tuple[str, list[Problem]]:
    """The id of a file that stands in for one of the handbook's, also when that has a new one."""
    if id_ not in moved:
        return id_, []
    return str(moved[id_]), [_told(place, id_, moved, f"Byt filnamn till {moved[id_]}.yml")]


def _told(place: Place, old: str, moved: Moves, remedy: str) -> Problem:
    return Problem(place, MOVED, f"”{old}” har flyttat och heter nu ”{moved[old]}”. {remedy}", Level.VARNING)
