"""What lets a reader keep an edition on a device: the mother's service worker with the edition's list of files.

An edition only has other files. What is linked is as it was.
"""

from __future__ import annotations

import json
from pathlib import Path

from ..site.offline import facts
from ..site.worker import files_of, kept, revision, with_files
from .files import write

WORKER, FACTS, MANIFEST = "sw.js", "kopia.json", "handbok.webmanifest"


def write_copy(mother: Path, folder: Path, name: str) -> None:
    """Give a finished edition its manifest, its worker and `kopia.json`."""
    manifest = json.loads((mother / MANIFEST).read_text(encoding="utf-8"))
    told = json.dumps({**manifest, "name": name, "short_name": name}, ensure_ascii=False, indent=1)
    write(folder / MANIFEST, f"{told}\n".encode())
    worker = (mother / WORKER).read_text(encoding="utf-8")
    before = files_of(worker)
    script = with_files(worker, {url: _revision(url, before, mother, folder) for url in _kept(folder, mother, before)})
    write(folder / WORKER, script.encode())
    day = json.loads((mother / FACTS).read_text(encoding="utf-8"))["dag"]
    write(folder / FACTS, f"{json.dumps(facts(folder, script, day), ensure_ascii=False)}\n".encode())


def _kept(folder: Path, mother: Path, before: dict[str, str]) -> list[str]:
    """Files of the edition that are kept: those the mother keeps, and those she lacks of the same kinds."""
    return [url for url in kept(folder) if url in before or not (mother / url).exists()]


def _revision(url: str, before: dict[str, str], mother: Path, folder: Path) -> str:
    """The mother's own for a file that is hers."""
    if url in before and (mother / url).samefile(folder / url):
        return before[url]
    return revision((folder / url).read_bytes())
