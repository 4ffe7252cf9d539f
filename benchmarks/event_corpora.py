"""Corpora of events that others annotated: MEANTIME (CAT XML) and brat standoff such as SW100 and LitBank.

How their annotations are mapped to regesta's stands in docs/evaluation.md.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

CLOSE = frozenset(".,;:!?)]}%'")
OPEN = frozenset("([{$£€")
TITLE_SENTENCES = 2
"""A text of MEANTIME opens with its title and its date line, which are headings."""


@dataclass(frozen=True)
class Mention:
    """A happening: the pieces of text that name it, and its status where the corpus tells one."""

    spans: tuple[tuple[int, int], ...]
    status: str | None = None


@dataclass(frozen=True)
class EventText:
    """A text and the happenings that people marked in it."""

    name: str
    text: str
    mentions: tuple[Mention, ...]


def status_of(certainty: str, polarity: str, time: str, case: str, *, said: bool) -> str | None:
    """The status that MEANTIME's attributes come to; None where they tell none, or of a habit (GEN)."""
    if not certainty or case == "GEN":
        return None
    if case.startswith("COND"):
        return "possible"
    if polarity == "NEG":
        return "denied" if certainty == "CERTAIN" else "possible"
    if certainty == "POSSIBLE":
        return "possible"
    if time == "FUTURE":
        return "planned"
    if certainty != "CERTAIN":
        return "possible"
    return "reported" if said else "asserted"


def read_meantime(folder: Path) -> Iterator[EventText]:
    """Each text of a folder of CAT XML, by name."""
    for path in sorted(folder.rglob("*.xml")):
        yield _cat(path.stem, ElementTree.parse(path).getroot())  # noqa: S314 - a corpus, and expat limits entities


def _cat(name: str, root: ElementTree.Element) -> EventText:
    text, spans, sentences = _join(root)
    said = {t.get("m_id") for link in root.iter("SLINK") for t in link.iter("target")}
    mentions = []
    for event in root.iter("EVENT_MENTION"):
        anchors = [a.get("t_id", "") for a in event.findall("token_anchor")]
        if not anchors or sentences[anchors[0]] < TITLE_SENTENCES:
            continue
        facts = [event.get(key) or "" for key in ("certainty", "polarity", "time", "special_cases")]
        status = status_of(*facts, said=event.get("m_id") in said)
        mentions.append(Mention(tuple(spans[a] for a in anchors), status))
    return EventText(name, text, tuple(mentions))


def _join(root: ElementTree.Element) -> tuple[str, dict[str, tuple[int, int]], dict[str, int]]:
    """The running text, where each token stands in it, and the sentence of each; headings stand apart."""
    text, spans, sentences = "", {}, {}
    before = 0
    for token in root.iter("token"):
        word, sentence = token.text or "", int(token.get("sentence", "0"))
        if sentence != before and sentence <= TITLE_SENTENCES:
            text += "\n\n"
        elif text and word[:1] not in CLOSE and text[-1] not in OPEN:
            text += " "
        before = sentence
        ident = token.get("t_id", "")
        spans[ident], sentences[ident] = (len(text), len(text) + len(word)), sentence
        text += word
    return text + "\n", spans, sentences


def read_brat(folder: Path) -> Iterator[EventText]:
    """Each pair of NAME.txt and NAME.ann of a folder and those in it; every span of type Event is a happening."""
    for path in sorted(folder.rglob("*.ann")):
        # Offsets of brat count characters of the text as stored, carriage returns included.
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        lines = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line.startswith("T")]
        mentions = [
            Mention(_pieces(place))
            for _, (kind, place) in ((n[0], n[1].split(" ", 1)) for n in lines)
            if kind.lower() == "event"
        ]
        yield EventText(path.stem, text, tuple(mentions))


def _pieces(place: str) -> tuple[tuple[int, int], ...]:
    """`362 365;369 376` as spans."""
    return tuple((int(start), int(end)) for start, end in (piece.split() for piece in place.split(";")))
