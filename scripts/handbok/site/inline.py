"""Inline scripts and styles taken out into files, so that the policy can refuse every inline one.

A file's name holds a hash of what it holds: pages that share one share the file, and a browser may keep it for ever.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

_SCRIPT = re.compile(r"<script((?:\s+type=\"text/javascript\")?)>(.*?)</script>", re.DOTALL)
_SHEET = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
_STYLED = re.compile(r'<[a-z][^<>]*?\sstyle="[^"]*"[^<>]*>')
_STYLE = re.compile(r'\sstyle="([^"]*)"')
_CLASS = re.compile(r'\bclass="')

Files = Mapping[str, str]
"""Path from the top of the site, and the text of the file."""


def taken_out(html: str) -> tuple[str, Files]:
    """The page without inline scripts and styles, and the files they became; links to them start with `rot:`."""
    files: dict[str, str] = {}
    rules: dict[str, str] = {}

    def script(match: re.Match[str]) -> str:
        path = f"skript/sida.{_hash(match[2])}.js"
        files[path] = match[2]
        return f'<script src="rot:{path}"></script>'

    def style(match: re.Match[str]) -> str:
        found = _STYLE.search(match[0])
        assert found is not None
        name = f"s-{_hash(found[1])}"
        rules[name] = f".{name}.{name} {{ {found[1]} }}\n"
        tag = _STYLE.sub("", match[0], count=1)
        if _CLASS.search(tag):
            return _CLASS.sub(f'class="{name} ', tag, count=1)
        return re.sub(r"^<[a-z][a-z0-9-]*", rf'\g<0> class="{name}"', tag)

    html = _SCRIPT.sub(script, html)
    html = _STYLED.sub(style, html) if ' style="' in html else html
    sheets = [match[1] for match in _SHEET.finditer(html)]
    html = _SHEET.sub("", html)
    text = "".join(sheets) + "".join(rules[name] for name in sorted(rules))
    if not text:
        return html, files
    path = f"form/sida.{_hash(text)}.css"
    files[path] = text
    return html.replace("</head>", f'<link rel="stylesheet" href="rot:{path}"></head>', 1), files


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]
