"""Reads and writes entries on this computer: what Decap's own proxy server answers, for the files of content/ alone.

Source of the questions and answers: decap-cms-backend-proxy 3.5 and decap-server 3.11.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ..model import BY_NAME
from ..reading.files import good_name

_ENTRY = re.compile(r"content/([a-z]+)/([^/]+)\.yml")
Answer = tuple[int, Any]


class Desk:
    """Answers the editor. Nothing outside the entries of a content folder is read or written."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self._can: Mapping[str, Callable[[Mapping[str, Any]], Answer]] = {
            "entriesByFolder": self._entries,
            "getEntry": lambda asked: self._entry(str(asked["path"])),
            "persistEntry": self._write,
            "getMedia": lambda asked: (200, []),
            "getNotes": lambda asked: (200, {"notes": []}),
        }

    def answer(self, body: bytes) -> Answer:
        """A status and what is to be sent as JSON."""
        try:
            asked = json.loads(body)
            do = self._can.get(str(asked["action"]))
            return do(asked["params"]) if do else _refused(f"”{asked['action']}” går inte på den här datorn.")
        except (ValueError, KeyError, TypeError, AttributeError):
            return _refused("Frågan gick inte att förstå.")
        except OSError as error:
            return 500, {"error": f"Filen gick inte att läsa eller skriva: {error.strerror}."}

    def _entries(self, asked: Mapping[str, Any]) -> Answer:
        typ = str(asked["folder"]).removeprefix("content/")
        if typ not in BY_NAME:
            return _refused(f"”{asked['folder']}” är ingen mapp med poster.")
        return 200, [self._told(path) for path in sorted((self.content / typ).glob("*.yml"))]

    def _entry(self, name: str) -> Answer:
        path = self._path(name)
        if path is None:
            return _refused(f"”{name}” är ingen post.")
        return (200, self._told(path)) if path.is_file() else (404, {"error": f"{name} finns inte."})

    def _told(self, path: Path) -> dict[str, Any]:
        raw = path.read_bytes()
        name = f"content/{path.parent.name}/{path.name}"
        return {"data": raw.decode("utf-8"), "file": {"path": name, "id": hashlib.sha256(raw).hexdigest()}}

    def _write(self, asked: Mapping[str, Any]) -> Answer:
        files = [(self._path(str(file["path"])), str(file["raw"])) for file in asked["dataFiles"]]
        if not all(path for path, _ in files) or asked.get("assets") or any("newPath" in f for f in asked["dataFiles"]):
            return _refused("Bara poster under content/ kan sparas härifrån.")
        for path, raw in files:
            assert path is not None
            beside = path.with_name(f".{path.name}.ny")
            beside.write_bytes(raw.encode())
            beside.replace(path)
        return 200, {"message": "sparat"}

    def _path(self, name: str) -> Path | None:
        """The file of an entry; None for everything else."""
        found = _ENTRY.fullmatch(name)
        kind = BY_NAME.get(found[1]) if found else None
        if not found or kind is None or kind.tabell or not good_name(found[2]):
            return None
        path = self.content / found[1] / f"{found[2]}.yml"
        return None if path.is_symlink() else path


def _refused(why: str) -> Answer:
    return 422, {"error": why}
