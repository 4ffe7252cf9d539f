"""The one door: read sources, open a chronicle, ask it."""

from regesta.api.chronicle import Chronicle
from regesta.api.knowledge import KnowledgeReport, check_knowledge, list_types
from regesta.api.questions import Answers
from regesta.api.reading import Progress, open, read  # noqa: A004 - `regesta.open` is what a user looks for
from regesta.api.remarks import Remark
from regesta.api.tagging import tag
from regesta.api.views import Entry, Shown, Words
from regesta.tagging import TaggedTime

__all__ = [
    "Answers",
    "Chronicle",
    "Entry",
    "KnowledgeReport",
    "Progress",
    "Remark",
    "Shown",
    "TaggedTime",
    "Words",
    "check_knowledge",
    "list_types",
    "open",
    "read",
    "tag",
]
