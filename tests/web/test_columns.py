"""What is packed is read back as it was: by a reader in Python of the same few rules as the page's."""

from base64 import b64decode
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from regesta.web.columns import pack, pack_table


def unpack(column: Any) -> list[Any]:
    if isinstance(column, list):
        return column
    if "c" in column:
        return [column["c"]] * column["n"]
    if "h" in column:
        digits = b64decode(column["v"])
        return [column["h"] + digits[n : n + 6].hex() for n in range(0, len(digits), 6)]
    if "w" in column:
        return [column["w"][n] for n in unpack(column["v"])]
    if "e" in column:
        return [None if word == "" else word[1:] for word in unpack(column["e"])]
    if "d" in column:
        last, made = 0, []
        for step in column["d"]:
            last += step or 0
            made.append(None if step is None else last)
        return made
    if "t" in column:
        parts = [unpack(part) for part in column["t"]]
        if len(parts) > 2:
            parts[2] = [start + length for start, length in zip(parts[1], parts[2], strict=True)]
        return lists(unpack(column["l"]), [list(row) for row in zip(*parts, strict=True)])
    return lists(unpack(column["l"]), unpack(column["v"]))


def lists(lengths: list[int], flat: list[Any]) -> list[list[Any]]:
    given = iter(flat)
    return [[next(given) for _ in range(length)] for length in lengths]


DAYS = st.lists(st.one_of(st.none(), st.integers(-(10**7), 10**7)))
WORDS = st.lists(st.sampled_from(["", "a", "=", "Besançon", "c-00112233aabb", "c-ffffffffffff"]))
OPTIONAL = st.lists(st.one_of(st.none(), st.sampled_from(["", "a", "=b"])))
NESTED = st.lists(st.lists(st.integers(0, 9), max_size=3))


@given(st.one_of(DAYS, WORDS, OPTIONAL, NESTED, st.lists(st.floats(0, 1)), st.lists(WORDS, max_size=4)))
def test_columns_come_back(column: list[Any]) -> None:
    assert unpack(pack(column)) == column


@given(st.lists(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 99), st.integers(0, 9)), max_size=3)))
def test_places_come_back(rows: list[list[tuple[int, int, int]]]) -> None:
    column = [[[document, start, start + length] for document, start, length in row] for row in rows]
    assert unpack(pack_table({"places": column}, spans=("places",))["places"]) == column


@given(st.lists(st.tuples(st.one_of(st.none(), st.integers(0, 99)), st.one_of(st.none(), st.integers(0, 99)))))
def test_columns_beyond_another_come_back(pairs: list[tuple[int | None, int | None]]) -> None:
    table = {"e0": [a for a, _ in pairs], "e1": [b for _, b in pairs]}
    made = pack_table(table, {"e1": "e0"})
    base = unpack(made["e0"])
    assert base == table["e0"]
    back = [None if v is None else v + (b or 0) for v, b in zip(unpack(made["e1"]["v"]), base, strict=True)]
    assert back == table["e1"]


def test_ids_and_constants_are_short() -> None:
    ids = [f"c-{n:012x}" for n in range(50)]
    assert pack(ids)["h"] == "c-"
    assert pack([0] * 50) == {"c": 0, "n": 50}
    assert pack(["x", "y"] * 20)["w"] == ["x", "y"]
