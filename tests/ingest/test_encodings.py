import codecs
import re
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.errors import SourceError
from regesta.ingest import LONGEST_LINE, open_document

FRENCH = "L'élection fut annulée le 4 décembre ; la Commune, proclamée à Lyon, céda.\r\nUne deuxième ligne…\n"
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\r\té́😀𝄞你\ufeff"), max_size=200)


def refusal(data: bytes, **options: str) -> str:
    with pytest.raises(SourceError) as caught:
        open_document("letters.txt", data, **options)  # type: ignore[arg-type]
    message = str(caught.value)
    assert message.startswith("letters.txt: ")
    assert "\n" not in message
    return message


@given(WORDS)
def test_valid_utf8_is_read_character_by_character_as_given(words: str) -> None:
    data = f"\u00e9t\u00e9 1204 {words}".encode()
    document = open_document("a.txt", data, language="xx")
    assert document.text.encode() == data
    assert document.encoding == "utf-8"
    assert document.sha256 == sha256(data).hexdigest()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [FRENCH, "\ufeff" + FRENCH, "\ufeffé😀\r\n", "巴黎公社成立。\n"])
def test_unicode_is_told_with_and_without_a_mark(encoding: str, text: str) -> None:
    for given_encoding in (None, encoding):
        document = open_document("a.txt", text.encode(encoding), encoding=given_encoding, language="xx")
        assert (document.text, document.encoding) == (text, encoding)


@pytest.mark.parametrize("family", ["utf-16", "utf-32", "UTF_16", "utf-8-sig"])
def test_a_family_that_is_forced_keeps_mark_and_byte_order(family: str) -> None:
    data = FRENCH.encode(family)
    document = open_document("a.txt", data, encoding=family, language="xx")
    assert document.text == "\ufeff" + FRENCH
    assert document.text.encode(document.encoding) == data


def test_a_byte_order_that_cannot_be_told_is_asked_for() -> None:
    assert "utf-16-le or utf-16-be" in refusal("一丁七".encode("utf-16-be"), encoding="utf-16")


def test_another_encoding_is_refused_with_its_name_the_place_and_the_remedy() -> None:
    message = refusal(("first line\n" + FRENCH).encode("cp1252"))
    assert "line 2, byte 3 (byte 13 of the file)" in message
    assert "L'élection fut" in message
    assert message.endswith("use --encoding cp1252")
    assert open_document("a.txt", FRENCH.encode("cp1252"), encoding="cp1252").text == FRENCH


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("cp1251", "Наполеон вступил в Москву, и город сгорел.\n" * 3), ("gb18030", "巴黎公社一八七一年三月成立。")],
)
def test_the_likely_encoding_is_named_beyond_the_west_too(encoding: str, text: str) -> None:
    message = refusal(text.encode(encoding))
    name = message.rsplit(" ", 1)[1]
    assert open_document("a.txt", text.encode(encoding), encoding=name, language="xx").text == text


def test_one_broken_character_in_utf8_is_not_taken_for_another_encoding() -> None:
    message = refusal(FRENCH.encode() + b"broken \xe9 here\n" + FRENCH.encode())
    assert "line 3, byte 8" in message
    assert "otherwise UTF-8" in message
    assert "otherwise UTF-8" in refusal(FRENCH.encode() + "é".encode()[:1])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "white space"),
        (codecs.BOM_UTF8, "white space"),
        (codecs.BOM_UTF16_LE, "white space"),
        (bytes(range(256)) * 4, "binary"),
        (b"The town\nfell\x00 in 1204.\n", "line 2: a NUL"),
        (b"abc\x00def\n", "line 1: a NUL"),
        (b"%PDF-1.4 ...", "pdftotext"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (b"SQLite format 3\x00....", "SQLite"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, words: str) -> None:
    assert words in refusal(data)


@pytest.mark.parametrize("name", ["klingon", "rot13", "base64", "hex", "a\x00b\n", ""])
def test_an_encoding_that_is_none_is_refused(name: str) -> None:
    if name:
        assert repr(name) in refusal(b"text", encoding=name)
    else:
        assert open_document("a.txt", b"text", encoding=name).encoding == "utf-8"


def test_a_mark_that_contradicts_the_forced_encoding_is_refused() -> None:
    assert "utf-8" in refusal(FRENCH.encode("utf-8-sig"), encoding="cp1252")


def test_half_a_character_is_refused_where_a_codec_lets_it_through() -> None:
    assert "surrogate" in refusal(b"half \\ud800 a character", encoding="raw_unicode_escape")


def test_the_longest_line_is_read_and_one_more_character_is_not() -> None:
    longest = "é" * LONGEST_LINE
    assert open_document("a.txt", f"{longest}\r\n{longest}\rx".encode(), language="xx").text.count("é") == 2_000_000
    message = refusal(f"short\n{longest}é\n".encode())
    assert "line 2: 1,000,001 characters" in message


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "utf-16", "cp1252", "utf-7", "idna", "punycode"]))
def test_any_bytes_give_a_document_or_one_clear_line(data: bytes, encoding: str | None) -> None:
    try:
        document = open_document("a.txt", data, encoding=encoding, language="xx")
    except SourceError as error:
        problem = str(error)
        assert re.fullmatch(r"a\.txt: [^\n\r]+", problem)
        return
    assert document.text.strip()
    assert "\x00" not in document.text
    if encoding is None:
        assert document.text.encode(document.encoding) == data
