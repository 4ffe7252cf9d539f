"""Corrections over HTTP: each is in the file at once, by whoever has the token and has seen the present version."""

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from regesta.corrections import Correction, read_corrections, take_back
from regesta.server import Guard, Rights, make_app
from server.conftest import Client, Serve

HOSTILE = "</script><img src=x onerror=alert(1)>\u202e\u0000\x7f"


def file_of(client: Client) -> tuple[Correction, ...]:
    return read_corrections(client.desk.path.with_suffix(".corrections.toml")).entries


def test_every_action_is_in_the_file_at_once(serve: Serve) -> None:
    client = serve()
    captured, dissolved = client.claim("captured"), client.claim("dissolved")
    resigned, proclaimed = client.claim("resigned"), client.claim("proclaimed")
    made = [
        client.correct("accept", claim=captured, note="seen", author="A. Reader", date="2 May"),
        client.correct(
            "edit", claim=dissolved, set={"time": "6 May 1849", "status": "planned", "actor": ["General Ferri"]}
        ),
        client.correct("merge", claims=[resigned, proclaimed]),
        client.correct("split", claim=resigned),
        client.correct("reject", claim=proclaimed),
        client.correct(
            "add", at={"words": "closed", "within": "It was closed in 1850"}, set={"type": "dissolve", "time": "1850"}
        ),
        client.correct(
            "identity",
            at={"words": "Grenoble", "within": "captured Grenoble"},
            name="Grenoble",
            kind="place",
            point=[45.19, 5.72],
        ),
    ]
    entries = file_of(client)
    assert [e.action for e in entries] == ["accept", "edit", "merge", "split", "reject", "add", "identity"]
    assert [e.id for e in entries] == [m["correction"]["id"] for m in made]
    assert (entries[0].note, entries[0].author, entries[0].date) == ("seen", "A. Reader", "2 May")
    assert entries[1].note == ""
    assert made[1]["claim"]["status"] == "planned"
    assert made[1]["claim"]["time"] == "1849-05-06"
    assert made[4]["claim"] is None
    assert made[5]["claim"]["words"]["quote"] == "closed"
    assert captured not in [item["claim"] for item in client.get("/api/review")["items"]]


def test_words_selected_in_the_text_are_found_by_their_place(serve: Serve, towns: Path) -> None:
    client = serve()
    client.get("/api/state")
    client.get("/api/events")
    text = towns.with_suffix(".txt").read_text("utf-8")
    start = text.index(" closed ")
    at = {"document": "towns.txt", "start": start, "end": start + len(" closed ")}
    made = client.correct("add", at=at, set={"type": "dissolve"})
    assert made["claim"]["words"]["quote"] == "closed"
    for bad, says in (
        ({**at, "end": start + 400}, "within one sentence"),
        ({**at, "start": start, "end": start + 1}, "no words stand at"),
        ({**at, "document": "x.txt"}, 'no source is called "x.txt"'),
        ({**at, "start": -5, "end": -1}, "no words stand at"),
    ):
        answer = client.send("POST", "/api/corrections", {"action": "add", "at": bad, "set": {"type": "dissolve"}})
        assert answer.status_code == 400
        assert says in answer.json()["detail"]
    assert len(file_of(client)) == 1


def test_undo_takes_an_entry_out_of_the_file(serve: Serve) -> None:
    client = serve()
    captured = client.claim("captured")
    ident = client.correct("edit", claim=captured, set={"status": "denied"})["correction"]["id"]
    assert client.get(f"/api/review/{captured}")["status"] == "denied"
    assert client.send("DELETE", f"/api/corrections/{ident}").status_code == 200
    assert file_of(client) == ()
    assert client.get(f"/api/review/{captured}")["status"] == "asserted"
    assert client.send("DELETE", f"/api/corrections/{ident}").status_code == 404


def test_corrections_that_wait_are_there_again_after_a_restart(serve: Serve) -> None:
    first = serve()
    captured = first.claim("captured")
    first.correct("edit", claim=captured, set={"status": "denied"})
    again = serve()
    assert again.get(f"/api/review/{captured}")["status"] == "denied"
    assert again.get("/api/state")["is_built"] is False
    assert again.get("/api/review", claim=captured)["items"][0]["status"] == "denied"
    assert again.get("/api/review", claim="c-none")["items"] == []


