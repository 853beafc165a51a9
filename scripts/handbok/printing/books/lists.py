"""Lists and facts as paper wants them: run in where space is scarce, and in an order that PDF has tags for.

WeasyPrint tags a list item's marker and its lines, but hangs blocks within it beside them, and groups within a list
of facts as groups; PDF/UA-1 allows neither (7.2). The HTML made here is for WeasyPrint alone.
"""

from __future__ import annotations

from lxml import html
from lxml.html import HtmlElement, builder

_INLINE = {"a", "abbr", "b", "code", "em", "i", "q", "span", "strong", "time", "ul", "ol", "br", "sup", "sub"}
"""What may stand in a list item beside its marker; lists within are hung on the list itself."""


def arrange(root: HtmlElement, *, run_in: bool) -> None:
    """Every list of facts and every list item of a part, as tags want them; `run_in` makes facts running text."""
    for foot in list(root.iter("footer")):
        for facts in list(foot.iter("dl")):
            _replace(foot, [_running(facts, "underlag")])
    for facts in list(root.iter("dl")):
        if run_in:
            _replace(facts, [_running(facts, "uppgifter")])
        else:
            _as_list(facts)
    for item in list(root.iter("li")):
        if any(isinstance(child.tag, str) and child.tag not in _INLINE for child in item):
            _wrap(item)


def _running(facts: HtmlElement, name: str) -> HtmlElement:
    """`Lydelse: SFS 2025:179. Säkerhet: Bekräftad.` as one paragraph, links kept."""
    whole = builder.P(builder.CLASS(name))
    for term in facts.iter("dt"):
        label = builder.B(term.text_content().strip() + ":", builder.CLASS("led"))
        label.tail = " "
        whole.append(label)
        value = term.getnext()
        if value is not None and value.tag == "dd":
            _pour(value, whole)
    return whole


def _pour(value: HtmlElement, whole: HtmlElement) -> None:
    """The content of a fact into the paragraph, a list as `a; b; c`, with a full stop after."""
    items = list(value.iter("li")) or [value]
    for number, item in enumerate(items, start=1):
        for block in list(item.iter("p", "ul", "ol", "div")):
            if block is not item:
                block.drop_tag()
        _add_text(whole, (item.text or "").lstrip())
        for child in list(item):
            whole.append(child)
        _strip_end(whole)
        _add_text(whole, ". " if number == len(items) else "; ")


def _add_text(whole: HtmlElement, text: str) -> None:
    if len(whole):
        whole[-1].tail = (whole[-1].tail or "") + text
    else:
        whole.text = (whole.text or "") + text


def _strip_end(whole: HtmlElement) -> None:
    """No space and no second full stop before the one to come."""
    if len(whole):
        whole[-1].tail = (whole[-1].tail or "").rstrip().removesuffix(".")


def _as_list(facts: HtmlElement) -> None:
    """A list of facts in groups becomes a list of items, each with its label and its value."""
    groups = [child for child in facts if child.tag == "div"]
    if not groups:
        return
    facts.tag = "ul"
    facts.set("class", f"{facts.get('class', '')} par".strip())
    for group in groups:
        group.tag = "li"
        for part in group:
            if part.tag in ("dt", "dd"):
                part.set("class", f"{part.tag} {part.get('class', '')}".strip())
                part.tag = "div" if part.tag == "dd" else "p"


def _wrap(item: HtmlElement) -> None:
    """Gather an item's blocks in one; a `dd` within a `li` is what WeasyPrint tags as the item's body."""
    body = html.Element("dd")
    body.text, item.text = item.text, None
    body.extend(list(item))
    item.append(body)


def _replace(old: HtmlElement, new: list[HtmlElement]) -> None:
    parent = old.getparent()
    if parent is not None:
        place = parent.index(old)
        new[-1].tail = old.tail
        parent[place : place + 1] = new
