"""Blocks for Open edX: branching simulations, and a learner's own map of competencies."""

__version__ = "0.2.0"
