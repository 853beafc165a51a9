"""What servers answered lately, so that a weekly run asks each only once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path

from .judging import Kind, Verdict

GOOD_FOR = timedelta(days=6)
"""A page that was there is believed for so long; everything else is asked about again the next day."""


def recall(path: Path, today: date) -> dict[str, Verdict]:
    """Verdicts that still hold; nothing when the memory cannot be read."""
    found: dict[str, Verdict] = {}
    with suppress(OSError, ValueError, KeyError, TypeError):
        for address, row in json.loads(path.read_text(encoding="utf-8")).items():
            verdict = Verdict(Kind(row["kind"]), row["why"], row["new"])
            until = date.fromisoformat(row["dag"]) + (GOOD_FOR if verdict.kind is Kind.OK else timedelta())
            if today <= until:
                found[address] = verdict
    return found


def remember(path: Path, verdicts: Mapping[str, Verdict], before: Mapping[str, Verdict], today: date) -> None:
    """Keep what was answered now; what was recalled keeps its day."""
    days: dict[str, str] = {}
    with suppress(OSError, ValueError, KeyError, TypeError):
        days = {address: row["dag"] for address, row in json.loads(path.read_text(encoding="utf-8")).items()}
    rows = {
        address: {**asdict(verdict), "dag": days.get(address, "") if address in before else today.isoformat()}
        for address, verdict in sorted(verdicts.items())
        if verdict.kind is not Kind.UNDANTAGEN
    }
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(".ny")
        beside.write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")
        beside.replace(path)
