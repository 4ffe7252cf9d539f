"""`regesta serve`: the page of a chronicle with review, and the same over HTTP for scripts."""

from regesta.server.app import make_app
from regesta.server.desk import Desk
from regesta.server.guard import Guard, Rights
from regesta.server.run import Listening, listen, run

__all__ = ["Desk", "Guard", "Listening", "Rights", "listen", "make_app", "run"]
