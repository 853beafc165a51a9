"""Putting a finished folder in place of an old one, so that there is always a whole one.

A build writes beside the goal and exchanges the two in one step where the system can (renameat2 on
Linux, renamex_np on macOS). Elsewhere two renames follow one another; a kill between them is mended
by the next run.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .problems import Stop
from .running import os_reason

_EXCHANGE = 2
"""RENAME_EXCHANGE in linux/fs.h and RENAME_SWAP in sys/stdio.h happen to be the same number."""
_AT_FDCWD = -100

ABANDONED = 3600
"""Seconds after which a half-built folder is nobody's work any more."""


@contextmanager
def workshop(goal: Path) -> Iterator[Path]:
    """A new empty folder beside the goal; gone again when the work is over, however it ends.

    Raises Stop when nothing can be written there, or when the goal is something else than a built site.
    """
    _recover(goal)
    _refuse_foreign(goal)
    try:
        goal.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=_prefix(goal), dir=goal.parent))
    except OSError as error:
        raise Stop(f"Det går inte att skriva i {goal.parent}: {os_reason(error)}.") from None
    try:
        folder.chmod(0o755)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def put_in_place(new: Path, goal: Path) -> None:
    """The new folder becomes the goal; what the goal held is then under the new folder's old name.

    Raises Stop when the goal cannot be replaced; it is then as it was.
    """
    try:
        if not goal.exists():
            new.rename(goal)
        elif not _exchange(new, goal):
            _two_renames(new, goal)
    except OSError as error:
        raise Stop(f"Det går inte att byta ut {goal}: {os_reason(error)}. Den gamla ligger kvar.") from None


def _prefix(goal: Path) -> str:
    return f".bygge-{goal.name}-"


def _kept(goal: Path) -> Path:
    return goal.with_name(f".gammal-{goal.name}")


def _two_renames(new: Path, goal: Path) -> None:
    kept = _kept(goal)
    shutil.rmtree(kept, ignore_errors=True)
    goal.rename(kept)
    try:
        new.rename(goal)
    except OSError:
        kept.rename(goal)
        raise
    shutil.rmtree(kept, ignore_errors=True)


def _recover(goal: Path) -> None:
    """Mend what a killed run left: an old site put aside, and half-built folders nobody works in."""
    kept = _kept(goal)
    if kept.exists() and not goal.exists():
        kept.rename(goal)
    for left in goal.parent.glob(f"{_prefix(goal)}*"):
        if time.time() - left.stat().st_mtime > ABANDONED:
            shutil.rmtree(left, ignore_errors=True)


def _refuse_foreign(goal: Path) -> None:
    """A folder that is not a site built by us is not thrown away."""
    if not goal.exists():
        return
    if not goal.is_dir():
        raise Stop(f"{goal} är en fil. Ange en mapp med --out.")
    if any(goal.iterdir()) and not (goal / MARK).is_file():
        raise Stop(f"Mappen {goal} har annat än ett bygge i sig och skrivs inte över. Ange en annan med --out.")


MARK = "bygge.json"
"""The file that tells that a folder is a built site, and of what."""


def _exchange(one: Path, other: Path) -> bool:
    """Let two paths change places in one step; False where the system or file system cannot."""
    library = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
    first, second = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "linux" and library:
            return bool(library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _EXCHANGE) == 0)
        if sys.platform == "darwin" and library:
            return bool(library.renamex_np(first, second, _EXCHANGE) == 0)
    except AttributeError:
        return False
    return False
