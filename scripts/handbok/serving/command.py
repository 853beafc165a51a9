"""The verb `serve`: build, show, watch, build again."""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from ..checking import PROJECT
from ..cms.configuration import LOCAL
from ..cms.desk import Desk
from ..cms.folder import FOLDER, write_editor
from ..progress import Progress, seconds
from ..reading import load
from .answering import LOOPBACK, Editor, server
from .state import State
from .watching import Watch
from .work import Work

WATCHED = ("content", "docs", "overrides", "scripts", "mkdocs.yml")
PLACE = PROJECT / ".cache" / "visning"
BETWEEN_LOOKS = 0.4
"""Seconds; also how long a folder must lie still before a build begins, since editors write in several steps."""

_BUILD = (
    "import sys; sys.path.insert(0, sys.argv.pop(1));"
    "from handbok.editions.command import main; from handbok.running import run; sys.exit(run(main))"
)
"""The verb build without its set-up, which this run has behind it."""


@dataclass
class Show:
    """A site being shown: where it lies, how it is built, what is watched."""

    site: Path
    work: Work
    watch: Watch
    state: State
    progress: Progress
    began: float = 0.0

    def begin(self) -> None:
        """Build, in place of a build that is going on."""
        self.state.tell(building=True, fault=self.state.news.fault)
        self.began = time.monotonic()
        self.work.begin()

    def look(self) -> None:
        """One round: see to what has changed, and to a build that has come to its end."""
        changed = self.watch.changed()
        if changed:
            while more := self._after_a_while():
                changed |= more
            self.progress.say(f"Ändrat: {_names(changed)}. Bygger om …")
            self.begin()
        code = self.work.result()
        if code is not None:
            self._end(code)

    def _after_a_while(self) -> frozenset[Path]:
        time.sleep(BETWEEN_LOOKS)
        return self.watch.changed()

    def _end(self, code: int) -> None:
        if code == 0:
            self.state.tell(building=False, new_site=True)
            self.progress.say(f"Klart på {seconds(time.monotonic() - self.began)}.")
            return
        said = self.work.said() or f"Bygget slutade utan ett ord (kod {code})."
        self.state.tell(building=False, fault=said)
        self.progress.say(said)
        self.progress.say("Rätta och spara, så byggs det igen.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the verb until it is interrupted. Raises Stop when the port cannot be had."""
    options = _parser().parse_args(arguments)
    site, state = PLACE / "site", State()
    build = [sys.executable, "-c", _BUILD, str(PROJECT / "scripts"), "--no-pdf", "--out", str(site)]
    watched = [PROJECT / name for name in WATCHED]
    if options.local:
        local = options.local.resolve()
        build += ["--local", str(local)]
        watched.append(local)
    if options.redigera and not options.local:
        build.append("--edit-links")
    editor = the_editor(PROJECT / "content", PLACE / FOLDER) if options.redigera else None
    watch = Watch.over(watched)
    show = Show(site, Work(build, PROJECT, PLACE / "bygge.log"), watch, state, Progress())
    with server(options.port, site, state, editor) as serving:
        Thread(target=serving.serve_forever, daemon=True).start()
        show.progress.say(f"Visas på http://{LOOPBACK}:{serving.server_address[1]}/ Avsluta med Ctrl+C.")
        if editor:
            show.progress.say(f"Redigera på http://{LOOPBACK}:{serving.server_address[1]}/{FOLDER}/")
        show.progress.say("Bygger …")
        for asked in (signal.SIGINT, signal.SIGTERM):  # whoever starts us in the background may have had us ignore it
            signal.signal(asked, signal.default_int_handler)
        try:
            show.begin()
            while True:
                show.look()
                time.sleep(BETWEEN_LOOKS)
        except KeyboardInterrupt:
            show.progress.say("Slut.")
            return 0
        finally:
            show.work.drop()
            serving.shutdown()


def the_editor(content: Path, folder: Path) -> Editor:
    """The editor for a folder of content on this computer; its files are written anew."""
    shutil.rmtree(folder, ignore_errors=True)
    write_editor(folder, load(content)[0], PROJECT, LOCAL)
    return Editor(folder, Desk(content))


def _names(changed: frozenset[Path]) -> str:
    names = sorted(os.path.relpath(path, PROJECT) for path in changed)
    return ", ".join(names[:3]) + (f" och {len(names) - 3} till" if len(names) > 3 else "")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="serve.py",
        description="Visa handboken på den här datorn och bygg om när en fil ändras. Ingen annan dator kommer åt den.",
        add_help=False,
    )
    add = parser.add_argument
    add("-h", "--help", action="help", help="visa den här hjälpen")
    add("--local", type=Path, metavar="MAPP", help="visa en kommuns egen utgåva")
    add("--redigera", action="store_true", help="redigera handbokens poster i webbläsaren, i filerna på den här datorn")
    add("--port", type=_port, default=8000, metavar="PORT", help="porten den visas på (8000)")
    return parser


def _port(text: str) -> int:
    if not text.isdecimal() or not int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"”{text}” är ingen port; skriv ett tal från 1 till 65535")
    return int(text)
