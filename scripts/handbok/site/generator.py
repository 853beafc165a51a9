"""Running MkDocs: our configuration, another folder, its warnings in Swedish or as they are."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from ..problems import Stop
from .edition import faults


class _Collector(logging.Handler):
    """Keeps what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Remember one line."""
        self.told.append(record.getMessage())


def run_mkdocs(config: Path, out: Path, site_url: str | None) -> int:
    """Build every page into a folder and give their number.

    Raises Stop when MkDocs or a template fails, or warns: a site with a warning is not published.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ.setdefault("DISABLE_MKDOCS_2_WARNING", "true")
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    kept = sorted(path for path in out.iterdir())
    collector = _Collector()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collector)
    logger.setLevel(logging.WARNING)
    try:
        settings = load_config(str(config), site_dir=str(out / "_sidor"), site_url=site_url or "")
        build(settings)
    except (Exception, SystemExit) as error:  # the theme and the plugins raise whatever they like
        told = faults() or [line for line in collector.told if "Traceback" not in line]
        raise Stop("\n".join([*told, f"MkDocs kunde inte bygga: {error}"])) from None
    finally:
        logger.removeHandler(collector)
    if collector.told:
        raise Stop("MkDocs varnar:\n" + "\n".join(f"  {line}" for line in collector.told))
    return _settle(out, kept)


def _settle(out: Path, kept: list[Path]) -> int:
    """Move what MkDocs made up beside what was there before, and count the pages."""
    made = out / "_sidor"
    for path in sorted(made.iterdir()):
        path.rename(out / path.name)
    made.rmdir()
    return sum(1 for path in out.rglob("*.html") if path not in kept)
