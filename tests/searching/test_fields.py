"""Which texts of an entry are looked through, and in what role, for any type."""

from __future__ import annotations

from handbok.law.acts import Acts
from handbok.model import Handbook
from handbok.searching.documents import Document, Prose, documents
from handbok.searching.fields import Role, fields, plain


def told(handbook: Handbook, id_: str, role: Role) -> list[str]:
    return [text for found, text in fields(handbook[id_]) if found is role]


def test_names_and_numbers_are_words_to_search_by(handbook: Handbook) -> None:
    assert "trafficking" in told(handbook, "begrepp/manniskohandel", Role.ORD)
    assert {"OSL", "2009:400"} <= set(told(handbook, "forfattning/osl", Role.ORD))
    assert told(handbook, "kontakt/nodnummer", Role.ORD) == ["SOS Alarm"]


def test_what_tells_the_entry_weighs_more_than_the_rest(handbook: Handbook) -> None:
    assert len(told(handbook, "mall/swot", Role.KORT)) > 1
    assert any("inringat" in text for text in told(handbook, "mall/swot", Role.TEXT))


def test_only_confirmed_numbers_can_be_found(handbook: Handbook) -> None:
    assert told(handbook, "kontakt/polisen", Role.TELEFON) == ["11414"]
    shown = {number.tel for entry in handbook if entry.typ == "kontakt" for number in entry.telefon
             if number.sakerhet == "bekraftad"}  # fmt: skip
    assert {text for entry in handbook for role, text in fields(entry) if role is Role.TELEFON} <= shown


def test_addresses_dates_and_keeping_are_left_out(handbook: Handbook) -> None:
    texts = [text for entry in handbook for _, text in fields(entry)]
    assert not [text for text in texts if text.startswith(("http", "bekraftad", "publicerad"))]


def test_markdown_leaves_no_marks() -> None:
    assert plain("Ring **112**, [nu](kontakt/nodnummer).\n\n- ett\n- två") == "Ring 112, nu. ett två"


def test_every_entry_with_a_page_can_be_found(handbook: Handbook, found: tuple[Document, ...]) -> None:
    assert {document.id for document in found} == {entry.id for entry in handbook}
    assert all(document.title and document.place and document.summary for document in found)


def test_what_is_repealed_says_so_and_weighs_less(found: tuple[Document, ...]) -> None:
    by_id = {document.id: document for document in found}
    old, new = by_id["lagrum/sol2001-14-1"], by_id["lagrum/sol-19-1"]
    assert old.place.endswith("gäller inte längre")
    assert old.weight < new.weight
    assert "lagrum/sol2001-14-1" in new.refs


def test_a_page_of_prose_is_found_by_its_heading_and_text_but_not_by_its_calls() -> None:
    page = Prose(
        "om/index", "---\nhide: [toc]\n---\n\n# Om {: #om }\n\nText med [länk](x.md).\n\n{{ lista('steg') }}\n"
    )
    (document,) = documents(Handbook(), Acts(), (page,), lambda id_: None)
    assert (document.id, document.title, document.address) == ("om/index", "Om", "om/index.html")
    assert document.texts == ((Role.TITEL, "Om"), (Role.TEXT, "Text med länk."))


def test_the_search_page_does_not_find_itself() -> None:
    page = Prose("sok", "---\nsok: ja\nhide: [toc]\n---\n\n# Sök\n")
    assert list(documents(Handbook(), Acts(), (page,), lambda id_: None)) == []
