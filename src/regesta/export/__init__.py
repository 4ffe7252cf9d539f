"""Chronology -> a file. `FORMATS` names each writer; every writer gives the same bytes for the same chronology."""

from collections.abc import Callable, Mapping
from typing import TextIO

from regesta.export import csv, jsonl, markdown
from regesta.model.chronology import Chronology

Writer = Callable[[Chronology, TextIO], None]

FORMATS: Mapping[str, Writer] = {"jsonl": jsonl.write, "csv": csv.write, "markdown": markdown.write}
