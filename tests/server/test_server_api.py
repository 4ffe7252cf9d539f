"""The API: the same answers as the commands, described by its OpenAPI document, with errors that say what to do."""

import json
import time
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

import regesta
from regesta.server import shapes
from server.conftest import Client, Serve
from two_cities import MANIFEST, two_cities

READS = {
    "/api/chronicle": {},
    "/api/events": {"place": "Milan", "from": "1848-03", "to": "1848", "status": ["asserted", "reported"]},
    "/api/at": {"date": "1848-03-25", "place": "Milan", "include": "reported"},
    "/api/ask": {"question": "who held Milan on 7 August 1848?"},
    "/api/check": {"kind": "contradiction"},
    "/api/states": {"key": "milan"},
    "/api/search": {"words": "Milan spring*", "limit": 3},
    "/api/state": {},
    "/api/review": {"limit": 4, "offset": 1},
    "/api/review/choices": {},
    "/api/corrections": {},
}


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """The chronicle of the two cities."""
    regesta.Chronicle(two_cities(), MANIFEST).save(tmp_path / "two.regesta")
    return tmp_path / "two.regesta"


def form_of(client: Client, path: str, method: str = "get", status: str = "200") -> Any:
    """The form that the OpenAPI document says an answer has: the name of a class of shapes."""
    described = client.get("/api/openapi.json")["paths"][path][method]["responses"][status]
    name = described["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
    listed = name.removeprefix("Listed_").removesuffix("_")
    return shapes.Listed[getattr(shapes, listed)] if listed != name else getattr(shapes, name)


def fits(form: Any, value: Any) -> None:
    TypeAdapter(form).validate_json(json.dumps(value), strict=True)


@pytest.mark.parametrize("path", READS)
def test_every_answer_has_the_form_that_the_document_says(path: str, serve: Serve, two: Path) -> None:
    client = serve(two)
    answer = client.get(path, **READS[path])
    fits(form_of(client, path), answer)
    assert answer.get("items", answer) or path == "/api/corrections"
    if path != "/api/ask":  # whose further members are the words it was about
        with pytest.raises(ValueError, match="surplus"):
            fits(form_of(client, path), {**answer, "surplus": 1})


def test_the_document_lists_every_address(serve: Serve) -> None:
    client = serve()
    paths = client.get("/api/openapi.json")["paths"]
    mine = {path for path in paths if "{" not in path} - {"/api/live", "/api/rebuild"}
    assert mine == set(READS)
    assert {m for p in paths.values() for m in p} == {"get", "post", "delete"}
    for path in paths.values():
        assert all(operation.get("description") for operation in path.values())


def test_answers_are_those_of_the_commands(serve: Serve, two: Path) -> None:
    client, chronicle = serve(two), regesta.open(two)
    found = client.get("/api/events", place="Milan", to="1848-04")
    assert found["items"] == [e.record() for e in chronicle.events(place="Milan", before="1848-04")]
    assert found["total"] == len(found["items"]) > 1
    assert client.get("/api/at", date="1848-03-25", place="Milan") == json.loads(
        json.dumps(chronicle.at("1848-03-25", place="Milan").record())
    )
    assert client.get("/api/check")["items"] == json.loads(json.dumps([r.record() for r in chronicle.remarks]))
    for ident in [chronicle.chronology.events[0].id, *(x["id"] for x in client.get("/api/states")["items"])]:
        shown = client.get(f"/api/show/{ident}", why=True)
        fits(shapes.Shown, shown)
        assert shown["record"] == json.loads(json.dumps(chronicle.show(ident, why=True).record))


def test_lists_come_in_parts(serve: Serve, two: Path) -> None:
    client = serve(two)
    whole = client.get("/api/events")["items"]
    parts = [client.get("/api/events", limit=2, offset=n)["items"] for n in range(0, len(whole), 2)]
    assert [event for part in parts for event in part] == whole


def test_texts_and_exports(serve: Serve, two: Path) -> None:
    client = serve(two)
    document = two_cities().findings.documents[0]
    assert client.http.get(f"/api/sources/{document.name}").text == document.text
    lines = client.http.get("/api/export/jsonl").text.splitlines()
    assert len(lines) == len(two_cities().findings.claims)
    assert client.http.get("/api/export/csv").headers["content-type"] == "text/csv; charset=utf-8"


def test_who_has_an_answer_is_not_sent_it_again(serve: Serve) -> None:
    client = serve()
    first = client.http.get("/api/events")
    again = client.http.get("/api/events", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    client.get("/api/events")
    client.correct("reject", claim=client.claim("captured"))
    changed = client.http.get("/api/events", headers={"If-None-Match": first.headers["etag"]})
    assert changed.status_code == 200


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/api/at?date=rubbish", 400, 'cannot read "rubbish" as a date; write it as'),
        ("/api/at", 422, "query.date: Field required"),
        ("/api/events?limit=-1", 422, "query.limit: Input should be greater than or equal to 0"),
        ("/api/events?status=maybe", 422, "query.status.0: Input should be 'asserted'"),
        ("/api/show/ev-nothing", 404, 'id "ev-nothing": no such id; timeline gives ids'),
        ("/api/review/c-nothing", 404, "no claim is called so"),
        ("/api/sources/none.txt", 404, 'no source is called "none.txt"'),
        ("/api/export/tei", 400, 'format "tei": one of'),
        ("/api/ask?question=why", 400, '"why": not understood'),
        ("/api/nothing", 404, "GET /api/nothing: no such address; /api/openapi.json lists what there is"),
    ],
)
def test_what_cannot_be_answered_says_what_to_do(path: str, status: int, says: str, serve: Serve) -> None:
    answer = serve().http.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    fits(shapes.ProblemShape, answer.json())
    assert says in answer.json()["detail"]
    assert answer.json()["status"] == status


