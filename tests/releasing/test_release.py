"""A whole release of a small project, as a user makes it: the same twice, whole or not at all, refused with reasons."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import time
import zipfile
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from handbok.problems import Stop
from handbok.releasing import bundle
from handbok.releasing.command import write_archives
from handbok.releasing.facts import release_of
from handbok.setup.stamp import Level
from support import PROJECT, small_project, verb_of

NAME = "stad-for-stad-0.1.0-prov"
COPIED = ("pyproject.toml", "package.json", "package-lock.json", "requirements.txt", "publiccode.yml", "CHANGELOG.md")
TRIAL = ("--prov", "--no-pdf", "--no-bundle")


def git(project: Path, *arguments: str) -> None:
    who = {f"GIT_{part}_{what}": "prov@exempel.se" for part in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    days = {"GIT_AUTHOR_DATE": "2026-11-20T12:00:00Z", "GIT_COMMITTER_DATE": "2026-11-20T12:00:00Z"}
    command = ["git", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false", "-C", str(project), *arguments]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **who, **days})


def commit(project: Path) -> None:
    git(project, "add", "--all")
    git(project, "commit", "--allow-empty", "-m", "prov")


def new_project(goal: Path) -> Path:
    project = small_project(goal)
    for name in COPIED:
        shutil.copyfile(PROJECT / name, project / name)
    (project / ".gitignore").write_text("/node_modules\n/.cache/\n/utgava/\n__pycache__/\n", encoding="utf-8")
    for name in ("kontakt/nodnummer.yml", "kalla/polisen-manniskohandel.yml"):
        (project / "content" / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(PROJECT / "content" / name, project / "content" / name)
    git(project, "init")
    commit(project)
    contact = project / "content" / "kontakt" / "nodnummer.yml"
    contact.write_text(contact.read_text(encoding="utf-8").replace("SOS Alarm", "Larmtjänst"), encoding="utf-8")
    commit(project)
    return project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_project(tmp_path_factory.mktemp("utgava") / "på prov")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A project that the test may spoil."""
    return new_project(tmp_path / "projekt")


