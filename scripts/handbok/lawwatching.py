"""The verb `lawwatch`: which of our paragraphs have changed since we read them.

Exit 0 nothing to do, 1 something changed or could not be read, 2 wrong use, 3 a source could not be reached; what was
read still counts then.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from .checking import PROJECT, day
from .law import report as told
from .law.acts import sfs_number
from .law.comparing import Basis, Finding, Lage, Status, compare
from .law.events import events
from .law.files import read_register, saved
from .law.reach import mentions, reach
from .law.registers import NotARegister
from .law.rows import Row, event_row, finding_row, in_window, unread_row
from .law.sources import RATTSBASER, RIKSDAGEN, Answer, Online, Source
from .law.watchfile import as_yaml, rows_of
from .manners import Manners
from .model import Forfattning, Handbook, Lagrum
from .problems import Stop
from .reading import load
from .reading.yaml_tree import parse

READ, MISSING, UNREACHED, REPEALED, UNREAD = "läst", "saknas", "onåbar", "upphävd", "oläst"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the verb; raises Stop at wrong use."""
    options = _parser().parse_args(arguments)
    _refuse_wrong_use(options)
    return _window(options) if options.register else _watch(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="lawwatch.py", description="Se vad som ändrats i lagen.", add_help=False)
    add = parser.add_argument
    add("-h", "--help", action="help", help="visa den här hjälpen")
    add(
        "--from", dest="folder", type=Path, metavar="MAPP", help="läs sparade register i stället för att fråga källorna"
    )
    add("--since", type=day, metavar="DAG", help="räkna som om all lagtext lästes den dagen")
    add("--until", type=day, metavar="DAG", help="sista dag, tillsammans med --register")
    add("--format", choices=("text", "markdown", "json"), default="text", help="hur rapporten skrivs")
    add("--write", action="store_true", help="skriv fynden till content/lagbevakning.yml")
    add("--register", type=Path, metavar="FIL", help="visa allt ett sparat register säger har ändrats mellan två dagar")
    add("--content", type=Path, default=PROJECT / "content", metavar="MAPP", help="mappen med innehåll")
    add("--docs", type=Path, default=None, metavar="MAPP", help="mappen med sidor; annars docs bredvid innehållet")
    add("--today", type=day, default=None, metavar="DAG", help="räkna som om det vore den dagen")
    add("--cache", type=Path, default=PROJECT / ".cache" / "lagbevakning", metavar="MAPP", help="minne av svaren")
    add("--rattsbaser", default=RATTSBASER, metavar="ADRESS", help="Regeringskansliets rättsdatabaser")
    add("--riksdagen", default=RIKSDAGEN, metavar="ADRESS", help="Riksdagens öppna data")
    add("--timeout", type=float, default=20, metavar="S", help="längsta väntan på ett svar, i sekunder")
    add("--pace", type=float, default=1, metavar="S", help="paus mellan frågor, i sekunder")
    return parser


def _refuse_wrong_use(options: argparse.Namespace) -> None:
    if options.register and (options.folder or options.write):
        raise Stop("--register visar ett register och går inte ihop med --from eller --write.")
    if options.until and not options.register:
        raise Stop("--until hör ihop med --register.")
    if options.since and options.until and options.since > options.until:
        raise Stop(f"--since {options.since} ligger efter --until {options.until}.")
    for address in (options.rattsbaser, options.riksdagen):
        if not address.startswith(("https://", "http://")):
            raise Stop(f"”{address}” är ingen webbadress.")


def _window(options: argparse.Namespace) -> int:
    """Every paragraph that one register says changed in a stretch of time."""
    if not options.register.is_file():
        raise Stop(f"Filen {options.register} finns inte.")
    try:
        register = read_register(options.register, _plain)
    except NotARegister as fault:
        print(f"fel: {options.register}: {fault}", file=sys.stderr)
        return 3
    unknown = register.amendments is None
    rows = [event_row(event) for event in in_window(events(register), options.since, options.until)]
    rows = [unread_row(register.act)] if unknown else rows
    writers = {"text": told.window_as_text, "markdown": told.window_as_markdown, "json": _json}
    print(writers[options.format](rows))
    return 3 if unknown else int(bool(rows))


def _watch(options: argparse.Namespace) -> int:
    """Our paragraphs against every register."""
    docs = options.docs or options.content.parent / "docs"
    handbook, _ = load(options.content, docs if docs.is_dir() else None, today=options.today)
    basis = Basis(handbook.today, options.since)
    found = watch(handbook, _source(options), basis) | {"sparade_register": options.folder is not None}
    writers = {"text": told.as_text, "markdown": told.as_markdown, "json": _json}
    print(writers[options.format](found).rstrip("\n"))
    if options.write:
        _write(options.content / "lagbevakning.yml", found)
    if any(row["lage"] == UNREACHED for row in found["akter"]):
        return 3
    return int(has_work(found))


def _json(found: object) -> str:
    return json.dumps(found, ensure_ascii=False, indent=1)


def _source(options: argparse.Namespace) -> Source:
    if options.folder:
        return saved(options.folder, _plain)
    manners = Manners(timeout=options.timeout, pace=options.pace)
    return Online(options.cache, options.rattsbaser.rstrip("/"), options.riksdagen.rstrip("/"), manners)


