"""The handbook generator. The map of the package, in the order in which the layers may lean on one another:

setup      the environment that everything runs in; standard library only
problems   what is wrong, where, in words an editor can act on
faults     what reading and printing find on their own, and why it is wrong
running    a verb's end: one sentence and an exit code, never a traceback
manners    how we behave towards other people's servers
hosting    what a server needs: headers, its files, packed files
model      what a handbook is: content types, ids, references; knows no file and no HTML
reading    content/ and docs/ -> (Handbook, [Problem]); the only place that knows YAML
law        citations, amendment registers, what can be computed from law
rules      rules over the whole handbook
local      a municipality's own edition laid over the handbook
editing    what helps an editor write: schemas, new files, words
reports    what can be said of the whole handbook, for those who keep it
cms        the editor in the browser: set up from the models, on a preview or this computer
checking   read and check together: the verb validate
changes    what has changed, in words: between two versions, and through the years
rendering  entry -> HTML
searching  what can be found, and the register that the browser asks
site       pages, macros, the finished site; the only place that knows MkDocs
printing   HTML -> PDF; the only place that knows WeasyPrint
placement  a finished folder in place of an old one, in one step
progress   how far long work has come
orders     what to build, as the command line asks for it
presses    everything a build prints
building   all of it together: the verb build
editions   many editions of one handbook in one run
serving    the site on this computer, built anew when a file changes: the verb serve
releasing  versioned archives: the verb release
impacting  what a change touches: the verb impact

A layer imports what stands above it here, never what stands below; site and printing do not know one another.
"""
