"""Run by hand, as root: the two commands on bare Debian and Ubuntu machines, each a debootstrap chroot of its own.

    python3 tests/bara_maskiner.py [debian-12 debian-13 ubuntu-24.04] [--test]

What is committed is cloned into the chroot, built twice (the second time without network) and, with --test, tested.
The result is written to docs/forvalta/bara-maskiner.md, what was said to .cache/bara-maskiner/.
Everything runs in mount and process namespaces of its own: mounts and processes end with it, however it ends.
Certificates and addresses of registries are the host's: its settings are handed in, none is written down.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
LOGS = PROJECT / ".cache" / "bara-maskiner"
PAGE = PROJECT / "docs" / "forvalta" / "bara-maskiner.md"
BEGIN = "<!-- Skrivs av tests/bara_maskiner.py. Ändra inte här. -->"
END = "<!-- Hit skriver tests/bara_maskiner.py. -->"
CLONE = "/srv/handbok"
BARE = ("ca-certificates", "git", "python3")
"""What the machine has when the two commands are given: what the README asks for, and what https needs."""

NAMESPACES = ("unshare", "--mount", "--propagation", "private", "--pid", "--fork", "--kill-child")
SETTINGS = (
    "PIP_INDEX_URL", "PIP_CERT", "PIP_PROXY", "PIP_DEFAULT_TIMEOUT", "NODE_EXTRA_CA_CERTS", "NPM_CONFIG_REGISTRY",
    "npm_config_registry", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE",
    "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy",
)  # fmt: skip
"""Settings of pip and npm that name a registry, a proxy or a certificate."""
FILES = ("/etc/resolv.conf", "/etc/hosts", "/etc/pip.conf", "/etc/npmrc")


@dataclass(frozen=True)
class Machine:
    """A system to prove: its name, its suite, and the keys that its packages are signed with."""

    name: str
    suite: str
    keys: Path
    script: str = ""
    components: str = "main"
    """The parts of the archive that an installation has switched on from the start."""


DEBIAN = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
UBUNTU = Path("/usr/share/keyrings/ubuntu-archive-keyring.gpg")
MACHINES = {
    "debian-12": Machine("Debian 12", "bookworm", DEBIAN),
    "debian-13": Machine("Debian 13", "trixie", DEBIAN),
    "ubuntu-24.04": Machine("Ubuntu 24.04", "noble", UBUNTU, "gutsy", "main,universe"),
}


@dataclass
class Result:
    """How it went on a machine: what each part gave, in words."""

    machine: Machine
    python: str = ""
    parts: dict[str, str] = field(default_factory=dict)
    trouble: str = ""


def main() -> int:
    """Prove every machine asked for; 0 when nothing that could be tried failed."""
    options = parser().parse_args()
    if os.geteuid() != 0 or not shutil.which("debootstrap") or not shutil.which("unshare"):
        print("fel: kör som root på en dator med debootstrap och unshare")
        return 2
    LOGS.mkdir(parents=True, exist_ok=True)
    results = [prove(MACHINES[name], options.test) for name in options.maskiner or MACHINES]
    write(results)
    return 1 if any(result.parts and result.trouble for result in results) else 0


def prove(machine: Machine, test: bool) -> Result:
    """One machine from nothing to a built site; its folder is removed whatever happens."""
    result = Result(machine)
    if not machine.keys.is_file():
        result.trouble = f"Inte prövad här: datorn saknar {machine.keys.name}, så paketen går inte att lita på."
        return result
    with tempfile.TemporaryDirectory(prefix="bara-maskiner-", dir="/var/tmp") as folder:
        root = Path(folder) / "rot"
        log = LOGS / f"{machine.suite}.log"
        log.write_text("", encoding="utf-8")
        if not furnish(machine, root, log):
            result.trouble = "Inte prövad här: systemets paket gick inte att hämta."
            return result
        result.python = inside(root, log, ["python3", "--version"])[1].split()[-1]
        attempts = [("Första bygget", "scripts/build.py", False), ("Utan nät", "scripts/build.py", True)]
        for name, verb, offline in [*attempts, *([("Testerna", "scripts/test.py", False)] if test else [])]:
            begun = time.monotonic()
            code, last = inside(root, log, ["python3", verb], offline)
            result.parts[name] = f"{'ja' if code == 0 else 'NEJ'}, {time.monotonic() - begun:.0f} s"
            print(f"{machine.name}: {name}: {result.parts[name]}: {last}", flush=True)
            if code:
                result.trouble = f"{name}: {last}"
                break
    return result


def furnish(machine: Machine, root: Path, log: Path) -> bool:
    """A minimal system with the host's certificates and settings, and a clone of what is committed."""
    print(f"{machine.name}: hämtar systemet …", flush=True)
    command = ["debootstrap", "--variant=minbase", f"--include={','.join(BARE)}", f"--keyring={machine.keys}"]
    command.append(f"--components={machine.components}")
    where = mirror() if machine.keys == DEBIAN else ""
    tail = [where, machine.script] if machine.script else [where] if where else []
    if call([*NAMESPACES, "--mount-proc", *command, machine.suite, str(root), *tail], log)[0]:
        return False
    settings = Path("/etc/apt/apt.conf.d")
    network = [path for path in settings.iterdir() if "Acquire::" in path.read_text(encoding="utf-8", errors="replace")]
    certificates = [value for name in SETTINGS if (value := os.environ.get(name, "")).startswith("/")]
    for source in {*FILES, *certificates, *map(str, network)}:
        if Path(source).is_file():
            target = root / source.lstrip("/")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.unlink(missing_ok=True)
            shutil.copyfile(source, target)
    return call(["git", "clone", "--quiet", "--no-hardlinks", str(PROJECT), f"{root}{CLONE}"], log)[0] == 0


