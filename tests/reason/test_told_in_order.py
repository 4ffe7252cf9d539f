"""What the order of telling, what stands beside a name, and what was done before say of who held something."""

from pathlib import Path

import pytest

import regesta

OFFICES = (
    (
        (
            "From 1968 the board was led by Otto Vane. In September 1971 Vane gave way to Richard Marsh. "
            "In September 1976 Marsh was replaced by Peter Reed."
        ),
        (
            ("chairman of the Alder Board", "1970-01-01", "Otto Vane", "certain"),
            ("chairman of the Alder Board", "1975-01-01", "Richard Marsh", "certain"),
            ("chairman of the Alder Board", "1977-01-01", "Peter Reed", "certain"),
            ("secretary of the Alder Board", "1977-01-01", "Peter Reed", None),
        ),
    ),
    (
        "Karl Vane became the first free mayor of a large Danish town when he took office in Ulm on 19 April 1910.",
        (("mayor of Ulm", "1911-01-01", "Karl Vane", "certain"),),
    ),
    (
        "Karl Vane was placed at the head of a new junta on 3 May 1951.",
        (
            ("head of the junta of Albia", "1951-06-01", "Karl Vane", "certain"),
            ("treasurer of the junta of Albia", "1951-06-01", "Karl Vane", None),
        ),
    ),
    (
        "In August 1960 the leadership went to Karl Vane, a farmer.",
        (("leader", "1960-10-01", "Karl Vane", "certain"),),
    ),
    (
        (
            "Otto Holt was abbot of Ulm until 1229, when he was promoted to the bishopric of Ely. "
            "Karl Vane came in his place the same year."
        ),
        (("abbot of Ulm", "1231-01-01", "Karl Vane", "certain"), ("bishop of Ely", "1231-01-01", "Karl Vane", None)),
    ),
    (
        "Ali died on 18 July 1902. Otto Holt acted as regent until June 1905.",
        (
            ("regent", "1904-01-01", "Otto Holt", "certain"),
            ("regent", "1900-01-01", "Otto Holt", None),
        ),
    ),
    (
        "Otto Vane, the mayor, fell ill on 12 August 1920. He remained mayor until 25 October.",
        (("mayor", "1920-09-15", "Otto Vane", "certain"),),
    ),
    (
        "The hall burnt down on 3 May 1878. Karl Vane became mayor. The hall was rebuilt in May 1879.",
        (("mayor", "1880-01-01", "Karl Vane", "certain"),),
    ),
    (
        "The hall burnt down on 3 May 1878. Karl Vane became mayor.\n\nThe hall was rebuilt in May 1879.",
        (("mayor", "1880-01-01", "Karl Vane", "possible"),),
    ),
    (
        "The hall burnt down on 3 May 1828. Karl Vane became mayor. The hall was rebuilt in May 1879.",
        (("mayor", "1880-01-01", "Karl Vane", "possible"),),
    ),
    (
        ("Otto Holt left Ulm on 12 September 1906. Karl Vane was appointed mayor and landed on 18 September."),
        (
            ("mayor", "1907-06-01", "Karl Vane", "certain"),
            ("mayor", "1906-09-01", "Karl Vane", None),
        ),
    ),
    (
        "Karl Vane, the minister of war, seized power on 4 May 1876.",
        (
            ("minister of war", "1876-05-03", "Karl Vane", "certain"),
            ("minister of war", "1876-05-04", "Karl Vane", "certain"),
            ("minister of war", "1876-05-02", "Karl Vane", "possible"),
        ),
    ),
    (
        "Karl Vane was dismissed by the premier, Otto Holt, on 24 May 1966.",
        (("premier", "1966-05-24", "Otto Holt", "certain"),),
    ),
    (
        "Karl Vane was dismissed by the premier, Otto Holt, in May 1966.",
        (("premier", "1966-05-24", "Otto Holt", "possible"),),
    ),
    (
        "Osbert Crane, the mayor of Autun, was dismissed on 3 May 1950.",
        (("mayor of Autun", "1949-01-01", "Osbert Crane", "possible"),),
    ),
    (
        (
            "Otto Holt became mayor of Alder in 1960. When Holt became minister of justice in 1964, Karl "
            "Vane succeeded him."
        ),
        (
            ("mayor of Alder", "1965-01-01", "Karl Vane", "certain"),
            ("minister of justice", "1965-01-01", "Karl Vane", None),
        ),
    ),
    (
        "When Otto Holt became minister of justice in 1964, Karl Vane succeeded him.",
        (("minister of justice", "1965-01-01", "Karl Vane", None),),
    ),
    (
        "Otto Holt became mayor in 1960 and was succeeded by Karl Vane in 1964.",
        (("mayor", "1965-01-01", "Karl Vane", "certain"),),
    ),
    (
        (
            "Otto Holt became mayor of Alder in 1952. Holt died on 15 April 1962. The vice mayor, Karl "
            "Vane, was sworn in as his successor on the same day."
        ),
        (("mayor of Alder", "1963-01-01", "Karl Vane", "certain"),),
    ),
    (
        (
            "Otto Holt resigned as mayor in November 1950. Holt returned as mayor. In February 1961 the "
            "council voted to remove him. Hugo Reed was chosen in his place."
        ),
        (("mayor", "1953-01-01", "Hugo Reed", None),),
    ),
    (
        "Karl Vane began his long presidency in 1844.",
        (("president", "1845-01-01", "Karl Vane", "certain"),),
    ),
    (
        "Karl Vane was sworn in as governor of the territory on 3 May 1844.",
        (
            ("governor of Alder Territory", "1845-01-01", "Karl Vane", "certain"),
            ("governor of the territory", "1845-01-01", "Karl Vane", "certain"),
        ),
    ),
    (
        "Karl Vane was crowned emperor at Ulm on 3 May 1844.",
        (("emperor of Albia", "1845-01-01", "Karl Vane", "certain"),),
    ),
    (
        "Karl Vane was appointed consul at Autun on 3 May 1844.",
        (
            ("consul at Autun", "1845-01-01", "Karl Vane", "certain"),
            ("consul at Bergen", "1845-01-01", "Karl Vane", None),
        ),
    ),
    (
        (
            "Otto Holt was crowned emperor in 1855 and died on 13 April 1868. For four months the throne "
            "stood empty. Karl Vane, who had been king of Lund since 1865, submitted in March 1878."
        ),
        (("king of Lund", "1870-06-01", "Karl Vane", "certain"),),
    ),
    (
        "Karl Vane was acting president of Albia from 3 May to 9 June 1844.",
        (("acting president of Albia", "1844-05-20", "Karl Vane", "certain"),),
    ),
    (
        ("Otto Vane became governor in 1919. Vane was followed on 16 March 1923 by Major-General George Lund."),
        (("governor", "1925-06-01", "George Lund", "certain"),),
    ),
    (
        "In 1850 Otto Vane made way for Karl Lund as mayor of Ulm.",
        (("mayor of Ulm", "1851-01-01", "Karl Lund", "certain"),),
    ),
    (
        "Otto Vane administered the island as governor from 1850 to 1855.",
        (("governor", "1851-01-01", "Otto Vane", "certain"),),
    ),
)
"""Texts, and of offices in them: which, when, of whom, and how surely they had it."""
PLACES = (
    (
        "In 1680 the Danes founded Ulm. In August 1682 Otto Holt, governor of Bergen, stormed the town.",
        (("Ulm", "1683-01-01", "Otto Holt", "certain"), ("Bergen", "1683-01-01", "Otto Holt", None)),
    ),
    (
        "Mercers from Lund built Ulm about 1325. Weavers came to Ulm from Autun.\n\nIn 1433 the Danes took the town.",
        (("Ulm", "1434-01-01", "Danes", "certain"), ("Autun", "1434-01-01", "Danes", None)),
    ),
    (
        "The Dutch laid siege to Ulm in August 1693, and Martin Vane capitulated on 6 September.",
        (("Ulm", "1694-01-01", "Dutch", "certain"),),
    ),
    (
        ("The Dutch laid siege to Ulm in August 1693, and on 6 September Martin Vane capitulated to the Swedes."),
        (("Ulm", "1694-01-01", "Swedes", "certain"),),
    ),
    (
        (
            "The Dutch laid siege to Ulm in August 1693. A fair was held. The mill burnt. A bridge fell. "
            "On 6 September Martin Vane capitulated."
        ),
        (("Ulm", "1694-01-01", "Dutch", None),),
    ),
    (
        "The Dutch laid siege to Ulm in August 1693, and they capitulated on 6 September.",
        (("Ulm", "1694-01-01", "Dutch", None),),
    ),
    (
        "Ulm stood above the ford.\n\nIn August 1693 the Dutch took the town.",
        (("Ulm", "1694-01-01", "Dutch", "certain"),),
    ),
    (
        (
            "The Danes kept Ulm for nine years. On 3 May 1580 the market was held. On 10 October 1637 Ulm"
            " fell to the Dutch."
        ),
        (("Ulm", "1620-01-01", "Danes", "possible"),),
    ),
    (
        "Swedish troops entered Ulm on 17 January 1881. On 20 October 1883 the Swedes evacuated Ulm.",
        (("Ulm", "1882-01-01", "Swedish troops", "certain"),),
    ),
    (
        "Swedish troops entered Ulm on 17 January 1881.",
        (("Ulm", "1882-01-01", "Swedish troops", "possible"),),
    ),
    (
        "In 1820 the Swedes occupied the whole of Ulm.",
        (("Ulm", "1821-01-01", "Swedes", "certain"),),
    ),
)
"""The same of places."""


def _told(folder: Path, text: str, day: str, **asked: str) -> dict[str, str]:
    source = folder / "told.txt"
    source.write_text(text + "\n", encoding="utf-8")
    chronicle = regesta.read(source, language="en")
    return {a.holder: a.certainty for a in chronicle.at(day, **asked).answers}  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "questions"), OFFICES, ids=lambda v: str(v)[:60])
def test_who_had_an_office(tmp_path: Path, text: str, questions: tuple[tuple[str, str, str, str | None], ...]) -> None:
    for office, day, holder, told in questions:
        assert (office, day, _told(tmp_path, text, day, office=office).get(holder)) == (office, day, told)


@pytest.mark.parametrize(("text", "questions"), PLACES, ids=lambda v: str(v)[:60])
def test_who_held_a_place(tmp_path: Path, text: str, questions: tuple[tuple[str, str, str, str | None], ...]) -> None:
    for place, day, holder, told in questions:
        assert (place, day, _told(tmp_path, text, day, place=place).get(holder)) == (place, day, told)
