"""Running other programs, and turning what they say into one Swedish sentence when they fail."""

import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from handbok.setup.message import Stop
from handbok.setup.places import LOG, ROOT

NO_NETWORK = re.compile(
    r"NewConnectionError|Failed to establish|name resolution|Max retries|ReadTimeout|ConnectTimeout"
    r"|ProxyError|Network is unreachable|Connection refused|Temporary failure|Failed to fetch"
    r"|Could not resolve|ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT"
)
CERTIFICATE = re.compile(r"CERTIFICATE_VERIFY_FAILED|SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY)")
WRONG_CONTENT = re.compile(r"DO NOT MATCH THE HASHES|EINTEGRITY")
DISK_FULL = re.compile(r"No space left|ENOSPC")

# Settings of the user that would send packages elsewhere than into .venv.
MISLEADING = ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_USER", "PYTHONHOME", "PYTHONPATH")


def run(command: Sequence[str | Path], doing: str, cwd: Path = ROOT) -> str:
    """Run a program and return what it said; `doing` tells in a failure's message what was going on."""
    environment = {name: value for name, value in os.environ.items() if name not in MISLEADING}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
        close_fds=False,  # what is started holds the lock too
    )
    if done.returncode != 0:
        LOG.parent.mkdir(exist_ok=True)
        LOG.write_text(done.stdout, encoding="utf-8")
        raise Stop(reason(done.stdout, doing))
    return done.stdout


def reason(output: str, doing: str) -> str:
    """Why a program failed, in one line."""
    if DISK_FULL.search(output):
        return f"{doing} gick inte: disken är full."
    if WRONG_CONTENT.search(output):
        return f"{doing} gick inte: ett hämtat paket är inte det som låsfilen anger. Allt utförligt står i {LOG}"
    if CERTIFICATE.search(output):
        return (
            f"{doing} gick inte: nätets certifikat känns inte igen. Läser en brandvägg trafiken? Ange dess "
            "certifikat i PIP_CERT och NODE_EXTRA_CA_CERTS och kör igen."
        )
    if NO_NETWORK.search(output):
        return (
            f"{doing} gick inte: nätet svarar inte. Bara den första uppsättningen behöver nät. "
            "Kör samma kommando igen när datorn har nät."
        )
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if "error" in line.lower() and "complete log" not in line]
    last = (errors or lines or ["inget skäl angavs"])[-1]
    return f"{doing} gick inte: {last}. Allt utförligt står i {LOG}"
