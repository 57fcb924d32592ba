"""Courses in other languages: messages for translators, and texts in which theirs stand.

A translation is applied to the sources, before they are parsed: each paragraph, option or value is
replaced by what the translator wrote, so that all that reads, checks and renders a course does the
same for a translated one. What must not follow the words (ids, letters of options, anchors, kinds
of questions) is taken from the course as its author wrote it, and found by its place in the
structure, which no translation can change.
"""
