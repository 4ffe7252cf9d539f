"""Where the corrections of a chronicle lie, what they do to what was read, and how the chronicle records it."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from regesta.errors import CorrectionError
from regesta.model.chronology import Chronology, Findings
from regesta.model.manifest import Manifest

if TYPE_CHECKING:
    from regesta.corrections import CorrectionsFile, Outcome
    from regesta.rules.load import Rules

SUFFIX = ".corrections.toml"
_FILE, _ENTRY = "corrections", "correction "


def corrections_beside(path: str | Path) -> Path:
    """`communes.corrections.toml` for `communes.regesta` or `communes.txt`."""
    return Path(path).with_suffix(SUFFIX)


def find_corrections(
    sources: Sequence[str | Path], chronicle: Path | None = None, given: str | Path | None = None
) -> Path | None:
    """The corrections file to use: the one given, else the one beside the chronicle or beside the only source.

    CorrectionError where the given one does not exist, or where two lie there and it is not said which.
    """
    if given is not None:
        if not Path(given).is_file():
            raise CorrectionError(f"{given}: no such file; regesta review makes one, or leave --corrections out")
        return Path(given)
    beside = [corrections_beside(chronicle)] if chronicle else []
    if len(sources) == 1 and str(sources[0]) != "-" and Path(sources[0]).is_file():
        beside.append(corrections_beside(sources[0]))
    found = {os.path.realpath(p): p for p in beside if p.is_file()}
    if len(found) > 1:
        both = " and ".join(map(str, found.values()))
        raise CorrectionError(f"{both} are both there; say which counts with --corrections FILE")
    return next(iter(found.values()), None)


def reason_corrected(findings: Findings, rules: "Rules", file: "CorrectionsFile") -> "tuple[Chronology, list[Outcome]]":
    """What follows from corrected findings, and what became of each correction; orphans are gaps of the chronology."""
    from regesta.corrections import apply_corrections, orphan_gaps
    from regesta.corrections.bench import Knowledge
    from regesta.extract.times import parse_date
    from regesta.pipeline import reason

    applied = apply_corrections(findings, file.entries, Knowledge(rules.event_types, parse_date))
    chronology = reason(applied.findings, rules, applied.verdicts)
    orphans = orphan_gaps(applied.outcomes, findings, file.path.name)
    return replace(chronology, gaps=(*chronology.gaps, *orphans)), list(applied.outcomes)


def record_corrections(manifest: Manifest, file: "CorrectionsFile", outcomes: "Sequence[Outcome]") -> Manifest:
    """The manifest with the hash of the corrections file and what became of each entry."""
    if not file.text:
        return manifest
    told = [(f"{_ENTRY}{o.correction.id}", f"{o.result}: {o.reason}" if o.reason else o.result) for o in outcomes]
    return replace(manifest, settings=(*manifest.settings, (_FILE, f"{file.path.name} sha256:{file.sha256}"), *told))


def recorded_file(manifest: Manifest) -> str:
    """Name of the corrections file that the chronicle was built with; empty where there was none."""
    return dict(manifest.settings).get(_FILE, "").rpartition(" sha256:")[0]


def recorded_hash(manifest: Manifest) -> str:
    """SHA-256 of the corrections that the chronicle was built with; empty where there were none."""
    return dict(manifest.settings).get(_FILE, "").rpartition(" sha256:")[2]


def recorded_outcomes(manifest: Manifest) -> dict[str, tuple[str, str]]:
    """Result and reason by the id of the correction, as of the last build."""
    found = {}
    for name, value in manifest.settings:
        if name.startswith(_ENTRY):
            result, _, reason = value.partition(": ")
            found[name.removeprefix(_ENTRY)] = (result, reason)
    return found
