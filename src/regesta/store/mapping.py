"""Frozen values to rows of plain columns and back, worked out from the fields of their types.

A field `trigger: Span` fills the columns `trigger_document`, `trigger_start`, `trigger_end` and, for people who open
the file with other tools, `trigger_words` (never read back). A field `since: Bounds` fills `since_earliest` and
`since_latest`; `when` and a record in a list add no prefix. Evidence is kept once and numbered. A field that holds
a list has a table of its own, with `owner` (the row's `position`) and its own `position`.
"""

# ruff: noqa: ARG002 - a codec that needs no book is given one all the same

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Protocol, Union, get_args, get_origin, get_type_hints

from regesta.model.evidence import Evidence
from regesta.model.ids import Id
from regesta.model.text import Span

Row = Sequence[Any]


@dataclass(slots=True)
class Book:
    """What rows refer to: the texts that spans quote, and evidence by its number."""

    texts: Mapping[Id, str]
    evidence: list[Evidence] = field(default_factory=list)
    _numbers: dict[Evidence, int] = field(default_factory=dict)

    def words(self, span: Span) -> str | None:
        """The words of a span; None where it lies in no document of the chronicle."""
        text = self.texts.get(span.document)
        return None if text is None else text[span.start : span.end]

    def number(self, evidence: Evidence) -> int:
        """The number of that evidence; equal evidence has one number."""
        number = self._numbers.setdefault(evidence, len(self.evidence))
        if number == len(self.evidence):
            self.evidence.append(evidence)
        return number


class Codec(Protocol):
    """One field: its columns, and its value to and from them."""

    columns: tuple[str, ...]
    witness: int | None
    """Which of the columns is never NULL when there is a value; None if there is no such."""

    def put(self, value: Any, row: list[Any], book: Book) -> None:
        """Append the value's columns to the row."""

    def take(self, row: Row, at: int, book: Book) -> Any:
        """The value whose columns begin at `at`."""


class Plain:
    """A string, a number or NULL as it is."""

    def __init__(self, name: str, *, optional: bool) -> None:
        self.columns: tuple[str, ...] = (name,)
        self.witness = None if optional else 0

    def put(self, value: Any, row: list[Any], book: Book) -> None:
        """One column."""
        row.append(value)

    def take(self, row: Row, at: int, book: Book) -> Any:
        """One column."""
        return row[at]


class Flag(Plain):
    """True and False as 1 and 0."""

    def put(self, value: Any, row: list[Any], book: Book) -> None:
        """One column."""
        row.append(None if value is None else int(value))

    def take(self, row: Row, at: int, book: Book) -> Any:
        """One column."""
        return None if row[at] is None else bool(row[at])


class Reference(Plain):
    """Evidence, by its number."""

    def put(self, value: Any, row: list[Any], book: Book) -> None:
        """One column."""
        row.append(book.number(value))

    def take(self, row: Row, at: int, book: Book) -> Any:
        """One column."""
        return book.evidence[row[at]]


class Place:
    """A span, with its words."""

    def __init__(self, prefix: str) -> None:
        self.columns = tuple(f"{prefix}{part}" for part in ("document", "start", "end", "words"))
        self.witness: int | None = 0

    def put(self, value: Any, row: list[Any], book: Book) -> None:
        """Four columns."""
        row += (value.document, value.start, value.end, book.words(value))

    def take(self, row: Row, at: int, book: Book) -> Any:
        """Three of the four columns."""
        return Span(row[at], row[at + 1], row[at + 2])


