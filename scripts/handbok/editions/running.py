"""Editions side by side in processes. One that fails does not stop the others, and says why."""

from __future__ import annotations

import json
import os
import time
import traceback
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from ..building import lay_server_files
from ..checking import PROJECT
from ..hosting import compress_rest
from ..local import read_and_lay
from ..placement import MARK, put_in_place, workshop
from ..problems import Level, Stop, as_text
from ..running import TRACE, os_reason
from .kit import Kit, read_kit


@dataclass(frozen=True)
class Task:
    """An edition to make: its overlay, and where it goes."""

    overlay: Path
    goal: Path


@dataclass(frozen=True)
class Outcome:
    """What became of it."""

    task: Task
    pages: int = 0
    drawn: int = 0
    """How many parts had to be drawn anew."""
    seconds: float = 0.0
    fault: str = ""
    """Why it was not made; then the old one is still there."""
    warnings: str = ""


_kits: dict[str, Kit] = {}


def run(tasks: Sequence[Task], kit_file: Path, workers: int) -> Iterator[Outcome]:
    """Every outcome as it comes. With one worker nothing is started beside this process."""
    if workers == 1 or len(tasks) == 1:
        yield from (make(task, kit_file) for task in tasks)
        return
    left = dict.fromkeys(tasks)
    with ProcessPoolExecutor(min(workers, len(tasks)), get_context("spawn")) as pool:
        waiting = {pool.submit(make, task, kit_file): task for task in tasks}
        try:
            for done in as_completed(waiting):
                outcome = done.result()
                left.pop(waiting[done])
                yield outcome
        except BrokenProcessPool:
            pass
    for task in left:
        yield _alone(task, kit_file)


def _alone(task: Task, kit_file: Path) -> Outcome:
    """One more try, in a process of its own, for what was under way when a process died."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        try:
            return pool.submit(make, task, kit_file).result()
        except BrokenProcessPool:
            return Outcome(task, fault="processen dog, troligen av minnesbrist")


def make(task: Task, kit_file: Path) -> Outcome:
    """Make one edition and put it in place; whatever goes wrong is told in its outcome."""
    begun = time.monotonic()
    try:
        outcome = _made(task, _kit(kit_file))
    except Stop as stop:
        return Outcome(task, fault=str(stop))
    except OSError as fault:
        return Outcome(task, fault=f"det går inte att läsa eller skriva {fault.filename}: {os_reason(fault)}")
    except Exception as fault:  # an edition must never take the others with it
        if TRACE in os.environ:
            traceback.print_exc()
        return Outcome(task, fault=f"ett fel i programmet: {type(fault).__name__}: {fault}")
    return Outcome(task, outcome.pages, outcome.drawn, time.monotonic() - begun, outcome.fault, outcome.warnings)


def _kit(file: Path) -> Kit:
    """The kit, read once by each process."""
    if str(file) not in _kits:
        _kits[str(file)] = read_kit(file)
        os.environ["SOURCE_DATE_EPOCH"] = str(_kits[str(file)].epoch)
    return _kits[str(file)]


def _made(task: Task, kit: Kit) -> Outcome:
    from ..site.bundling import write_zip
    from ..site.dating import day_of_content
    from ..site.offline import write_offline
    from .facts import settings
    from .files import furnish
    from .prints import print_edition
    from .weaving import Weaver

    local, problems = read_and_lay(task.overlay, kit.handbook)
    faults = [problem for problem in problems if problem.level is Level.FEL]
    if faults or local.overlay.utgava is None:
        return Outcome(task, fault=as_text(faults))
    with workshop(task.goal) as folder:
        prints, faults = print_edition(local, kit, folder)
        if faults:
            return Outcome(task, fault=as_text(faults))
        weaver = Weaver(local, {**settings(local, kit), **prints})
        pages = furnish(weaver, kit, folder)
        name = f"{weaver.renderer.settings['namn']}, {local.utgava.kommunnamn}"
        facts = {"poster": len(local.published), "sidor": pages, "tid": kit.epoch, "version": kit.facts["version"]}
        told = {**facts, "utgava": local.utgava.kommunnamn}
        (folder / MARK).write_text(
            json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n"
        )
        write_offline(folder, PROJECT, name, day_of_content(local.published))
        if kit.compress:
            compress_rest(folder)
        put_in_place(folder, task.goal)
    if kit.server_files:
        lay_server_files(task.goal)
    if kit.zip:
        write_zip(task.goal, task.goal.with_name(f"{task.goal.name}.zip"), day_of_content(local.published))
    return Outcome(task, pages, weaver.drawn, warnings=as_text(problems))
