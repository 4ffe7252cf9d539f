"""One document at a time, in this process; a document that fails costs only itself."""

import logging
from collections.abc import Callable, Iterable, Iterator

from regesta.errors import KnowledgeError, ModelError, RegestaError
from regesta.ingest import Skipped
from regesta.model.chronology import Findings
from regesta.model.text import Document

Progress = Callable[[Document], None]
"""Called after each document, read or skipped."""

_log = logging.getLogger(__name__)


def read_all(
    documents: Iterable[Document],
    read_one: Callable[[Document], Findings],
    progress: Progress | None = None,
) -> Iterator[tuple[Document, Findings | Skipped]]:
    """What each document says, in the order given, or why it could not be read.

    What is no document's fault is raised: MemoryError, an interrupt, a model that is missing, wrong knowledge files.
    """
    for document in documents:
        result = _read(document, read_one)
        if progress is not None:
            progress(document)
        yield document, result


def _read(document: Document, read_one: Callable[[Document], Findings]) -> Findings | Skipped:
    try:
        return read_one(document)
    except (MemoryError, ModelError, KnowledgeError):
        raise
    except RegestaError as error:
        reason = str(error).removeprefix(f"{document.name}: ")
    except Exception as error:
        _log.debug("%s could not be read", document.name, exc_info=True)
        reason = f"{_where(error)}; this is a mistake of ours, please report it with this line"
    return Skipped(document.name, reason, document.sha256)


def _where(error: Exception) -> str:
    """`ValueError in split_sentences, line 12: the message`, on one line."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" in {trace.tb_frame.f_code.co_name}, line {trace.tb_lineno}" if trace is not None else ""
    return f"{type(error).__name__}{place}: {' '.join(str(error).split())}"
