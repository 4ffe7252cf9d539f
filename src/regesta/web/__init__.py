"""The pages. They show values and are handed everything; they read no store and run no stage."""

from regesta.web.geojson import read_geojson
from regesta.web.payload import version_hash
from regesta.web.publish import TEXT, Look, check_language, publish, render, render_text, stands_apart

__all__ = [
    "TEXT",
    "Look",
    "check_language",
    "publish",
    "read_geojson",
    "render",
    "render_text",
    "stands_apart",
    "version_hash",
]
