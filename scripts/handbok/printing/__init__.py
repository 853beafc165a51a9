"""HTML -> PDF, and sheets as Word files. The only place that knows WeasyPrint and python-docx.

forms        which files a sheet gives
drawing      a sheet -> the HTML of one of its forms
stock        paper and type: style sheets, fonts, and what goes into a fingerprint
fetching     the only files that a sheet may read
typesetting  HTML -> pages -> PDF, with every warning a fault
filling      fields to fill in on screen, made whole
measuring    whether each text fits its box and each sign is in its font
pictures     the first page as a small PNG
manuscript   what goes into a sheet's Word file
word         the Word file; wordareas has the kinds of area, wordshapes what Word has no ready word for
survey       the survey as a Word file
run          all sheets, over all cores, nothing printed twice
"""

from .forms import Edition, Sheet
from .run import print_sheets
from .stock import Stock

__all__ = ["Edition", "Sheet", "Stock", "print_sheets"]