@pytest.mark.parametrize(
    ("headers", "status", "says"),
    [
        ({"Authorization": ""}, 401, "send the token that regesta serve printed"),
        ({"Authorization": "Bearer wrong"}, 401, "that is not the token"),
        ({"Authorization": "Bearer w\u00f6rng"}, 401, "that is not the token"),
        ({"Origin": "http://evil.example"}, 403, 'origin "http://evil.example": only pages of this server'),
        ({"Origin": "null"}, 403, 'origin "null"'),
        ({"Origin": "http://127.0.0.1:9999"}, 403, "only pages of this server"),
        ({"Origin": "https://127.0.0.1:8711"}, 403, "only pages of this server"),
        ({"Sec-Fetch-Site": "same-site"}, 403, "another site asks"),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, 403, "another site asks"),
        ({"Host": "evil.example:8711"}, 403, 'host "evil.example:8711"'),
        ({"Host": "evil.example:8711", "Origin": "http://evil.example:8711"}, 403, "answers only under its own"),
        ({"If-Match": ""}, 428, "say which version"),
        ({"If-Match": '"0123"'}, 412, "look again, then do it again"),
        ({"If-Match": "*"}, 412, "look again, then do it again"),
        ({"Content-Length": "2000000"}, 413, "at most 1,000,000 bytes"),
    ],
)
def test_a_write_is_refused_and_says_so(headers: dict[str, str], status: int, says: str, serve: Serve) -> None:
    client = serve()
    body = {"action": "reject", "claim": client.claim("captured")}
    given = {k: v.encode("latin-1") if not v.isascii() else v for k, v in headers.items()}
    answer = client.send("POST", "/api/corrections", body, **given)  # type: ignore[arg-type]
    assert answer.status_code == status, answer.text
    assert says in answer.json()["detail"]
    assert file_of(client) == ()
    assert client.send("POST", "/api/corrections", body).status_code == 201


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW"])
@pytest.mark.parametrize("path", ["/", "/api/events", "/api/corrections", "/api/rebuild", "/api/nothing"])
def test_no_method_that_may_write_passes_without_the_token(method: str, path: str, serve: Serve) -> None:
    answer = serve().send(method, path, Authorization="")
    assert answer.status_code == 401
    assert "access-control-allow-origin" not in answer.headers


def test_a_read_only_server_takes_no_corrections(serve: Serve) -> None:
    client = serve(read_only=True)
    body = {"action": "reject", "claim": client.claim("captured")}
    answer = client.send("POST", "/api/corrections", body)
    assert answer.status_code == 403
    assert "--read-only" in answer.json()["detail"]
    assert client.send("POST", "/api/rebuild").status_code == 403


@pytest.mark.parametrize("name", ["127.0.0.1:8711", "localhost:8711", "[::1]:8711", "192.168.3.4:8711", "localhost"])
def test_names_that_cannot_be_rebound_are_answered(name: str, serve: Serve) -> None:
    assert serve().http.get("/api/state", headers={"Host": name}).status_code == 200


@pytest.mark.parametrize("name", ["", "evil.example", "localhost.evil.example:8711", "127.0.0.1.evil.example", "[::1"])
def test_other_names_are_not(name: str, serve: Serve) -> None:
    assert serve().http.get("/api/state", headers={"Host": name}).status_code == 403


def test_a_name_that_was_given_is_answered(serve: Serve) -> None:
    desk = serve().desk
    http = TestClient(make_app(desk, Rights(host="Archive.Example")), base_url="http://archive.example:8711")
    assert http.get("/api/state").status_code == 200


def test_every_answer_keeps_strangers_out(serve: Serve) -> None:
    http = serve().http
    for path in ("/", "/api/state", "/api/nothing", "/api/at?date=x"):
        headers = http.get(path).headers
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["referrer-policy"] == "no-referrer"


