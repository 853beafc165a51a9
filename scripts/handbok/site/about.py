"""The pages that tell whose edition this is: made from facts, never written by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model import EDITION_PAGES

_PLACES = (
    ("om/utgavan", "Om den här utgåvan"),
    ("om/tillganglighet", "Tillgänglighetsredogörelse"),
    ("om/personuppgifter", "Personuppgifter och kakor"),
)
ABOUT: Mapping[str, tuple[str, str]] = dict(zip(EDITION_PAGES, _PLACES, strict=True))
"""What `visa` draws -> the page's address without ending, and its heading. The templates lie in overrides/utgava/."""

SHELL = "utgava/skal"
"""The page of a mother site from which pages of entries that only one edition has are made."""
SHELL_TITLE, SHELL_TELLS = "Utgavansrubrik", "Utgavansbeskrivning"
"""What stands for the heading and the description in the shell."""


def about_pages(mother: bool = False) -> Iterator[tuple[str, str]]:
    """Path under docs/ and Markdown of each: a heading and one call."""
    for call, (address, heading) in ABOUT.items():
        yield f"{address}.md", f"---\nhide: [toc]\n---\n\n# {heading}\n\n{{{{ visa('{call}') }}}}\n"
    if mother:
        front = f"---\nhide: [toc]\ndescription: {SHELL_TELLS}\n---\n"
        yield f"{SHELL}.md", f"{front}\n# {SHELL_TITLE}\n\n<!-- innehall -->\n"
