"""The editor's whole configuration: every type as a folder of entries, and where changes are sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..editing.schema import schema
from ..model import CONTENT_TYPES, Entry, Handbook
from ..reading.form import LOOKS_OTHERWISE, NEEDS_QUOTES, WIDTH
from .fields import Fields, lengths

API = "/redigera/api"
"""Where the helper on this computer answers."""
LOCAL: Mapping[str, Any] = {"name": "proxy", "proxy_url": API, "branch": "main"}
_NEW = "en ny fil börjar med python3 scripts/new.py"
_WORDS = {
    "create": "{{collection}}: ny post {{slug}}",
    "update": "{{collection}}: {{slug}} ändrad",
    "delete": "{{collection}}: {{slug}} borttagen",
    "uploadMedia": "bilder: {{path}}",
    "deleteMedia": "bilder: {{path}} borttagen",
}


def configuration(handbook: Handbook, backend: Mapping[str, Any]) -> dict[str, Any]:
    """What `CMS.init` is given, and beside it under `form` what the one form of YAML needs to know."""
    local = backend["name"] == LOCAL["name"]
    return {
        "config": {
            "load_config_file": False,
            "backend": {**backend, "commit_messages": _WORDS},
            "publish_mode": "simple" if local else "editorial_workflow",
            "locale": "sv",
            "media_folder": "docs/bilder",
            "show_preview_links": False,
            "slug": {"encoding": "ascii", "clean_accents": True},
            "collections": [collection(kind, handbook) for kind in CONTENT_TYPES if not kind.tabell],
        },
        "form": {"bredd": WIDTH, "annat": LOOKS_OTHERWISE.pattern, "citat": NEEDS_QUOTES.pattern},
    }


def collection(kind: type[Entry], handbook: Handbook) -> dict[str, Any]:
    """The entries of a type.

    A new entry's id is made from its heading; types headed otherwise have ids that mean something, and those are
    begun with the verb `new`. Nothing is deleted here, since a page that goes must lead somewhere else.
    """
    whole = schema(kind)
    one, many = kind.namn
    heading = kind.rubrikfalt
    named = heading == "rubrik"
    return {
        "name": kind.typ,
        "label": many.capitalize(),
        "label_singular": one,
        "description": f"Filerna i content/{kind.typ}/" + ("" if named else f"; {_NEW} {kind.typ} NAMN"),
        "folder": f"content/{kind.typ}",
        "extension": "yml",
        "format": kind.typ,
        "identifier_field": heading,
        "summary": f"{{{{{heading}}}}} ({{{{filename}}}})",
        "slug": f"{{{{{heading}}}}}",
        "create": named,
        "delete": False,
        "editor": {"preview": False},
        "fields": Fields(whole.get("definitions", {}), handbook, lengths(kind, handbook)).of(whole),
    }
