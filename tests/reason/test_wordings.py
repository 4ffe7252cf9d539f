"""Who held an office or a place, in the wordings that prose about the past has for it: one short text for each."""

from pathlib import Path

import pytest

import regesta

OFFICES = (
    ("mayor", "1844-06-01", "Karl Vane", "On 3 May 1844 Otto Holt was followed as mayor by Karl Vane.", True),
    (
        "mayor",
        "1844-06-01",
        "Karl Vane",
        "Otto Holt was mayor until 1844. He was followed in May 1844 by Karl Vane.",
        True,
    ),
    ("mayor", "1844-06-01", "Karl Vane", "In May 1844 Karl Vane was promoted to mayor.", True),
    ("mayor", "1844-06-01", "Karl Vane", "In May 1844 Karl Vane was appointed to succeed Otto Holt as mayor.", True),
    ("mayor", "1844-06-01", "Karl Vane", "As mayor from 1840 to 1850, Karl Vane built the market.", True),
    ("mayor", "1844-06-01", "Karl Vane", "Mayor Karl Vane (1840–1850) built the market.", True),
    ("mayor", "1844-06-01", "Karl Vane", "Under Mayor Karl Vane (1840–1850) the market was built.", True),
    ("mayor", "1844-06-01", "Otto King", "Otto King (1840–1850) built the market.", False),
    ("mayor", "1862-06-01", "Karl Vane", "Karl Vane was mayor from 1840 to 1850 and from 1860 to 1864.", True),
    ("mayor", "1862-06-01", "Karl Vane", "Karl Vane was mayor from 1840 to 1850 and from 1860 to 1864 a judge.", False),
    (
        "mayor",
        "1844-06-01",
        "Karl Vane",
        "Otto Holt, the mayor, was recalled on 3 May 1844, and Karl Vane was sent out in his place.",
        True,
    ),
    (
        "mayor",
        "1844-06-01",
        "Karl Vane",
        "Otto Holt became mayor in 1840. After the death of Holt in May 1844, he was succeeded by Karl Vane.",
        True,
    ),
    ("king", "1204-06-01", "Otto", "Otto had himself crowned king in May 1204.", True),
    ("president", "1864-06-01", "Karl Vane", "In May 1864 Karl Vane proclaimed himself president.", False),
    (
        "president",
        "1864-06-01",
        "Karl Vane",
        "Holt became president in 1860. In May 1864 he was overthrown by Karl Vane, who proclaimed himself president.",
        True,
    ),
    (
        "president",
        "1864-06-01",
        "Karl Vane",
        "Karl Vane was president from 1860. In May 1864 he fled the country.",
        False,
    ),
    ("president", "1864-06-01", "Karl Vane", "Karl Vane was president from 1860. In May 1864 he ceded power.", False),
    (
        "president",
        "1864-06-01",
        "Otto Holt",
        "Karl Vane was president from 1860. On 3 May 1864 he handed over power to Otto Holt.",
        True,
    ),
    (
        "president",
        "1864-09-01",
        "Karl Vane",
        "Karl Vane became president in 1860. He became consul in May 1864 and named Otto Holt president.",
        False,
    ),
    (
        "president",
        "1890-06-01",
        "Otto Holt",
        "In 1889 the league chose Otto Holt as its president and Karl Vane as its secretary.",
        True,
    ),
    (
        "secretary",
        "1890-06-01",
        "Otto Holt",
        "In 1889 the league chose Otto Holt as its president and Karl Vane as its secretary.",
        False,
    ),
    (
        "secretary",
        "1890-06-01",
        "Karl Vane",
        "In 1889 the league chose Otto Holt as its president and Karl Vane as its secretary.",
        True,
    ),
    (
        "mayor",
        "1844-06-01",
        "Karl Vane",
        "In May 1844 Karl Vane was named as mayor.",
        True,
    ),
    (
        "mayor",
        "1844-06-01",
        "Karl Vane",
        "Otto Holt was mayor of Autun. In May 1844 Karl Vane was named as his successor.",
        True,
    ),
    (
        "minister of war",
        "1844-06-01",
        "Karl Vane",
        "In May 1844 Karl Vane entered the cabinet of Otto Holt as minister of war.",
        True,
    ),
    (
        "head of government",
        "1844-06-01",
        "Karl Vane",
        "In May 1844 Karl Vane entered the cabinet of Otto Holt as minister of war.",
        False,
    ),
    (
        "minister of war",
        "1844-06-01",
        "Karl Vane",
        "In May 1844 the new cabinet included Karl Vane as minister of war.",
        True,
    ),
    (
        "king of Autun",
        "1844-06-01",
        "Karl Vane",
        "In May 1840 Karl Vane made himself king of Autun.",
        True,
    ),
    (
        "king of Autun",
        "1844-06-01",
        "Karl Vane",
        "In May 1840 Karl Vane declared himself king of Autun.",
        False,
    ),
    (
        "governor",
        "1664-03-01",
        "Otto Holt",
        "Otto Holt, 1st Earl of Teviot, became governor in 1663. Teviot was killed on 4 May 1664.",
        True,
    ),
    (
        "governor",
        "1664-06-01",
        "Otto Holt",
        "Otto Holt, 1st Earl of Teviot, became governor in 1663. Teviot was killed on 4 May 1664.",
        False,
    ),
    (
        "president",
        "1900-01-01",
        "Karl Vane",
        (
            "Holt led the union through the strike of 1893 and presided over it until 3 May 1904. "
            "Karl Vane took over as president in the same year."
        ),
        False,
    ),
    (
        "president",
        "1905-01-01",
        "Karl Vane",
        (
            "Holt led the union through the strike of 1893 and presided over it until 3 May 1904. "
            "Karl Vane took over as president in the same year."
        ),
        True,
    ),
    (
        "mayor",
        "1844-06-01",
        "Otto Holt",
        "Otto Holt became mayor in 1840. He shot himself on 3 May 1844.",
        False,
    ),
    (
        "mayor",
        "1843-01-01",
        "Otto Holt",
        "Otto Holt became mayor in May 1840. A fire broke out in June 1843. Karl Vane was mayor until 1860.",
        True,
    ),
    (
        "captain of Fort Alder",
        "1593-06-01",
        "Otto Holt",
        "Otto Holt became the first captain of the fort on 4 May 1593. Karl Vane commanded Fort Alder until 1697.",
        True,
    ),
)
PLACES = (
    ("Bergen", "1740-06-01", "Poles", "On 3 May 1740 the Poles retook Bergen.", True),
    ("Bergen", "1746-06-01", "Danes", "The Danes took Bergen in 1738. It was liberated in 1745.", False),
    ("Bergen", "1744-06-01", "Danes", "The Danes took Bergen in 1738. It was liberated in 1745.", True),
    ("Bergen", "1739-06-01", "Danes", "The Danes took Bergen in 1738. The town was relieved of a tax in May.", True),
    (
        "Savannah",
        "1783-01-01",
        "British forces",
        "British forces captured Savannah on 3 May 1778. The British evacuated the city on 11 July 1782.",
        False,
    ),
    (
        "Savannah",
        "1781-01-01",
        "British forces",
        "British forces captured Savannah on 3 May 1778. The British evacuated the city on 11 July 1782.",
        True,
    ),
    (
        "Bergen",
        "1891-01-01",
        "Otto Holt",
        "In May 1890 they ceded Bergen to Otto Holt and Autun to Karl Vane.",
        True,
    ),
    (
        "Bergen",
        "1891-01-01",
        "Karl Vane",
        "In May 1890 they ceded Bergen to Otto Holt and Autun to Karl Vane.",
        False,
    ),
    (
        "Bergen",
        "1720-06-01",
        "Danes",
        "The Danes took Bergen in May 1708. The Poles lost Autun in May 1782, and Bergen passed to Sweden.",
        True,
    ),
    (
        "Alder Castle",
        "1301-01-01",
        "Poles",
        "Alder Castle stood above the ford.\n\nLund was a town of weavers. In 1300 the Poles took the castle.",
        True,
    ),
    (
        "Bergen",
        "1748-12-01",
        "Danes",
        "Holt became governor in May 1742. A fleet besieged Bergen in 1748, and the Danes took it in July.",
        True,
    ),
)


