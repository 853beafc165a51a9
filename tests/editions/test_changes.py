"""Nothing that looks otherwise in an edition is left as it was: every part and list is drawn both ways and compared."""

from __future__ import annotations

import shutil
from pathlib import Path

from handbok.editions.facts import settings
from handbok.editions.kit import Kit
from handbok.editions.weaving import Weaver
from handbok.local import Local, read_and_lay
from handbok.model import BY_NAME, Handbook
from handbok.problems import has_errors
from handbok.rendering import Renderer
from handbok.rendering.plain import PLAIN
from handbok.searching.extending import known
from handbok.site.edition import facts_of
from handbok.site.pages import address, pages
from local.overlays import EXEMPELSTAD, changed, copied
from support import PROJECT


def kit_of(handbook: Handbook, mother: Path) -> Kit:
    search = known(handbook, (), lambda id_: address(id_, handbook))
    facts = facts_of(PROJECT)
    return Kit(mother, handbook, search, {"blad": {}, "bocker": {}}, (), frozenset(), 0, False, facts)


def left_as_they_were(local: Local, handbook: Handbook, mother: Path) -> list[list[str]]:
    """Calls whose result differs although the edition does not draw them anew."""
    facts = settings(local, kit_of(handbook, mother))
    weaver = Weaver(local, facts)
    before = Renderer(handbook, PROJECT / "overrides", {**facts, **PLAIN})
    calls = [["visa", page.shows] for page in pages(handbook)]
    parts = [call for call in calls if before.part(call[1]) != weaver.draw(call)]
    lists = [
        ["lista", typ, ""]
        for typ, kind in BY_NAME.items()
        if before.listing(typ, handbook.all(kind)) != weaver.draw(["lista", typ, ""])
    ]
    return [call for call in (*parts, *lists) if not weaver.changes.affects(call)]


def test_every_part_that_differs_is_drawn_anew(handbook: Handbook, tmp_path: Path) -> None:
    local, _ = read_and_lay(EXEMPELSTAD, handbook, PROJECT)
    assert left_as_they_were(local, handbook, tmp_path) == []


def test_a_contact_that_is_replaced_is_replaced_everywhere(handbook: Handbook, tmp_path: Path) -> None:
    folder = copied(tmp_path / "lokalt")
    changed(folder, "lan: lan/12\n", "kommun: kommun/2480\nlan: lan/24\n")
    shutil.copy(PROJECT / "content" / "kontakt" / "mika-umea.yml", folder / "kontakt" / "mika-umea.yml")
    path = folder / "kontakt" / "mika-umea.yml"
    text = path.read_text(encoding="utf-8").replace("rubrik: ", "rubrik: Nya ", 1)
    text += "" if "utanfor_oppettid:" in text else "utanfor_oppettid: Ring 112 vid fara.\n"
    path.write_text(text + ("" if "reserv:" in text else "reserv: [kontakt/nodnummer]\n"), encoding="utf-8")
    local, problems = read_and_lay(folder, handbook, tmp_path)
    assert not has_errors([one for one in problems if "mika" in one.place.file]), problems
    assert [entry.id for entry in local.replaced] == ["kontakt/mika-umea"]
    assert left_as_they_were(local, handbook, tmp_path) == []


def test_a_page_of_its_own_leads_home_from_its_depth(handbook: Handbook, tmp_path: Path) -> None:
    local, _ = read_and_lay(EXEMPELSTAD, handbook, PROJECT)
    weaver = Weaver(local, settings(local, kit_of(handbook, tmp_path)))
    shell = '<title>x</title><a href="../index.html">Start</a><script src="../skript/sok.js"></script><!-- innehall -->'
    tree = "beslutstrad/far-jag-dela-uppgiften"
    own = {page.address: page for page in pages(handbook)}
    deep = weaver.own_page(shell, own[f"{tree}/grovt-brott"])
    assert 'href="../../index.html"' in deep
    assert 'src="../../skript/sok.js"' in deep
    assert 'href="../far-jag-dela-uppgiften.html"' in deep
    assert 'href="../index.html"' in weaver.own_page(shell, own[tree])
