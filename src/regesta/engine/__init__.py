"""Where the work runs."""

from regesta.engine.local import Progress, read_all

__all__ = ["Progress", "read_all"]
