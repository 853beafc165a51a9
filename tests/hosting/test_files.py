"""Files for what cannot be run here: IIS, a container, two code sites. Judged by schemas and linters, run in part."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree

from handbok.hosting.policy import TYPES, header_policy, headers, meta_policy
from handbok.hosting.serverfiles import CADDY
from hosting.servers import caddy
from support import PROJECT

TOOLS = Path(sys.executable).parent


def tool(name: str, *arguments: str | Path, given: str | None = None) -> str:
    """What a linter had to say; nothing when it is content."""
    command = [str(TOOLS / name), *map(str, arguments)]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_no_mark_is_left_and_every_line_to_change_is_marked(server_files: Path) -> None:
    for path in server_files.iterdir():
        text = path.read_text(encoding="utf-8")
        assert "@@" not in text, path.name
        changing = "handbok.exempel.se" in text or "/srv/" in text
        assert not changing or "ÄNDRA" in text, path.name


def test_the_same_policy_stands_everywhere(server_files: Path) -> None:
    for name in ("nginx.conf", "Caddyfile", "apache.conf", "web.config"):
        assert header_policy() in (server_files / name).read_text(encoding="utf-8"), name
    assert meta_policy().replace(" file:", "") == header_policy().replace("; frame-ancestors 'none'", "")


def test_hsts_is_there_only_as_a_comment(server_files: Path) -> None:
    for name in ("nginx.conf", "Caddyfile", "apache.conf"):
        lines = [line for line in (server_files / name).read_text(encoding="utf-8").splitlines() if "Strict-" in line]
        assert lines, name
        assert all(line.strip().startswith("#") for line in lines), name


class TestIis:
    @pytest.fixture
    def config(self, server_files: Path) -> Any:
        return etree.parse(server_files / "web.config")

    def test_it_holds_only_what_iis_knows(self, config: Any) -> None:
        schema = etree.RelaxNG(etree.parse(Path(__file__).with_name("iis.rng")))
        assert schema.validate(config), schema.error_log

    def test_the_schema_refuses_what_iis_does_not_know(self, config: Any) -> None:
        schema = etree.RelaxNG(etree.parse(Path(__file__).with_name("iis.rng")))
        config.find(".//clientCache").set("cacheControlMode", "Ibland")
        assert not schema.validate(config)

    def test_nothing_is_added_twice(self, config: Any) -> None:
        """IIS answers 500 to every request when a list has the same key twice; the server may have it already."""
        for parent, tag, key in (("staticContent", "mimeMap", "fileExtension"), ("customHeaders", "add", "name")):
            parts = [(part.tag, part.get(key)) for part in config.find(f".//{parent}") if isinstance(part.tag, str)]
            for number, (name, value) in enumerate(parts):
                if name == tag:
                    assert parts.count((name, value)) == 1, value
                    assert ("remove", value) in parts[:number], value

    def test_it_has_every_type_and_header(self, config: Any) -> None:
        types = {part.get("fileExtension")[1:]: part.get("mimeType") for part in config.iterfind(".//mimeMap")}
        assert types == dict(TYPES)
        assert {part.get("name"): part.get("value") for part in config.iterfind(".//customHeaders/add")} == headers()

    def test_hashed_files_are_named_one_by_one(self, config: Any) -> None:
        kept = {part.get("path"): part.find(".//clientCache") for part in config.iterfind("location")}
        assert set(kept) == {"assets/javascripts/bundle.a5f9d56c.min.js", "typsnitt/text.woff2"}
        assert kept["assets/javascripts/bundle.a5f9d56c.min.js"].get("cacheControlMaxAge") == "365.00:00:00"


class TestContainer:
    @pytest.fixture
    def lines(self, server_files: Path) -> list[str]:
        text = (server_files / "Containerfile").read_text(encoding="utf-8")
        return [line for line in text.splitlines() if line and not line.startswith("#")]

    def test_hadolint_is_content(self, server_files: Path) -> None:
        assert tool("hadolint", "--failure-threshold", "style", server_files / "Containerfile") == ""

    def test_the_last_stage_has_no_shell_and_no_rights(self, lines: list[str]) -> None:
        last = lines[max(number for number, line in enumerate(lines) if line.startswith("FROM")) :]
        assert last[0] == "FROM scratch"
        assert not [line for line in last if line.startswith(("RUN", "ADD", "SHELL"))]
        assert "USER 65532:65532" in last
        assert json.loads(next(line for line in last if line.startswith("ENTRYPOINT")).removeprefix("ENTRYPOINT")) == [
            "/caddy"
        ]
        assert int(re.findall(r"^EXPOSE (\d+)$", "\n".join(last), re.MULTILINE)[0]) > 1023

    def test_no_version_floats(self, lines: list[str]) -> None:
        sources = [line.split()[1] for line in lines if line.startswith("FROM")]
        assert all(re.search(r":\d+\.\d+\.\d+$", source) for source in sources if source != "scratch")

    def test_it_runs_the_version_that_the_tests_run(self) -> None:
        told = subprocess.run([caddy(), "version"], capture_output=True, text=True, check=True).stdout
        assert told.startswith(f"v{CADDY} ")

    def test_its_settings_are_what_caddy_takes(self, server_files: Path, lines: list[str]) -> None:
        settings = next(line for line in lines if line.startswith("ENV")).split()[1:]
        given = {**os.environ, **dict(setting.split("=", 1) for setting in settings)}
        command = [caddy(), "adapt", "--config", server_files / "Caddyfile"]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=given)
        servers = json.loads(done.stdout)["apps"]["http"]["servers"]
        assert [server["listen"] for server in servers.values()] == [[":8080"]]
        assert '"root": "/site"' in json.dumps(servers)

    def test_caddy_finds_its_file_well_formed(self, server_files: Path) -> None:
        assert tool("caddy", "fmt", "--diff", server_files / "Caddyfile") == ""


WORKFLOWS = {"github-pages.yml": "vendor.github-workflows", "gitlab-ci.yml": "vendor.gitlab-ci"}


def scripts(value: Any) -> Iterator[str]:
    """Every script in a workflow."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in {"run", "script"}:
                yield inner if isinstance(inner, str) else "\n".join(inner)
            else:
                yield from scripts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from scripts(inner)


