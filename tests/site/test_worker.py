"""The list of files that a copy holds: what is on it, and when a file has to be fetched again."""

from __future__ import annotations

import json
from pathlib import Path

from handbok.site.worker import files_of, kept, revision, with_files, worker
from support import PROJECT

PAGE = '<p>{text}</p><p>Innehållet är från <time datetime="{iso}" data-innehallets-dag>{day}</time>.</p>'


def page(text: str, iso: str, day: str) -> bytes:
    return PAGE.format(text=text, iso=iso, day=day).encode()


def test_a_page_of_which_only_the_day_of_the_content_changed_is_not_fetched_again() -> None:
    before = revision(page("Ring 112.", "2026-11-21", "21 november 2026"))
    assert revision(page("Ring 112.", "2027-02-03", "3 februari 2027")) == before
    assert revision(page("Ring 114 14.", "2026-11-21", "21 november 2026")) != before


def test_another_date_on_a_page_is_a_change() -> None:
    checked = b'<time datetime="2026-11-21">21 november 2026</time>'
    assert revision(checked) != revision(checked.replace(b"21 november", b"22 november"))


def test_the_worker_holds_the_modules_and_the_list_and_calls_nobody() -> None:
    files = {"index.html": "0" * 32, "form/a.css": "1" * 32}
    script = worker(PROJECT, files)
    assert files_of(script) == files
    assert files_of(with_files(script, {"ny.html": "2" * 32})) == {"ny.html": "2" * 32}
    assert files_of(with_files(script, {})) == {}
    assert "importScripts" not in script
    assert "sourceMappingURL" not in script


def test_every_module_of_workbox_is_of_one_version() -> None:
    packages = json.loads((PROJECT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert len({told["version"] for path, told in packages.items() if "/workbox-" in path}) == 1


def test_a_copy_holds_pages_and_what_they_load_and_no_sheets(tmp_path: Path) -> None:
    for name in (
        "index.html",
        "404.html",
        "sw.js",
        "skript/sok.js",
        "utskrift/a-a3.pdf",
        "utskrift/a.html",
        "data/a.csv",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert list(kept(tmp_path)) == ["index.html", "skript/sok.js"]
