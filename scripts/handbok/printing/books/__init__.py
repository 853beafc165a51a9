"""The handbook on paper: the whole book, the short one for those who decide, and packs for each step.

order     in which order the entries stand
prose     pages of docs/ as text of a book
chapters  chapters, and in them the pieces with headings of their own
links     parts made for pages -> parts of a book, links led home
lists     lists and facts in the order that PDF has tags for
volumes   the books as sheaves of HTML
packs     what each step needs on the table
shelf     what a book is, and its style
sheaf     a stretch of a book: before it is set, and after
work      one sheaf set, in a process of its own
setting   all sheaves, over all cores, until every page number is right
binding   several tagged PDF files -> one
shop      all books and packs where the site has its prints, nothing made twice
"""

from .packs import Pack, chosen
from .shelf import Shelf
from .shop import Shop, bound_pack, contents, print_books, print_packs, with_sheets_of

__all__ = ["Pack", "Shelf", "Shop", "bound_pack", "chosen", "contents", "print_books", "print_packs", "with_sheets_of"]
