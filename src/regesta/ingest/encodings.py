"""Bytes to text without a guess: a byte-order mark, valid UTF-8, unmistakable UTF-16 or 32, or an error that names
the likely encoding and how to ask for it.
"""

import codecs
import unicodedata

from regesta.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_SIGNATURES = (
    (b"%PDF-", "a PDF", "take its text out first, for example with pdftotext"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "save it as plain text first"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as plain text first"),
    (b"{\\rtf", "an RTF document", "save it as plain text first"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"SQLite format 3\x00", "an SQLite database", "give it where a chronicle is asked for, not as a source"),
)
_LEGACY = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r"),
    *("mac_roman", "cp437", "cp850", "cp866", "gb18030", "big5", "cp932", "euc_jp", "cp949"),
)
"""What texts were written in before Unicode; rarer ones only make the suggestion worse."""
_WINDOW = 1 << 16
"""Bytes that are looked at to tell an encoding; divisible by four."""


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text, byte-order mark and line ends included, and the encoding it was read in.

    The message of a SourceError says where and what to do, not which source.
    """
    for signature, what, remedy in _SIGNATURES:
        if data.startswith(signature):
            raise SourceError(f"is {what}, not a text; {remedy}")
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    chosen = _forced(data, encoding, marked) if encoding else marked or _unmarked(data)
    try:
        text = data.decode(chosen)
        text.encode("utf-8")  # refuses lone surrogates, which a few codecs let through
    except UnicodeDecodeError as error:
        raise SourceError(_broken(data, chosen, error)) from None
    except UnicodeEncodeError as error:
        raise SourceError(f"character {error.start}: half a character (a lone surrogate); mend it there") from None
    except UnicodeError:  # some codecs do not say where
        raise SourceError(f"not valid {chosen}; leave --encoding out or name another") from None
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        raise SourceError(
            f"line {line}: a NUL character; this is a binary file or a damaged text; give the text itself"
        )
    return text, chosen


def _forced(data: bytes, encoding: str, marked: str | None) -> str:
    """The encoding asked for, with the byte order settled; SourceError where the bytes cannot be in it."""
    try:
        name = codecs.lookup(encoding).name
        "".encode(name)
    except (LookupError, ValueError):
        raise SourceError(
            f"there is no text encoding {encoding!r}; name one such as cp1252, latin-1 or utf-8"
        ) from None
    family = name.removesuffix("-sig")
    if marked:
        if not marked.startswith(family):
            raise SourceError(
                f"starts with the byte-order mark of {marked}, which is not {encoding}; leave --encoding out"
            )
        return marked
    if family in ("utf-16", "utf-32"):
        found = _wide(data)
        if found is None or not found.startswith(family):
            raise SourceError(f"the byte order of {family} cannot be told; use --encoding {family}-le or {family}-be")
        return found
    return family


def _unmarked(data: bytes) -> str:
    """UTF-16 or 32 where there are NUL bytes that only they explain, else UTF-8 (which may yet prove wrong)."""
    window = data[:_WINDOW]
    nulls = window.count(0)
    if nulls == 0 or (nulls < len(window) / 4 and _is_utf8(window)):
        return "utf-8"
    return _wide(data) or "utf-8"


def _is_utf8(window: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(window)
    except UnicodeDecodeError:
        return False
    return True


def _wide(data: bytes) -> str | None:
    """UTF-16 or 32 without a mark, if one byte order gives plain text and the others do not."""
    scores = {name: _plainness(data, name) for name in _WIDE}
    best, second = sorted(scores.values(), reverse=True)[:2]
    if best == 0 or best < 10 * second:
        return None
    return next(name for name in _WIDE if scores[name] == best)


def _plainness(data: bytes, encoding: str) -> float:
    """How surely it is a text: its share of ASCII if that is most of it, else of spaces and line ends (which no other
    byte order gives); 0 where some are no characters of a text.
    """
    width = 4 if "32" in encoding else 2
    if len(data) % width:
        return 0.0
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        text = decoder.decode(data[:_WINDOW])
    except UnicodeDecodeError:
        return 0.0
    if any(c not in "\t\n\r\f" and unicodedata.category(c) in ("Cc", "Cn", "Co") for c in set(text)):
        return 0.0
    if not text:
        return 0.0
    plain = sum(c.isascii() for c in text) / len(text)
    return plain if plain > 0.5 else sum(c in " \t\r\n" for c in text) / len(text)


def _broken(data: bytes, encoding: str, error: UnicodeDecodeError) -> str:
    """Where the bytes stop being text in that encoding, what they may be instead, and what to do."""
    start = error.start
    line_start = data.rfind(b"\n", 0, start) + 1
    line = data.count(b"\n", 0, start) + 1
    where = f"line {line}, byte {start - line_start + 1} (byte {start} of the file)"
    if b"\x00" in data[:_WINDOW]:
        return f"{where}: this is a binary file, not a text; give the text itself"
    if encoding == "utf-8" and _mostly_utf8(data, start):
        return f"{where}: a broken character in a text that is otherwise UTF-8; mend it or fetch the file again"
    likely = _likely(data, line_start, start)
    if likely is None:
        return f"{where}: not valid {encoding}, nor in any encoding known; if it is a text, name its --encoding"
    name, sample = likely
    return f'{where}: not valid {encoding}; it may be {name}, where it reads "{sample}": if so, use --encoding {name}'


def _mostly_utf8(data: bytes, start: int) -> bool:
    """Whether more characters beyond ASCII around the break are sound than broken."""
    around = data[max(0, start - _WINDOW) : start + _WINDOW].decode("utf-8", "replace")
    broken = around.count("\ufffd")
    return sum(not c.isascii() for c in around) - broken > broken


def _likely(data: bytes, line_start: int, start: int) -> tuple[str, str] | None:
    """The encoding that reads best around the break, and the words there in it."""
    from charset_normalizer import from_bytes  # needed for this message only

    first = max(line_start, start - _WINDOW)
    window = data[first : first + 2 * _WINDOW]
    best = from_bytes(window, cp_isolation=list(_LEGACY)).best()
    if best is None:
        return None
    names = [best.encoding, *best.could_be_from_charset]
    name = "cp1252" if "cp1252" in names else best.encoding
    before = window[: start - first].decode(name, "replace")
    after = window[start - first :].decode(name, "replace")
    sample = " ".join((before[-20:] + after[:20]).split())
    return name.replace("_", "-"), sample
