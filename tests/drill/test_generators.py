"""The exit drill: the same content with another generator gives the same pages, headings and texts.

ProperDocs stands ready and is tried with everything else. Zensical moves every week: tried by hand with
`python3 scripts/test.py -m drill`, which also writes docs/forvalta/generatorer.md.
"""

from __future__ import annotations

import pytest

from drill import report
from drill.comparing import Difference
from drill.generators import Site


def test_properdocs_gives_the_same_site(with_properdocs: Difference) -> None:
    assert with_properdocs.pages > 0
    assert (with_properdocs.missing, with_properdocs.extra) == ((), ())
    assert with_properdocs.other_headings == ()
    assert with_properdocs.other_texts == ()


@pytest.mark.drill
def test_zensical_gives_the_same_pages_and_headings(with_zensical: Difference) -> None:
    assert (with_zensical.missing, with_zensical.extra) == ((), ())
    # Its own in English, and the page whose panel stands in our shell.
    assert set(with_zensical.other_headings) <= {"404.html", "om/sparat.html"}


@pytest.mark.drill
def test_the_finishing_pass_leads_every_link_home_where_there_are_no_hooks(zensical: Site) -> None:
    for path in zensical.folder.rglob("*.html"):
        assert 'href="id:' not in path.read_text(encoding="utf-8"), path


@pytest.mark.drill
def test_what_differs_is_written_down(
    mkdocs: Site, properdocs: Site, zensical: Site, with_properdocs: Difference, with_zensical: Difference
) -> None:
    report.write(report.PAGE, mkdocs, {properdocs: with_properdocs, zensical: with_zensical})
    assert zensical.name in report.PAGE.read_text(encoding="utf-8")
