"""Questions that an index answers without reading the whole chronicle: words, and what lies in a stretch of days."""

from dataclasses import dataclass
from pathlib import Path

from regesta.model.ids import Id
from regesta.model.text import Span
from regesta.store.database import reading
from regesta.store.write import OPEN_DAY

_SEARCH = """
SELECT s.id, s.span_document, s.span_start, s.span_end, d.name, s.span_words
FROM sentence_search JOIN sentences AS s ON s.position = sentence_search.rowid
LEFT JOIN documents AS d ON d.id = s.span_document
WHERE sentence_search MATCH ? ORDER BY bm25(sentence_search), s.position
"""

# A row of class c is shorter than 2^c days, so that one that reaches day `first` begins after first - 2^c.
_OVERLAP = """
WITH RECURSIVE classes(c) AS (SELECT 0 UNION ALL SELECT c + 1 FROM classes WHERE c < 42)
SELECT t.{column} FROM classes CROSS JOIN {table} AS t
ON {condition} AND t.length_class = c AND t.first_day > :first - (1 << c) AND t.first_day <= :last
WHERE t.last_day >= :first
"""
_STATES = _OVERLAP.format(column="position", table="states", condition="1")
_STATES_OF = _OVERLAP.format(column="position", table="states", condition="t.key = :name")
_EVENTS = _OVERLAP.format(column="position", table="events", condition="1")
_EVENTS_OF = _OVERLAP.format(column="event", table="event_participants", condition="t.name = :name")


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that holds the words looked for."""

    sentence: Id
    span: Span
    document: str
    """Its name."""
    quote: str


def search(path: str | Path, words: str) -> tuple[Hit, ...]:
    """Sentences that hold all the words, best first, whatever their accents and case; `word*` finds beginnings."""
    wanted = [_term(word) for word in words.replace("\x00", " ").split()]
    if not wanted:
        return ()
    with reading(path) as connection:
        rows = connection.execute(_SEARCH, (" ".join(wanted),)).fetchall()
    return tuple(Hit(Id(row[0]), Span(Id(row[1]), row[2], row[3]), row[4] or "", row[5] or "") for row in rows)


def _term(word: str) -> str:
    """One word in the query language of FTS5: quoted, so that nothing in it is an operator."""
    stem = word.rstrip("*")
    quoted = '"' + stem.replace('"', '""') + '"'
    return f"{quoted}*" if stem != word else quoted


def states_on(path: str | Path, day: int, key: str | None = None) -> tuple[Id, ...]:
    """States that may hold on a day (a Julian day number), of one key or of all, in the order of the chronology."""
    found = _STATES if key is None else _STATES_OF
    query = f"SELECT id FROM states WHERE position IN ({found}) ORDER BY position"  # noqa: S608 - no words of others
    return _look_up(path, query, day, day, key)


def events_between(
    path: str | Path, first: int | None = None, last: int | None = None, name: str | None = None
) -> tuple[Id, ...]:
    """Events that may fall between two days (None: open), with somebody or some place of that name in them."""
    low = -OPEN_DAY if first is None else first
    high = OPEN_DAY if last is None else last
    found = f"position IN ({_EVENTS})" if name is None else f"id IN ({_EVENTS_OF})"
    query = f"SELECT id FROM events WHERE {found} ORDER BY position"  # noqa: S608 - no words of others
    return _look_up(path, query, low, high, name)


def _look_up(path: str | Path, query: str, first: int, last: int, name: str | None) -> tuple[Id, ...]:
    given = {"first": first, "last": last} | ({} if name is None else {"name": name})
    with reading(path) as connection:
        return tuple(Id(row[0]) for row in connection.execute(query, given))
