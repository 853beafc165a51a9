"""Problem: what is wrong, where it stands, and what to do about it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from enum import StrEnum


class Level(StrEnum):
    """How grave a problem is: only an error stops a build."""

    FEL = "fel"
    VARNING = "varning"


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a file; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in the content, told once."""

    place: Place
    rule: str
    message: str
    level: Level = Level.FEL

    def __str__(self) -> str:
        """`path:line:column: fel: what is wrong [regel]`."""
        spot = self.place
        return f"{spot.file}:{spot.line}:{spot.column}: {self.level}: {self.message} [{self.rule}]"


class Stop(Exception):  # noqa: N818 - it is no error of ours but a word to the user
    """Work cannot go on; the message is Swedish and says what to do."""


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether anything here must stop a build."""
    return any(problem.level is Level.FEL for problem in problems)


def guess(word: str, choices: Iterable[str]) -> str:
    """` Menade du ”x”?` when something close exists, else nothing."""
    close = get_close_matches(word, list(choices), n=1, cutoff=0.65)
    return f" Menade du ”{close[0]}”?" if close else ""


def rule_name(rule: object) -> str:
    """The name that stands in messages: `okand_hanvisning` -> `okand-hanvisning`."""
    return str(getattr(rule, "__name__", rule)).replace("_", "-")


def as_text(problems: Iterable[Problem]) -> str:
    """One line a problem, in file order."""
    return "\n".join(str(problem) for problem in sorted(problems))


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON list for other programs."""
    rows = [{**asdict(p.place), "level": p.level, "rule": p.rule, "message": p.message} for p in sorted(problems)]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow commands that GitHub shows beside the line in a pull request.

    Source of the escapes: GitHub's documentation of workflow commands.
    """
    return "\n".join(_annotation(problem) for problem in sorted(problems))


def _annotation(problem: Problem) -> str:
    kind = "error" if problem.level is Level.FEL else "warning"
    spot = problem.place
    where = f"file={_property(spot.file)},line={spot.line},col={spot.column},title={_property(problem.rule)}"
    return f"::{kind} {where}::{_data(problem.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
