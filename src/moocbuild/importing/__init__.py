"""`moocbuild import`: what other programs wrote, as the files of a course.

A format (`formats/`, one folder each) reads a source into one neutral value (`brought.py`), made
of the course model's own texts and questions; `markdown/` writes any such value, and is the
inverse of `source/`; `course.py` makes the files of a course of it, reads them back, and puts
them in place.
"""
