"""The figures as a table and as JSON."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from .figures import GROWTH_AIM, KEPT_AIM, PRINT_AIM, RATIO_AIM, Round, growth

ROWS = {
    "validera": "Läsa och kontrollera",
    "sidor": "Bygga sidorna",
    "sokregister": "Sökregister",
    "blad_kallt": "Trycka blad, från början",
    "blad_cache": "Trycka blad, inget ändrat",
    "plats": "Lägga på plats",
    "hela_bygget": "Hela bygget utan blad",
    "mattstock": "Måttstock: mkdocs build",
    "hela_mattstocken": "Hela måttstocken",
}
WITHIN = {"sokregister": "ingår i sidorna"}
"""What stands where a stage does not exist of its own."""


def machine() -> dict[str, Any]:
    """What the figures were measured on, and how busy it was when the run began."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    return {"karnor": os.cpu_count(), "last": load, "python": platform.python_version(), "system": platform.system()}


def as_json(rounds: Sequence[Round], times: int, where: dict[str, Any]) -> str:
    """Everything for other programs: seconds, ratios, and whether the aims are met."""
    small, large = rounds[0], rounds[-1]
    grown = growth(small, large)
    ours = {name: value for name, value in grown.items() if name != "mattstock"}
    told = {
        "maskin": where,
        "ganger": times,
        "omfang": [_round(round_) for round_ in rounds],
        "kvoter": {
            "sidor_mot_mattstock": [round_.ratio for round_ in rounds],
            "i_processortid": [round_.processor_ratio for round_ in rounds],
            "hela_mot_mattstock": [round_.whole_ratio for round_ in rounds],
            "tryck_per_sida_och_karna": [round_.a_printed_page(where["karnor"]) for round_ in rounds],
            "tillvaxt": grown,
        },
        "mal": {
            "sidor_mot_mattstock": {"hogst": RATIO_AIM, "halls": all(r.ratio <= RATIO_AIM for r in rounds)},
            "tryck_per_sida_och_karna": {
                "hogst": PRINT_AIM,
                "halls": all(r.a_printed_page(where["karnor"]) <= PRINT_AIM for r in rounds),
            },
            "blad_cache": {"hogst": KEPT_AIM, "halls": small.seconds["blad_cache"] <= KEPT_AIM},
            "tillvaxt": {"hogst": GROWTH_AIM, "halls": all(value <= GROWTH_AIM for value in ours.values())},
        },
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def _round(round_: Round) -> dict[str, Any]:
    seconds = {name: round_.seconds.get(name) for name in {**ROWS, **round_.seconds}}
    size = {"faktor": round_.factor, "poster": round_.entries, "sidor": round_.pages, "blad": round_.sheets}
    size |= {"tryckta_sidor": round_.printed_pages, "kilobyte": round_.kilobytes}
    return {**size, "sekunder": seconds, "processorsekunder": dict(round_.processor)}


def show(rounds: Sequence[Round], times: int, where: dict[str, Any], console: Console) -> None:
    """The figures for a person, aims beside them."""
    console.print(_table(rounds))
    small, large = rounds[0], rounds[-1]
    for round_ in rounds:
        verdict = "ja" if round_.ratio <= RATIO_AIM else "NEJ"
        console.print(
            f"Sidorna mot måttstocken, ×{round_.factor}: {_number(round_.ratio)} "
            f"(mål: högst {_number(RATIO_AIM)}; {verdict}). I processortid {_number(round_.processor_ratio)}, "
            f"hela bygget mot hela måttstocken {_number(round_.whole_ratio)}."
        )
    for round_ in rounds:
        length = round_.a_printed_page(where["karnor"])
        console.print(
            f"Tryckta sidor, ×{round_.factor}: {_number(length, 3)} s per sida och kärna "
            f"(mål: högst {_number(PRINT_AIM)}; {'ja' if length <= PRINT_AIM else 'NEJ'})."
        )
    late = [ROWS.get(name, name) for name, value in growth(small, large).items() if value > GROWTH_AIM]
    console.print(f"Tillväxt: {'linjär' if not late else 'mer än linjär: ' + ', '.join(late)} (mål: linjär)")
    load = "okänd" if where["last"] is None else _number(where["last"])
    console.print(
        f"Median av {times} gånger vid ×1, en gång vid ×{large.factor}, på {where['karnor']} kärnor med lasten {load} "
        "vid start. ”Hela” är från processens start till dess slut."
    )


def _table(rounds: Sequence[Round]) -> Table:
    table = Table(title="Sekunder")
    table.add_column("Moment", no_wrap=True)
    for round_ in rounds:
        printed = f"{round_.sheets} filer i tryck\n{round_.printed_pages} tryckta sidor"
        size = f"{round_.entries} poster\n{round_.kilobytes} kB\n{round_.pages} sidor\n{printed}"
        table.add_column(f"×{round_.factor}\n{size}", justify="right", no_wrap=True)
    table.add_column("Tillväxt\ntid/mängd", justify="right", no_wrap=True)
    grown = growth(rounds[0], rounds[-1])
    names = {**ROWS, **{name: name for round_ in rounds for name in round_.seconds if name not in ROWS}}
    for name, label in names.items():
        cells = [_seconds(round_, name) for round_ in rounds]
        table.add_row(label, *cells, _number(grown[name]) if name in grown else "")
    return table


def _seconds(round_: Round, name: str) -> str:
    if name not in round_.seconds:
        return WITHIN.get(name, "")
    return _number(round_.seconds[name])


def _number(value: float, decimals: int = 2) -> str:
    return f"{value:.{decimals}f}".replace(".", ",")
