"""The way into .venv: set up what is missing, then run the same command there."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

from handbok.setup import needs, node, python, system
from handbok.setup.lock import only_one
from handbok.setup.message import Stop, say, speak_any_console
from handbok.setup.places import VENV, venv_python
from handbok.setup.stamp import Level

# Set for the run in .venv, so that it does not check all over again what the run outside just checked.
CHECKED = "HANDBOK_UPPSATT"

# macOS looks for Homebrew's libraries only in folders named when the process starts.
MAC_LIBRARIES = "DYLD_FALLBACK_LIBRARY_PATH"


def prepare(need: str, pdf: bool) -> None:
    """Set up what `need` takes and go on in .venv; a fault is told in one sentence."""
    speak_any_console()
    try:
        if os.environ.pop(CHECKED, None) != need:
            set_up(need, pdf)
            if not inside() or (sys.platform == "darwin" and MAC_LIBRARIES not in os.environ):
                run_again(need)
        elif not inside():
            raise Stop(f"Pythontolken i {VENV} går inte att använda. Ta bort mappen och kör igen.")
    except Stop as stop:
        leave(str(stop), 2)
    except OSError as error:
        leave(f"Uppsättningen kom inte åt {error.filename or 'en fil'}: {error.strerror or error}", 2)
    except KeyboardInterrupt:
        leave("Avbrutet. Kör samma kommando igen för att göra klart.", 130)


def leave(text: str, code: int) -> NoReturn:
    """Say what is wrong and stop."""
    say(f"fel: {text}")
    sys.exit(code)


def inside() -> bool:
    """Whether this run is in .venv already."""
    return Path(sys.prefix).resolve() == VENV.resolve()


def set_up(need: str, pdf: bool) -> None:
    """Everything that `need` takes; only the checks when it is there."""
    level: Level = "test" if need == "test" else "bygge"
    with_node = need != "python"
    node_level: Level = "test" if need == "edit" else level
    packages_ready = python.ready(level) and (not with_node or node.ready(node_level))
    wanted = from_system(need, pdf)
    if packages_ready and all(thing.found() for thing in wanted):
        return
    if not packages_ready:
        python.require_writable()
    with only_one():
        system.obtain(wanted)
        python.ensure(level)
        if with_node:
            node.ensure(node_level)


def from_system(need: str, pdf: bool) -> list[needs.Need]:
    """What the system must give for `need`."""
    wanted = [] if python.whole() else [needs.VENV]
    if need == "test":
        return [*wanted, *needs.FOR_TESTS]
    return [*wanted, needs.PANGO] if need in ("build", "edit") and pdf else wanted


def run_again(need: str) -> NoReturn:
    """Run this same command in .venv. Windows has no real exec: there a child runs instead."""
    command = [str(venv_python()), *sys.orig_argv[1:]]
    os.environ[CHECKED] = need
    if sys.platform == "darwin":
        os.environ.setdefault(MAC_LIBRARIES, ":".join(needs.HOMEBREW))
    sys.stdout.flush()
    sys.stderr.flush()
    if sys.platform != "win32":
        os.execv(command[0], command)
    sys.exit(subprocess.run(command, check=False).returncode)
