"""Names that a file cannot have everywhere: whoever reads or writes archives asks for them."""

from __future__ import annotations

DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"}
    | {f"{device}{digit}" for device in ("com", "lpt") for digit in "0123456789¹²³"}
)
"""Names that Windows keeps for devices, whatever follows the first dot
(learn.microsoft.com/windows/win32/fileio/naming-a-file)."""
