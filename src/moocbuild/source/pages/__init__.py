"""Markdown files as pages: lessons, quizzes, simulations, and the questions in them."""
