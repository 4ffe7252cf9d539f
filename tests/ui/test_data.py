"""What the page reads is what the chronology says: every claim and event, field by field, packed and read back."""

from pathlib import Path
from typing import Any

import pytest

from browsing import Open
from regesta.model.lookup import Lookup
from regesta.model.wording import UNDATED
from regesta.web import publish
from two_cities import MANIFEST, two_cities

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(two_cities(), MANIFEST, tmp_path_factory.mktemp("data") / "out", title="Two cities")


def table(open_page: Open, path: Path, name: str) -> list[dict[str, Any]]:
    rows = open_page(path).evaluate(
        """(name) => {
          const table = document.getElementById('pane-timeline').chart.data[name];
          const columns = Object.entries(table);
          return table.id.map((_, n) => Object.fromEntries(columns.map(([key, column]) => [key, column[n]])));
        }""",
        name,
    )
    return list(rows)


def test_every_claim(path: Path, open_page: Open) -> None:
    lookup = Lookup(two_cities())
    rows = table(open_page, path, "claims")
    assert [row["id"] for row in rows] == [c.id for c in lookup.text_order()]
    for row, claim in zip(rows, lookup.text_order(), strict=True):
        dating = lookup.dating(claim)
        start, end = (dating.told.start, dating.told.end) if dating.told else (dating.bounds, dating.bounds)
        sentence = lookup.sentences[claim.sentence].span
        assert [row[k] for k in ("e0", "e1", "l0", "l1")] == [start.earliest, start.latest, end.earliest, end.latest]
        assert row["edtf"] == dating.edtf
        assert row["said"] == ("" if dating.say() == UNDATED else dating.say())
        assert (row["start"], row["end"]) == (claim.trigger.start, claim.trigger.end)
        assert (row["s0"], row["s1"]) == (sentence.start, sentence.end)
        assert row["citations"] == list(claim.citations)
        assert [(start, end) for _, start, end, _ in row["roles"]] == [(r.span.start, r.span.end) for r in claim.roles]


def test_every_event(path: Path, open_page: Open) -> None:
    chronology = two_cities()
    lookup = Lookup(chronology)
    claims = [c.id for c in lookup.text_order()]
    rows = {row["id"]: row for row in table(open_page, path, "events")}
    assert set(rows) == {e.id for e in chronology.events}
    for event in chronology.events:
        bounds = lookup.event_bounds(event)
        row = rows[event.id]
        assert {claims[n] for n in row["claims"]} == set(event.claims)
        if not row["disputed"]:
            assert (row["e0"], row["l1"]) == (bounds.earliest, bounds.latest)
