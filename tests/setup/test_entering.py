"""Once set up, a verb starts at once and needs no network."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from handbok.setup.places import ROOT, VENV, chromium

BASE = getattr(sys, "_base_executable", sys.executable)
SECONDS = 0.5
NO_NETWORK = {
    "PIP_INDEX_URL": "http://127.0.0.1:9/",
    "npm_config_registry": "http://127.0.0.1:9/",
    "http_proxy": "http://127.0.0.1:9/",
    "https_proxy": "http://127.0.0.1:9/",
}


def run(code: str, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run code with the Python that .venv leans on, where there is no network."""
    environment = os.environ | NO_NETWORK | {"PYTHONPATH": str(ROOT / "scripts")} | settings
    command = [BASE, "-c", code, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)


def seconds(code: str) -> float:
    """The shortest of three runs: what the machine's other work does not explain."""
    times = []
    for _ in range(3):
        begun = time.perf_counter()
        assert run(code).returncode == 0
        times.append(time.perf_counter() - begun)
    return min(times)


@pytest.mark.parametrize(
    "call", ["enter('python')", "enter('edit')", "enter('build')", "enter('build', pdf=False)", "enter('test')"]
)
def test_second_run_is_quick_and_needs_no_network(call: str) -> None:
    assert seconds(f"from handbok.setup import enter; {call}") - seconds("pass") < SECONDS


def test_the_same_command_goes_on_in_venv() -> None:
    code = "from handbok.setup import enter; enter('test'); import sys; print(sys.prefix, sys.argv[1:]); exit(7)"
    done = run(code, "--flagga", "å ä ö")
    assert done.returncode == 7
    assert done.stdout == f"{VENV} ['--flagga', 'å ä ö']\n"
    assert done.stderr == ""


def test_children_check_for_themselves() -> None:
    code = "from handbok.setup import enter; enter('test'); import os; print('HANDBOK_UPPSATT' in os.environ)"
    assert run(code).stdout == "False\n"


def test_an_environment_that_cannot_be_entered_stops() -> None:
    done = run("from handbok.setup import enter; enter('test')", HANDBOK_UPPSATT="test")
    assert done.returncode == 2
    assert done.stderr == f"fel: Pythontolken i {VENV} går inte att använda. Ta bort mappen och kör igen.\n"


def test_own_browser_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = tmp_path / "webbläsare"
    monkeypatch.setenv("CHROMIUM", str(browser))
    assert chromium() is None
    browser.touch()
    assert chromium() == browser