def mirror() -> str:
    """Where this host gets its own Debian packages; nothing when it is no Debian, and debootstrap then knows best."""
    command = ["apt-get", "indextargets", "--format", "$(REPO_URI) $(ORIGIN) $(LABEL)", "Created-By: Packages"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = [line.split() for line in done.stdout.splitlines()]
    return next((line[0] for line in lines if line[1:] == ["Debian", "Debian"]), "")


def inside(root: Path, log: Path, command: Sequence[str], offline: bool = False) -> tuple[int, str]:
    """Run a command in the chroot's clone, in an environment of its own; exit code and last line."""
    given = [f"{name}={os.environ[name]}" for name in SETTINGS if name in os.environ]
    clean = ["env", "-i", "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/root", *given]
    script = (
        'mount -t proc proc "$0/proc" && mkdir -p "$0/dev/shm" && mount -t tmpfs tmpfs "$0/dev/shm" && '
        'root="$0" && exec chroot "$root" "$@"'
    )
    there = ["sh", "-c", f'cd {CLONE} && exec "$@"', "sh", *command]
    network = ["--net"] if offline else []
    return call([*NAMESPACES, *network, "sh", "-c", script, str(root), *clean, *there], log)


def call(command: Sequence[str], log: Path) -> tuple[int, str]:
    """Run a command to its end, what it says into the log; exit code and last line."""
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    said = done.stdout.decode("utf-8", errors="replace")
    with log.open("a", encoding="utf-8") as file:
        file.write(said)
    return done.returncode, next((line.strip() for line in reversed(said.splitlines()) if line.strip()), "")


def write(results: Sequence[Result]) -> None:
    """Put the result between the marks of the page."""
    commit = ["git", "-C", str(PROJECT), "log", "-1", "--format=%h %cs"]
    revision, day = subprocess.run(commit, capture_output=True, text=True, check=True).stdout.split()
    names = list(dict.fromkeys(name for result in results for name in result.parts))
    rows = [["Dator", "Python", *names], ["---"] * (len(names) + 2)]
    rows += [[r.machine.name, r.python, *(r.parts.get(name, "") for name in names)] for r in results if r.parts]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    trouble = "".join(f"\n{result.machine.name}: {result.trouble}" for result in results if result.trouble)
    parts = [f"Prövat {day} på incheckningen `{revision}`.", table, trouble.strip()]
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    inner = "\n\n".join(part for part in parts if part)
    PAGE.write_text(f"{before}{BEGIN}\n\n{inner}\n\n{END}{rest.partition(END)[2]}", encoding="utf-8", newline="\n")


def parser() -> argparse.ArgumentParser:
    """The choices."""
    found = argparse.ArgumentParser(description="Pröva de två kommandona på nya datorer.", add_help=False)
    found.add_argument("-h", "--help", action="help", help="visa den här hjälpen")
    found.add_argument("maskiner", nargs="*", choices=[*MACHINES, []], metavar="DATOR", help=", ".join(MACHINES))
    found.add_argument("--test", action="store_true", help="kör testerna också")
    return found


if __name__ == "__main__":
    sys.exit(main())
