"""From sources to a chronicle, and from a file back to one."""

import platform
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from regesta.api.chronicle import Chronicle
from regesta.api.corrected import find_corrections, reason_corrected, record_corrections
from regesta.api.memory import collecting_nothing, collecting_seldom
from regesta.errors import KnowledgeError, ModelError, SourceError
from regesta.model.chronology import Findings
from regesta.model.manifest import Manifest, SourceRecord
from regesta.model.text import Document

if TYPE_CHECKING:
    from regesta.corrections import CorrectionsFile
    from regesta.extract.syntax import Parser
    from regesta.ingest import Skipped
    from regesta.rules.load import Rules

AUTO = "auto"

Progress = Callable[[str, int, int], None]
"""Called after each source: its name, characters read so far, characters in all."""


@collecting_seldom()
def read(
    *sources: str | Path,
    language: str = AUTO,
    encoding: str | None = None,
    model: str | None = None,
    progress: Progress | None = None,
    corrections: str | Path | None = None,
) -> Chronicle:
    """A chronicle of files, folders of them, or `-` for standard input.

    A source that cannot be read is left out and named in `manifest.sources`; SourceError where none can be read.
    `language` and `encoding` force what is else detected; `model` names another spaCy model. `corrections` is a file
    of corrections by hand; where none is given, `NAME.corrections.toml` beside a single source `NAME.txt` counts.
    """
    if not sources:
        raise SourceError("no source is given; name a file, a folder, or - for standard input")
    from regesta.corrections import read_corrections
    from regesta.ingest import read_sources

    chosen = find_corrections(sources, given=corrections)
    corrected = read_corrections(chosen) if chosen is not None else None
    reader = _Reader(language, model)
    given = list(read_sources(sources, encoding=encoding, language=language))
    documents = [d for d in given if isinstance(d, Document)]
    records = [_record(d) for d in given]
    found, bad = _read_documents(reader, documents, progress)
    for document, skipped in bad:
        records[given.index(document)] = _record(skipped, document)
    if not found:
        raise SourceError(_all_bad(records))
    return _conclude(reader, found, tuple(records), corrected)


@collecting_seldom()
def read_again(
    chronicle: Chronicle,
    corrections: str | Path,
    *,
    model: str | None = None,
    progress: Progress | None = None,
    documents: list[Document] | None = None,
) -> Chronicle:
    """The chronicle made anew from the texts that it holds, with the corrections as they are now.

    `documents` are newer versions of those texts. ModelError where it was read with another model than this one.
    """
    from regesta.corrections import read_corrections

    corrected = read_corrections(corrections)
    reader = _Reader(AUTO, model)
    texts = documents if documents is not None else list(chronicle.chronology.findings.documents)
    found, bad = _read_documents(reader, texts, progress)
    records = {r.name: r for r in chronicle.manifest.sources} | {d.name: _record(d) for d in texts}
    for document, skipped in bad:
        records[document.name] = _record(skipped, document)
    if not found:
        raise SourceError(_all_bad(list(records.values())))
    made = _conclude(reader, found, tuple(records.values()), corrected)
    if made.manifest.model != chronicle.manifest.model:
        raise ModelError(
            f"the chronicle was read with the model {chronicle.manifest.model}, and this is {made.manifest.model}; "
            "name that model with --model, or build the chronicle again from its sources"
        )
    return made


def _read_documents(
    reader: "_Reader", documents: list[Document], progress: Progress | None
) -> "tuple[list[Findings], list[tuple[Document, Skipped]]]":
    """What each document says, and those that could not be read."""
    from regesta.engine import read_all

    found: list[Findings] = []
    bad: list[tuple[Document, Skipped]] = []
    for document, result in read_all(documents, reader.read, _counted(progress, documents)):
        if isinstance(result, Findings):
            found.append(result)
        else:
            bad.append((document, result))
    return found, bad


