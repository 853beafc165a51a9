"""The search: what is looked through, how words are read, and the register that the browser asks. Knows no MkDocs.

words      a text -> its words, and each word -> the form it is kept under
compounds  människohandel -> människa, handel, by the words of the handbook itself
fields     an entry -> its texts, each with how much it weighs
documents  entries and pages of prose -> what can be found
register   documents -> which word stands where
writing    the register as scripts that a page loads when somebody is about to search
"""

from .documents import Prose
from .writing import search_files

__all__ = ["Prose", "search_files"]
