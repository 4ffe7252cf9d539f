"""Who held an office, where the text names it once and goes on with "took office", "his successor" and "resigned"."""

from pathlib import Path

import pytest

import regesta
from regesta.api import Chronicle

PRESIDENTS = """Hipólito Yrigoyen, the Radical leader, won the presidential election of April 1916 and was sworn in as \
president of Argentina on 12 October of that year. Marcelo de Alvear succeeded him in 1922. Yrigoyen returned to the \
presidency on 12 October 1928, but a military coup headed by General José Félix Uriburu removed him on 6 September \
1930. Uriburu ruled as provisional president until 20 February 1932, when he handed over to Agustín Justo, the winner \
of the elections of the previous November.

Roberto Ortiz took office in February 1938; ill with diabetes, he delegated his powers to the vice-president, Ramón \
Castillo, in July 1940 and resigned on 27 June 1942, so that Castillo became president in his own right. Castillo was \
overthrown on 4 June 1943.
"""
UNION = """The Amalgamated Dockers' Union came into being at Cardiff in 1892 with James Rudd as its general secretary. \
Rudd was ousted in February 1901 after the strike fund was found to be empty. Under his successor, Annie Pugh, \
membership rose to 40,000. Pugh gave up the post in 1919 on being elected to Parliament and was replaced by her \
deputy, Tom Sayle.
"""


def read(text: str, folder: Path) -> Chronicle:
    source = folder / "offices.txt"
    source.write_text(text, encoding="utf-8")
    return regesta.read(source, language="en")


def holders(chronicle: Chronicle, office: str, date: str) -> dict[str, str]:
    return {a.holder: a.certainty for a in chronicle.at(date, office=office).answers}


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("1915-01-01", {}),
        ("1916-06-01", {}),
        ("1918-01-01", {"Hipólito Yrigoyen": "certain"}),
        ("1925-01-01", {"Marcelo de Alvear": "certain"}),
        ("1929-06-01", {"Hipólito Yrigoyen": "certain"}),
        ("1931-06-01", {"José Félix Uriburu": "certain"}),
        ("1935-01-01", {"Agustín Justo": "certain"}),
        ("1941-01-01", {"Roberto Ortiz": "certain"}),
        ("1944-01-01", {}),
    ],
)
def test_presidents_of_one_country(tmp_path: Path, date: str, told: dict[str, str]) -> None:
    assert holders(read(PRESIDENTS, tmp_path), "president of Argentina", date) == told


def test_a_successor_without_a_date_comes_within_a_year_of_the_loss(tmp_path: Path) -> None:
    union = read(UNION, tmp_path)
    assert holders(union, "general secretary", "1895-01-01") == {"James Rudd": "certain"}
    assert holders(union, "general secretary", "1910-01-01") == {"Annie Pugh": "certain"}
    assert holders(union, "general secretary", "1922-01-01") == {"Tom Sayle": "certain"}
    assert holders(union, "general secretary", "1901-06-01") == {"Annie Pugh": "possible"}


def test_a_length_of_time_means_that_it_was_lost_when_it_was_over(tmp_path: Path) -> None:
    told = read("Ada Lorne became mayor of Arras in 1906. She held the post for nine years.\n", tmp_path)
    assert holders(told, "mayor of Arras", "1914-01-01") == {"Ada Lorne": "certain"}
    assert holders(told, "mayor of Arras", "1915-06-01") == {"Ada Lorne": "possible"}
    assert holders(told, "mayor of Arras", "1917-01-01") == {}


def test_a_vague_length_of_time_means_that_it_was_lost_some_day(tmp_path: Path) -> None:
    told = read("Ada Lorne became mayor of Arras in 1906. She held the post for more than nine years.\n", tmp_path)
    assert holders(told, "mayor of Arras", "1925-01-01") == {"Ada Lorne": "possible"}


def test_who_came_after_so_many_years_came_then(tmp_path: Path) -> None:
    told = read(
        "Ada Lorne became mayor of Arras in 1906. She held the post for nine years and was followed by Ann Reed.\n",
        tmp_path,
    )
    assert holders(told, "mayor of Arras", "1914-01-01") == {"Ada Lorne": "certain"}
    assert holders(told, "mayor of Arras", "1917-01-01") == {"Ann Reed": "certain"}


def test_an_office_of_the_city_is_that_of_the_city_meant(tmp_path: Path) -> None:
    told = read(
        "In 1790 the old council of Arras was dissolved, and Ann Reed became the first mayor of the city. "
        "She resigned in 1792 and was replaced by Tom Vane.\n",
        tmp_path,
    )
    assert holders(told, "mayor of Arras", "1791-06-01") == {"Ann Reed": "certain"}
    assert holders(told, "mayor of Arras", "1795-06-01") == {"Tom Vane": "certain"}


