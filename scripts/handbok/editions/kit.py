"""What every process needs to make an edition, written once and read once by each."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..model import Handbook
from ..searching.extending import Known

ADDRESS, EXIT = "https://utgavans-adress.invalid/", "https://utgavans-utgang.invalid/"
"""What stands for the address, and for where the way out leads, in the mother; .invalid is reserved by RFC 6761."""
NAME = "utgavans-kommun.invalid"
"""What stands for the name of the municipality in her Word files."""


@dataclass(frozen=True)
class Kit:
    """The mother site and what it was made from."""

    mother: Path
    handbook: Handbook
    search: Known
    prints: Mapping[str, Any]
    """What templates know of what was printed: `blad` and `bocker`."""
    pages: tuple[str, ...]
    """Every HTML page of the mother, as a path from its top."""
    addressed: frozenset[str]
    """Other files that name the address."""
    epoch: int
    pdf: bool
    facts: Mapping[str, Any]
    """What every edition can say of the handbook itself, `version` among it."""
    compress: bool = False
    """Whether files are packed beside themselves."""
    server_files: bool = False
    zip: bool = False

    def write(self, path: Path) -> None:
        """Leave it for the processes."""
        path.write_bytes(pickle.dumps(self, protocol=pickle.HIGHEST_PROTOCOL))


def read_kit(path: Path) -> Kit:
    """What this run itself wrote a moment ago; nothing from outside is ever read this way."""
    kit = pickle.loads(path.read_bytes())
    assert isinstance(kit, Kit)
    return kit
