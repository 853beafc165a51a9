"""The figures of the search as a table and as JSON, aims beside them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.table import Table

from .searching import SLOWER, Found

AIMS = {
    "among_first": ("Rätt bland de tre första", "minst 95 %"),
    "mean_reciprocal": ("MRR", "minst 0,85"),
    "first_answer": ("Första svaret (ms)", "högst 200"),
    "keystroke": ("Varje tangent, median (ms)", ""),
    "slow_keystroke": (f"Detsamma, {SLOWER} gånger slöare (ms)", "högst 30"),
    "worst_keystroke": (f"Längsta, {SLOWER} gånger slöare (ms)", ""),
}
"""What is told, and what it should be."""


def as_json(found: Sequence[Found], where: dict[str, Any]) -> str:
    """Everything for other programs."""
    return json.dumps({"maskin": where, "sokning": [asdict(one) for one in found]}, ensure_ascii=False, indent=1)


def show(found: Sequence[Found], where: dict[str, Any], console: Console) -> None:
    """The figures for a person."""
    table = Table(title="Sökning")
    table.add_column("Mått", no_wrap=True)
    for one in found:
        table.add_column(one.name, justify="right", no_wrap=True)
    table.add_column("Mål", no_wrap=True)
    for name, (label, aim) in AIMS.items():
        table.add_row(label, *(_shown(name, getattr(one, name)) for one in found), aim)
    sizes = (
        "\n".join(f"{name.rpartition('/')[2].partition('.')[0]} {size // 1000}" for name, size in one.sizes.items())
        for one in found
    )
    table.add_row("Packat med gzip (kB)", *sizes, "")
    table.add_row("Tillsammans (kB)", *(f"{sum(one.sizes.values()) // 1000}" for one in found), "under 500")
    console.print(table)
    load = "okänd" if where["last"] is None else f"{where['last']:.1f}".replace(".", ",")
    console.print(f"I Chromium över http på {where['karnor']} kärnor med lasten {load} vid start.")


def _shown(name: str, value: float) -> str:
    text = f"{100 * value:.1f} %" if name == "among_first" else f"{value:.2f}" if value < 1 else f"{value:.0f}"
    return text.replace(".", ",")