def test_who_is_deposed_in_favour_of_another_is_followed_by_them(tmp_path: Path) -> None:
    told = read(
        "Otto Lund became king of Vestria in 1801. In 1806 he was himself deposed by the guilds in favour of his "
        "brother Karl.\n",
        tmp_path,
    )
    assert holders(told, "king of Vestria", "1805-01-01") == {"Otto Lund": "certain"}
    assert holders(told, "king of Vestria", "1807-01-01") == {"Karl": "certain"}


def test_the_first_of_his_name_is_told_with_his_number(tmp_path: Path) -> None:
    told = read("Sultan Kasim I of Arras died in 1825 and was succeeded by his brother Omar I.\n", tmp_path)
    assert holders(told, "sultan", "1827-01-01") == {"Omar I": "certain"}


def test_the_second_of_his_name_goes_by_it_without_his_number(tmp_path: Path) -> None:
    told = read(
        "King Otto died in 1884 and was succeeded by his son Andrew Kasagama II. In 1888 Kasagama was deposed.\n",
        tmp_path,
    )
    assert holders(told, "king", "1886-01-01") == {"Andrew Kasagama II": "certain"}
    assert holders(told, "king", "1890-01-01") == {}


def test_his_post_is_that_which_he_had_and_not_the_one_told_last(tmp_path: Path) -> None:
    told = read(
        "General Lund became commander of the army in January 1918. On 27 May Karl Vane became head of the Senate. "
        "Lund resigned at the end of the month, his post passing to Otto Reed.\n",
        tmp_path,
    )
    assert holders(told, "commander of the army", "1918-07-01") == {"Otto Reed": "certain"}
    assert holders(told, "head of the Senate", "1918-07-01") == {"Karl Vane": "certain"}


def test_what_one_is_made_without_an_article_is_an_office(tmp_path: Path) -> None:
    told = read("In 1865 Basil Rheon became archivist. He died in 1870.\n", tmp_path)
    assert holders(told, "archivist", "1867-01-01") == {"Basil Rheon": "certain"}


def test_where_two_offices_are_told_the_one_taken_is_only_possible(tmp_path: Path) -> None:
    told = read(
        "Ann Reed became mayor of Arras in 1901. Tom Vane became governor of Corsica in 1902. "
        "John Cole took office in May 1905.\n",
        tmp_path,
    )
    assert holders(told, "mayor of Arras", "1906-01-01") == {"Ann Reed": "certain"}
    assert holders(told, "governor of Corsica", "1906-01-01") == {"Tom Vane": "possible", "John Cole": "possible"}


def told(text: str, folder: Path) -> dict[str, tuple[str, list[str], list[str]]]:
    """Status, doers and undergoers of each happening, by its word."""
    records = [entry.record() for entry in read(text, folder).events()]
    return {r["what"]: (r["status"], r["who"], r["to"]) for r in records}


def test_who_has_something_done_does_it_and_goes_on(tmp_path: Path) -> None:
    found = told("Basil had Michael murdered in the palace and became sole ruler.\n", tmp_path)
    assert found["murdered"] == ("asserted", ["Basil"], ["Michael"])
    assert found["became"] == ("asserted", ["Basil"], ["sole ruler"])


def test_a_body_that_was_led_is_the_one_that_acts(tmp_path: Path) -> None:
    text = (
        "The mayor fled on 5 May 1874, and a junta led by General Otto Brandt assumed power at Arras the same night.\n"
    )
    assert told(text, tmp_path)["assumed power"][1][0] == "a junta"


def test_with_effect_from_a_day_counts_more_than_the_year_of_an_act(tmp_path: Path) -> None:
    text = "Under the Local Government Act 1972 the council was abolished with effect from 1 April 1974.\n"
    (event,) = read(text, tmp_path).events()
    assert (event.what, event.earliest, event.latest) == ("abolished", "1974-04-01", "1974-04-01")


@pytest.mark.parametrize(
    "change",
    ["General Weiss was beaten at Lund. Emil Vogt succeeded him on", "Emil Vogt succeeded General Weiss on"],
)
def test_a_generals_successor_has_not_the_office_told_last(change: str, tmp_path: Path) -> None:
    text = f"Carl Brandt became president on 4 March 1861. {change} 9 November 1862."
    assert holders(read(text, tmp_path), "president", "1862-12-01") == {"Carl Brandt": "certain"}


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("1903-10-01", {"Abel Crane": "certain"}),
        ("1904-02-01", {"Abel Crane": "possible", "Tom Reed": "possible"}),
        ("1904-08-01", {"Tom Reed": "certain", "Abel Crane": "possible"}),
    ],
)
def test_who_wins_an_election_has_the_office_some_months_after(date: str, told: dict[str, str], tmp_path: Path) -> None:
    text = "Abel Crane became president of Vestria in 1898. Tom Reed won the presidency on 2 November 1903.\n"
    assert holders(read(text, tmp_path), "president of Vestria", date) == told