def release(project: Path, *arguments: str, **given: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    return subprocess.run(
        verb_of(project, "releasing", *arguments),
        cwd=project,
        env={**environment, **given},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def made(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("ut")
    done = release(project, *TRIAL, "--out", str(out))
    assert done.returncode == 0, done.stdout + done.stderr
    return out / NAME


def test_it_has_everything_and_the_sums_hold(made: Path) -> None:
    names = {path.name for path in made.iterdir()}
    parts = {"ANDRINGAR.md", "kallkod.zip", "sbom.cdx.json", "webbplats.zip"}
    assert names == {"SHA256SUMS", "bygge.json", *(f"{NAME}-{part}" for part in parts)}
    for line in (made / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        told, name = line.split("  ")
        assert hashlib.sha256((made / name).read_bytes()).hexdigest() == told


def test_the_same_bytes_elsewhere_at_another_time(project: Path, made: Path, tmp_path: Path) -> None:
    done = release(project, *TRIAL, "--out", str(tmp_path), TZ="Asia/Tokyo", PYTHONHASHSEED="7")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / NAME / "SHA256SUMS").read_bytes() == (made / "SHA256SUMS").read_bytes()


def test_the_source_builds_the_very_site_of_the_release_without_git(made: Path, tmp_path: Path) -> None:
    for part in ("kallkod", "webbplats"):
        with zipfile.ZipFile(made / f"{NAME}-{part}.zip") as archive:
            archive.extractall(tmp_path)
    source = tmp_path / NAME
    (source / "node_modules").symlink_to(PROJECT / "node_modules")
    assert "Ändringar i den här posten (2)" in (
        tmp_path / f"{NAME}-webbplats" / "site" / "kontakt" / "nodnummer.html"
    ).read_text(encoding="utf-8")
    command = verb_of(source, "building", "--no-pdf", "--compress", "--server-files")
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    done = subprocess.run(command, cwd=source, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    released = tmp_path / f"{NAME}-webbplats"
    assert contents(source / "site-drift") == {
        **contents(released / "drift"),
        "bygge.json": contents(source / "site")["bygge.json"],
    }
    there = contents(released / "site")
    assert there.pop("web.config") == contents(released / "drift")["web.config"]
    assert contents(source / "site") == there


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_list_of_parts_is_cyclonedx_and_complete(made: Path) -> None:
    text = (made / f"{NAME}-sbom.cdx.json").read_text(encoding="utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    parts = {part["purl"]: part for part in json.loads(text)["components"]}
    pins = [
        line.split(" ")[0]
        for line in (PROJECT / "requirements.txt").read_text().splitlines()
        if "==" in line.split(" ")[0]
    ]
    assert {f"pkg:pypi/{pin.replace('==', '@')}" for pin in pins} <= parts.keys()
    assert any(purl.startswith("pkg:npm/minisearch@") for purl in parts)
    assert not any("axe-core" in purl for purl in parts)
    assert all(part["hashes"] for part in parts.values())
    assert parts[next(purl for purl in parts if "/jinja2@" in purl)]["licenses"]


class TestRefused:
    def refused(self, project: Path, *arguments: str) -> str:
        done = release(project, *arguments)
        assert done.returncode == 1, done.stdout + done.stderr
        assert done.stdout.endswith("Ingen utgåva gjordes.\n")
        assert not (project / "utgava").exists()
        return done.stdout

    def test_what_is_not_checked_in_is_named(self, own: Path) -> None:
        (own / "docs" / "ny sida.md").write_text("# Ny\n", encoding="utf-8")
        assert 'Här finns ändringar som inte är incheckade: "docs/ny sida.md".' in self.refused(
            own, "--prov", "--no-pdf"
        )

    def test_planned_entries_and_missing_notes_are_told_together(self, own: Path) -> None:
        (own / "content" / "planerat.yml").write_text("- begrepp/kommande\n", encoding="utf-8")
        (own / "CHANGELOG.md").write_text("# Ändringar\n", encoding="utf-8")
        commit(own)
        told = self.refused(own)
        assert "fel: content/planerat.yml är inte tom: begrepp/kommande." in told
        assert "fel: CHANGELOG.md har inget under ”0.1.0”." in told

    def test_faults_in_the_content(self, own: Path) -> None:
        entry = own / "content" / "begrepp" / "samverkan.yml"
        entry.write_text(entry.read_text(encoding="utf-8").replace("forklaring", "forklarng"), encoding="utf-8")
        commit(own)
        assert "fel: Innehållet har fel. Kör scripts/validate.py" in self.refused(own, "--prov", "--no-pdf")

    def test_files_that_say_different_versions(self, own: Path) -> None:
        file = own / "publiccode.yml"
        file.write_text(
            file.read_text(encoding="utf-8").replace("softwareVersion: 0.1.0", "softwareVersion: 0.2.0"),
            encoding="utf-8",
        )
        commit(own)
        assert "publiccode.yml säger version 0.2.0, men pyproject.toml säger 0.1.0." in self.refused(
            own, "--prov", "--no-pdf"
        )

    def test_a_number_that_is_taken(self, own: Path) -> None:
        git(own, "tag", "v0.1.0")
        commit(own)
        assert "Taggen v0.1.0 sitter redan på en annan ändring" in self.refused(own)

    def test_a_release_without_its_parts(self, own: Path) -> None:
        done = release(own, "--no-pdf")
        assert done.returncode == 2
        assert "En utgåva har både blad och paket." in done.stdout

    def test_a_folder_without_git(self, own: Path) -> None:
        shutil.rmtree(own / ".git")
        done = release(own, *TRIAL)
        assert done.returncode == 2
        assert "En utgåva görs i en klon med git" in done.stdout


class TestNothingIsLost:
    def test_a_killed_release_leaves_the_old_one_whole(self, project: Path, made: Path, tmp_path: Path) -> None:
        shutil.copytree(made, tmp_path / NAME)
        before = contents(tmp_path / NAME)
        for after in (0.5, 2.0, 4.0):
            running = subprocess.Popen(
                verb_of(project, "releasing", *TRIAL, "--out", str(tmp_path)),
                cwd=project,
                stdout=subprocess.DEVNULL,
                start_new_session=True,
            )
            time.sleep(after)
            if running.poll() is None:
                os.killpg(running.pid, signal.SIGKILL)
            running.wait()
            assert contents(tmp_path / NAME) == before

    def test_no_right_to_write_names_the_path(self, project: Path, tmp_path: Path) -> None:
        (tmp_path / "fil").write_text("", encoding="utf-8")
        done = release(project, *TRIAL, "--out", str(tmp_path / "fil"))
        assert done.returncode == 2
        assert str(tmp_path / "fil") in done.stdout
        assert "Traceback" not in done.stdout + done.stderr

    def test_a_folder_with_something_else_in_it_is_left(self, project: Path, tmp_path: Path) -> None:
        (tmp_path / NAME).mkdir()
        (tmp_path / NAME / "viktigt.txt").write_text("mitt", encoding="utf-8")
        done = release(project, *TRIAL, "--out", str(tmp_path))
        assert done.returncode == 2
        assert (tmp_path / NAME / "viktigt.txt").read_text(encoding="utf-8") == "mitt"

    def test_no_network_is_told_in_one_sentence(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(bundle, "CACHE", tmp_path)
        closed = {
            "PIP_INDEX_URL": "http://127.0.0.1:9/",
            "PIP_EXTRA_INDEX_URL": "",
            "PIP_FIND_LINKS": "",
            "PIP_RETRIES": "1",
        }
        for name, value in closed.items():
            monkeypatch.setenv(name, value)
        with pytest.raises(Stop, match=r"^Att hämta Pythonpaketen till samlingen gick inte: nätet svarar inte"):
            bundle.fetch()
        assert not (tmp_path / "utgava" / "paket.json").exists()


def test_sheets_and_packages_lie_in_archives_of_their_own(project: Path, tmp_path: Path) -> None:
    files = {
        "site/index.html": "<html></html>",
        "site/utskrift/swot-a3.pdf": "%PDF",
        "site/utskrift/enkat.csv": "a;b",
        "site/utskrift/enkat.csv.gz": "packad",
        "site-drift/web.config": "<configuration/>",
        "bygge/hjul/a.whl": "hjul",
        "test/npm/b.tgz": "npm",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "ut").mkdir()
    packages: dict[Level, Path] = {"bygge": tmp_path / "bygge", "test": tmp_path / "test"}
    write_archives(release_of(project, trial=True), tmp_path / "site", packages, tmp_path / "ut")
    assert names_in(tmp_path / "ut" / f"{NAME}-blad.zip") == [f"{NAME}-blad/enkat.csv", f"{NAME}-blad/swot-a3.pdf"]
    kind = bundle.kind_of_machine()
    assert names_in(tmp_path / "ut" / f"{NAME}-paket-bygge-{kind}.zip") == [f"{NAME}/paket/hjul/a.whl"]
    assert names_in(tmp_path / "ut" / f"{NAME}-paket-test-{kind}.zip") == [f"{NAME}/paket/npm/b.tgz"]


def names_in(archive: Path) -> list[str]:
    with zipfile.ZipFile(archive) as found:
        return found.namelist()
