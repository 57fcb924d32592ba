"""`moocbuild serve`: the course as learners will see it, built anew whenever a file changes.

`preview` makes one state of it in memory, `workshop` makes the next one after each burst of edits,
`app` and what is below it hand it out to a browser on this machine and to nobody else.
"""
