"""Comments of a YAML file, each with the field it stands at, so that rewriting loses none."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from .yaml_tree import Tree

Path = tuple[str | int, ...]


def comments(text: str) -> list[str]:
    """Every comment, in the alphabet's order, to compare with."""
    return sorted(comment for _, _, comment in _comments(text)) if "#" in text else []


def notes(text: str, tree: Tree) -> dict[Path, list[str]]:
    """Comments by the field above which each belongs: the field on its own line, else the next; () is the end."""
    found: dict[Path, list[str]] = {}
    if "#" in text:
        by_line: dict[int, Path] = {}
        for path, place in tree.places.items():
            if path and len(path) < len(by_line.get(place.line, (*path, 0))):
                by_line[place.line] = path
        for line, own, comment in _comments(text):
            fits = [number for number in by_line if (number > line if own else number >= line)]
            at = line if not own and line in by_line else min(fits, default=0)
            found.setdefault(by_line.get(at, ()), []).append(comment)
    return found


def _comments(text: str) -> Iterator[tuple[int, bool, str]]:
    """Every comment: its line, whether it stands alone there, and its text."""
    end = 0
    for token in yaml.scan(text, Loader=yaml.CBaseLoader):
        start = token.start_mark.index
        yield from _in_gap(text, end, start)
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            head = text[start:].split("\n", 1)[0]
            yield from _in_gap(text, start + head.find("#"), start + len(head)) if "#" in head else ()
        end = max(end, token.end_mark.index)
    yield from _in_gap(text, end, len(text))


def _in_gap(text: str, start: int, end: int) -> Iterator[tuple[int, bool, str]]:
    """What stands between two tokens is blank or comment."""
    position = start
    for part in text[start:end].split("\n"):
        if "#" in part:
            at = position + part.index("#")
            alone = not text[text.rfind("\n", 0, at) + 1 : at].strip()
            yield text.count("\n", 0, at) + 1, alone, part[part.index("#") :].rstrip()
        position += len(part) + 1
