"""Links: inside the built site and out to the world. Knows reading; asks the network only when told to.

addresses   every address that leads out, with the file and line where it stands
exceptions  content/lankundantag.yml: what is let through, why, and until when
manners     pace per host, tries, time limits
asking      what a server answers: HEAD, then GET, one redirect at a time
judging     an answer -> a verdict: dead, moved, refused, soft 404 …
remembering what was answered lately
checking    all of it, a thread per host
mending     a new address in place of an old one, nothing else on the line
inside      the built site, with lychee; tel and mailto
telling     text, Markdown, JSON, annotations
command     the verb `links`
"""
