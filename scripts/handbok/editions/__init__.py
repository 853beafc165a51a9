"""Many editions of one handbook in one run.

mother     one build of everything, with places left open for what an edition says of itself
kit        what every process needs to make an edition of it
changes    what in the handbook looks otherwise in an edition
weaving    a page of the mother -> the page of the edition
facts      what templates see of an edition
files      an edition's folder: pages woven, made files, the rest linked
copies     what lets a reader keep it on a device
prints     its sheets: those that its routine fills in, and its name on the others
stamps     the edition's name and address on what is printed already
packs      its packs, bound of its own sheets
running    side by side in processes; one that fails does not stop the others
command    the verb `build` with --local
"""
