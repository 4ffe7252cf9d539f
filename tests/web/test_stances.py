"""With whom and against whom: by type of event, as knowledge/ says."""

from regesta.web.stances import find_stances


def test_what_the_rules_say_of_each_type_and_nothing_where_they_say_nothing() -> None:
    assert find_stances(["attack", "support", "appoint", "no such type"]) == ["against", "with", "", ""]
    assert find_stances([]) == []
