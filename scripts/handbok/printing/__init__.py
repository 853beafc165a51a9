"""HTML -> PDF, and sheets as Word files. The only place that knows WeasyPrint and python-docx.

forms        which files a sheet gives
drawing      a sheet -> the HTML of one of its forms
stock        paper and type: style sheets, fonts, and what goes into a fingerprint
settling     style sheets with what is the same everywhere worked out
fetching     the only files that a sheet may read
typesetting  HTML -> pages -> PDF, with every warning a fault
saving       a PDF as a file, the same bytes each time
codes        QR codes, and others in their place
filling      fields to fill in on screen, made whole, and the same file without them
measuring    whether each text fits its box and each sign is in its font
scaling      A3 -> A4
stamping     a municipality's name on a file that is printed already
pictures     the first page as a small PNG
manuscript   what goes into a sheet's Word file
word         the Word file; wordblank is the empty file, wordareas has the kinds of area, wordshapes
             what Word has no ready word for
survey       the survey as a Word file
run          all sheets, over all cores, nothing printed twice; work is one of them, keeping what is kept
books        the book and the packs
"""

from .forms import Edition, Sheet
from .run import print_sheets
from .stock import Stock

__all__ = ["Edition", "Sheet", "Stock", "print_sheets"]
