"""Finds citation markers and editors' remarks; numbers, letters and word lists only, whatever the language."""

import re
from functools import lru_cache

from regesta.model.text import Document, Marker, Span
from regesta.rules.language import CitationRules

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SEPARATOR = re.compile(r"\s*[,;]\s*")


@lru_cache
def _pattern(rules: CitationRules) -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in sorted(rules.words, key=len, reverse=True))
    remarks = "|".join(re.escape(w) for w in sorted(rules.remarks, key=len, reverse=True))
    label = rf"(?:(?:{words})\s?)?(?:\d{{1,3}}(?:[-–:]\d{{1,4}})?|[a-z]{{1,2}}|[ivx]{{1,5}})"
    return re.compile(
        rf"\[(?P<labels>\s?{label}(?:\s?[,;]\s?{label}){{0,30}}\s?)\](?!\()"
        rf"|\[\^(?P<foot>[^\]\s]{{1,40}})\](?!:)"
        rf"|\[(?P<remark>(?i:{remarks}))\]"
        r"|(?<=[^\s\d])(?P<superscript>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?=[\s.,;:)]|$)"
    )


def find_markers(document: Document, rules: CitationRules) -> tuple[Marker, ...]:
    """Every marker, in text order: `[12]`, `[3, 4]`, `[5–17]`, `[note 2]`, `[^a]`, `¹²`, `[citation needed]`."""
    found = []
    for match in _pattern(rules).finditer(document.text):
        span = Span(document.id, match.start(), match.end())
        if match["labels"] is not None:
            labels = tuple(_SEPARATOR.split(match["labels"].strip()))
        elif match["foot"] is not None:
            labels = (match["foot"],)
        elif match["superscript"] is not None:
            labels = (match["superscript"].translate(_SUPERSCRIPT),)
        else:
            labels = ()
        found.append(Marker(span, labels))
    return tuple(found)
