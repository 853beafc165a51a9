"""The real registers beside the tests, and short ways to look into them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from handbok.law.events import Event, events
from handbok.law.files import read_register
from handbok.law.notes import Note, read_note
from handbok.law.registers import Register
from handbok.reading.yaml_tree import parse

DATA = Path(__file__).parent / "data"
FILES = sorted(path for path in DATA.rglob("*") if path.suffix in (".json", ".yml"))


def plain_yaml(text: str) -> object:
    """YAML as the law watch reads it."""
    return parse(text, "test").value


@cache
def register(name: str) -> Register:
    """A register by its place under data/: `rattsbaser/2025-400.json`."""
    return read_register(DATA / name, plain_yaml)


@cache
def found(name: str) -> tuple[Event, ...]:
    """Everything a register tells of."""
    return events(register(name))


def by(name: str, sfs: str) -> list[Event]:
    """What one amending act does."""
    return [event for event in found(name) if event.sfs == sfs]


def said(note: str, chapters: bool = True) -> list[str]:
    """The changes of a note, a line each: `10:18 a ändrad`, with a question mark where the note is in doubt."""
    return lines(read_note(note, chapters))


def lines(note: Note) -> list[str]:
    """`10:18 a ändrad`; a whole chapter is `35:* ny`; no chapter is `-:3 ny`."""
    return [
        f"{change.chapter or '-'}:{change.paragraph or '*'} {change.slag}{'' if change.certain else '?'}"
        for change in note.changes
    ]
