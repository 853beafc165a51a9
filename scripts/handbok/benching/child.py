"""What a measured process does: one build of ours, the yardstick's pages, or one plain `mkdocs build`."""

from __future__ import annotations

import json
import os
import runpy
import sys
import time
from collections.abc import Callable
from pathlib import Path

TODAY = "2026-11-21"
"""The day every build thinks it is, so that warnings cost the same on any day."""


def ours(out: str, sheets: str) -> dict[str, object]:
    """Build as the verb build does; seconds a stage, and how much there was."""
    from ..building import build
    from ..checking import day
    from ..orders import Order
    from .clocking import Clocks

    progress = Clocks()
    result = build(Order(Path(out), None, sheets == "blad", day(TODAY)), progress)
    if result is None:
        sys.exit("Mät om när felen ovan är rättade.")
    spent = {"seconds": progress.seconds, "processor": progress.processor}
    return {
        **spent,
        "pages": result.pages,
        "sheets": result.sheets,
        "printed_pages": _printed_pages(Path(out) / "utskrift"),
    }


def _printed_pages(folder: Path) -> int:
    """How many pages the printed files have."""
    from pikepdf import Pdf

    found = 0
    for file in folder.glob("*.pdf"):
        with Pdf.open(file) as pdf:
            found += len(pdf.pages)
    return found


def draw(folder: str) -> dict[str, object]:
    """Lay out the yardstick's pages; not timed."""
    from .yardstick import write

    write(Path(folder))
    return {}


def stock(folder: str) -> dict[str, object]:
    """One plain `mkdocs build` of the yardstick."""
    os.environ |= {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    sys.argv = ["mkdocs", "build", "--quiet", "--config-file", str(Path(folder) / "mkdocs.yml")]
    begun, spent = time.monotonic(), time.process_time()
    try:
        runpy.run_module("mkdocs", run_name="__main__")
    except SystemExit as end:
        if end.code:
            raise
    lengths = {"seconds": time.monotonic() - begun, "processor": time.process_time() - spent}
    return {clock: {"mkdocs": length} for clock, length in lengths.items()}


def editions(out: str, sheets: str, *folders: str) -> dict[str, object]:
    """Build editions as the verb build does; seconds of the processor, with those of the processes it started."""
    from ..checking import day
    from ..editions.command import build_editions
    from ..orders import EditionOrder, Order
    from ..progress import Progress

    order = Order(Path(out), None, sheets == "blad", day(TODAY))
    towns = tuple(Path(folder) for folder in folders)
    summary = build_editions(EditionOrder(order, towns, single=False), Progress())
    if summary is None or summary.failed:
        sys.exit(summary.failed[0].fault if summary else "Mät om när felen ovan är rättade.")
    return {"whole_processor": sum(os.times()[:4]), "seconds": {}, "processor": {}}


KINDS: dict[str, Callable[..., dict[str, object]]] = {
    "bygge": ours,
    "utgavor": editions,
    "ritning": draw,
    "mkdocs": stock,
}

if __name__ == "__main__":
    # The answer is the last line; what a stage prints itself comes before it.
    print(json.dumps(KINDS[sys.argv[1]](*sys.argv[2:])))
