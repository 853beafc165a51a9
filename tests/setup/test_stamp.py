"""A set-up killed half-way is done again; one that fails cleanly takes nothing away."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from handbok.setup import node, python, stamp
from handbok.setup.lock import only_one, try_to_lock
from handbok.setup.message import Stop
from handbok.setup.places import CACHE, ROOT


@pytest.fixture
def venv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A .venv elsewhere, whose making and filling only leave traces."""
    place = tmp_path / ".venv"
    monkeypatch.setattr(python, "VENV", place)
    monkeypatch.setattr(python, "VENV_STAMP", place / "stamp.json")
    monkeypatch.setattr(python, "interpreter", lambda: "python3.11")

    def create() -> None:
        place.mkdir(exist_ok=True)
        (place / "made").write_text("x" * (len(traces(place, "made")) + 1), encoding="utf-8")

    def install(lock: Path) -> None:
        (place / "installed").write_text(lock.name, encoding="utf-8")

    monkeypatch.setattr(python, "create", create)
    monkeypatch.setattr(python, "install", install)
    return place


def traces(venv: Path, name: str) -> str:
    """What a step left behind."""
    return (venv / name).read_text(encoding="utf-8") if (venv / name).exists() else ""


def fail(error: BaseException) -> object:
    """An install that ends like this."""

    def install(lock: Path) -> None:
        raise error

    return install


def test_more_holds_less_but_not_the_other_way(venv: Path) -> None:
    python.ensure("bygge")
    assert python.ready("bygge")
    assert not python.ready("test")
    python.ensure("test")
    assert python.ready("bygge")
    assert python.ready("test")
    assert traces(venv, "made") == "x"


def test_changed_lock_keeps_the_level(venv: Path) -> None:
    python.ensure("test")
    stamp.write(python.VENV_STAMP, stamp.read(python.VENV_STAMP) | {"bygge": "older", "test": "older"})
    python.ensure("bygge")
    assert traces(venv, "installed") == "requirements-test.txt"
    assert python.ready("test")
    assert traces(venv, "made") == "x"


def test_killed_set_up_is_made_anew(venv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(python, "install", fail(KeyboardInterrupt()))
        with pytest.raises(KeyboardInterrupt):
            python.ensure("bygge")
    assert not python.ready("bygge")
    python.ensure("bygge")
    assert python.ready("bygge")
    assert traces(venv, "made") == "xx"


def test_failed_update_keeps_what_there_was(venv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    python.ensure("bygge")
    monkeypatch.setattr(python, "install", fail(Stop("nätet svarar inte")))
    with pytest.raises(Stop):
        python.ensure("test")
    assert python.ready("bygge")


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"plats": "/någon annanstans"}'])
def test_damaged_or_moved_environment_is_made_anew(venv: Path, damage: str) -> None:
    python.ensure("bygge")
    python.VENV_STAMP.write_text(damage, encoding="utf-8")
    assert not python.ready("bygge")
    python.ensure("bygge")
    assert traces(venv, "made") == "xx"


def test_environment_that_lost_its_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(python, "VENV", tmp_path)
    assert python.interpreter() == "saknas"
    (tmp_path / "pyvenv.cfg").write_text(f"home = {tmp_path / 'borta'}\n", encoding="utf-8")
    assert python.interpreter() == "saknas"


def test_node_levels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(node, "NODE_STAMP", tmp_path / "stamp.json")
    stamp.write(node.NODE_STAMP, node.locks("bygge"))
    assert node.ready("bygge")
    assert not node.ready("test")
    stamp.write(node.NODE_STAMP, node.locks("test"))
    assert node.ready("bygge")


@pytest.mark.skipif(sys.platform == "win32", reason="there a lock belongs to one process")
def test_what_a_killed_set_up_started_is_waited_for(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    child = f"import os, time; open({str(told)!r}, 'w').write(f'{{os.getpid()}} '); time.sleep(60)"
    code = "import sys; from handbok.setup import command, lock\nwith lock.only_one():"
    code += f" command.run([sys.executable, '-c', {child!r}], 'Att prova')"
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT / "scripts") as holder:
        while not told.exists() or " " not in told.read_text(encoding="utf-8"):
            time.sleep(0.02)
        holder.kill()
    with (CACHE / "uppsattning.las").open("r+", encoding="utf-8") as mine:
        assert not try_to_lock(mine.fileno())
        os.kill(int(told.read_text(encoding="utf-8")), signal.SIGKILL)
        while not try_to_lock(mine.fileno()):
            time.sleep(0.02)


def test_a_killed_holder_lets_go_of_the_lock() -> None:
    code = "import time; from handbok.setup.lock import only_one\nwith only_one():"
    command = [sys.executable, "-c", code + " print('har', flush=True); time.sleep(60)"]
    with subprocess.Popen(command, cwd=ROOT / "scripts", stdout=subprocess.PIPE, encoding="utf-8") as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "har\n"
        with (CACHE / "uppsattning.las").open("r+", encoding="utf-8") as mine:
            assert not try_to_lock(mine.fileno())
        holder.kill()
    with only_one():
        pass
