"""content/lankundantag.yml: addresses that are let through, each with a reason and a last day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ..problems import Place, Problem
from ..reading.files import read_text
from ..reading.yaml_tree import parse

FILE = "lankundantag.yml"
RULE = "lankundantag"


@dataclass(frozen=True)
class Let:
    """One address, or all that begin with it when it ends with *."""

    address: str
    why: str
    until: date
    place: Place

    def holds(self, address: str) -> bool:
        """Whether an address is meant."""
        if self.address.endswith("*"):
            return address.startswith(self.address[:-1])
        return address == self.address


def exceptions(content: Path, shown: str, today: date) -> tuple[list[Let], list[Problem]]:
    """Those that hold today, and what is wrong with the others."""
    path = content / FILE
    if not path.is_file():
        return [], []
    text, problems = read_text(path, shown)
    tree = parse(text or "", shown)
    problems += tree.problems
    found: list[Let] = []
    for number, row in enumerate(tree.value if isinstance(tree.value, list) else []):
        place = tree.places[(number,)]
        one = _one(row, place)
        if isinstance(one, str):
            problems.append(Problem(place, RULE, one))
        elif one.until < today:
            message = f"undantaget för {one.address} gick ut {one.until}. Rätta länken, eller ge det en ny dag och skäl"
            problems.append(Problem(place, RULE, message))
        else:
            found.append(one)
    return found, problems


def _one(row: Any, place: Place) -> Let | str:
    if not isinstance(row, dict) or not all(isinstance(row.get(name), str) for name in ("adress", "skal", "till")):
        return "ett undantag har adress, skal och till"
    try:
        return Let(row["adress"], row["skal"], date.fromisoformat(row["till"]), place)
    except ValueError:
        return f"”{row['till']}” är ingen dag; skriv den som 2026-11-21"


def let_through(address: str, lets: Sequence[Let]) -> Let | None:
    """The exception that an address falls under."""
    return next((one for one in lets if one.holds(address)), None)
