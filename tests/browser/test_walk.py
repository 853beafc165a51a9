"""The whole method walked as a core group would: from the start page through every step, exercise and session."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Visit
from handbok.model import Arbetspass, Entry, Handbook, Ovning, Steg

pytestmark = pytest.mark.browser


def sound(page: Page, seen: Visit, heading: str) -> None:
    """A page that a group can use: one heading, what it is for, what it rests on, and a way on."""
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("h1")).to_contain_text(heading)
    assert len(page.locator("article .ingress").first.inner_text()) > 20, f"{page.url} säger inte vad den är till för"
    expect(page.locator("article .underlag a").first).to_be_visible()
    expect(page.locator("article .underlag time").first).to_be_visible()
    assert page.locator("article a[href]:not(.underlag a)").count() > 0, f"{page.url} är en återvändsgränd"
    assert seen.faults == seen.foreign == []


def follow(page: Page, entry: Entry) -> None:
    """Go on by a link in the text, as a reader does."""
    page.locator(f"article a[href$='{entry.id}.html']:not(.grannar a)").first.click()
    page.wait_for_url(f"**/{entry.id}.html")


def in_order(handbook: Handbook, kind: type[Ovning] | type[Arbetspass]) -> list[Ovning | Arbetspass]:
    """Exercises or sessions as a group meets them."""
    return [entry for step in handbook.all(Steg) for entry in handbook.all(kind) if entry.steg == step.id]


def test_from_the_start_through_every_step_and_exercise(visit: Callable[..., Visit], handbook: Handbook) -> None:
    seen = visit()
    page = seen.open("index.html")
    opened = []
    for step in handbook.all(Steg):
        if step.ordning == 0:
            follow(page, step)
        else:
            page.locator("a[rel=next]").click()
            page.wait_for_url(f"**/{step.id}.html")
        sound(page, seen, step.rubrik)
        for exercise in (entry for entry in handbook.all(Ovning) if entry.steg == step.id):
            follow(page, exercise)
            sound(page, seen, exercise.rubrik)
            expect(page.locator(".moment__ett")).to_have_count(len(exercise.moment) + 1)
            opened.append(exercise.id)
            page.locator(f".fakta a[href$='{step.slug}.html']").click()
            page.wait_for_url(f"**/{step.id}.html")
    assert sorted(opened) == sorted(exercise.id for exercise in handbook.all(Ovning))
    expect(page.locator("a[rel=next]")).to_have_count(0)


def test_every_session_leads_to_its_exercises_and_back(
    visit: Callable[..., Visit], handbook: Handbook, base: str
) -> None:
    if base.startswith("http:"):
        return  # the same pages; they are walked where links are hardest, from a folder
    seen = visit()
    for step in handbook.all(Steg):
        page = seen.open(f"{step.id}.html")
        for session in (entry for entry in handbook.all(Arbetspass) if entry.steg == step.id):
            follow(page, session)
            sound(page, seen, session.rubrik)
            expect(page.locator(".dagordning__tabell tbody tr")).to_have_count(len(session.delar) + 1)
            for exercise in session.ovningar:
                slug = exercise.rpartition("/")[2]
                expect(page.locator(f".dagordning a[href$='{slug}.html']").first).to_be_visible()
            page.locator(f".fakta a[href$='{step.slug}.html']").click()
            page.wait_for_url(f"**/{step.id}.html")


@pytest.mark.parametrize("kind", [Steg, Ovning, Arbetspass], ids=lambda kind: kind.typ)
def test_forward_leads_through_all_and_back_again(
    kind: type[Entry], visit: Callable[..., Visit], handbook: Handbook, base: str
) -> None:
    if base.startswith("http:"):
        return  # the same
    row = list(handbook.all(Steg)) if kind is Steg else in_order(handbook, kind)  # type: ignore[arg-type]
    page = visit().open(f"{row[0].id}.html")
    expect(page.locator("a[rel=prev]")).to_have_count(0)
    for entry in row[1:]:
        page.locator("a[rel=next]").click()
        page.wait_for_url(f"**/{entry.id}.html")
    expect(page.locator("a[rel=next]")).to_have_count(0)
    for entry in reversed(row[:-1]):
        page.locator("a[rel=prev]").click()
        page.wait_for_url(f"**/{entry.id}.html")


def test_an_exercise_says_which_sessions_use_it(visit: Callable[..., Visit], handbook: Handbook) -> None:
    seen = visit()
    for exercise in handbook.all(Ovning)[:6]:
        page = seen.open(f"{exercise.id}.html")
        for session in handbook.used_by(exercise, Arbetspass):
            expect(page.locator(f"article a[href$='{session.slug}.html']").first).to_be_visible()
