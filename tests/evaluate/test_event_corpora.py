"""Corpora of others in their own formats, on samples written for the purpose, and the figures made of them."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))
import claims as bench  # noqa: E402
from event_corpora import EventText, Mention, read_brat, read_meantime, status_of  # noqa: E402

SENTENCES = (
    "Strike at the mill",
    "May 05 , 1912",
    "The weavers left the mill on Monday .",
    "The owner said that the guards had burned a shed .",
    "He ( Ebner ) will not reopen the mill .",
    "The council may send troops .",
)
EVENTS = (
    # words, certainty, polarity, time, special cases
    ("Strike", "CERTAIN", "POS", "NON_FUTURE", "NONE"),
    ("left", "CERTAIN", "POS", "NON_FUTURE", "NONE"),
    ("said", "CERTAIN", "POS", "NON_FUTURE", "NONE"),
    ("burned", "CERTAIN", "POS", "NON_FUTURE", "NONE"),
    ("reopen", "CERTAIN", "NEG", "FUTURE", "NONE"),
    ("send", "POSSIBLE", "POS", "FUTURE", "NONE"),
)


@pytest.fixture
def meantime(tmp_path: Path) -> EventText:
    """A document in the form of the corpus; the burning is told by what was said."""
    tokens, ids, number = [], {}, 0
    for sentence, words in enumerate(SENTENCES):
        for word in words.split():
            number += 1
            ids[word] = number
            tokens.append(f'<token number="{number - 1}" sentence="{sentence}" t_id="{number}">{word}</token>')
    events = [
        f'<EVENT_MENTION m_id="{m}" certainty="{c}" polarity="{p}" time="{t}" special_cases="{s}">'
        f'<token_anchor t_id="{ids[word]}"/></EVENT_MENTION>'
        for m, (word, c, p, t, s) in enumerate(EVENTS)
    ]
    link = '<SLINK r_id="9"><source m_id="2"/><target m_id="3"/></SLINK>'
    (tmp_path / "mill.xml").write_text(
        f"<Document>{''.join(tokens)}<Markables>{''.join(events)}</Markables><Relations>{link}</Relations></Document>"
    )
    (text,) = read_meantime(tmp_path)
    return text


def test_a_cat_text_is_put_together_and_its_headings_stand_apart(meantime: EventText) -> None:
    assert meantime.text.startswith(
        "Strike at the mill\n\nMay 05, 1912\n\nThe weavers left the mill on Monday. The owner"
    )
    assert "He (Ebner) will not" in meantime.text
    words = [meantime.text[m.spans[0][0] : m.spans[0][1]] for m in meantime.mentions]
    assert words == ["left", "said", "burned", "reopen", "send"]


def test_the_status_is_mapped(meantime: EventText) -> None:
    assert [m.status for m in meantime.mentions] == ["asserted", "asserted", "reported", "denied", "possible"]


@pytest.mark.parametrize(
    ("facts", "said", "status"),
    [
        (("CERTAIN", "POS", "FUTURE", "NONE"), False, "planned"),
        (("UNDERSPECIFIED", "UNDERSPECIFIED", "FUTURE", "NONE"), True, "planned"),
        (("PROBABLE", "POS", "NON_FUTURE", "NONE"), False, "possible"),
        (("POSSIBLE", "NEG", "FUTURE", "NONE"), False, "possible"),
        (("CERTAIN", "POS", "NON_FUTURE", "COND_IF_CLAUSE"), False, "possible"),
        (("CERTAIN", "POS", "NON_FUTURE", "GEN"), False, None),
        (("", "", "", ""), False, None),
    ],
)
def test_each_combination_has_its_status(facts: tuple[str, str, str, str], said: bool, status: str | None) -> None:
    assert status_of(*facts, said=said) == status


def test_status_is_scored_against_both_baselines(meantime: EventText) -> None:
    told = bench.read_texts([meantime])
    rows, wanted = bench.score_status([meantime], told)
    assert wanted == 5
    assert ("denied", "denied", "asserted", "denied") in rows
    assert all(row[2] == "asserted" for row in rows)
    head, regesta, majority, window, of = bench.status_table(rows, wanted)
    assert head[:3] == ("status", "accuracy", "mean F1")
    assert float(regesta[1]) > float(majority[1])
    assert [row[0] for row in (regesta, majority, window)] == ["regesta", "all asserted", "window of words"]
    assert of == (f"on {len(rows)} of 5 happenings",)


def test_the_window_takes_the_nearest_cue_of_the_sentence() -> None:
    cue = {"may": "possible", "not": "denied"}
    text = "They may go. They did not leave the town."
    assert bench.by_window(text, text.index("leave"), cue) == "denied"
    assert bench.by_window(text, text.index("go"), cue) == "possible"
    assert bench.by_window(text, text.index("did"), cue) == "denied"
    assert bench.by_window("May came. They left.", 15, cue) == "asserted"


def test_brat_pieces_and_triggers_are_scored(tmp_path: Path) -> None:
    text = "The weavers took part in the strike. The mill was closed in May 1912."
    (tmp_path / "mill.txt").write_text(text)
    pieces = f"{text.index('took')} {text.index('took') + 4};{text.index('part')} {text.index('part') + 4}"
    closed = f"{text.index('closed')} {text.index('closed') + 6}"
    (tmp_path / "mill.ann").write_text(
        f"T1\tEvent {pieces}\ttook part\nE1\tEvent:T1 \nT2\tEVENT {closed}\tclosed\nT3\tPlace 0 3\tThe\n"
    )
    (read,) = read_brat(tmp_path)
    assert read.mentions == (
        Mention(((12, 16), (17, 21))),
        Mention(((text.index("closed"), text.index("closed") + 6),)),
    )
    tallies = bench.trigger_tallies([read], bench.read_texts([read]))
    assert tallies["regesta"].gold == 2
    assert tallies["regesta"].right >= 1
    assert (tallies["every full verb"].right, tallies["every full verb"].told) == (2, 2)
    assert "| every full verb | 100.0 | 100.0 | 100.0 | 2 | 2 |" in bench.markdown([bench.trigger_table("own", [read])])