def test_reading_changes_no_file(serve: Serve, towns: Path) -> None:
    client = serve()
    before = {f.name: f.read_bytes() for f in towns.parent.iterdir()}
    for path in READS:
        client.http.get(path, params={"date": "1849", "question": "?", "words": "town"})
    assert {f.name: f.read_bytes() for f in towns.parent.iterdir()} == before


def wait_for(client: Client, **wanted: Any) -> dict[str, Any]:
    """The state of the server, once it says so."""
    for _ in range(600):
        state = client.get("/api/state")
        flat = {**state, **state["rebuild"]}
        if all(flat[name] == value for name, value in wanted.items()):
            client.version = state["version"]
            return dict(state)
        time.sleep(0.05)
    raise AssertionError(state)


def test_a_rebuild_draws_what_follows_from_corrections(serve: Serve) -> None:
    client = serve()
    held = client.get("/api/at", date="1849-05-04", place="Grenoble")
    assert [a["holder"] for a in held["answers"]] == ["General Ferri"]
    client.correct("reject", claim=client.claim("captured"))
    assert client.get("/api/state")["is_built"] is False
    assert client.get("/api/corrections")["items"][0]["result"] == "not built yet"
    assert client.send("POST", "/api/rebuild").status_code == 202
    assert wait_for(client, state="done")["is_built"] is True
    assert client.get("/api/at", date="1849-05-04", place="Grenoble")["answers"] == []
    assert client.get("/api/corrections")["items"][0]["result"] == "applied"


def test_a_changed_source_is_read_again_by_itself(serve: Serve, towns: Path) -> None:
    client = serve(watched=True)
    before = client.get("/api/state")["version"]
    client.correct("edit", claim=client.claim("captured"), set={"time": "1849-06"})
    source = towns.with_suffix(".txt")
    source.write_text(source.read_text("utf-8") + "\nOn 9 July 1851, Emil Roth captured Cork.\n", "utf-8")
    state = wait_for(client, state="done", changed_sources=[])
    assert state["version"] != before
    assert [e["date"] for e in client.get("/api/events", who="Roth")["items"]] == ["9 July 1851"]
    assert client.get("/api/corrections")["items"][0]["result"] == "applied"


def test_a_read_only_server_only_says_that_a_source_has_changed(serve: Serve, towns: Path) -> None:
    client = serve(read_only=True, watched=True)
    towns.with_suffix(".txt").write_text("On 9 July 1851, Emil Roth captured Cork.\n", "utf-8")
    assert wait_for(client, changed_sources=["towns.txt"])["rebuild"]["state"] == "idle"


def test_a_build_and_a_correction_elsewhere_are_seen(serve: Serve, towns: Path) -> None:
    client = serve(watched=True)
    first = client.get("/api/state")["version"]
    chronicle = regesta.open(towns)
    (towns.parent / "other.txt").write_text("On 9 July 1851, Emil Roth captured Cork.\n", "utf-8")
    regesta.read(towns.parent / "other.txt").save(towns)
    for _ in range(200):
        if client.get("/api/state")["version"] != first:
            break
        time.sleep(0.05)
    assert [e["where"] for e in client.get("/api/events")["items"]] == [["Cork"]]
    assert len(chronicle.events()) > 1


def test_a_broken_corrections_file_is_told_and_the_last_good_state_stays(serve: Serve, towns: Path) -> None:
    client = serve()
    client.correct("reject", claim=client.claim("captured"))
    file = towns.with_suffix(".corrections.toml")
    good = file.read_text("utf-8")
    file.write_text(good.replace('action = "reject"', 'action = "rejct"'), "utf-8")
    client.desk.look()
    assert 'action "rejct" is none of' in client.get("/api/state")["trouble"]
    assert client.get("/api/corrections")["total"] == 1
    answer = client.send("POST", "/api/corrections", {"action": "accept", "claim": client.claim("dissolved")})
    assert answer.status_code == 422
    assert 'did you mean "reject"' in answer.json()["detail"]
    file.write_text(good, "utf-8")
    client.desk.look()
    assert client.get("/api/state")["trouble"] == ""
    client.correct("accept", claim=client.claim("dissolved"))


def test_a_rebuild_that_fails_says_why(serve: Serve, towns: Path) -> None:
    client = serve()
    towns.with_suffix(".txt").write_bytes(b"\xff\xfe\x00")
    client.send("POST", "/api/rebuild")
    state = wait_for(client, state="failed")
    assert state["rebuild"]["message"].startswith("towns.txt: ")
    assert client.get("/api/events")["total"] > 0
