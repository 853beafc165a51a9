"""A scale of penalties in a few words, from the plain texts of a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def scale(value: Mapping[str, Any]) -> str:
    """`böter–2 år`, `6 mån–4 år`, `högst 2 år`, `2 år–livstid`."""
    low, high = _months(value.get("min_manader")), _months(value.get("max_manader"))
    top = "livstid" if value.get("livstid") == "ja" else _length(high)
    if value.get("boter") == "ja":
        return f"böter–{top}" if top else "böter"
    if not low:
        return f"högst {top}" if top else "okänd skala"
    return f"{_length(low)}–{top}" if top else f"minst {_length(low)}"


def _months(value: Any) -> int:
    return int(value) if str(value).isdigit() else 0


def _length(months: int) -> str:
    if not months:
        return ""
    return f"{months // 12} år" if months % 12 == 0 else f"{months} mån"
