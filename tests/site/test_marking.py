"""Parts kept away from Markdown come back whole, and only calls that stand alone are kept away."""

from __future__ import annotations

import pytest

from handbok.site.marking import anchors, fill, mark


@pytest.mark.parametrize("call", ["{{ visa('ovning/swot') }}", '{{ visa("ovning/swot") }}', "{{visa('ovning/swot')}}"])
def test_a_call_alone_on_its_line_is_drawn_after_markdown(call: str) -> None:
    marked = mark(f"# SWOT\n\n{call}\n")
    assert "{{" not in marked
    assert fill(marked, lambda id_: f"<div>{id_}</div>") == "# SWOT\n\n<div>ovning/swot</div>\n"


@pytest.mark.parametrize(
    "text",
    ["Se {{ visa('ovning/swot') }} här.", "{{ lista('ovning') }}", "    {{ visa('ovning/swot') }}", "{{ visa(id) }}"],
)
def test_every_other_call_is_left_to_the_macros(text: str) -> None:
    assert mark(text) == text


def test_every_id_is_an_anchor() -> None:
    assert anchors('<h2 id="ett">x</h2><p class="a" id="två">') == {"ett", "två"}
