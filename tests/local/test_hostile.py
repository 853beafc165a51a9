"""A hostile overlay gets nothing through: what cannot be shown in a file of tests/fel_lokalt."""

from __future__ import annotations

from pathlib import Path

import pytest

from editions.test_changes import kit_of
from handbok.editions.facts import settings
from handbok.editions.weaving import Weaver
from handbok.local import load_overlay, read_and_lay
from handbok.local.picture import picture_fault
from handbok.model import Handbook
from handbok.problems import Stop, as_text, has_errors
from handbok.site.about import ABOUT
from local.overlays import changed, copied, told

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


def problems(folder: Path, handbook: Handbook, root: Path) -> str:
    found = load_overlay(folder, handbook, root)[1]
    assert has_errors(found)
    return as_text(found)


@pytest.mark.parametrize("name", ["kontakt/lokal-lank.yml", "sidor/lank.md", "lank.yml"])
def test_a_link_to_another_file_is_not_read(name: str, handbook: Handbook, tmp_path: Path) -> None:
    folder = copied(tmp_path / "lokalt")
    (tmp_path / "hemligt").write_text("# Hemligt\n\nlösenord\n", encoding="utf-8")
    (folder / name).symlink_to(tmp_path / "hemligt")
    told = problems(folder, handbook, tmp_path)
    assert "[lokal-fil]" in told
    assert "lösenord" not in told


def test_a_folder_that_is_a_link_is_not_walked(handbook: Handbook, tmp_path: Path) -> None:
    folder = copied(tmp_path / "lokalt")
    (tmp_path / "annat").mkdir()
    (tmp_path / "annat" / "lokal-x.yml").write_text("rubrik: x\n", encoding="utf-8")
    (folder / "fall").symlink_to(tmp_path / "annat")
    overlay, found = load_overlay(folder, handbook, tmp_path)
    assert "lokalt/fall:1:1: fel: en lokal mapp får inte ha länkar" in as_text(found)
    assert not [id_ for id_ in (*overlay.entries, *overlay.unread) if id_.startswith("fall/")]


@pytest.mark.parametrize("name", ["../hemlig.svg", "/etc/passwd", "form/../../hemlig.svg", ".hemlig.svg", "saknas.svg"])
def test_a_logotype_lies_in_the_folder(name: str, handbook: Handbook, tmp_path: Path) -> None:
    folder = copied(tmp_path / "lokalt")
    (tmp_path / "hemlig.svg").write_text(SVG.format(""), encoding="utf-8")
    changed(folder, "logotyp: vapen.svg", f"logotyp: {name}")
    assert "[lokal-logotyp]" in problems(folder, handbook, tmp_path)


def test_a_logotype_that_is_a_link_is_refused(handbook: Handbook, tmp_path: Path) -> None:
    folder = copied(tmp_path / "lokalt")
    (folder / "vapen.svg").rename(tmp_path / "vapen.svg")
    (folder / "vapen.svg").symlink_to(tmp_path / "vapen.svg")
    assert "[lokal-logotyp]" in problems(folder, handbook, tmp_path)


def test_a_logotype_of_20_megabytes_is_not_read(handbook: Handbook, tmp_path: Path) -> None:
    folder = copied(tmp_path / "lokalt")
    with (folder / "vapen.svg").open("wb") as file:
        file.truncate(20_000_000)
    assert "logotypen ”vapen.svg” är 20000 kB; högst 200 kB går" in problems(folder, handbook, tmp_path)


@pytest.mark.parametrize(
    "inner",
    [
        "<script>alert(1)</script>",
        '<path d="M0 0" onload="alert(1)"/>',
        '<a href="javascript:alert(1)"><path d="M0 0"/></a>',
        '<use href="https://exempel.se/x.svg#a"/>',
        '<use xlink:href="data:image/svg+xml;base64,AAAA"/>',
        '<image href="https://exempel.se/x.png"/>',
        "<style>@import url(https://exempel.se/x.css);</style>",
        '<path style="fill:url(https://exempel.se/x)"/>',
        "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><script>1</script></body></foreignObject>",
        "<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>",
        '<animate attributeName="href" values="javascript:alert(1)"/>',
        "<?xml-stylesheet href='https://exempel.se/x.css'?>",
    ],
)
def test_a_drawing_holds_shapes_and_nothing_else(inner: str, tmp_path: Path) -> None:
    path = tmp_path / "vapen.svg"
    path.write_text(SVG.format(inner), encoding="utf-8")
    assert picture_fault(path)