class Record:
    """A dataclass, by the columns of its fields one after the other."""

    def __init__(self, kind: type[Any], prefix: str) -> None:
        self.kind = kind
        hints = get_type_hints(kind)
        self.names = tuple(f.name for f in fields(kind) if not is_list(hints[f.name]))
        self.codecs = tuple(codec_of(hints[name], name, prefix) for name in self.names)
        self.columns = tuple(column for codec in self.codecs for column in codec.columns)
        offsets = [0]
        for codec in self.codecs:
            offsets.append(offsets[-1] + len(codec.columns))
        self.parts = tuple(zip(self.names, self.codecs, offsets[:-1], strict=True))
        certain = (at + codec.witness for _, codec, at in self.parts if codec.witness is not None)
        self.witness: int | None = next(certain, None)

    def put(self, value: Any, row: list[Any], book: Book) -> None:
        """The columns of all fields."""
        for name, codec, _ in self.parts:
            codec.put(getattr(value, name), row, book)

    def take(self, row: Row, at: int, book: Book) -> Any:
        """A new value; its own checks run."""
        return self.kind(**self.take_fields(row, at, book))

    def take_fields(self, row: Row, at: int, book: Book) -> dict[str, Any]:
        """The fields of a value by name."""
        return {name: codec.take(row, at + offset, book) for name, codec, offset in self.parts}


class Maybe:
    """A span or a record that may be missing: all its columns are NULL then.

    Where a value might have nothing but NULLs too, one more column says whether there is one.
    """

    def __init__(self, inner: Codec, name: str) -> None:
        self.inner = inner
        self.flag = inner.witness is None
        self.columns = (f"{name}_given", *inner.columns) if self.flag else inner.columns
        self.witness: int | None = 0 if self.flag else None
        self.look_at = 0 if inner.witness is None else inner.witness

    def put(self, value: Any, row: list[Any], book: Book) -> None:
        """All columns, or a NULL for each."""
        if self.flag:
            row.append(int(value is not None))
        if value is None:
            row.extend([None] * len(self.inner.columns))
        else:
            self.inner.put(value, row, book)

    def take(self, row: Row, at: int, book: Book) -> Any:
        """The value or None."""
        seen = row[at + self.look_at]
        if seen is None or (self.flag and not seen):
            return None
        return self.inner.take(row, at + 1 if self.flag else at, book)


def is_list(hint: Any) -> bool:
    """Whether a field holds a `tuple[X, ...]`."""
    return get_origin(hint) is tuple and get_args(hint)[1:] == (...,)


def codec_of(hint: Any, name: str, prefix: str) -> Codec:
    """The codec of a field by its type; TypeError for a type that no column can hold."""
    optional = get_origin(hint) in (Union, UnionType)
    if optional:
        (hint,) = (arg for arg in get_args(hint) if arg is not NoneType)
    column = f"{prefix}{name}"
    inside = prefix if name == "when" else f"{column}_"
    if hint is Evidence and not optional:
        return Reference(column, optional=False)
    if hint is Span:
        return Maybe(Place(inside), column) if optional else Place(inside)
    if is_dataclass(hint):
        record = Record(hint, inside)  # type: ignore[arg-type]
        return Maybe(record, column) if optional else record
    if get_origin(hint) is tuple:
        raise TypeError(f"{column}: a list inside a record has no table; give the record a table of its own")
    return Flag(column, optional=optional) if hint is bool else Plain(column, optional=optional)


def item_codec(hint: Any) -> Codec:
    """The codec of what a list holds: a record's columns without prefix, a span as `span_...`, else one `value`."""
    if hint is Span:
        return Place("span_")
    return Record(hint, "") if is_dataclass(hint) else Plain("value", optional=False)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class ListTable:
    """The table of one list field."""

    name: str
    field: str
    codec: Codec


@dataclass(frozen=True, slots=True)
class Table:
    """A type, its table, and the tables of its list fields."""

    name: str
    record: Record
    lists: tuple[ListTable, ...]


def table_of(kind: type[Any], name: str, singular: str) -> Table:
    """The table of a type; its lists are in tables named `singular_field`."""
    hints = get_type_hints(kind)
    lists = tuple(
        ListTable(f"{singular}_{f.name}", f.name, item_codec(get_args(hints[f.name])[0]))
        for f in fields(kind)
        if is_list(hints[f.name])
    )
    return Table(name, Record(kind, ""), lists)
