"""What learners see and run: pages, style, scripts, and the SCO made of them.

Knows nothing of any one LMS but the row of an `Edition`; does not know what a target is.
"""