def _read(folder: Path, text: str) -> regesta.Chronicle:
    source = folder / "told.txt"
    source.write_text(text + "\n", encoding="utf-8")
    return regesta.read(source, language="en")


def _certain(folder: Path, text: str, day: str, **asked: str) -> list[str]:
    return [a.holder for a in _read(folder, text).at(day, **asked).answers if a.certainty == "certain"]


@pytest.mark.parametrize(("office", "day", "holder", "text", "certain"), OFFICES, ids=lambda v: str(v)[:60])
def test_who_is_certain_to_have_had_an_office(
    tmp_path: Path, office: str, day: str, holder: str, text: str, certain: bool
) -> None:
    assert (holder in _certain(tmp_path, text, day, office=office)) == certain


@pytest.mark.parametrize(("place", "day", "holder", "text", "certain"), PLACES, ids=lambda v: str(v)[:60])
def test_who_is_certain_to_have_held_a_place(
    tmp_path: Path, place: str, day: str, holder: str, text: str, certain: bool
) -> None:
    assert (holder in _certain(tmp_path, text, day, place=place)) == certain


def test_who_goes_on_relating_goes_on_with_what_was_related(tmp_path: Path) -> None:
    chronicle = _read(
        tmp_path,
        "The university received students on 18 April 1831 under its first president, Otto Holt, who resigned in 1837, "
        "and who was followed by Karl Vane.",
    )
    followed = next(e for e in chronicle.events() if e.what == "followed")
    assert followed.earliest is not None
    assert str(followed.earliest).startswith("1837")