def test_two_browsers_never_overwrite_each_other(serve: Serve) -> None:
    one = serve()
    two = Client(one.http, one.desk, one.token)
    captured, dissolved = one.claim("captured"), two.claim("dissolved")
    one.correct("reject", claim=captured)
    late = two.send("POST", "/api/corrections", {"action": "accept", "claim": dissolved})
    assert late.status_code == 412
    assert [e.action for e in file_of(one)] == ["reject"]
    two.get("/api/events")
    two.correct("accept", claim=dissolved)
    assert one.send("DELETE", f"/api/corrections/{file_of(one)[0].id}").status_code == 412
    assert [e.action for e in file_of(one)] == ["reject", "accept"]


def test_nor_does_another_program(serve: Serve) -> None:
    client = serve()
    captured = client.claim("captured")
    ident = client.correct("reject", claim=captured)["correction"]["id"]
    take_back(client.desk.path.with_suffix(".corrections.toml"), ident)
    late = client.send("POST", "/api/corrections", {"action": "accept", "claim": captured})
    assert late.status_code == 412
    client.get("/api/events")
    client.correct("accept", claim=captured)


def test_a_change_between_look_and_write_is_noticed(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file changes after the server has compared versions: the writer itself compares once more."""
    client = serve()
    captured = client.claim("captured")
    ident = client.correct("reject", claim=captured)["correction"]["id"]
    file = client.desk.path.with_suffix(".corrections.toml")
    view = client.desk.view
    monkeypatch.setattr(client.desk, "look", lambda: take_back(file, ident) or view)
    late = client.send("POST", "/api/corrections", {"action": "accept", "claim": client.claim("dissolved")})
    assert late.status_code == 412
    assert file_of(client) == ()


def test_hostile_words_stay_words(serve: Serve) -> None:
    client = serve()
    captured = client.claim("captured")
    client.correct("accept", claim=captured, note=HOSTILE, author=HOSTILE, date=HOSTILE)
    assert file_of(client)[0].note == HOSTILE
    assert client.get("/api/corrections")["items"][0]["note"] == HOSTILE
    client.correct("identity", at={"words": "Grenoble", "within": "captured Grenoble"}, name=HOSTILE, everywhere=True)
    assert HOSTILE in client.get("/api/review/choices")["names"]


@pytest.mark.parametrize(
    ("body", "status", "says"),
    [
        ({"action": "explode"}, 422, "does not match any of the expected tags"),
        ({"action": "accept"}, 422, "body.accept.claim: Field required"),
        ({"action": "accept", "claim": "c-none"}, 400, "no claim is called so"),
        ({"action": "merge", "claims": ["c-1"]}, 422, "body.merge.claims"),
        ({"action": "edit", "claim": "CLAIM", "set": {"status": "maybe"}}, 400, 'status "maybe": one of'),
        ({"action": "edit", "claim": "CLAIM", "set": {"type": "xyzzy"}}, 422, '"xyzzy" is no type of happening'),
        ({"action": "edit", "claim": "CLAIM", "set": {"time": "whenever"}}, 400, "cannot read"),
        ({"action": "edit", "claim": "CLAIM", "set": {"actor": "Nobody"}}, 422, "neither words of the sentence"),
        ({"action": "edit", "claim": "CLAIM", "set": {}, "surplus": 1}, 422, "surplus"),
        ([], 422, "body"),
        ("reject", 422, "body"),
    ],
)
def test_a_correction_that_does_not_fit_says_why(body: Any, status: int, says: str, serve: Serve) -> None:
    client = serve()
    captured = client.claim("captured")
    if isinstance(body, dict) and body.get("claim") == "CLAIM":
        body = {**body, "claim": captured}
    answer = client.send("POST", "/api/corrections", body)
    assert answer.status_code == status, answer.text
    assert says in answer.json()["detail"]
    assert file_of(client) == ()


def test_half_a_character_is_refused_and_nothing_is_written(serve: Serve) -> None:
    client = serve()
    body = b'{"action": "accept", "claim": "%s", "note": "\\ud800"}' % client.claim("captured").encode()
    headers = {
        "Authorization": f"Bearer {client.token}",
        "If-Match": client.version,
        "Content-Type": "application/json",
    }
    answer = client.http.post("/api/corrections", content=body, headers=headers)
    assert answer.status_code == 422
    assert file_of(client) == ()


def test_the_guard_stands_before_everything(serve: Serve) -> None:
    client = serve()
    (first, *_) = client.http.app.user_middleware  # type: ignore[attr-defined]
    assert first.cls is Guard
