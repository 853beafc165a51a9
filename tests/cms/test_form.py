"""The browser writes an entry as we do: everything in the handbook, and changes that are hard to write."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from handbok.cms.configuration import LOCAL
from handbok.cms.folder import write_editor
from handbok.model import BY_NAME, Handbook
from handbok.reading.form import written
from handbok.reading.notes import notes
from handbok.reading.yaml_tree import parse
from support import NODE, PROJECT

SCRIPT = """
import fs from "node:fs"; import path from "node:path"; import { pathToFileURL } from "node:url";
const [folder, asked] = process.argv.slice(2);
const { read, write } = await import(pathToFileURL(path.join(folder, "form.js")));
const { config, form } = JSON.parse(fs.readFileSync(path.join(folder, "installningar.json"), "utf8"));
const fields = Object.fromEntries(config.collections.map((one) => [one.name, one.fields]));
const told = JSON.parse(fs.readFileSync(asked, "utf8")).map(({ typ, text, changes }) => {
  const data = read(text, fields[typ]);
  for (const [where, value] of changes) {
    where.slice(0, -1).reduce((part, step) => part[step], data)[where.at(-1)] = value;
  }
  return write(data, fields[typ], form);
});
process.stdout.write(JSON.stringify(told));
"""
HARD = (
    "kort",
    "nej",
    "10",
    "1e3",
    "2026-11-21",
    "ett: två",
    "- streck",
    "# ingen kommentar",
    'sagt ”så” och "så"',
    "enkelt ' och bakåt \\",
    "rad ett\nrad två\n\n  indragen\n- punkt",
    "a " + "ord " * 60,
    "x" * 140,
    "y" * 100 + " två",
    "ord " * 25 + "kolon: och # brädgård " + "ord " * 10,
    "@tecken först",
    "dubbla  blanksteg " * 10,
    "slutar med kolon:",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, handbook: Handbook) -> Path:
    made = tmp_path_factory.mktemp("redigera")
    write_editor(made, handbook, PROJECT, LOCAL)
    (made / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    (made / "prov.mjs").write_text(SCRIPT, encoding="utf-8")
    return made


def files() -> list[Path]:
    found = [path for typ, kind in BY_NAME.items() if not kind.tabell for path in (PROJECT / "content" / typ).iterdir()]
    return sorted(found)


def browser_writes(folder: Path, asked: list[dict[str, Any]]) -> list[str]:
    question = folder / "fraga.json"
    question.write_text(json.dumps(asked), encoding="utf-8")
    command = [sys.executable, "-c", NODE, str(folder / "prov.mjs"), str(folder), str(question)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    answer: list[str] = json.loads(done.stdout)
    return answer


def test_what_nobody_changed_is_written_as_it_was(folder: Path) -> None:
    texts = [(path.parent.name, path.read_text(encoding="utf-8")) for path in files()]
    came = browser_writes(folder, [{"typ": typ, "text": text, "changes": []} for typ, text in texts])
    assert len(came) > 1000
    assert [path for path, one, (_, text) in zip(files(), came, texts, strict=True) if one != text] == []


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where texts stand that may say anything."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from places(part, (*path, name))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from places(part, (*path, number))
    elif " " in str(value):
        yield path


def test_what_was_changed_is_written_as_we_write_it(folder: Path) -> None:
    choose = random.Random(10)
    asked, wanted = [], []
    for path in choose.sample(files(), 300):
        typ, text = path.parent.name, path.read_text(encoding="utf-8")
        tree = parse(text, path.name)
        where = choose.choice(list(places(tree.value)) or [("rubrik",)])
        new = choose.choice(HARD)
        asked.append({"typ": typ, "text": text, "changes": [[where, new]]})
        part = tree.value
        for step in where[:-1]:
            part = part[step]
        part[where[-1]] = new.strip()
        wanted.append(written(BY_NAME[typ], tree.value, notes(tree.text, tree)))
    came = browser_writes(folder, asked)
    assert [(a["changes"], one, two) for a, one, two in zip(asked, came, wanted, strict=True) if one != two] == []


def test_emptied_fields_go_and_comments_stay(folder: Path) -> None:
    text = (PROJECT / "content/forfattning/osl.yml").read_text(encoding="utf-8")
    assert "\n# Senaste ändring" in text
    changes = [[["kortnamn"], ""], [["kontrollerad"], "2026-11-22"], [["kallor"], ["kalla/rattsbaser-osl"]]]
    (came,) = browser_writes(folder, [{"typ": "forfattning", "text": text, "changes": changes}])
    assert "kortnamn" not in came
    assert "\n# Senaste ändring" in came
    assert came.endswith("kallor:\n  - kalla/rattsbaser-osl\nkontrollerad: 2026-11-22\n")


def test_a_new_entry_has_the_order_of_the_model(folder: Path) -> None:
    values = {"kontrollerad": "2026-11-21", "forklaring": "Att flera gör något.", "rubrik": "10", "kallor": ["kalla/x"]}
    changes = [[[name], value] for name, value in values.items()]
    (came,) = browser_writes(folder, [{"typ": "begrepp", "text": "", "changes": changes}])
    assert came == ('rubrik: "10"\nforklaring: Att flera gör något.\nkallor:\n  - kalla/x\nkontrollerad: 2026-11-21\n')
