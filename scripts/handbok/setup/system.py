"""What the system lacks: installed with its package manager when we may, otherwise named, all at once."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from handbok.setup.command import run
from handbok.setup.message import Stop, say
from handbok.setup.needs import Need

OS_RELEASE = Path("/etc/os-release")
WAIT_FOR_LOCK = "DPkg::Lock::Timeout=300"


def obtain(needs: Sequence[Need]) -> None:
    """See to it that everything needed is there, or stop with one message on all that is missing."""
    missing = [need for need in needs if not need.found()]
    if not missing:
        return
    why = ""
    try:
        install(missing)
    except Stop as stop:
        why = f"{stop}\n"
    missing = [need for need in missing if not need.found()]
    if missing:
        raise Stop(why + shopping_list(missing))


def install(missing: Sequence[Need]) -> None:
    """Let apt or dnf install what is missing, where we are root or become it without a password."""
    system = name_of_system()
    as_root = way_to_root() if system else None
    if as_root is None:
        return
    wanted = [need for need in missing if not (system == "ubuntu" and need.ubuntu)]
    packages = [name for need in wanted for name in (need.fedora if system == "fedora" else need.debian).split()]
    if not packages:
        return
    say(f"Installerar systempaket: {' '.join(packages)} …")
    doing = "Att installera systempaket"
    if system == "fedora":
        run([*as_root, "dnf", "install", "-y", *packages], doing)
        return
    apt = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", WAIT_FOR_LOCK]
    run([*apt, "update"], doing)
    run([*apt, "install", "-y", "--no-install-recommends", *packages], doing)


def name_of_system() -> str:
    """debian, ubuntu or fedora, or a system akin to one; nothing where we install nothing ourselves."""
    if sys.platform != "linux" or not OS_RELEASE.is_file():
        return ""
    lines = OS_RELEASE.read_text(encoding="utf-8", errors="replace").splitlines()
    facts = dict(line.split("=", 1) for line in lines if "=" in line)
    names = f"{facts.get('ID', '')} {facts.get('ID_LIKE', '')}".replace('"', "").split()
    managers = {"ubuntu": "apt-get", "debian": "apt-get", "fedora": "dnf"}
    return next((name for name, manager in managers.items() if name in names and shutil.which(manager)), "")


def way_to_root() -> list[str] | None:
    """What to put before a command so that root runs it; None when we may not."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "-n", "true"], stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return ["sudo", "-n"] if asked.returncode == 0 else None


def shopping_list(missing: Sequence[Need]) -> str:
    """What is missing and how to get it on each system."""
    whats = "; ".join(need.what for need in missing)
    snaps = "".join(f" (på Ubuntu i stället {need.ubuntu})" for need in missing if need.ubuntu)
    return (
        f"det här fattas på datorn: {whats}\n"
        f"  Debian/Ubuntu: sudo apt-get install {' '.join(need.debian for need in missing)}{snaps}\n"
        f"  Fedora: sudo dnf install {' '.join(need.fedora for need in missing)}\n"
        f"  macOS: {' && '.join(f'brew install {need.macos}' for need in missing)}\n"
        f"  Windows: {'; '.join(need.windows for need in missing)}\n"
        "Installera det och kör sedan samma kommando igen."
    )
