"""From prose to power: what passages in the manner of chronicles and encyclopaedias say of who held what on a day."""

from pathlib import Path

import pytest

import regesta

HELD: list[tuple[str, str, str, list[str]]] = [
    # text; the day; the place, or "office:" and the office; the answers
    (
        "The bishop held the town of Antioch until 1306, when the Saracens captured it.",
        "1308-01-01",
        "Antioch",
        ["Saracens: certain"],
    ),
    (
        "In 1203 Duke Otto granted Antioch to the bishop of Salera.",
        "1205-01-01",
        "Antioch",
        ["the bishop of Salera: certain"],
    ),
    (
        "In 1203 Baldwin Roche received the county of Antioch from Duke Otto.",
        "1205-01-01",
        "Antioch",
        ["Baldwin Roche: certain"],
    ),
    ("In 1203 the Saracens sacked Antioch.", "1205-01-01", "Antioch", []),
    ("Leo Kantakos took the throne in 1071.", "1075-01-01", "office:throne", ["Leo Kantakos: certain"]),
    (
        "In 1208 Antioch fell to the Saracens and remained in Saracen hands until 1230, when Charles took it.",
        "1229-12-31",
        "Antioch",
        ["Saracens: certain", "Saracen: possible"],
    ),
    (
        "In 1230 Antioch was occupied by the troops of Charles of Anjou.",
        "1240-01-01",
        "Antioch",
        ["the troops of Charles of Anjou: certain"],
    ),
    (
        "In 1075 Leo Kantakos recaptured Antioch from the Armenians.",
        "1070-01-01",
        "Antioch",
        ["Armenians: possible"],
    ),
    (
        # one seen with it later makes it doubtful that the first still had it
        "The Normans captured Antioch in 1098. The Danes ruled Antioch from 1150 to 1160.",
        "1155-01-01",
        "Antioch",
        ["Danes: certain", "Normans: possible"],
    ),
    (
        "Niketas Doukas was crowned in 1071. In 1075 Niketas seized Antioch.",
        "1080-01-01",
        "Antioch",
        ["Niketas Doukas: certain"],
    ),
    ("Russia had occupied Livonia since 1710.", "1715-01-01", "Livonia", ["Russia: certain"]),
    ("Russia occupied Livonia from 1710 to 1721.", "1730-01-01", "Livonia", []),
]


def _answers(folder: Path, text: str, day: str, key: str) -> list[str]:
    source = folder / "prose.txt"
    source.write_text(text, encoding="utf-8")
    asked = {"office": key.removeprefix("office:")} if key.startswith("office:") else {"place": key}
    answers = regesta.read(source, language="en").at(day, **asked)
    return [f"{a.holder}: {a.certainty}" for a in answers]


@pytest.mark.parametrize(("text", "day", "key", "expected"), HELD)
def test_who_held_it(tmp_path: Path, text: str, day: str, key: str, expected: list[str]) -> None:
    assert _answers(tmp_path, text, day, key) == expected