def test_who_is_told_to_come_to_it_after_an_election_had_it_from_then(tmp_path: Path) -> None:
    told = read(
        "Tom Reed was elected mayor of Arras on 2 November 1903. He was sworn in as mayor of Arras on 4 March 1904.\n",
        tmp_path,
    )
    assert holders(told, "mayor of Arras", "1903-12-01") == {}
    assert holders(told, "mayor of Arras", "1904-03-05") == {"Tom Reed": "certain"}


def test_who_comes_beside_a_dated_loss_comes_within_a_month(tmp_path: Path) -> None:
    told = read("King Otto died on 5 May 1203, and his daughter Ada came to the throne of Vestria.\n", tmp_path)
    assert holders(told, "throne of Vestria", "1203-05-20") == {"Ada": "possible"}
    assert holders(told, "throne of Vestria", "1203-07-01") == {"Ada": "certain"}


def test_who_proclaims_himself_only_says_so(tmp_path: Path) -> None:
    told = read("Tom Reed was proclaimed regent of Vestria on 5 May 1869.\n", tmp_path)
    assert holders(told, "regent of Vestria", "1870-01-01") == {"Tom Reed": "certain"}
    told = read("Tom Reed proclaimed himself regent of Vestria on 5 May 1869.\n", tmp_path)
    assert "certain" not in holders(told, "regent of Vestria", "1870-01-01").values()


def test_what_was_so_until_something_happened_ended_then(tmp_path: Path) -> None:
    otto = read(
        "Otto became king of Vestria in 1922 and reigned until the republic was proclaimed in March 1924.\n", tmp_path
    )
    assert holders(otto, "king of Vestria", "1923-06-01") == {"Otto": "certain"}
    assert holders(otto, "king of Vestria", "1930-01-01") == {}


def test_letters_stand_for_a_name(tmp_path: Path) -> None:
    told = read("Tom Reed became U.S. president on 7 May 1904.\n", tmp_path)
    assert holders(told, "president of the United States", "1905-01-01") == {"Tom Reed": "certain"}
    assert holders(told, "president of South Vestria", "1905-01-01") == {}


@pytest.mark.parametrize(
    "text",
    [
        "Otto Vane was chairman of the guild until 14 July 1890, when Sir John Rudd succeeded him.",
        "The Earl of Essex was chairman of the guild until 14 July 1890, when Sir John Rudd succeeded him.",
        "Otto Vane was chairman of the guild from 1880 until 1890, when he was succeeded by Sir John Rudd.",
    ],
)
def test_who_had_an_office_until_another_succeeded_had_it_before(text: str, tmp_path: Path) -> None:
    assert holders(read(text, tmp_path), "chairman of the guild", "1895-01-01") == {"John Rudd": "certain"}


COLLEGE = """Marlow College opened its doors on 18 April 1831 under its first president, Alva Woods, who resigned \
in 1837. Landon Pryce, the third president, who had been elected in 1855, asked for money in 1860. Henry Dunn, who \
served as president from 1872 to 1896, died in 1901. Frank Rosen took office on 1 January 1908. Rosen was succeeded \
in 1919 by David Marsh.
"""


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("1834-01-01", {"Alva Woods": "certain"}),
        ("1840-01-01", {}),
        ("1857-01-01", {"Landon Pryce": "certain"}),
        ("1880-01-01", {"Henry Dunn": "certain"}),
        ("1910-01-01", {"Frank Rosen": "certain"}),
        ("1925-01-01", {"David Marsh": "certain"}),
    ],
)
def test_presidents_of_a_college(tmp_path: Path, date: str, told: dict[str, str]) -> None:
    assert holders(read(COLLEGE, tmp_path), "president of Marlow College", date) == told


REPUBLIC = """In 1960 Hugo Maran became the country's first president. On 28 October 1963 Maran was overthrown by the \
chief of staff, Colonel Karl Sogan, who compelled both vice-presidents to resign and named Otto Vane interim head of \
state, only to dismiss Vane and assume the presidency himself on 22 December. Sogan was deposed on 17 December 1967 by \
officers led by Major Kouan, who ceded the office four days later to Colonel Alban Reis.
"""


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("1961-06-01", {"Hugo Maran": "certain"}),
        ("1965-01-01", {"Karl Sogan": "certain"}),
        ("1967-12-19", {}),
        ("1968-06-01", {"Alban Reis": "certain"}),
    ],
)
def test_an_office_is_taken_and_ceded_by_who_does_so(tmp_path: Path, date: str, told: dict[str, str]) -> None:
    assert holders(read(REPUBLIC, tmp_path), "president", date) == told


