"""Contradictions and gaps as SARIF 2.1.0 (OASIS), so that editors and code hosts show them at their words."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from regesta.api.remarks import CONFLICT_CODES, GAP_CODES, Remark
from regesta.api.views import Words

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif_log(remarks: Sequence[Remark]) -> dict[str, Any]:
    """A SARIF log with one run; columns and offsets count Unicode characters."""
    from regesta import __version__

    kinds = {code: kind for kind, code in {**CONFLICT_CODES, **GAP_CODES}.items()}
    driver = {
        "name": "regesta",
        "version": __version__,
        "rules": [{"id": code, "name": kinds[code]} for code in sorted(kinds)],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(remark) for remark in remarks],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(remark: Remark) -> dict[str, Any]:
    return {
        "ruleId": remark.code,
        "level": "error" if remark.contradicts else "warning",
        "message": {"text": remark.message},
        "locations": [_location(remark.words)],
        "relatedLocations": [{"id": n, **_location(words)} for n, words in enumerate(remark.related)],
        "partialFingerprints": {"regestaId/v1": remark.id},
    }


def _location(words: Words) -> dict[str, Any]:
    region = {
        "startLine": words.line,
        "startColumn": words.column,
        "charOffset": words.start,
        "charLength": words.end - words.start,
        "snippet": {"text": words.quote},
    }
    return {"physicalLocation": {"artifactLocation": {"uri": quote(words.document)}, "region": region}}
