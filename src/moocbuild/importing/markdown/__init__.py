"""Texts and questions as Markdown: the inverse of `source/markdown` and `source/pages`.

Own code, because libraries that turn HTML into Markdown write for people, not for a parser:
markdownify 1.2 leaves `#`, `1.` and `[ ]` at the beginning of a paragraph as they are, loses
`<sup>`, and writes emphasis that no parser recognises beside a letter. Here, what is read back is
the same tree (`tests/importing/test_markdown.py`); what Markdown has no signs for is HTML.
"""
