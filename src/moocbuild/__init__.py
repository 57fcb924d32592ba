"""A compiler from Markdown courses to packages for learning-management systems."""

__version__ = "0.1.0"
