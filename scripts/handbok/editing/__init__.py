"""What helps an editor write: schemas for the editor's own program, new files, words. Knows reading, no page.

schema      the models as JSON Schema, with help in Swedish and the ids there are
blanks      a new file with its fields and where to find what
creating    the verb `new`
dictionary  a Swedish dictionary: whether a word is one
language    spelling, words to avoid, long sentences
proofreading the language check with its memory
"""
