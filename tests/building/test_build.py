"""A whole build, as a user runs it: what it gives, that it is the same twice, that the old site is never lost."""

from __future__ import annotations

import hashlib
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from handbok import placement
from handbok.model import Handbook, Mall
from handbok.problems import Stop
from handbok.running import os_reason
from support import EPOCH, PROJECT, SITE_URL, TODAY, Build, copy_of_project, run_verb

VERB = [sys.executable, str(PROJECT / "scripts" / "build.py")]


def digests(folder: Path) -> dict[str, str]:
    """Every file below a folder, by what it holds."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_every_entry_has_its_page(site: Build, handbook: Handbook) -> None:
    missing = [entry.sida for entry in handbook if not (site.folder / f"{entry.sida}.html").is_file()]
    assert missing == []


def test_every_sheet_is_printed(site: Build, handbook: Handbook) -> None:
    for sheet in handbook.all(Mall):
        assert (site.folder / "utskrift" / f"{sheet.slug}-{sheet.papper.lower()}.pdf").is_file()


def test_the_end_tells_where_how_many_and_how_long(site: Build) -> None:
    assert str(site.folder) in site.output
    assert " sidor och " in site.output
    assert " s\n" in site.output


def test_two_builds_give_the_same_bytes(site: Build, tmp_path: Path) -> None:
    again = tmp_path / "annan plats"
    done = run_verb("build", "--out", str(again), "--site-url", SITE_URL, "--today", TODAY.isoformat(), TZ="Asia/Tokyo")
    assert done.returncode == 0, done.stdout
    one, other = digests(site.folder), digests(again)
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def test_drafts_never_reach_any_output(tmp_path: Path) -> None:
    """A whole project with one draft in it: no file of the site holds its words or its id."""
    project = copy_of_project(tmp_path / "projekt")
    draft = (
        "rubrik: Hemligtutkast\nforklaring: Det här hemligtutkastet är inte klart.\npublicering: utkast\n"
        "kallor:\n  - kalla/stad-for-stad\nkontrollerad: 2026-11-20\n"
    )
    (project / "content" / "begrepp" / "hemligt-utkast.yml").write_text(draft, encoding="utf-8")
    code = "import sys; sys.path.insert(0, 'scripts'); from handbok.building import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, "--no-pdf", "--out", str(tmp_path / "ut")]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    for path in (tmp_path / "ut").rglob("*"):
        if path.is_file():
            assert b"emligtutkast" not in path.read_bytes(), path
            assert "hemligt-utkast" not in path.name


class TestTheOldSiteIsNeverLost:
    @pytest.fixture
    def old(self, tmp_path: Path) -> Path:
        folder = tmp_path / "site"
        folder.mkdir()
        (folder / placement.MARK).write_text("{}", encoding="utf-8")
        (folder / "index.html").write_text("gammal", encoding="utf-8")
        return folder

    @pytest.mark.parametrize("after", [0.3, 0.8, 1.3, 1.8])
    def test_a_killed_build_leaves_it_whole(self, old: Path, after: float) -> None:
        running = subprocess.Popen(
            [*VERB, "--no-pdf", "--out", str(old)], stdout=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(after)
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        text = (old / "index.html").read_text(encoding="utf-8")
        assert text == "gammal" or "</html>" in text
        assert (old / placement.MARK).is_file()

    def test_what_a_killed_build_left_is_cleared_by_the_next(self, old: Path) -> None:
        left = old.parent / ".bygge-site-dött"
        left.mkdir()
        (left / "halv.html").write_text("halv", encoding="utf-8")
        os.utime(left, (0, 0))
        with placement.workshop(old):
            assert not left.exists()

    def test_faults_in_the_content_leave_it_whole(self, old: Path, tmp_path: Path) -> None:
        content = tmp_path / "projekt"
        shutil.copytree(PROJECT / "tests" / "fel" / "saknat-falt", content)
        code = (
            "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[1]); import handbok.building as b;"
            "b.PROJECT = Path(sys.argv[2]); sys.exit(b.main(['--no-pdf', '--out', sys.argv[3]]))"
        )
        command = [sys.executable, "-c", code, str(PROJECT / "scripts"), str(content), str(old)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert "fältet ”forklaring” saknas" in done.stdout
        assert (old / "index.html").read_text(encoding="utf-8") == "gammal"
        assert sorted(path.name for path in old.parent.iterdir()) == ["projekt", "site"]

    def test_a_file_that_cannot_grow_leaves_it_whole(self, old: Path) -> None:
        """No file may pass 20 kB: the system refuses, as a full disk does, in the middle of the work."""

        def limit() -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

        command = [*VERB, "--no-pdf", "--out", str(old)]
        done = subprocess.run(command, capture_output=True, text=True, preexec_fn=limit, check=False)
        assert done.returncode == 2, done.stdout + done.stderr
        assert "Traceback" not in done.stdout + done.stderr
        assert (old / "index.html").read_text(encoding="utf-8") == "gammal"

    def test_a_full_disk_is_told_in_one_sentence(self) -> None:
        assert os_reason(OSError(28, "No space left on device")) == "disken är full"

    def test_a_folder_that_is_not_a_site_is_not_overwritten(self, tmp_path: Path) -> None:
        (tmp_path / "viktigt.txt").write_text("mitt", encoding="utf-8")
        done = run_verb("build", "--no-pdf", "--out", str(tmp_path))
        assert done.returncode == 2
        assert "skrivs inte över" in done.stdout
        assert (tmp_path / "viktigt.txt").read_text(encoding="utf-8") == "mitt"

    def test_no_right_to_write_names_the_path(self, tmp_path: Path) -> None:
        (tmp_path / "fil").write_text("", encoding="utf-8")
        done = run_verb("build", "--no-pdf", "--out", str(tmp_path / "fil" / "site"))
        assert done.returncode == 2
        assert str(tmp_path / "fil") in done.stdout
        assert "Traceback" not in done.stdout + done.stderr

    def test_exchange_where_the_system_cannot(self, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(placement, "_exchange", lambda one, other: False)
        with placement.workshop(old) as folder:
            (folder / "index.html").write_text("ny", encoding="utf-8")
            placement.put_in_place(folder, old)
        assert (old / "index.html").read_text(encoding="utf-8") == "ny"
        assert [path.name for path in old.parent.iterdir()] == ["site"]

    def test_a_kill_between_the_two_renames_is_mended(self, old: Path) -> None:
        old.rename(old.with_name(".gammal-site"))
        with placement.workshop(old):
            assert (old / "index.html").read_text(encoding="utf-8") == "gammal"


def test_wrong_use_is_told_without_a_traceback() -> None:
    for arguments in (["--today", "igår"], ["--site-url", "inte en adress"], ["--okand"]):
        done = run_verb("build", *arguments)
        assert done.returncode == 2
        assert "Traceback" not in done.stdout + done.stderr


def test_the_mark_tells_what_was_built(site: Build, handbook: Handbook) -> None:
    facts = json.loads((site.folder / placement.MARK).read_text(encoding="utf-8"))
    assert facts["poster"] >= len(handbook)
    assert facts["tid"] == int(EPOCH)


def test_a_path_with_a_file_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("fil", encoding="utf-8")
    with pytest.raises(Stop, match="är en fil"), placement.workshop(tmp_path / "site"):
        raise AssertionError("the workshop must not open")
