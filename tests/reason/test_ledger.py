"""Statements that contradict each other: what is accepted, and why the rest is not, never hangs on the telling."""

import random

import pytest

from regesta.reason import Before, Contradiction, Network, On

MOMENTS = "abcdefgh"
Said = tuple[On | Before, ...]


def random_said(rng: random.Random) -> Said:
    a, b = rng.sample(MOMENTS, 2)
    low = rng.randrange(30)
    return rng.choice(
        (
            (On(a, low, low + rng.randrange(12)),),
            (Before(a, b, rng.randrange(4)),),
            (Before(a, b, 0, 0, strict=False),),
            (On(a, low), Before(a, b, 1, 5)),
        )
    )


def told(statements: dict[str, Said]) -> Network:
    network = Network()
    for name, said in statements.items():
        network.add(name, *said)
    return network


def what_follows(network: Network) -> tuple[tuple[Contradiction, ...], list[object]]:
    return network.conflicts, [network.bounds(m) for m in MOMENTS]


def is_least(conflict: Contradiction, statements: dict[str, Said]) -> bool:
    """Inconsistent, and consistent without any one of them."""
    given = {name: statements[name] for name in conflict.statements}
    if not told(given).conflicts:
        return False
    return all(not told({n: s for n, s in given.items() if n != left}).conflicts for left in given)


@pytest.mark.parametrize("seed", range(8))
def test_edits_with_contradictions_equal_a_full_run(seed: int) -> None:
    rng = random.Random(f"ledger/{seed}")  # noqa: S311 - the same edits every time
    network, statements, clashes = Network(), {}, 0
    for _ in range(125):
        name = f"s{rng.randrange(25):02}"
        if name not in statements:
            statements[name] = random_said(rng)
            network.add(name, *statements[name])
        elif rng.random() < 0.5:
            network.retract(name)
            del statements[name]
        else:
            statements[name] = random_said(rng)
            network.correct(name, *statements[name])
        assert what_follows(network) == what_follows(told(statements))
        clashes += len(network.conflicts)
    assert clashes > 50


@pytest.mark.parametrize("seed", range(6))
def test_explanations_are_least_and_the_same_in_any_order(seed: int) -> None:
    rng = random.Random(f"order/{seed}")  # noqa: S311
    statements = {f"s{i:02}": random_said(rng) for i in range(20)}
    expected = what_follows(told(statements))
    assert expected[0]
    for conflict in expected[0]:
        assert conflict.refused in conflict.statements
        assert is_least(conflict, statements)
    names = list(statements)
    for _ in range(20):
        rng.shuffle(names)
        assert what_follows(told({n: statements[n] for n in names})) == expected


def test_the_weaker_word_is_set_aside_and_heard_again() -> None:
    network = Network()
    network.add("gossip", On("fire", 1, 5), rank=9)
    clash = network.add("charter", On("fire", 8, 9), rank=1)
    assert clash == Contradiction(("charter", "gossip"), "gossip")
    assert network.why("fire") == (("charter",), ("charter",))
    network.retract("charter")
    assert not network.conflicts
    assert network.why("fire") == (("gossip",), ("gossip",))


def test_a_name_is_given_once() -> None:
    network = Network()
    network.add("annals", On("fire", 1))
    with pytest.raises(ValueError, match="'annals' is there already"):
        network.add("annals", On("fire", 2))
    with pytest.raises(ValueError, match="no such day"):
        network.add("charter", On("fire", "1871-02-30"))
    assert network.add("charter", On("fire", "1871-02-28")) is None


def test_a_statement_that_contradicts_itself_is_alone() -> None:
    network = Network()
    network.add("annals", On("fire", 1, 5))
    for name, said in {
        "late": (On("fire", 9, 7),),
        "ring": (Before("fire", "flood"), Before("flood", "fire")),
        "self": (Before("fire", "fire"),),
        "short": (Before("fire", "flood", 5, 3),),
        "hole": (On("fire", 8, 9, ((8, 9),)),),
    }.items():
        assert network.add(name, *said) == Contradiction((name,), name)
    assert [c.refused for c in network.conflicts] == ["hole", "late", "ring", "self", "short"]
