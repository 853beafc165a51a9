"""Where the content lies and how changes are sent there: a small file of the one who runs a preview."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import Field

from ..model import Marks, Part
from ..model.texts import Text, Webbadress
from ..problems import Stop, as_text
from ..reading.files import read_text
from ..reading.validation import build
from ..reading.yaml_tree import Tree, parse

HOSTS = {
    "github": ("https://api.github.com", "https://github.com", "https://www.githubstatus.com"),
    "gitlab": ("https://gitlab.com",),
    "forgejo": (),
}
"""The servers that each kind asks when nothing else is said."""


class Backend(Part):
    """A place for code that takes a change as a pull request."""

    name: Literal["github", "gitlab", "forgejo"] = Field(description="Vilket slags kodplats det är")
    repo: Text = Field(description="Arkivet, som stad-for-stad/handbok")
    branch: Text = Field(default="main", description="Grenen som ändringar går till")
    base_url: Webbadress | None = Field(default=None, description="Servern där man loggar in")
    api_root: Webbadress | None = Field(default=None, description="Servern som svarar, när den inte är den vanliga")
    auth_endpoint: Text | None = Field(default=None, description="Sista delen av adressen för inloggning")
    auth_type: Literal["implicit", "pkce"] | None = Field(default=None, description="”pkce” för GitLab och Forgejo")
    app_id: Text | None = Field(default=None, description="Programmets id hos GitLab eller Forgejo")

    @property
    def settings(self) -> dict[str, Any]:
        """As the editor wants it: every change is a commit of its own on a branch of its own."""
        return {**self.model_dump(exclude_none=True), "squash_merges": True, "cms_label_prefix": "redigera/"}

    @property
    def servers(self) -> tuple[str, ...]:
        """The servers that the editor has to reach."""
        named = [
            f"{part.scheme}://{part.netloc}" for part in map(urlsplit, filter(None, (self.base_url, self.api_root)))
        ]
        return tuple(dict.fromkeys((*HOSTS[self.name], *named)))


def read_backend(path: Path) -> Backend:
    """The backend of a file. Raises Stop with every fault when it will not do."""
    text, problems = read_text(path, str(path))
    tree = Tree(problems=problems) if text is None else parse(text, str(path))
    backend, faults = build(Backend, tree.value, str(path), Marks(str(path), tree.places))
    if backend is None or tree.problems:
        raise Stop(as_text([*tree.problems, *([] if text is None else faults)]))
    if not backend.servers:
        raise Stop(f"{path}: fältet ”base_url” saknas: servern där man loggar in, som https://kod.exempelstad.se")
    return backend
