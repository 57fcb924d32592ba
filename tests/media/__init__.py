"""Makes `media.samples` importable in tests."""
