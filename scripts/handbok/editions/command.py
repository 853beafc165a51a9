"""The verb `build` with --local: editions of one handbook, one or many; without it, the handbook itself."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .. import building
from ..local import overlays_in
from ..orders import EditionOrder, read_editions
from ..placement import workshop
from ..problems import Stop, as_text
from ..progress import Progress, seconds
from .mother import make_mother
from .running import Outcome, Task, run

KIT = "utrustning.pickle"


@dataclass(frozen=True)
class Summary:
    """What a run gave: every edition, and how long the first and each after it took, in seconds."""

    outcomes: tuple[Outcome, ...]
    mother: float
    editions: float

    @property
    def failed(self) -> tuple[Outcome, ...]:
        """Those that were not made."""
        return tuple(outcome for outcome in self.outcomes if outcome.fault)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the verb; 0 built, 1 when something was not. Raises Stop when there is no way to go on."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    asked = read_editions(given)
    if asked is None:
        return building.main(given)
    progress = Progress()
    summary = build_editions(asked, progress)
    if summary is None:
        progress.say("Inget byggdes. Rätta felen ovan och kör igen; de gamla utgåvorna ligger kvar.")
        return 1
    _tell(summary, progress)
    return 1 if summary.failed else 0


def build_editions(asked: EditionOrder, progress: Progress) -> Summary | None:
    """Make every edition that is asked for; None when the handbook itself has faults, which are then told."""
    tasks = list(tasks_of(asked))
    read = building.read(asked.order, progress)
    if read is None:
        return None
    begun = time.monotonic()
    with workshop(_beside(asked)) as folder:
        mother = folder / "moder"
        mother.mkdir()
        kit, faults = make_mother(read[0], asked.order, mother, progress)
        if kit is None:
            progress.say(as_text(faults))
            return None
        kit.write(folder / KIT)
        half = time.monotonic()
        outcomes = []
        with progress.stage("Gör utgåvorna"):
            for outcome in run(tasks, folder / KIT, asked.workers or os.cpu_count() or 1):
                outcomes.append(outcome)
                progress.step(len(outcomes), len(tasks), outcome.task.goal.name)
    outcomes.sort(key=lambda outcome: outcome.task.goal)
    return Summary(tuple(outcomes), half - begun, time.monotonic() - half)


def _beside(asked: EditionOrder) -> Path:
    """Where the mother is made: on the same disk as the editions, so that files can be linked."""
    out = asked.order.out
    return out / "moder" if asked.many else out.with_name(f"{out.name}-moder")


def tasks_of(asked: EditionOrder) -> Iterator[Task]:
    """The editions of this run, each with its goal. Raises Stop when two would lie in the same place."""
    folders = [*asked.folders, *overlays_in(asked.all_in)]
    if not asked.many:
        yield Task(folders[0], asked.order.out)
        return
    names = [folder.resolve().name for folder in folders]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise Stop(f"Två lokala mappar heter ”{twice[0]}” och skulle hamna på samma plats. Byt namn på den ena.")
    part, parts = asked.shard
    for name, folder in sorted(zip(names, folders, strict=True))[part - 1 :: parts]:
        yield Task(folder, asked.order.out / name)


def _tell(summary: Summary, progress: Progress) -> None:
    """Every edition on a line, its warnings and faults under it, and how long it all took."""
    for outcome in summary.outcomes:
        if outcome.warnings:
            progress.say(outcome.warnings)
        if outcome.fault:
            progress.say(outcome.fault)
            progress.say(f"  {outcome.task.overlay}: INTE byggd; se ovan. En äldre utgåva ligger kvar.")
        else:
            told = f"{outcome.pages} sidor, {outcome.drawn} delar ritade om, {seconds(outcome.seconds)}"
            progress.say(f"  {outcome.task.overlay}: {told}, i {outcome.task.goal}")
    whole, bad = len(summary.outcomes), len(summary.failed)
    progress.say(f"  Gemensamt: {seconds(summary.mother)}. Utgåvorna: {seconds(summary.editions)}.")
    progress.say(f"Klart: {whole - bad} av {whole} utgåvor byggda." + (f" {bad} föll." if bad else ""))