@collecting_nothing()
def _conclude(
    reader: "_Reader",
    found: list[Findings],
    records: tuple[SourceRecord, ...],
    corrected: "CorrectionsFile | None",
) -> Chronicle:
    """What follows from all that was read, as corrected."""
    from regesta.pipeline import reason

    findings, manifest = Findings.concatenate(found), reader.manifest(records)
    if corrected is None:
        return Chronicle(reason(findings, reader.rules), manifest)
    chronology, outcomes = reason_corrected(findings, reader.rules, corrected)
    return Chronicle(chronology, record_corrections(manifest, corrected, outcomes))


@collecting_seldom()
def open(path: str | Path) -> Chronicle:  # noqa: A001 - `regesta.open` is what a user looks for
    """The chronicle in a file; ChronicleError where there is none."""
    from regesta.store import load

    return Chronicle(*load(Path(path)))


class _Reader:
    """Reads documents, each by the rules and the parser of its language; these are loaded once and when needed."""

    def __init__(self, language: str, model: str | None) -> None:
        self._model = model
        self._used: dict[str, tuple[Rules, Parser]] = {}
        if language != AUTO:
            from regesta.rules.load import require_whole

            require_whole(language)

    def read(self, document: Document) -> Findings:
        """What one document says."""
        from regesta import pipeline

        rules, parser = _load(document.language, self._model)
        self._used[document.language] = rules, parser
        return pipeline.read(document, rules, parser)

    @property
    def rules(self) -> "Rules":
        """Those of the first language read: what follows from claims is the same for all."""
        return next(iter(self._used.values()))[0]

    def manifest(self, sources: tuple[SourceRecord, ...]) -> Manifest:
        """What the chronicle was made from and with."""
        from regesta import __version__

        used = [self._used[language] for language in sorted(self._used)]
        return Manifest(
            regesta=__version__,
            python=platform.python_version(),
            sources=sources,
            knowledge=" ".join(rules.digest for rules, _ in used),
            model=", ".join(dict.fromkeys(parser.identity for _, parser in used)),
        )


def _load(language: str, model: str | None) -> "tuple[Rules, Parser]":
    """The rules and the parser of a language, loaded once a process."""
    from regesta.rules.load import load_rules, require_whole

    require_whole(language)
    rules = load_rules(language)
    _read_whole(rules)
    return rules, _parser(rules, model)


@cache
def _parser(rules: "Rules", model: str | None) -> "Parser":
    from regesta.extract.syntax import load_parser

    return load_parser(rules.writing.syntax, model)


_PARTS = ("writing", "times", "people", "event_types", "lexicon", "gazetteer")


def _read_whole(rules: "Rules") -> None:
    """Reads every part of the rules before any text; one KnowledgeError tells the mistakes of all parts."""
    mistakes = []
    for part in _PARTS:
        try:
            getattr(rules, part)
        except KnowledgeError as error:
            mistakes.append(str(error))
    if mistakes:
        raise KnowledgeError("\n".join(dict.fromkeys("\n".join(mistakes).splitlines())))


def _counted(progress: Progress | None, documents: list[Document]) -> Callable[[Document], None] | None:
    """The progress of characters from the progress of documents."""
    if progress is None:
        return None
    total = sum(len(d.text) for d in documents)
    done = _running_sum(documents)
    return lambda document: progress(document.name, next(done), total)


def _running_sum(documents: list[Document]) -> Iterator[int]:
    done = 0
    for document in documents:
        done += len(document.text)
        yield done


def _record(source: "Document | Skipped", document: Document | None = None) -> SourceRecord:
    """A line of the manifest; for a document that failed later, with what was known of it."""
    if isinstance(source, Document):
        return SourceRecord(source.name, source.sha256, len(source.text), source.encoding, source.language)
    if document is None:
        return SourceRecord(source.name, source.sha256, 0, "", "", source.reason)
    known = _record(document)
    return SourceRecord(known.name, known.sha256, known.characters, known.encoding, known.language, source.reason)


def _all_bad(records: list[SourceRecord]) -> str:
    """One line that names the first bad source, and how many more there are."""
    if not records:
        return "no source holds any text; give a .txt or .md file, or a folder with some"
    more = f" (and {len(records) - 1} more that cannot be read)" if len(records) > 1 else ""
    return f"{records[0].name}: {records[0].skipped}{more}"
