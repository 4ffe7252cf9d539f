"""The pages. They show values and are handed everything; they read no store and run no stage."""

from regesta.web.publish import Look, check_language, publish, render

__all__ = ["Look", "check_language", "publish", "render"]