class TestWorkflows:
    @pytest.mark.parametrize("name", WORKFLOWS)
    def test_the_schema_is_content(self, server_files: Path, name: str) -> None:
        assert tool("check-jsonschema", "--builtin-schema", WORKFLOWS[name], server_files / name) == ""

    @pytest.mark.parametrize("name", WORKFLOWS)
    def test_shellcheck_is_content_with_every_script(self, server_files: Path, name: str) -> None:
        found = list(scripts(yaml.safe_load((server_files / name).read_text(encoding="utf-8"))))
        assert len(found) >= 3
        for script in found:
            assert tool("shellcheck", "--shell=bash", "--severity=style", "-", given=script) == "", script

    @pytest.mark.parametrize("name", WORKFLOWS)
    def test_it_calls_verbs_that_exist_with_choices_they_have(self, server_files: Path, name: str) -> None:
        calls = re.findall(r"python3 (scripts/\w+\.py)([^\n]*)", (server_files / name).read_text(encoding="utf-8"))
        assert {verb for verb, _ in calls} == {"scripts/validate.py", "scripts/build.py"}
        for verb, rest in calls:
            shown = subprocess.run(
                [sys.executable, PROJECT / verb, "--help"], capture_output=True, text=True, check=True
            ).stdout
            assert all(choice in shown for choice in re.findall(r"--[a-z-]+", rest)), (verb, rest)

    def test_no_one_else_gets_rights(self, server_files: Path) -> None:
        flow = yaml.safe_load((server_files / "github-pages.yml").read_text(encoding="utf-8"))
        assert flow["permissions"] == {"contents": "read"}
        writing = {
            name: [w for w, how in job["permissions"].items() if how == "write"] for name, job in flow["jobs"].items()
        }
        assert writing == {"bygg": [], "hamta": [], "publicera": ["pages", "id-token"], "stada": ["actions"]}