def test_no_president_answers_for_a_vice_president(tmp_path: Path) -> None:
    told = read("Ann Reed became president of Tirania in 1901. Tom Vane became vice-president in 1903.\n", tmp_path)
    assert holders(told, "vice-president", "1905-01-01") == {"Tom Vane": "certain"}
    assert holders(told, "vice-president of Tirania", "1902-01-01") == {}
    assert holders(told, "president of Tirania", "1905-01-01") == {"Ann Reed": "certain"}


def test_told_from_then_to_then_it_was_had_throughout(tmp_path: Path) -> None:
    told = read("Ann Reed was mayor of Arras from 1901 to 1910. Tom Vane became mayor of Arras.\n", tmp_path)
    assert holders(told, "mayor of Arras", "1905-01-01") == {"Ann Reed": "certain", "Tom Vane": "possible"}


def test_who_died_came_to_nothing_afterwards(tmp_path: Path) -> None:
    told = read("After 1204 Arras was given to Otto Vane. Vane was killed on 4 September 1207.\n", tmp_path)
    on = {d: [(a.holder, a.certainty) for a in told.at(d, place="Arras").answers] for d in ("1206-01-01", "1300-01-01")}
    assert on == {"1206-01-01": [("Otto Vane", "possible")], "1300-01-01": []}


@pytest.mark.parametrize(
    "text",
    [
        "On the death of Karl Vane on 6 May 1911 his deputy, Ann Reed, succeeded to the presidency of Tobia.",
        "The presidency of Tobia passed to his rival, Ann Reed, on the death of Karl Vane on 6 May 1911.",
    ],
)
def test_who_died_when_another_succeeded_to_an_office_had_it_until_then(text: str, tmp_path: Path) -> None:
    told = read(text, tmp_path)
    assert holders(told, "presidency of Tobia", "1911-05-05") == {"Karl Vane": "certain"}
    assert holders(told, "presidency of Tobia", "1911-05-07") == {"Ann Reed": "certain"}


@pytest.mark.parametrize("asked", ["president of Vestria", "provisional president of Vestria"])
def test_how_somebody_came_to_an_office_is_no_other_office(asked: str, tmp_path: Path) -> None:
    text = "Tom Vane, elected provisional president by the assembly in June 1871, was shot on 27 November 1872.\n"
    assert list(holders(read(text, tmp_path), asked, "1871-08-01")) == ["Tom Vane"]


def test_a_first_secretary_is_no_secretary_counted_first(tmp_path: Path) -> None:
    told = read("Otto Rein became first secretary of the party in 1933.\n", tmp_path)
    assert holders(told, "first secretary of the party", "1934-05-01") == {"Otto Rein": "certain"}


def test_who_comes_after_somebody_succeeded_before_need_not_come_to_the_same_office(tmp_path: Path) -> None:
    text = """Otto Lund became governor of Tobia in 1890. On 3 May 1894 Karl Vane replaced Lund. In June his party \
deposed Lund in favour of Ann Reed.
"""
    told = holders(read(text, tmp_path), "governor of Tobia", "1894-09-01")
    assert told == {"Ann Reed": "possible", "Karl Vane": "possible"}


def test_who_declines_the_office_does_not_have_it_and_it_passes_to_another(tmp_path: Path) -> None:
    text = """Otto Lund was mayor of Ulm until 3 May 1793. Jean Holt, chosen in his place, declined the office, and \
on 9 June 1793 it passed to Karl Orme.
"""
    told = read(text, tmp_path)
    assert "Jean Holt" not in holders(told, "mayor of Ulm", "1793-05-20")
    assert holders(told, "mayor of Ulm", "1794-05-01") == {"Karl Orme": "certain"}


def test_who_was_his_own_treasurer_was_treasurer(tmp_path: Path) -> None:
    text = "Otto Lund became premier of Tobia on 3 May 1893, and was his own treasurer from then until June 1895.\n"
    assert list(holders(read(text, tmp_path), "treasurer", "1894-05-01")) == ["Otto Lund"]


def test_who_joins_an_earl_makes_him_nothing(tmp_path: Path) -> None:
    text = "Otto Lund was governor of Ulm. In 1651 Karl Holt, having joined the Earl of Derby, was killed.\n"
    assert "Earl of Derby" not in holders(read(text, tmp_path), "governor of Ulm", "1652-05-01")


def test_who_is_made_what_a_club_has_and_a_noun_that_the_parser_takes_for_a_quality(tmp_path: Path) -> None:
    told = read("The Arras Wanderers made Clyde Lorne their captain in 1958.\n", tmp_path)
    assert holders(told, "captain of the Arras Wanderers", "1959-01-01") == {"Clyde Lorne": "certain"}
    told = read("Rhys Vane became constable of Arras in 1401.\n", tmp_path)
    assert holders(told, "constable of Arras", "1402-01-01") == {"Rhys Vane": "certain"}
