"""What the theme leaves on every page and nobody needs: a menu, a search and a dialog that ours replace.

No template of the theme is copied; what it draws outside its blocks is taken away from the finished page.
"""

from __future__ import annotations

import re

from ..hosting.policy import meta_policy

_LEFT_OVER = re.compile(
    r'<input class="md-toggle"[^>]*>'  # checkboxes with autocomplete, which vnu refuses
    r'|<label class="md-overlay"[^>]*></label>'
    r'|<div data-md-component="skip">.*?</div>'  # ours stands in overrides/skal/huvud.html
    r'|<div data-md-component="announce">\s*</div>'
    r'|<div class="md-dialog"[^>]*>\s*<div class="md-dialog__inner md-typeset">\s*</div>\s*</div>'
    r'|<meta name="generator"[^>]*>'
    r'|<link rel="(?:prev|next)"[^>]*>'  # the order of the menu, which is no order to read in
    r"|<script>(?:__md_scope=|var target=document\.getElementById\(location).*?</script>",  # for the theme's own script
    re.DOTALL,
)
_MARKS = re.compile(r'(<html lang="sv") class="no-js"')
_CHARSET = re.compile(r'<meta charset="utf-8">')
_PRE = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL)
_INDENT = re.compile(r"\n\s+")
_BETWEEN = re.compile(
    r"(</?(?:ul|ol|tr|tbody|thead|table|section|nav|article)\b[^>]*>|</(?:li|td|th)>)\n"
    r"(?=</?(?:ul|ol|li|tr|td|th|tbody|thead|section|nav|div|article|h[1-6])\b)"
)


def mended(html: str) -> str:
    """The page without what the theme left on it."""
    return _MARKS.sub(r"\1", _LEFT_OVER.sub("", html))


def guarded(html: str) -> str:
    """The page with the policy as its first word after the character set, before anything can be loaded."""
    meta = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{meta_policy()}">'
    return _CHARSET.sub(lambda _: meta, html, count=1)


def squeezed(html: str) -> str:
    """The page without the empty lines and indents that templates leave: a fifth of its bytes."""
    pieces = _PRE.split(html)
    texts, kept = pieces[::3], [*pieces[1::3], ""]
    thin = (_INDENT.sub("\n", text).replace(" \n", "\n") for text in texts)
    return "".join(_BETWEEN.sub(r"\1", text) + whole for text, whole in zip(thin, kept, strict=True))
