"""What a new course, or a new page of one, begins with."""
