"""A preview has the editor beside the site; a reader's copy of it does not."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from support import small_project, verb_of


def test_a_preview_has_the_editor_and_readers_copies_do_not(tmp_path: Path) -> None:
    project = small_project(tmp_path / "projekt")
    (project / "redigera.yml").write_text("name: github\nrepo: stad/handbok\n", encoding="utf-8")
    build = ["--no-pdf", "--out", str(tmp_path / "visning"), "--redigera", str(project / "redigera.yml")]
    done = subprocess.run(verb_of(project, "building", *build), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    site = tmp_path / "visning"
    config = json.loads((site / "redigera" / "installningar.json").read_text(encoding="utf-8"))["config"]
    assert config["backend"]["repo"] == "stad/handbok"
    assert config["publish_mode"] == "editorial_workflow"
    page = (site / "redigera" / "index.html").read_text(encoding="utf-8")
    assert "connect-src 'self' blob: https://api.github.com " in page
    named = [path for path in site.rglob("*") if path.is_file() and "redigera" not in path.relative_to(site).parts]
    texts = [
        path.read_text(encoding="utf-8", errors="replace") for path in named if path.suffix in {".js", ".json", ".xml"}
    ]
    assert not [text for text in texts if "redigera/" in text]
