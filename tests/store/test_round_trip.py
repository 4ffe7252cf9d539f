import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from chronologies import CHRONOLOGIES, MANIFESTS, bounds
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import Story
from regesta.model.chronology import Chronology
from regesta.model.claim import Event
from regesta.model.constraint import EventDates
from regesta.model.evidence import Evidence
from regesta.model.ids import Id
from regesta.model.manifest import Manifest
from regesta.model.state import State
from regesta.model.time import Bounds, Offset, TimeExpression
from regesta.store import events_between, load, save, search, states_on
from regesta.store.database import migrate
from regesta.store.tables import CONCLUSIONS, EVIDENCE, FINDINGS, SOURCES

MANIFEST = Manifest("0.1.0", "3.11", (), "k" * 64, "model 1.0", (("language", "auto"),))
SAME_FOLDER = [HealthCheck.function_scoped_fixture]


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


@pytest.fixture
def story() -> Story:
    first, second = "\ufeffL’été 1871, Crémieux took Besançon 😀 [1].", "It fell to Gent two days after the vote."
    story = Story(f"{first}\r\n{second}")
    story.entity("person", "Gaston Crémieux", "Crémieux")
    story.claim(
        "took", "capture", time="1871", time_words="L’été 1871", actor="Crémieux=Gaston Crémieux", place="Besançon"
    )
    story.claim("fell", "surrender", actor="It", status="possible")
    return story


@settings(max_examples=60, deadline=None, suppress_health_check=[*SAME_FOLDER, HealthCheck.too_slow])
@given(CHRONOLOGIES, MANIFESTS)
def test_any_chronology_comes_back_exactly(tmp_path: Path, chronology: Chronology, manifest: Manifest) -> None:
    save(tmp_path / "any.regesta", chronology, manifest)
    assert load(tmp_path / "any.regesta") == (chronology, manifest)


def test_an_empty_offset_is_not_a_missing_one(tmp_path: Path, story: Story) -> None:
    span = story.span("two days after")
    evidence = Evidence((span,))
    for offset in (None, Offset(None, None), Offset(None, 2, story.span("the vote"))):
        time = TimeExpression(Id("t"), span, span, "DATE", None, None, "relative", "in", evidence, None, offset, ("x",))
        chronology = Chronology(story.findings(times=(time,)))
        save(tmp_path / "a.regesta", chronology, MANIFEST)
        assert load(tmp_path / "a.regesta")[0] == chronology


def test_the_content_of_a_file_is_the_same_for_the_same_chronology(tmp_path: Path, story: Story) -> None:
    def dump(name: str) -> list[str]:
        save(tmp_path / name, Chronology(story.findings()), MANIFEST)
        with closing(sqlite3.connect(tmp_path / name)) as connection:
            return list(connection.iterdump())

    assert dump("a.regesta") == dump("b.regesta")


