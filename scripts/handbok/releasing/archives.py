"""Archives without a clock, and their checksums: what is in them decides every byte."""

from __future__ import annotations

import hashlib
import io
import subprocess
import tarfile
import time
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..problems import Stop
from .facts import Release

OLDEST = 315_532_800
"""1980-01-01: no zip file can carry an earlier time."""
PACKED = {".whl", ".tgz", ".zip", ".gz", ".br", ".woff2", ".png", ".pdf", ".docx", ".pptx"}
"""Files that are packed already and are stored as they are."""
SUMS = "SHA256SUMS"


@dataclass(frozen=True)
class Member:
    """One file on its way into an archive."""

    name: str
    content: bytes | Path
    executable: bool = False


def write_zip(goal: Path, members: Iterable[Member], moment: int) -> Path:
    """Write a zip file: members by name, one time for all, plain rights."""
    when = time.gmtime(max(moment, OLDEST))[:6]
    with zipfile.ZipFile(goal, "w", compresslevel=9) as archive:
        for member in sorted(members, key=lambda member: member.name):
            facts = zipfile.ZipInfo(member.name, when)
            facts.create_system = 3  # Unix, wherever it is made
            facts.external_attr = (0o100755 if member.executable else 0o100644) << 16
            stored = Path(member.name).suffix in PACKED
            facts.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            content = member.content.read_bytes() if isinstance(member.content, Path) else member.content
            archive.writestr(facts, content)
    return goal


def folder(path: Path, prefix: str) -> Iterator[Member]:
    """Every file under a folder."""
    for file in sorted(path.rglob("*")):
        if file.is_file():
            yield Member(f"{prefix}/{file.relative_to(path).as_posix()}", file)


def source(release: Release, history: bytes) -> Iterator[Member]:
    """Everything that is checked in, as it is checked in, and the facts that git would have told."""
    command = ["git", "-C", str(release.project), "archive", "--format=tar", release.commit]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        raise Stop(f"git kunde inte ge källkoden: {done.stderr.decode(errors='replace').strip()}")
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        for entry in archive:
            file = archive.extractfile(entry) if entry.isfile() else None
            if file:
                yield Member(f"{release.name}/{entry.name}", file.read(), bool(entry.mode & 0o100))
    yield Member(f"{release.name}/historik.json", history)


def write_sums(place: Path) -> Path:
    """Checksums of every file in a folder, as `sha256sum --check` reads them."""
    files = sorted(path for path in place.iterdir() if path.is_file() and path.name != SUMS)
    lines = [f"{digest(path)}  {path.name}\n" for path in files]
    (place / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")
    return place / SUMS


def digest(path: Path) -> str:
    """A file's SHA-256."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
