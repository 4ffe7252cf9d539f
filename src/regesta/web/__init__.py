"""The pages. They show values and are handed everything; they read no store and run no stage."""

from regesta.web.publish import publish

__all__ = ["publish"]
