"""The handbook generator. The map of the package, in the order in which the layers may lean on one another:

setup      the environment that everything runs in; standard library only
problems   what is wrong, where, in words an editor can act on
model      what a handbook is: content types, ids, references; knows no file and no HTML
reading    content/ and docs/ -> (Handbook, [Problem]); the only place that knows YAML
rules      rules over the whole handbook
law        citations and amendment registers
local      a municipality's own edition laid over the handbook
rendering  entry -> HTML
site       pages, macros, the finished site; the only place that knows MkDocs
printing   HTML -> PDF; the only place that knows WeasyPrint

A layer imports what stands above it here, never what stands below; site and printing do not know one another.
"""
