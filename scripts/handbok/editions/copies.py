"""What lets a reader keep an edition on a device: the mother's service worker with the edition's list of files.

Node makes the worker once (site/offline.py); an edition only has other files. What is linked is as it was.
"""

from __future__ import annotations

import json
import re
from hashlib import md5, sha256
from pathlib import Path

from ..problems import Stop
from .files import write

WORKER, FACTS, MANIFEST = "sw.js", "kopia.json", "handbok.webmanifest"
_LIST = re.compile(r'\[\{url:"[^\]]*\}\]')
_ROW = re.compile(r'\{url:"([^"]*)",revision:"([0-9a-f]{32})"\}')


def write_copy(mother: Path, folder: Path, name: str) -> None:
    """Give a finished edition its manifest, its worker and `kopia.json`.

    Raises Stop when the mother's worker has no list: then the library writes it in another way.
    """
    manifest = json.loads((mother / MANIFEST).read_text(encoding="utf-8"))
    told = json.dumps({**manifest, "name": name, "short_name": name}, ensure_ascii=False, indent=1)
    write(folder / MANIFEST, f"{told}\n".encode())
    worker = (mother / WORKER).read_text(encoding="utf-8")
    before = dict(_ROW.findall(worker))
    if not before or not _LIST.search(worker):
        raise Stop("Listan över filer i sw.js går inte att läsa; kopian för läsning utan nät kunde inte göras.")
    kept = {url: _revision(url, before, mother, folder) for url in _kept(folder, mother, before)}
    rows = ",".join(f'{{url:"{url}",revision:"{revision}"}}' for url, revision in sorted(kept.items()))
    content = _LIST.sub(lambda _: f"[{rows}]", worker, count=1).encode()
    write(folder / WORKER, content)
    facts = json.loads((mother / FACTS).read_text(encoding="utf-8"))
    size = sum((folder / url).stat().st_size for url in kept)
    facts |= {"filer": len(kept), "byte": size, "id": sha256(content).hexdigest()[:16]}
    write(folder / FACTS, f"{json.dumps(facts, ensure_ascii=False)}\n".encode())


def _kept(folder: Path, mother: Path, before: dict[str, str]) -> list[str]:
    """Files of the edition that are kept: those the mother keeps, and those she lacks of the same kinds."""
    kinds = {Path(url).suffix for url in before}
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.suffix in kinds)
    return [url for url in found if url in before or not (mother / url).exists()]


def _revision(url: str, before: dict[str, str], mother: Path, folder: Path) -> str:
    if url in before and (mother / url).samefile(folder / url):
        return before[url]
    return md5((folder / url).read_bytes(), usedforsecurity=False).hexdigest()
