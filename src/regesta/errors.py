"""Every error that regesta raises, in one tree.

RegestaError
├── SourceError             a source cannot be read: missing, binary, undecodable, too long a line
├── LanguageError           a language that no knowledge folder covers
├── ModelError              the language model is not installed, or is not the one asked for
├── KnowledgeError          entries of knowledge/ that are wrong: all of them at once, with remedies
├── ChronicleError          a chronicle file cannot be opened or written
│   └── SchemaError         ... because a newer regesta wrote it
├── CorrectionError         a corrections file is wrong, or a correction does not fit what it is made to
│   └── StaleError          ... because somebody has changed the file since it was looked at
├── QuestionError           a date, a place or an id that cannot be understood or found
└── ExportError             an export cannot be written

A contradiction in the sources is no error: it is a `Conflict`, a finding like any other.
Each message says what, where, and what to do, in one line.
"""


class RegestaError(Exception):
    """The base of all errors that regesta raises on purpose."""


class SourceError(RegestaError):
    """A source cannot be read."""


class LanguageError(RegestaError):
    """No knowledge folder covers the language of a source."""


class ModelError(RegestaError):
    """The language model is missing or is not the one asked for."""


class KnowledgeError(RegestaError):
    """Entries of knowledge/ are wrong; the message lists all of them."""


class ChronicleError(RegestaError):
    """A chronicle file cannot be opened or written."""


class SchemaError(ChronicleError):
    """A chronicle was written by a newer version."""


class CorrectionError(RegestaError):
    """A corrections file is wrong, or a correction does not fit what it is made to."""


class StaleError(CorrectionError):
    """The corrections are no longer those that were looked at."""


class QuestionError(RegestaError):
    """A date, a place or an id cannot be understood or found."""


class ExportError(RegestaError):
    """An export cannot be written."""
