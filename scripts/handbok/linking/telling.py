"""What was found, as text, Markdown, JSON and annotations: where a link stands in content, never in HTML."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from ..problems import Level, Place, Problem, as_github
from ..problems import as_text as lines_of
from .judging import DEAD, Kind, Verdict

RULE = "lank"
ARCHIVE = "https://web.archive.org/web/"

Places = Mapping[str, Sequence[Place]]


def problems(verdicts: Mapping[str, Verdict], places: Places) -> list[Problem]:
    """A problem wherever a link stands that somebody should look at."""
    found = []
    for address, verdict in verdicts.items():
        if verdict.kind in (Kind.OK, Kind.UNDANTAGEN):
            continue
        level = Level.FEL if verdict.kind in DEAD else Level.VARNING
        message = f"{address}: {verdict.kind}: {verdict.why}.{_advice(address, verdict)}"
        found += [Problem(place, RULE, message, level) for place in places.get(address, ())]
    return sorted(found)


def _advice(address: str, verdict: Verdict) -> str:
    if verdict.new:
        return " Kör links.py --external --fix"
    if verdict.kind in (Kind.DOD, Kind.MJUK):
        return f" Kanske finns en kopia: {ARCHIVE}{address}"
    return ""


def summary(verdicts: Mapping[str, Verdict]) -> str:
    """How many addresses became what."""
    counts = Counter(str(verdict.kind) for verdict in verdicts.values())
    return f"{len(verdicts)} adresser: " + ", ".join(f"{number} {kind}" for kind, number in counts.most_common()) + "."


def as_text(verdicts: Mapping[str, Verdict], places: Places, more: Sequence[Problem]) -> str:
    """A line a place, then the count."""
    return "\n".join([*lines_of([*problems(verdicts, places), *more]).splitlines(), summary(verdicts)])


def as_markdown(verdicts: Mapping[str, Verdict], places: Places, more: Sequence[Problem]) -> str:
    """A table per kind, for an issue or a summary."""
    parts = [f"# Länkar ut ur handboken\n\n{summary(verdicts)}\n"]
    for kind in Kind:
        rows = [(a, v) for a, v in verdicts.items() if v.kind is kind and kind is not Kind.OK]
        if rows:
            parts.append(f"## {str(kind).capitalize()}\n\n| Adress | Står i | Vad som hände |\n| --- | --- | --- |")
            parts += [f"| <{a}> | {_stands(places.get(a, ()))} | {_cell(v.why + _advice(a, v))} |" for a, v in rows]
            parts.append("")
    parts += [f"- {problem}" for problem in more]
    return "\n".join(parts).rstrip() + "\n"


def _stands(places: Sequence[Place]) -> str:
    return ", ".join(f"`{place.file}:{place.line}`" for place in places)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def as_json(verdicts: Mapping[str, Verdict], places: Places, more: Sequence[Problem]) -> str:
    """Everything, for other programs."""
    rows = [
        {
            "adress": address,
            "utfall": str(verdict.kind),
            "varfor": verdict.why,
            "ny": verdict.new,
            "star": [asdict(place) for place in places.get(address, ())],
        }
        for address, verdict in verdicts.items()
    ]
    told = [{**asdict(problem.place), "varfor": problem.message} for problem in more]
    return json.dumps({"lankar": rows, "undantag": told}, ensure_ascii=False, indent=1)


def as_annotations(verdicts: Mapping[str, Verdict], places: Places, more: Sequence[Problem]) -> str:
    """For the line in a pull request."""
    return as_github([*problems(verdicts, places), *more])


FORMATS = {"text": as_text, "markdown": as_markdown, "json": as_json, "github": as_annotations}