def test_the_columns_are_those_of_the_nouns(tmp_path: Path) -> None:
    """A field that is added to a noun needs a migration."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection)

        def columns(table: str) -> set[str]:
            return {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}

        lookup = {"first_day", "last_day", "length_class"}
        for table in [*FINDINGS.values(), *CONCLUSIONS.values(), EVIDENCE, SOURCES]:
            extra = lookup if table.name in ("events", "states") else set()
            assert columns(table.name) == {"position", *table.record.columns} | extra
            for items in table.lists:
                assert columns(items.name) == {"owner", "position", *items.codec.columns}


def test_other_tools_see_plain_words(tmp_path: Path, story: Story) -> None:
    path = tmp_path / "a.regesta"
    save(path, Chronology(story.findings()), MANIFEST)
    assert rows(path, "SELECT trigger_words, time_edtf, time_quote_words, status FROM claims") == [
        ("took", "1871", "L’été 1871", "asserted"),
        ("fell", None, None, "possible"),
    ]
    assert rows(path, "SELECT type, roles, sentence FROM readable_claims")[0] == (
        "capture",
        "actor: Crémieux; place: Besançon",
        "\ufeffL’été 1871, Crémieux took Besançon 😀 [1].",
    )
    assert rows(path, "SELECT name, value FROM manifest")[0] == ("regesta", "0.1.0")
    assert rows(path, "PRAGMA integrity_check") == [("ok",)]


def test_words_are_found_whatever_their_accents_and_case(tmp_path: Path, story: Story) -> None:
    path = tmp_path / "a.regesta"
    save(path, Chronology(story.findings()), MANIFEST)
    (hit,) = search(path, "cremieux BESANCON")
    assert hit.document == "story.txt"
    assert hit.span == story.sentences[0].span
    assert hit.quote == hit.span.quote(story.document)
    assert hit.sentence == story.sentences[0].id
    assert [h.sentence for h in search(path, "vot*")] == [story.sentences[1].id]
    assert search(path, "cremieux vote") == ()


@settings(max_examples=60, deadline=None, suppress_health_check=SAME_FOLDER)
@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from('"*()^:-+ \x00'), max_size=12))
def test_no_words_are_a_mistake(tmp_path: Path, words: str) -> None:
    path = tmp_path / "a.regesta"
    if not path.exists():
        save(path, Chronology(Story("Gent entered.").findings()), MANIFEST)
    assert len(search(path, words)) <= 1


EXTENTS = st.lists(st.tuples(bounds(), bounds(), st.sampled_from(["Lyon", "Besançon"])), max_size=8)
DAYS = st.integers(-50, 50) | st.integers(-(10**9), 10**9)


def near(extents: list[tuple[Bounds, Bounds, str]]) -> Iterator[int]:
    for start, end, _ in extents:
        yield from (day for edge in (start, end) for day in (edge.earliest, edge.latest) if day is not None)


@settings(max_examples=60, deadline=None, suppress_health_check=SAME_FOLDER)
@given(EXTENTS, st.data())
def test_interval_look_ups_find_what_a_plain_scan_finds(
    tmp_path: Path, extents: list[tuple[Bounds, Bounds, str]], data: st.DataObject
) -> None:
    story = Story("In 1871 the crowd took Lyon, Besançon and more.")
    story.entity("place", "Lyon")
    claims = {"Lyon": story.claim("took", "capture", place="Lyon")}
    claims["Besançon"] = story.claim("crowd", "capture", place="Besançon")
    evidence = claims["Lyon"].evidence
    events, dates, states = [], [], []
    for number, (start, end, place) in enumerate(extents):
        event = Event(Id(f"v-{number}"), "capture", "asserted", (claims[place].id,), "single")
        events.append(event)
        dates.append(EventDates(event.id, start, end))
        states.append(
            State(Id(f"s-{number}"), "holds", place, None, "X", None, start, end, event.id, (), "certain", evidence)
        )
    path = tmp_path / "a.regesta"
    save(path, Chronology(story.findings(), tuple(events), tuple(dates), (), (), tuple(states)), MANIFEST)

    def touches(start: Bounds, end: Bounds, first: int | None, last: int | None) -> bool:
        begins = start.earliest is None or last is None or start.earliest <= last
        return begins and (end.latest is None or first is None or end.latest >= first)

    some_day = st.sampled_from([*near(extents), 0]) | DAYS
    day = data.draw(some_day)
    for key in (None, "Lyon", "Besançon", "Nowhere"):
        expected = [s.id for s in states if touches(s.since, s.until, day, day) and key in (None, s.key)]
        assert list(states_on(path, day, key)) == expected
    first, last = data.draw(st.none() | some_day), data.draw(st.none() | some_day)
    if first is not None and last is not None and first > last:
        first, last = last, first
    for name in (None, "Lyon", "Nowhere"):
        wanted = [
            e.id
            for e, x in zip(events, extents, strict=True)
            if touches(x[0], x[1], first, last) and name in (None, x[2])
        ]
        assert list(events_between(path, first, last, name)) == wanted
