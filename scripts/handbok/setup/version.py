"""The oldest Python that the handbook runs on. Must parse and run on Python 3.6."""

import sys

OLDEST = (3, 11)


def require_version(version: "tuple[int, ...]" = tuple(sys.version_info[:3])) -> None:
    """Leave with one Swedish sentence when this Python is too old."""
    if version[:2] >= OLDEST:
        return
    needed = ".".join(str(part) for part in OLDEST)
    found = ".".join(str(part) for part in version)
    sys.stderr.write(
        f"fel: Python {needed} eller nyare behövs, den här är {found} ({sys.executable}). "
        f"Kör samma kommando med en nyare, till exempel: python{needed} {sys.argv[0]}\n"
    )
    sys.exit(2)