class TestKeepingThreeOnGithub:
    """The script of the job stada, run for real against a program that stands in for gh."""

    STAND_IN = """#!/bin/sh
if [ "$2" = --method ]; then echo "$4" >> "$BORTA"; else cat "$LISTA"; fi
"""

    def removed(self, folder: Path, server_files: Path, rows: list[str]) -> list[str]:
        """What is removed when these versions lie there."""
        flow = yaml.safe_load((server_files / "github-pages.yml").read_text(encoding="utf-8"))
        (script,) = scripts(flow["jobs"]["stada"])
        (folder / "gh").write_text(self.STAND_IN, encoding="utf-8")
        (folder / "gh").chmod(0o755)
        (folder / "lista").write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
        given = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}", "GITHUB_REPOSITORY": "kommun/handbok"}
        given |= {"BORTA": str(folder / "borta"), "LISTA": str(folder / "lista")}
        subprocess.run(["bash", "-eo", "pipefail", "-c", script], check=True, env=given)
        return (folder / "borta").read_text(encoding="utf-8").split() if (folder / "borta").exists() else []

    def test_all_but_the_last_three_are_removed(self, tmp_path: Path, server_files: Path) -> None:
        rows = [f"2026-11-{day:02}T08:00:00Z {100 + day}" for day in (3, 21, 9, 20, 1)]
        place = "repos/kommun/handbok/actions/artifacts/"
        assert self.removed(tmp_path, server_files, rows) == [f"{place}103", f"{place}101"]

    def test_three_are_left_alone(self, tmp_path: Path, server_files: Path) -> None:
        assert self.removed(tmp_path, server_files, ["2026-11-01T08:00:00Z 1", "2026-11-02T08:00:00Z 2"]) == []


class TestKeepingThree:
    """The script of the job pages, run for real."""

    def publish(self, folder: Path, script: str, number: int, back: str = "") -> subprocess.CompletedProcess[str]:
        site = folder / "site"
        if not back:
            site.mkdir()
            (site / "index.html").write_text(f"version {number}", encoding="utf-8")
        given = {**os.environ, "CI_PIPELINE_ID": str(number), "TILLBAKA": back}
        return subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script],
            cwd=folder,
            env=given,
            capture_output=True,
            text=True,
            check=False,
        )

    @pytest.fixture
    def script(self, server_files: Path) -> str:
        flow = yaml.safe_load((server_files / "gitlab-ci.yml").read_text(encoding="utf-8"))
        return "\n".join(flow["pages"]["script"])

    def test_the_last_three_are_kept_and_any_of_them_can_come_back(self, tmp_path: Path, script: str) -> None:
        for number in (8, 9, 10, 11, 12):
            done = self.publish(tmp_path, script, number)
            assert done.returncode == 0, done.stderr
        assert sorted(path.name for path in (tmp_path / "versioner").iterdir()) == [
            "10.tar.gz",
            "11.tar.gz",
            "12.tar.gz",
        ]
        assert self.publish(tmp_path, script, 13, back="10").returncode == 0
        assert (tmp_path / "public" / "index.html").read_text(encoding="utf-8") == "version 10"
        assert len(list((tmp_path / "versioner").iterdir())) == 3

    def test_a_version_that_is_gone_changes_nothing(self, tmp_path: Path, script: str) -> None:
        self.publish(tmp_path, script, 1)
        done = self.publish(tmp_path, script, 2, back="7")
        assert done.returncode == 1
        assert "Versionen 7 finns inte" in done.stdout
        assert (tmp_path / "public" / "index.html").read_text(encoding="utf-8") == "version 1"
