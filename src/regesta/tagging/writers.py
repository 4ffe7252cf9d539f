"""Tagged times to files, piece by piece: JSON lines, TimeML, or lines to read."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import TextIO

from regesta.tagging.record import TaggedTime

Tagged = Iterable[tuple[str, list[TaggedTime]]]
"""Pieces of a text with the times in each, offsets counted in the whole."""
Writer = Callable[[Tagged, TextIO, str, bool, str | None], None]
"""Takes the tagged pieces, a stream, the document's name, whether other documents go there too, and its date."""

# Unicode's own line ends, which JSON leaves alone and many readers of lines split at, and what steers a terminal.
_STEERING = [0x7F, *range(0x80, 0xA0), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_ESCAPES = {n: f"\\u{n:04x}" for n in _STEERING}
_BLANKS = dict.fromkeys([*range(0x20), *_STEERING], " ")
# What XML 1.0 has no way to write; a reader would also turn \r into \n.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_UNKNOWN = {"DATE": "XXXX-XX-XX", "TIME": "XXXX-XX-XXTXX", "DURATION": "PXX", "SET": "XXXX-XX-XX"}


def write_json(tagged: Tagged, stream: TextIO, name: str, several: bool, date: str | None) -> None:
    """One JSON object a line; where there are several documents, each names its own."""
    del date
    for _, times in tagged:
        for time in times:
            record = {"document": name, **time.record()} if several else time.record()
            stream.write(json.dumps(record, ensure_ascii=False).translate(_ESCAPES) + "\n")


def write_text(tagged: Tagged, stream: TextIO, name: str, several: bool, date: str | None) -> None:
    """A line a time: name:line:column: the words, what they mean in EDTF, and the days where EDTF hides them."""
    del several, date
    line, line_start, read = 1, 0, 0
    for piece, times in tagged:
        at = read
        for time in times:
            line, line_start = _place(piece, at - read, time.start - read, line, line_start, read)
            at = time.start
            words = " ".join(time.text.split())
            stream.write(f"{name}:{line}:{time.start - line_start + 1}: “{words}” {_meaning(time)}".translate(_BLANKS))
            stream.write("\n")
        line, line_start = _place(piece, max(0, at - read), len(piece), line, line_start, read)
        read += len(piece)


def _place(piece: str, start: int, end: int, line: int, line_start: int, read: int) -> tuple[int, int]:
    """Line number, and where the line starts in the whole text, at `end` of the piece, counted on from `start`."""
    breaks = piece.count("\n", start, end)
    return (line + breaks, read + piece.rindex("\n", start, end) + 1) if breaks else (line, line_start)


def _meaning(time: TaggedTime) -> str:
    kind = "" if time.type == "DATE" else f"{time.type.lower()} "
    if time.edtf is None:
        return f"{kind}{time.value or 'no day told'}"
    days = " to ".join(dict.fromkeys(day or "open" for day in (time.earliest, time.latest)))
    told = f"{kind}{time.edtf}" if time.type == "DATE" else f"{kind}{time.value} on {time.edtf}"
    return told if days in ("open", time.edtf) else f"{told}, {days}"


def write_timeml(tagged: Tagged, stream: TextIO, name: str, several: bool, date: str | None) -> None:
    """A TimeML document, whose TEXT holds the whole text and its TIMEX3 tags."""
    del several
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n')
    stream.write(f"<DOCID>{_escaped(name)}</DOCID>\n")
    if date is not None:
        creation = f'<TIMEX3 tid="t0" type="DATE" value="{escape(date)}" functionInDocument="CREATION_TIME">'
        stream.write(f"<DCT>{creation}{_escaped(date)}</TIMEX3></DCT>\n")
    stream.write("<TEXT>")
    number = read = 0
    for piece, times in tagged:
        done = 0
        for time in times:
            number += 1
            stream.write(_escaped(piece[done : time.start - read]))
            stream.write(f"<TIMEX3{_attributes(time, number)}>{_escaped(time.text)}</TIMEX3>")
            done = time.end - read
        stream.write(_escaped(piece[done:]))
        read += len(piece)
    stream.write("</TEXT>\n</TimeML>\n")


def _attributes(time: TaggedTime, number: int) -> str:
    value = time.value or _UNKNOWN[time.type]
    mod = ' mod="APPROX"' if time.approximate else ""
    return f' tid="t{number}" type="{time.type}" value="{escape(value)}"{mod}'


def _escaped(text: str) -> str:
    """The characters for XML; those that XML cannot hold become processing instructions (`<?char 000c?>`)."""
    made = escape(text, quote=False).replace("\r", "&#13;")
    return _NO_XML.sub(lambda c: f"<?char {ord(c[0]):04x}?>", made)


WRITERS: Mapping[str, Writer] = {"json": write_json, "timeml": write_timeml, "text": write_text}
SUFFIXES: Mapping[str, str] = {"json": ".jsonl", "timeml": ".tml", "text": ".txt"}
