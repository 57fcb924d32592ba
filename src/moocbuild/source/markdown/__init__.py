"""Markdown: one parse to a syntax tree with lines, and from there to texts of the model."""
