"""What has changed, in words: between two commits, and for each entry through the years. Knows git and reading.

repository   what git tells: which files, which contents, when
penalties    a scale of penalties in a few words
words        two versions of an entry -> what differs, in words
comparing    two commits -> the entries that are new, gone, moved or changed
touched      changed entries -> pages, sheets and printed codes that they touch
history      every change of what is law, printed or rung, from git or from historik.json
shares       how much of each part was complete, through the years
report       what a change touches, as Markdown
"""
