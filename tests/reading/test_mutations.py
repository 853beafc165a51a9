"""The real content broken in 300 seeded ways: each is caught in its file, at its line, without a traceback."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from handbok.checking import read_and_check
from handbok.model import BY_NAME
from handbok.problems import Problem
from support import PROJECT, TODAY, run_verb

SEED = 20261121
COUNT = 300


@dataclass(frozen=True)
class Broken:
    """A file's bytes after a breakage, and the lines at which it may be told; none given means anywhere in the file."""

    raw: bytes
    lines: tuple[int, ...] = ()


def field(text: str, name: str) -> tuple[int, int] | None:
    """The first and the last line of a top field, counted from 1."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines, 1) if line.startswith(f"{name}:")), None)
    if first is None:
        return None
    last = first
    while last < len(lines) and (lines[last].startswith((" ", "#")) or (not lines[last] and last + 1 < len(lines))):
        last += 1
    return first, last


def required(kind: str, text: str, rng: random.Random) -> str:
    names = [name for name, one in BY_NAME[kind].model_fields.items() if one.is_required() and field(text, name)]
    return rng.choice(names)


def replaced(text: str, name: str, new: str) -> Broken:
    """The text with other lines in place of a field."""
    spot = field(text, name)
    assert spot
    lines = text.split("\n")
    return Broken("\n".join([*lines[: spot[0] - 1], *new.split("\n"), *lines[spot[1] :]]).encode(), (spot[0],))


def drop(kind: str, text: str, rng: random.Random) -> Broken:
    spot = field(text, required(kind, text, rng))
    assert spot
    lines = text.split("\n")
    return Broken("\n".join([*lines[: spot[0] - 1], *lines[spot[1] :]]).encode(), (1,))


def empty(kind: str, text: str, rng: random.Random) -> Broken:
    name = required(kind, text, rng)
    return replaced(text, name, f"{name}:")


def retype(kind: str, text: str, rng: random.Random) -> Broken:
    """A list becomes a text, a text becomes fields of its own."""
    name = required(kind, text, rng)
    spot = field(text, name)
    assert spot
    listed = text.split("\n")[spot[0] : spot[0] + 1][0].lstrip().startswith("- ") if spot[1] > spot[0] else False
    return replaced(text, name, f"{name}: ett" if listed else f"{name}:\n  ett: tva")


def misspell(kind: str, text: str, rng: random.Random) -> Broken:
    name = required(kind, text, rng)
    spot = field(text, name)
    assert spot
    broken = re.sub(rf"^{name}:", f"{name}x:", text, count=1, flags=re.MULTILINE)
    return Broken(broken.encode(), (spot[0],))


def swap(kind: str, text: str, rng: random.Random) -> Broken:
    """The source and the day of check change places."""
    day = "kallor" if field(text, "kallor") else "slag"
    return replaced(text, day, f"{day}: 2026-11-21")


def dangle(kind: str, text: str, rng: random.Random) -> Broken:
    """A reference that leads nowhere, in a field or in a text."""
    found = list(re.finditer(r"\b(kalla|lagrum|begrepp|kontakt|mall|steg)/[a-z0-9-]+", text)) or None
    if found is None:
        return replaced(text, "rubrik", "rubrik: Se [vidare](begrepp/finns-inte)")
    one = rng.choice(found)
    broken = f"{text[: one.start()]}{one[1]}/finns-inte-{rng.randrange(99)}{text[one.end() :]}"
    line = text.count("\n", 0, one.start()) + 1
    top = max(number for number, row in enumerate(text.split("\n")[:line], 1) if re.match(r"\s*(?:- )?\w+:", row))
    return Broken(broken.encode(), tuple(range(top, line + 1)))


def duplicate(kind: str, text: str, rng: random.Random) -> Broken:
    name = required(kind, text, rng)
    return Broken(f"{text.rstrip()}\n{name}: igen\n".encode(), (text.rstrip().count("\n") + 2,))


def truncate(kind: str, text: str, rng: random.Random) -> Broken:
    return Broken(text.encode()[: rng.randrange(1, len(text.rstrip().encode()) - 4)])


def latin(kind: str, text: str, rng: random.Random) -> Broken:
    plain = text.replace("–", "-").replace("”", '"').encode("latin-1", errors="replace")
    bad = next((number for number, line in enumerate(text.split("\n"), 1) if re.search("[åäöÅÄÖé§]", line)), None)
    return Broken(plain, (bad,)) if bad else Broken(text.encode("utf-16"), (1,))


def utf16(kind: str, text: str, rng: random.Random) -> Broken:
    return Broken(text.encode(rng.choice(["utf-16", "utf-8-sig"])), (1,))


def overlong(kind: str, text: str, rng: random.Random) -> Broken:
    """A heading that fits on no sheet; a sign has no bound but the file's."""
    name = BY_NAME[kind].rubrikfalt
    return huge(kind, text, rng) if kind == "indikator" else replaced(text, name, f"{name}: {'lång rubrik ' * 20}")


