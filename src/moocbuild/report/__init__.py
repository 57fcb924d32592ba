"""What is said about a course and its packages: report.html, the fidelity matrix."""
