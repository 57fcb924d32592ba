"""What a course is, as plain data, and what changed between two of them.

`facts` takes a course apart: everything that learners meet, by id, as JSON has it. Packages for
the web and for SCORM carry that in `SUMMARY`, so that two releases can be compared without their
sources. `changes` compares two of them, `told` says it in words. Knows no files and no packages.
"""

from __future__ import annotations

SUMMARY = "moocbuild-summary.json"
"""The member of a package that holds the facts of its course."""
FORM = 1
"""Counted up when older programs could no longer read it rightly."""
