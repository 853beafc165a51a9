"""What lies in redigera/: the editor from its package, our page, the configuration. Never in a published edition."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..hosting.policy import editor_policy
from ..model import Handbook
from ..problems import Stop
from .configuration import configuration

FOLDER = "redigera"
OURS = Path(__file__).with_name("files")
_POLICY = "@@POLICY@@"


def write_editor(
    goal: Path, handbook: Handbook, project: Path, backend: Mapping[str, Any], servers: Sequence[str] = ()
) -> None:
    """Write the whole folder; `servers` are those that it may reach besides its own. Raises Stop without packages."""
    goal.mkdir(parents=True, exist_ok=True)
    for name, source in packages(project):
        (goal / name).parent.mkdir(parents=True, exist_ok=True)
        (goal / name).write_bytes(source.read_bytes())
    for source in OURS.iterdir():
        text = source.read_text(encoding="utf-8").replace(_POLICY, editor_policy(servers))
        (goal / source.name).write_text(text, encoding="utf-8", newline="\n")
    told = json.dumps(configuration(handbook, backend), ensure_ascii=False)
    (goal / "installningar.json").write_text(told + "\n", encoding="utf-8", newline="\n")


def packages(project: Path) -> Iterator[tuple[str, Path]]:
    """Name in redigera/ and file on disk of everything that packages bring."""
    modules = project / "node_modules"
    editor, form = modules / "decap-cms" / "dist", modules / "yaml" / "browser"
    if not editor.is_dir() or not form.is_dir():
        raise Stop("Redigeraren saknas. Kör python3 scripts/serve.py --redigera en gång; den hämtas då.")
    for path in sorted(
        (*editor.glob("*decap-cms.js"), *editor.glob("*.wasm"), *editor.glob("decap-cms.js.LICENSE.txt"))
    ):
        yield f"decap/{path.name}", path
    for path in sorted(form.rglob("*.js")):
        yield f"yaml/{path.relative_to(form).as_posix()}", path
