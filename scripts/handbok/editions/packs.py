"""An edition's packs: the mother's guides with its name on, and its own sheets in the numbers needed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipInfo

from ..model import Mall
from .files import write
from .kit import Kit
from .stamps import rezipped


def bind_packs(kit: Kit, guides: Mapping[str, bytes], sheets: Mapping[str, Any], out: Path) -> None:
    """Write every pack that the mother has. `sheets` tells which files each sheet has in `out`, by its id."""
    if not guides:
        return
    from ..printing import Sheet
    from ..printing.books import bound_pack, contents

    malls = {mall.id: mall for mall in kit.handbook.all(Mall)}
    every = [
        Sheet(malls[id_], tuple(out / row["namn"] for row in sheet["filer"]), out / sheet["bild"])
        for id_, sheet in sheets.items()
        if id_ in malls
    ]
    with TemporaryDirectory(prefix="handbok-pack-") as place:
        lying = {name: Path(place) / name for name in guides}
        for name, content in guides.items():
            lying[name].write_bytes(content)
        for name, parts in contents(kit.handbook, lying, every):
            write(out / f"{name}.pdf", bound_pack(parts))
            write(out / f"{name}.zip", _with_own(kit.mother / "utskrift" / f"{name}.zip", guides, out))


def _with_own(path: Path, guides: Mapping[str, bytes], out: Path) -> bytes:
    """A zip with the edition's files in it."""

    def changed(part: ZipInfo, content: bytes) -> bytes:
        own = out / part.filename
        return own.read_bytes() if own.is_file() else guides.get(part.filename, content)

    return rezipped(path, changed)
