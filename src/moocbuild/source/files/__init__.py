"""The files of a course: which are read, what they may hold, and the lock that freezes ids."""
