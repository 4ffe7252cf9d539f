"""Time expressions without the rest: of a text, and of sources of any length."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, TextIO

from regesta.errors import ExportError, LanguageError, QuestionError, RegestaError
from regesta.rules.problems import suggest
from regesta.tagging import SUFFIXES, WRITERS, TaggedTime, Tagger, cut_text, find_streams, pieces

if TYPE_CHECKING:
    from regesta.rules.load import Rules

AUTO = "auto"


def tag(
    text: str, *, language: str = AUTO, document_date: str | None = None, julian: bool = False
) -> tuple[TaggedTime, ...]:
    """The time expressions of a text, in text order; none overlap.

    `document_date`, a day, is what "yesterday" counts from; without it nothing is assumed. With `julian`, days before
    15 October 1582 that no word marks are of that calendar; else day and month stand as they are written.
    """
    if language == AUTO and not text.strip():
        return ()
    tagger = Tagger(_rules(text, language), document_date=document_date, julian=julian)
    return tuple(time for _, times in tagger.tag(pieces(cut_text(text))) for time in times)


@dataclass(frozen=True, slots=True)
class Tagged:
    """What became of one source: why it was left out, empty where it was tagged."""

    name: str
    problem: str = ""


def tag_sources(
    sources: Sequence[str],
    output: TextIO | Path,
    *,
    to: str = "json",
    language: str = AUTO,
    encoding: str | None = None,
    document_date: str | None = None,
    julian: bool = False,
) -> Iterator[Tagged]:
    """Tags files, folders of them, or `-`, and writes `to` json, timeml or text: onto a stream, or a file a document
    into a folder. Memory does not grow with the length of a source.
    """
    if to not in WRITERS:
        raise ExportError(f'no format "{to}"{suggest(to, WRITERS)}; known: {", ".join(WRITERS)}')
    streams = list(find_streams(sources, encoding))
    if to == "timeml" and len(streams) > 1 and not isinstance(output, Path):
        raise ExportError(f"{len(streams)} documents are given, and TimeML holds one; name a folder with -o DIR")
    for stream in streams:
        try:
            with _opened(output, stream.name, SUFFIXES[to]) as target:
                parts = pieces(stream.blocks(), markdown=stream.markdown)
                first = next(parts, "")
                rules = _rules(first, language, stream.name)
                tagger = Tagger(rules, document_date=document_date, julian=julian, markdown=stream.markdown)
                tagged = tagger.tag(chain([first], parts))
                WRITERS[to](tagged, target, stream.name, len(streams) > 1, tagger.document_date)
        except QuestionError:
            raise
        except RegestaError as error:
            yield Tagged(stream.name, str(error))
        else:
            yield Tagged(stream.name)


def _rules(text: str, language: str, name: str = "") -> "Rules":
    """The rules of the language asked for, or of the one that the text is in; LanguageError where there are none."""
    from regesta.rules.load import load_rules

    if language != AUTO:
        return load_rules(language)
    from regesta.ingest import detect_language

    try:
        return load_rules(detect_language(text))
    except LanguageError as error:
        raise LanguageError(f"{name}: {error}" if name else str(error)) from None


@contextmanager
def _opened(output: TextIO | Path, name: str, suffix: str) -> Iterator[TextIO]:
    """The stream itself, or a new file in the folder that is there only once it is whole."""
    if not isinstance(output, Path):
        yield output
        return
    inside = [part for part in PurePosixPath(name).parts if part not in ("/", "..")]
    path = output.joinpath(*inside[:-1], inside[-1] + suffix)
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with part.open("w", encoding="utf-8", newline="") as target:
                yield target
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise ExportError(
            f"{path}: cannot be written: {error.strerror or error}; name another folder with -o"
        ) from None
