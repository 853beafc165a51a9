"""A newer handbook says what moved and what must be looked at."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from handbok.local import read_and_lay
from handbok.local.upgrade import to_look_at, version_of
from handbok.model import Handbook, Ref
from handbok.problems import Level, as_text, has_errors
from local.overlays import EXEMPELSTAD, changed, copied
from support import PROJECT, run_verb


def test_what_moved_is_told_and_followed(handbook: Handbook, tmp_path: Path) -> None:
    folder = copied(tmp_path / "lokalt")
    contact = folder / "kontakt" / "lokal-socialjouren.yml"
    contact.write_text(contact.read_text("utf-8").replace("kontakt/nodnummer", "kontakt/larm"), "utf-8")
    newer = replace(handbook, moved={"kontakt/larm": Ref("kontakt/nodnummer")})
    local, problems = read_and_lay(folder, newer, tmp_path)
    assert as_text(problems) == (
        "lokalt/kontakt/lokal-socialjouren.yml:12:10: varning: ”kontakt/larm” har flyttat och heter nu "
        "”kontakt/nodnummer”. Skriv det nya [lokal-flyttad]"
    )
    assert local.contact("kontakt/lokal-socialjouren").reserv == ("kontakt/nodnummer",)  # type: ignore[union-attr]


def test_a_link_in_a_text_is_followed_and_told_where_it_stands(handbook: Handbook, tmp_path: Path) -> None:
    folder = copied(tmp_path / "lokalt")
    page = folder / "sidor" / "var-vag.md"
    page.write_text("# Vår väg\n\nFörst.\n\nRing [112](kontakt/larm) eller [112](kontakt/larm#nar).\n", "utf-8")
    changed(folder, "Exempelstad började 2025.", "Ring [112](kontakt/larm).")
    newer = replace(handbook, moved={"kontakt/larm": Ref("kontakt/nodnummer")})
    local, problems = read_and_lay(folder, newer, tmp_path)
    told = as_text(problems).splitlines()
    assert [line.partition(": ")[0] for line in told] == [
        "lokalt/sidor/var-vag.md:5:1",
        "lokalt/sidor/var-vag.md:5:1",
        "lokalt/utgava.yml:42:1",
    ]
    assert {line.partition(": ")[2] for line in told} == {
        "varning: ”kontakt/larm” har flyttat och heter nu ”kontakt/nodnummer”. Skriv det nya [lokal-flyttad]"
    }
    assert "[112](kontakt/nodnummer) eller [112](kontakt/nodnummer#nar)" in local.pages[0].text
    assert "[112](kontakt/nodnummer)" in str(local.utgava.halsning)


def test_a_contact_that_was_replaced_is_so_under_its_new_name(handbook: Handbook, tmp_path: Path) -> None:
    """Else the handbook's own number would come back."""
    folder = copied(tmp_path / "lokalt")
    changed(folder, "lan: lan/12\n", "kommun: kommun/2480\nlan: lan/24\n")
    entry = handbook["kontakt/mika-umea"]
    text = (PROJECT / entry.marks.file).read_text("utf-8").replace("rubrik: ", "rubrik: Nya ", 1)
    (folder / "kontakt" / "mika.yml").write_text(text, "utf-8")
    newer = replace(handbook, moved={"kontakt/mika": Ref("kontakt/mika-umea")})
    local, problems = read_and_lay(folder, newer, tmp_path)
    (told,) = [problem.message for problem in problems if problem.rule == "lokal-flyttad"]
    assert told == "”kontakt/mika” har flyttat och heter nu ”kontakt/mika-umea”. Byt filnamn till kontakt/mika-umea.yml"
    assert [one.id for one in local.replaced] == ["kontakt/mika-umea"]
    assert "lokalt-namn" not in {problem.rule for problem in problems}


def test_what_has_changed_since_is_to_be_looked_at(handbook: Handbook, tmp_path: Path) -> None:
    folder = copied(tmp_path / "lokalt")
    changed(folder, "  dag: 2026-11-21", "  dag: 2026-01-01")
    local, _ = read_and_lay(folder, handbook, tmp_path)
    found = list(to_look_at(local, "0.2.0"))
    told = as_text(found)
    assert "handboken har version 0.2.0, ni gick igenom 0.1.0. Läs CHANGELOG.md" in told
    assert "”mall/flodesschema-arende”, bladet som er rutin fyller i, är kontrollerad" in told
    assert "”kontakt/nodnummer”, posten som ni hänvisar till, är kontrollerad" in told
    assert {problem.level for problem in found} == {Level.VARNING}


def test_nothing_is_told_when_nothing_has_changed(handbook: Handbook) -> None:
    local, _ = read_and_lay(EXEMPELSTAD, handbook, PROJECT)
    seen = local.utgava.genomgangen
    newest = max((e.kontrollerad for e in handbook if hasattr(e, "kontrollerad")), default=seen.dag)
    if newest <= seen.dag:
        assert list(to_look_at(local, seen.version)) == []


def test_an_old_assessment_never_stops_a_corrected_number(handbook: Handbook, tmp_path: Path) -> None:
    folder = copied(tmp_path / "lokalt")
    changed(folder, "bedomd: 2026-10-01", "bedomd: 2020-10-01")
    _, problems = read_and_lay(folder, handbook, tmp_path)
    assert not has_errors(problems)
    assert "TILLGÄNGLIGHETEN BEDÖMDES 2020-10-01" in as_text(problems)


def test_the_verb_checks_an_edition() -> None:
    done = run_verb("validate", "--local", str(EXEMPELSTAD), "--today", "2028-01-01", "--format", "json")
    assert '"rule": "gammal-bedomning"' in done.stdout


def test_the_version_is_that_of_the_project() -> None:
    assert version_of(PROJECT).count(".") == 2
