"""Whatever goes wrong is told in Swedish, in one go, with what to do; never with a traceback."""

import importlib.util
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from handbok.setup import bundle, needs, node, python, system
from handbok.setup.command import reason, run
from handbok.setup.message import Stop
from handbok.setup.places import ROOT

BASE = getattr(sys, "_base_executable", sys.executable)
ENTER = "import sys; sys.path.insert(0, 'scripts'); from handbok.setup import enter; enter('python')"
COPIED = ("requirements.txt", "requirements-test.txt", "package.json", "package-lock.json", ".npmrc")


@pytest.fixture
def closed() -> Iterator[str]:
    """An address on this machine where nobody answers."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}/"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A fresh clone, as far as the set-up is concerned."""
    package = Path("scripts", "handbok")
    for name in COPIED:
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / package / "setup", tmp_path / package / "setup")
    shutil.copy(ROOT / package / "__init__.py", tmp_path / package)
    return tmp_path


def enter(checkout: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a verb in a checkout with the Python that .venv leans on."""
    return subprocess.run(
        [BASE, "-c", ENTER],
        cwd=checkout,
        env=os.environ | settings,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def pip_without_network(closed: str, tmp_path: Path) -> dict[str, str]:
    """Settings of pip that let it reach nothing and wait for nothing."""
    return {
        "PIP_INDEX_URL": closed,
        "PIP_EXTRA_INDEX_URL": closed,
        "PIP_RETRIES": "1",
        "PIP_CACHE_DIR": str(tmp_path / "pip"),
    }


def test_no_network_at_first_set_up(checkout: Path, closed: str, tmp_path: Path) -> None:
    done = enter(checkout, **pip_without_network(closed, tmp_path))
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == (
        "fel: Att hämta Pythonpaket gick inte: nätet svarar inte. Bara den första uppsättningen behöver nät. "
        "Kör samma kommando igen när datorn har nät."
    )
    assert "Traceback" not in done.stderr
    assert not (checkout / ".venv" / "uppsattning.json").exists()


def test_npm_without_network_leaves_what_there_was(
    tmp_path: Path, closed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    modules = tmp_path / "node_modules"
    (modules / "gammalt").mkdir(parents=True)
    monkeypatch.setattr(node, "NODE_MODULES", modules)
    monkeypatch.setattr(node, "NODE_STAMP", modules / "stamp.json")
    monkeypatch.setattr(node, "BESIDE", tmp_path / "npm")
    monkeypatch.setattr(bundle, "BUNDLE", tmp_path / "paket")
    monkeypatch.setenv("npm_config_registry", closed)
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "npm-cache"))
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    with pytest.raises(Stop, match=r"^Att hämta npm-paket gick inte: nätet svarar inte\."):
        node.ensure("bygge")
    assert (modules / "gammalt").is_dir()


def test_a_file_in_the_way_on_a_console_without_swedish(checkout: Path) -> None:
    (checkout / ".venv").write_text("", encoding="utf-8")
    done = enter(checkout, PYTHONIOENCODING="ascii")
    assert done.returncode == 2
    assert f"{checkout / '.venv'} ?r en fil" in done.stderr
    assert "Traceback" not in done.stderr


def test_no_right_to_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(python, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(Stop) as stop:
        python.require_writable()
    assert f"Här får inget skrivas: {tmp_path / '.venv'}." in str(stop.value)


@pytest.mark.parametrize(
    ("output", "part"),
    [
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES from the requirements file",
            "inte det som låsfilen anger",
        ),
        ("OSError: [Errno 28] No space left on device", "disken är full"),
        ("npm error code SELF_SIGNED_CERT_IN_CHAIN", "PIP_CERT och NODE_EXTRA_CA_CERTS"),
        ("npm error code EAI_AGAIN", "nätet svarar inte"),
        (
            "något\nERROR: No matching distribution found for x==1\n",
            "No matching distribution found for x==1",
        ),
        ("", "inget skäl angavs"),
    ],
)
def test_reasons(output: str, part: str) -> None:
    assert part in reason(output, "Att hämta Pythonpaket")
    assert "\n" not in reason(output, "Att hämta Pythonpaket")


def test_misleading_settings_do_not_reach_pip(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_TARGET", "/annanstans")
    said = run([sys.executable, "-c", "import os; print('PIP_TARGET' in os.environ)"], "Att prova")
    assert said.strip() == "False"


def missing(need: needs.Need) -> needs.Need:
    """The same need on a machine that lacks it."""
    return replace(need, found=lambda: False)


def test_missing_libraries_are_named_for_every_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "name_of_system", lambda: "")
    with pytest.raises(Stop) as stop:
        system.obtain([missing(needs.PANGO), missing(needs.JAVA), needs.VENV])
    said = str(stop.value)
    assert "Pango och HarfBuzz-subset (ritar utskriftsbladen); Java (kör veraPDF och HTML-kontrollen)" in said
    assert (
        "Debian/Ubuntu: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 default-jre" in said
    )
    assert "Fedora: sudo dnf install pango harfbuzz java-latest-openjdk-headless" in said
    assert "macOS: brew install pango && brew install openjdk" in said
    assert "Windows: i MSYS2: pacman -S mingw-w64-ucrt-x86_64-pango; winget install" in said


def test_libraries_that_cannot_be_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    assert needs.pango_found()
    monkeypatch.setattr(needs, "LIBRARIES", (("libpango-som-inte-finns.so.0",),))
    assert not needs.pango_found()


def test_missing_ensurepip(monkeypatch: pytest.MonkeyPatch) -> None:
    assert needs.ensurepip_found()
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(system, "name_of_system", lambda: "debian")
    monkeypatch.setattr(system, "way_to_root", lambda: None)
    with pytest.raises(Stop) as stop:
        system.obtain([needs.VENV])
    assert f"apt-get install python3.{sys.version_info[1]}-venv" in str(stop.value)


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What would have been run, as root."""
    ran: list[str] = []

    def record(command: Sequence[str | Path], doing: str) -> str:
        ran.append(" ".join(str(part) for part in command))
        return ""

    monkeypatch.setattr(system, "run", record)
    monkeypatch.setattr(system, "way_to_root", list)
    return ran


def test_apt_is_asked_once_for_everything(commands: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "name_of_system", lambda: "debian")
    with pytest.raises(Stop):
        system.obtain([missing(needs.CHROMIUM), missing(needs.ZBAR)])
    assert len(commands) == 2
    assert commands[0].endswith("update")
    assert commands[1].endswith("install -y --no-install-recommends chromium zbar-tools")


def test_ubuntu_has_chromium_only_as_snap(commands: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "name_of_system", lambda: "ubuntu")
    with pytest.raises(Stop, match=r"chromium \(på Ubuntu i stället sudo snap install chromium\)"):
        system.obtain([missing(needs.CHROMIUM)])
    assert commands == []


def test_nothing_missing_runs_nothing(commands: list[str]) -> None:
    system.obtain([replace(needs.PANGO, found=lambda: True)])
    assert commands == []
