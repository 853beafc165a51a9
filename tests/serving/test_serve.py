"""The verb as an editor meets it: a browser beside the editor, a mistake, the mistake mended."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from serving.shown import PATIENCE, shown, wait_for
from support import run_verb, small_project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project(tmp_path_factory.mktemp("visning") / "på prov")


@pytest.fixture(scope="module")
def serving(project: Path) -> Iterator[tuple[str, Path]]:
    with shown(project) as found:
        yield found


@pytest.mark.browser
def test_a_change_is_shown_a_mistake_told_and_mended(project: Path, serving: tuple[str, Path], page: Page) -> None:
    address, said = serving
    entry = project / "content" / "begrepp" / "samverkan.yml"
    good = entry.read_text(encoding="utf-8")
    wait_for(said, r"Klart på ")
    page.goto(f"{address}begrepp/samverkan.html")
    text, box = page.locator("body"), page.locator("#handbok-lage")
    expect(text).to_contain_text("Att flera gör något tillsammans.")

    entry.write_text(good.replace("tillsammans", "på samma gång"), encoding="utf-8")
    expect(text).to_contain_text("Att flera gör något på samma gång.", timeout=PATIENCE)

    entry.write_text(good.replace("forklaring:", "förklaring:"), encoding="utf-8")
    expect(box).to_contain_text("fältet ”förklaring” finns inte här. Menade du ”forklaring”?", timeout=PATIENCE)
    expect(text).to_contain_text("Att flera gör något på samma gång.")
    wait_for(said, r"(?m)^content/begrepp/samverkan\.yml:2:1: fel: ")
    page.reload()
    expect(box).to_contain_text("fältet ”förklaring” finns inte här. Menade du ”forklaring”?")

    entry.write_text(good, encoding="utf-8")
    expect(text).to_contain_text("Att flera gör något tillsammans.", timeout=PATIENCE)
    expect(box).to_have_count(0)

    style = project / "overrides" / "form" / "webb.css"
    style.write_text(style.read_text(encoding="utf-8") + "\nbody { outline: 7px solid red; }\n", encoding="utf-8")
    expect(text).to_have_css("outline-width", "7px", timeout=PATIENCE)
    assert "Ändrat: overrides/form/webb.css. Bygger om …" in said.read_text(encoding="utf-8")


def test_a_port_that_is_taken_ends_with_a_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run_verb("serve", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "är upptagen av ett annat program" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize("port", ["åtta", "-1", "70000"])
def test_a_port_that_is_none_is_told(port: str) -> None:
    done = run_verb("serve", f"--port={port}")
    assert done.returncode == 2
    assert f"”{port}” är ingen port" in done.stderr
