"""What ties a sentence to the one before it: who is meant, what is left out, and when it was."""

from pathlib import Path

import pytest

import regesta

TOLD = (
    # in the order told, where the later stretch takes in the earlier day
    (
        "In May 1402 Karl Lund seized Lindos. In the same year the duke handed it over to the Saxons.",
        ("Lindos", "1403-02-01", "Saxons", "certain"),
    ),
    (
        "The Danes took Lindos on 3 May 1402. Three weeks later it fell to the Saxons.",
        ("Lindos", "1402-07-01", "Saxons", "certain"),
    ),
    # who has it now
    (
        "Otto Vane became mayor of Ulm in 1844. In 1850 he was succeeded by Karl Lund. He held the office until 1860.",
        ("mayor of Ulm", "1858-01-01", "Karl Lund", "certain"),
    ),
    (
        "Otto Vane became mayor of Ulm in 1844. In 1850 he was succeeded by Karl Lund. The new mayor resigned in 1855.",
        ("mayor of Ulm", "1857-01-01", "Karl Lund", None),
    ),
    (
        "Otto Vane bought Lindos in 1402. He sold it to Karl Lund in 1410. He held it until 1420.",
        ("Lindos", "1415-01-01", "Karl Lund", "certain"),
    ),
    # when
    (
        "Otto Vane became mayor of Ulm in May 1844. Two years after his election, Karl Lund succeeded him.",
        ("mayor of Ulm", "1847-06-01", "Karl Lund", "certain"),
    ),
    (
        "Otto Vane became mayor of Ulm in May 1844. Karl Lund took over a year later.",
        ("mayor of Ulm", "1846-02-01", "Karl Lund", "certain"),
    ),
    (
        "Otto Vane became mayor of Ulm in 1844. Karl Lund followed him in 1851.",
        ("mayor of Ulm", "1852-01-01", "Karl Lund", "certain"),
    ),
    ("The Danes took Lindos in 1402. Their rule lasted until 1410.", ("Lindos", "1411-06-01", "Danes", None)),
    # whoever came last is whom the next one comes after
    (
        "Otto Vane became mayor of Ulm in 1844. In 1850 Karl Lund replaced Vane. Jan Brandt succeeded him in 1858.",
        ("mayor of Ulm", "1860-01-01", "Jan Brandt", "certain"),
    ),
    (
        "In 1850 Karl Lund succeeded Otto Vane as mayor of Ulm. Jan Brandt replaced him in 1858.",
        ("mayor of Ulm", "1860-01-01", "Karl Lund", None),
    ),
    # who gets back what they had lost
    (
        "The Danes took Lindos from the Saxons in 1402. In 1410 they gave it back.",
        ("Lindos", "1412-01-01", "Saxons", "certain"),
    ),
    (
        "The Danes took Lindos from the Saxons in 1402. They had to return it in 1410.",
        ("Lindos", "1412-01-01", "Saxons", "certain"),
    ),
    # what is stayed with, or gone away from
    (
        "Swedish troops took Lindos in May 1402. They stayed until 1410.",
        ("Lindos", "1411-06-01", "Swedish troops", None),
    ),
    ("The Danes took Lindos in 1402. They sailed away a year later.", ("Lindos", "1404-06-01", "Danes", None)),
    ("Otto Vane became mayor of Ulm in 1844. He stayed until 1850.", ("mayor of Ulm", "1852-01-01", "Otto Vane", None)),
)
NOT_TOLD = (
    (
        "The Danes took Lindos from the Saxons in 1402. In 1410 they refused to give it back.",
        ("Lindos", "1412-01-01", "Saxons", None),
    ),
    (
        "The Danes took Lindos from the Saxons in 1402. In 1410 they restored the castle.",
        ("Lindos", "1412-01-01", "Saxons", None),
    ),
    (
        "Otto Vane became mayor of Ulm in 1844. In 1850 he moved to Rome. Karl Lund followed him in 1851.",
        ("mayor of Ulm", "1852-01-01", "Karl Lund", None),
    ),
    # somewhere else, or of one of two
    (
        "The Danes took Lindos in 1402. In 1405 they attacked Ulm. They went home a year later.",
        ("Lindos", "1407-06-01", "Danes", "certain"),
    ),
    (
        "Otto Vane became mayor of Ulm in 1844. In 1848 he visited Rome. He stayed until 1850.",
        ("mayor of Ulm", "1851-06-01", "Otto Vane", "certain"),
    ),
    (
        "The Danes took Lindos in 1402. They stayed poor until 1410.",
        ("Lindos", "1411-06-01", "Danes", "certain"),
    ),
)


@pytest.mark.parametrize(("text", "asked"), TOLD + NOT_TOLD)
def test_what_ties_sentences_together(tmp_path: Path, text: str, asked: tuple[str, str, str, str | None]) -> None:
    source = tmp_path / "text.txt"
    source.write_text(text, "utf-8")
    what, day, holder, certainty = asked
    chronicle = regesta.read(source, language="en")
    key = {"office": what} if " of " in what else {"place": what}
    told = {a.holder: a.certainty for a in chronicle.at(day, **key).answers}
    assert told.get(holder) == certainty