def _plain(text: str) -> object:
    """YAML as plain texts, so that a number like 1990:52 stays what it is."""
    tree = parse(text, "registret")
    if tree.problems:
        raise ValueError(tree.problems[0].message)
    return tree.value


def watch(handbook: Handbook, source: Source, basis: Basis) -> dict[str, Any]:
    """The whole report, as plain data."""
    mentioned = mentions(handbook)
    acts: list[Row] = []
    statuses: list[Status] = []
    for act in handbook.all(Forfattning):
        sfs = sfs_number(act.nummer)
        if sfs and act.slag in ("lag", "forordning"):
            answer = source(sfs)
            acts.append(_act_row(act, sfs, answer, basis))
            statuses += _statuses(handbook, act, answer, basis)
    findings = [_with_reach(handbook, mentioned, finding) for status in statuses for finding in status.findings]
    return {
        "idag": basis.today.isoformat(),
        "sedan": basis.since.isoformat() if basis.since else None,
        "antal": _count(acts, statuses),
        "fynd": findings,
        "olasta_paragrafer": [
            {"lagrum": s.lagrum.id, "varfor": s.why} for s in statuses if s.lage is Lage.OLAST and s.why
        ],
        "oforandrade": [status.lagrum.id for status in statuses if status.lage is Lage.OFORANDRAD],
        "akter": acts,
        "bevakas_inte": [
            act.id for act in handbook.all(Forfattning) if act.id not in {row["forfattning"] for row in acts}
        ],
    }


def _statuses(handbook: Handbook, act: Forfattning, answer: Answer, basis: Basis) -> Sequence[Status]:
    ours = [paragraph for paragraph in handbook.all(Lagrum) if paragraph.forfattning == act.id]
    if answer.register is None:
        return [Status(paragraph, Lage.OLAST, why=answer.why) for paragraph in ours]
    return compare(act, ours, answer.register, events(answer.register), basis)


def _act_row(act: Forfattning, sfs: str, answer: Answer, basis: Basis) -> Row:
    """What is to be said of an act as a whole."""
    lage, why = _act_status(act, answer, basis)
    register = answer.register
    return {
        "forfattning": act.id,
        "sfs": sfs,
        "lage": lage,
        "varfor": why,
        "text_tom": register.consolidated_through if register else None,
        "register_uppdaterat": register.updated.isoformat() if register and register.updated else None,
        "kalla": register.source if register else None,
    }


def _act_status(act: Forfattning, answer: Answer, basis: Basis) -> tuple[str, str]:
    register = answer.register
    if not answer.reached:
        through = f" Riksdagen: texten går t.o.m. {register.consolidated_through}." if register else ""
        return UNREACHED, f"{answer.why}.{through}"
    if register is None:
        return MISSING, answer.why
    if register.repealed and not act.upphavd:
        when = "är upphävd från" if register.repealed <= basis.today else "upphävs från"
        return (
            REPEALED,
            f"{when} {register.repealed} genom SFS {register.repealed_by or '(okänt)'}; posten säger det inte",
        )
    return (UNREAD, "ändringsregistret saknas i källan") if register.amendments is None else (READ, "")


def _with_reach(handbook: Handbook, mentioned: Mapping[str, frozenset[str]], finding: Finding) -> Row:
    touched = reach(handbook, mentioned, finding.lagrum)
    return finding_row(finding) | {"sidor": list(touched.pages), "blad": list(touched.sheets)}


def _count(acts: Sequence[Row], statuses: Sequence[Status]) -> dict[str, int]:
    by_lage = Counter(str(status.lage) for status in statuses)
    return {"forfattningar": len(acts), "paragrafer": len(statuses), **{str(lage): by_lage[lage] for lage in Lage}}


def has_work(found: Mapping[str, Any]) -> bool:
    """Whether anybody has to do anything: a finding not yet in its entry, an act or a paragraph not read."""
    asked = found["sedan"] is not None
    changed = any(asked or not row["redan_i_posten"] for row in found["fynd"])
    return changed or bool(found["olasta_paragrafer"]) or any(row["lage"] != READ for row in found["akter"])


def _write(path: Path, found: Mapping[str, Any]) -> None:
    """Put the findings that wait for an editor into the content; what was not read now keeps what was found before."""
    unread = {row["forfattning"] for row in found["akter"] if row["lage"] in (UNREACHED, MISSING, UNREAD)}
    waiting = [row for row in found["fynd"] if not row["redan_i_posten"]]
    now = {(row["lagrum"], row["sfs"]) for row in waiting}
    kept = [row for row in _before(path) if row.get("forfattning") in unread]
    rows = [*waiting, *(row for row in kept if (row["lagrum"], row.get("sfs")) not in now)]
    acts = [row for row in found["akter"] if row["lage"] in (REPEALED, MISSING)]
    rows.sort(key=lambda row: (row["lagrum"], str(row.get("fran")), str(row.get("sfs"))))
    path.write_text(as_yaml(rows, acts), encoding="utf-8")


def _before(path: Path) -> list[dict[str, Any]]:
    """The findings that the file holds already; none when it cannot be read."""
    try:
        return rows_of(_plain(path.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return []