def test_entities_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "vapen.svg"
    path.write_text('<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + SVG.format("&x;"), encoding="utf-8")
    assert "DOCTYPE" in str(picture_fault(path))


def test_an_ordinary_drawing_will_do(tmp_path: Path) -> None:
    path = tmp_path / "vapen.svg"
    path.write_text(SVG.format('<defs><path id="a" d="M0 0h9v9z"/></defs><use href="#a" fill="#123456"/>'), "utf-8")
    assert picture_fault(path) is None


def test_a_picture_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "vapen.png"
    path.write_bytes(b"<script>")
    assert "ingen PNG" in str(picture_fault(path))


def test_far_too_many_files_are_the_wrong_folder(handbook: Handbook, tmp_path: Path) -> None:
    folder = copied(tmp_path / "lokalt")
    for number in range(2100):
        (folder / f"{number}.txt").touch()
    with pytest.raises(Stop, match="knappast en lokal mapp"):
        load_overlay(folder, handbook, tmp_path)


NAME, WEB = "kommunnamn: Exempelstads kommun", "webbadress: https://handbok.exempelstad.se/"
MAIL = "handboken@exempelstad.se"
IN_TEXT, NOT_ALLOWED = "[vår väg](lokalt/var-vag)", "texten har en länk som kör kod"


@pytest.mark.parametrize(
    ("honest", "hostile", "message"),
    [
        (NAME, 'kommunnamn: "<script>alert(1)</script>"', "texten har HTML-kod"),
        (NAME, f"kommunnamn: {'x' * 300}", "är för långt: högst 60 tecken"),
        (WEB, "webbadress: javascript:alert(1)", "ska vara en webbadress som börjar med https://"),
        (WEB, 'webbadress: "https://x.se/\\"><script>"', "ska vara en webbadress som börjar med https://"),
        ("utgang: https://www.smhi.se/", "utgang: data:text/html,x", "ska vara en webbadress som börjar med https://"),
        (MAIL, '"a@b.se?subject=x"', "ska vara en e-postadress"),
        ("sakerhet@exempelstad.se", '"a@b.se\\nPolicy: https://elak.se"', "ska vara en e-postadress"),
        (IN_TEXT, "[vår väg](javascript:alert)", NOT_ALLOWED),
        (IN_TEXT, "[vår väg](&#106;avascript:alert)", "länk"),
        (IN_TEXT, "<img src=x onerror=alert(1)>", "texten har HTML-kod"),
        (IN_TEXT, "<!-- utgava:start -->", "texten har HTML-kod"),
        ('ljus: "#7a2a5c"', 'ljus: "red } body { display: none"', "ska vara en färg"),
        ('ljus: "#7a2a5c"', 'ljus: "#ffeeee"', "minst 4,5:1 behövs"),
        ("funktion: Kommunpolis", 'funktion: "<b onclick=alert(1)>x</b>"', "texten har HTML-kod"),
    ],
)
def test_a_hostile_word_is_refused(honest: str, hostile: str, message: str, handbook: Handbook, tmp_path: Path) -> None:
    folder = copied(tmp_path / "lokalt")
    changed(folder, honest, hostile)
    assert message in told(folder, handbook, tmp_path)
    assert " fel: " in told(folder, handbook, tmp_path)


@pytest.mark.parametrize("honest", [NAME, "logotyp_alt: Exempelstads kommuns vapen, ett träd"])
def test_what_is_only_odd_breaks_out_of_nothing(honest: str, handbook: Handbook, tmp_path: Path) -> None:
    """Quotes, braces and ampersands are words like others, wherever they are drawn."""
    folder = copied(tmp_path / "lokalt")
    field = honest.partition(":")[0]
    changed(folder, honest, f"""{field}: '" onload="alert(1)" & {{{{ 7 * 7 }}}}'""")
    local, found = read_and_lay(folder, handbook, tmp_path)
    assert not has_errors(found)
    weaver = Weaver(local, settings(local, kit_of(handbook, tmp_path)))
    slots = "".join(f"<!-- utgava:{name} -->" for name in ("huvud", "hjalp", "start", "ansvar", "fot"))
    page = weaver.page(f"<html><head><title>Start</title></head><body>{slots}</body></html>", "index.html")
    page += "".join(str(weaver.draw(["visa", call])) for call in ABOUT)
    assert "&#34; onload=&#34;alert(1)&#34; &amp; {{ 7 * 7 }}" in page
    assert 'onload="' not in page
    assert "utgava:" not in page
