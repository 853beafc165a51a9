"""The one place that says what the site may do and how it is served; meta tag and server files come from it."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

CSP = MappingProxyType(
    {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "worker-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
)
"""Content Security Policy, W3C Level 3. Nothing is inline: the finishing pass takes scripts and styles out into files.
What is not named may not be loaded at all."""

ALSO_FROM_FOLDERS = frozenset({"script-src", "style-src", "img-src", "font-src"})
"""By the letter of the standard a page opened from a folder has no self, so that the meta tag names `file:` as well.
A page that came over a network can load nothing from there, whatever its policy says."""

ONLY_IN_HEADERS = frozenset({"frame-ancestors", "sandbox", "report-uri", "report-to"})
"""What browsers pass over, with a complaint, when it stands in a meta tag."""

UNUSED = ("camera", "display-capture", "geolocation", "microphone", "midi", "payment", "usb")
"""Powers of the browser that no page asks for."""

TYPES = MappingProxyType(
    {
        "html": "text/html; charset=utf-8",
        "css": "text/css; charset=utf-8",
        "js": "text/javascript; charset=utf-8",
        "mjs": "text/javascript; charset=utf-8",
        "txt": "text/plain; charset=utf-8",
        "csv": "text/csv; charset=utf-8",
        "vcf": "text/vcard; charset=utf-8",
        "ics": "text/calendar; charset=utf-8",
        "json": "application/json",
        "map": "application/json",
        "webmanifest": "application/manifest+json",
        "xml": "application/xml",
        "svg": "image/svg+xml",
        "png": "image/png",
        "ico": "image/x-icon",
        "woff2": "font/woff2",
        "wasm": "application/wasm",
        "pdf": "application/pdf",
        "zip": "application/zip",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    }
)
"""Extension -> type. Older servers do not know the newer of them, and then refuse the file or call it unknown."""

PACKED = ("html", "css", "js", "mjs", "txt", "csv", "vcf", "ics", "json", "map", "webmanifest", "xml", "svg", "wasm")
"""Extensions worth packing; the others are packed already."""

HASHED = r"\.[0-9a-f]{8,}\.(min\.)?(css|js)$"
"""Names that change when what they hold changes."""

FOREVER = "public, max-age=31536000, immutable"
MONTH = "public, max-age=2592000"
SHORT = "public, max-age=300, must-revalidate"
"""A corrected number to a help line reaches everybody within five minutes."""

HSTS = "max-age=31536000"
"""Strict-Transport-Security; written as a comment: turned on too early, it shuts readers out for a year."""


EDITOR = MappingProxyType(
    {
        "default-src": "'none'",
        "script-src": "'self' 'unsafe-eval'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self' blob:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
)
"""For the editor in the browser alone, which lies in redigera/ on a preview and in no published edition: it makes
functions of its own to judge its configuration, and writes its styles as it runs."""


def editor_policy(servers: Sequence[str]) -> str:
    """The policy of the editor's one page; `servers` are where it fetches the content and sends changes."""
    here = {**EDITOR, "connect-src": " ".join((EDITOR["connect-src"], *servers))}
    return "; ".join(f"{name} {value}" for name, value in here.items())


def header_policy() -> str:
    """The whole policy, as the header Content-Security-Policy."""
    return "; ".join(f"{name} {value}" for name, value in CSP.items())


def meta_policy() -> str:
    """The policy for `<meta http-equiv="Content-Security-Policy">`, which holds when a page is opened from disk too."""
    here = {name: value for name, value in CSP.items() if name not in ONLY_IN_HEADERS}
    return "; ".join(f"{name} {value}{' file:' * (name in ALSO_FROM_FOLDERS)}" for name, value in here.items())


def headers() -> dict[str, str]:
    """What every answer carries, whatever it is."""
    return {
        "Content-Security-Policy": header_policy(),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": ", ".join(f"{power}=()" for power in UNUSED),
    }
