"""What one more edition costs: the same overlay under many names, in one run, against a run with one.

The first is everything that a run with a single edition takes; the twentieth is what each edition after the first adds.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from ..progress import Progress
from .workplace import Workplace, furnish

EDITION_AIM = 0.25
"""The twentieth costs at most this much of the first."""
TOWN = Path("tests") / "lokalt" / "exempelstad"


@dataclass(frozen=True)
class Costs:
    """Seconds on the wall and of the processor: of a run with one edition and of one with many."""

    editions: int
    one: float
    many: float
    one_processor: float
    many_processor: float

    @property
    def each(self) -> float:
        """What each edition after the first adds, in seconds on the wall."""
        return (self.many - self.one) / (self.editions - 1)

    @property
    def ratio(self) -> float:
        """One more edition against the first."""
        return self.each / self.one

    @property
    def processor_ratio(self) -> float:
        """The same in the processor's time, which other work on the machine does not disturb."""
        return (self.many_processor - self.one_processor) / (self.editions - 1) / self.one_processor


def measure_editions(folder: Path, number: int, sheets: bool, project: Path, progress: Progress) -> Costs:
    """Furnish a workplace and build one edition and then many, each in a cold process and without kept sheets."""
    place = furnish(folder / "handbok")
    towns = _found(project / TOWN, folder / "lokala", number)
    taken = []
    for chosen in (towns[:1], towns):
        place.forget()
        with progress.stage(f"{len(chosen)} utgåvor"):
            taken.append(_timed(place, chosen, folder / "utgavor", sheets))
    (one, one_processor), (many, many_processor) = taken
    return Costs(number, one, many, one_processor, many_processor)


def _found(model: Path, folder: Path, number: int) -> list[Path]:
    """The invented town under many names."""
    towns = []
    for nr in range(1, number + 1):
        town = folder / f"stad{nr:02}"
        shutil.copytree(model, town)
        text = (town / "utgava.yml").read_text(encoding="utf-8")
        text = re.sub(r"^kommunnamn: .*$", f"kommunnamn: Exempelstad {nr:02}", text, flags=re.MULTILINE)
        (town / "utgava.yml").write_text(text, encoding="utf-8")
        towns.append(town)
    return towns


def _timed(place: Workplace, towns: Sequence[Path], out: Path, sheets: bool) -> tuple[float, float]:
    done = place.run("utgavor", out, "blad" if sheets else "utan", *towns)
    return done.lived, float(done.told["whole_processor"])


def tell(costs: Costs, as_json: bool) -> None:
    """The figures, aims beside them."""
    told = {
        "utgavor": costs.editions,
        "en_utgava": costs.one,
        "alla": costs.many,
        "en_till": costs.each,
        "kvot": costs.ratio,
        "kvot_processortid": costs.processor_ratio,
        "mal": {"kvot": {"hogst": EDITION_AIM, "halls": costs.ratio <= EDITION_AIM}},
    }
    if as_json:
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return
    console = Console(highlight=False, emoji=False)
    verdict = "ja" if costs.ratio <= EDITION_AIM else "NEJ"
    console.print(f"En utgåva: {_number(costs.one)} s. {costs.editions} utgåvor: {_number(costs.many)} s.")
    console.print(
        f"En utgåva till: {_number(costs.each)} s, {_number(costs.ratio)} av den första "
        f"(mål: högst {_number(EDITION_AIM)}; {verdict}). I processortid {_number(costs.processor_ratio)}."
    )


def _number(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")