def huge(kind: str, text: str, rng: random.Random) -> Broken:
    return Broken(text.encode() + b"# x\n" * 60_000, (1,))


def inject(kind: str, text: str, rng: random.Random) -> Broken:
    name = BY_NAME[kind].rubrikfalt
    poison = [
        "<script>alert(1)</script>",
        "'[x](javascript:alert(1))'",
        "'[x](data:text/html,<b>x</b>)'",
        "!!python/object:os.system x",
        "&a x",
        "'<img src=x onerror=alert(1)>'",
        "'[x](//ond.exempel.se)'",
        '"\\x00"',
        "{{{{{{{{{{",
    ]
    chosen = rng.choice(poison)
    result = replaced(text, name, f"{name}: {chosen}")
    # YAML sees an unclosed brace only where the next field begins.
    return Broken(result.raw) if chosen.startswith("{") else result


def tab(kind: str, text: str, rng: random.Random) -> Broken:
    name = required(kind, text, rng)
    result = replaced(text, name, f"{name}:\n\t- x")
    return Broken(result.raw, (result.lines[0] + 1,))


BREAKAGES: tuple[Callable[[str, str, random.Random], Broken], ...] = (
    drop, empty, retype, misspell, swap, dangle, duplicate, truncate, latin, utf16, overlong, huge, inject, tab,
)  # fmt: skip


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, tuple[str, Broken]]]:
    """A copy of the content with 300 files broken, and how."""
    root = tmp_path_factory.mktemp("trasigt")
    shutil.copytree(PROJECT / "content", root / "content")
    rng = random.Random(SEED)
    files = sorted((root / "content").glob("*/*.yml"))
    done: dict[str, tuple[str, Broken]] = {}
    for number, path in enumerate(rng.sample(files, COUNT)):
        breakage = BREAKAGES[number % len(BREAKAGES)]
        result = breakage(path.parent.name, path.read_text(encoding="utf-8"), rng)
        path.write_bytes(result.raw)
        done[path.relative_to(root).as_posix()] = (breakage.__name__, result)
    return root, done


@pytest.fixture(scope="module")
def told(broken: tuple[Path, dict[str, tuple[str, Broken]]]) -> dict[str, list[Problem]]:
    root, _ = broken
    _, problems = read_and_check(root / "content", None, root=root, today=TODAY, form=True)
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(problem.place.file, []).append(problem)
    return by_file


def test_every_breakage_is_an_error_in_its_file_at_its_line(
    broken: tuple[Path, dict[str, tuple[str, Broken]]], told: dict[str, list[Problem]]
) -> None:
    missed = []
    for file, (name, result) in broken[1].items():
        # A text cut short is still a text; that the file lacks its last line end is then all that can be seen.
        wanted = ("fel", "varning") if name == "truncate" else ("fel",)
        found = [problem for problem in told.get(file, ()) if problem.level in wanted]
        lines = {problem.place.line for problem in found}
        if not found or (result.lines and not lines & set(result.lines)):
            missed.append((name, file, result.lines, [str(problem) for problem in found][:2]))
    assert missed == []


def test_whole_files_are_not_blamed_for_broken_ones(
    broken: tuple[Path, dict[str, tuple[str, Broken]]], told: dict[str, list[Problem]]
) -> None:
    before, _ = read_and_check(PROJECT / "content", None, root=PROJECT, today=TODAY)
    known = {str(problem) for problem in _}
    blamed = [
        str(problem)
        for file, problems in told.items()
        for problem in problems
        if file not in broken[1] and problem.level == "fel" and str(problem) not in known
    ]
    assert len(before) > 1000
    assert blamed == []


def test_every_kind_of_breakage_is_tried_twenty_times(broken: tuple[Path, dict[str, tuple[str, Broken]]]) -> None:
    names = [name for name, _ in broken[1].values()]
    assert len(names) == COUNT
    assert all(names.count(breakage.__name__) >= 20 for breakage in BREAKAGES)


def test_the_verb_tells_it_all_without_a_traceback(broken: tuple[Path, dict[str, tuple[str, Broken]]]) -> None:
    for arguments in ((), ("--completeness",), ("--list",)):
        done = run_verb("validate", "--content", str(broken[0] / "content"), *arguments)
        assert done.returncode == (0 if arguments else 1)
        assert "Traceback" not in done.stdout + done.stderr
        assert "Ett fel i programmet" not in done.stdout
