"""The pages. They show values and are handed everything; they read no store and run no stage."""

from regesta.web.geojson import read_geojson
from regesta.web.payload import version_hash
from regesta.web.publish import Look, check_language, publish, render

__all__ = ["Look", "check_language", "publish", "read_geojson", "render", "version_hash"]
