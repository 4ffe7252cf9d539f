"""Years in brackets behind those who held something: terms, reigns, and lives that are neither."""

from claim_reading import Told

ABBOTS = "The abbey was ruled by Hugh (1102–1139), Odo (1139–1150) and Bruno (1150–81)."


def terms(told: Told, word: str) -> set[tuple[str, str | None]]:
    """Who is told by that word, and when."""
    claims = [c for c in told.claims if told.quote(c.trigger) == word]
    when = {c.id: c.time.when.edtf if c.time.when is not None else None for c in claims}
    return {(told.quote(r.span), when[c.id]) for c in claims for r in c.fillers("actor")}


def test_each_who_held_it_has_the_years_behind_the_name() -> None:
    told = Told("The council was chaired by Otto Vane (1902–1910) and Ann Doyle (1910–1914).")
    assert terms(told, "chaired") == {("Otto Vane", "1902/1910"), ("Ann Doyle", "1910/1914")}


def test_years_that_follow_each_other_are_no_lives() -> None:
    told = Told(ABBOTS)
    assert terms(told, "ruled") == {("Hugh", "1102/1139"), ("Odo", "1139/1150"), ("Bruno", "1150/1181")}
    assert {c.type for c in told.claims} == {"hold"}


def test_years_long_enough_for_a_life_are_one() -> None:
    told = Told("The college was ruled by John Smith (1860–1931).")
    assert terms(told, "ruled") == {("John Smith", None)}
    assert {c.type for c in told.claims} == {"hold", "birth", "death"}


def test_a_reign_may_be_told_behind_a_name() -> None:
    told = Told("Emperor Theodore II (r. 1204–22) built the wall.")
    assert terms(told, "r") == {("Emperor Theodore II", "1204/1222")}
    assert told.time("built") is None
