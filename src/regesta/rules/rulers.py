"""knowledge/common/rulers.tsv: from which day to which day rulers reigned, and how each language names them."""

from importlib.resources import files
from importlib.resources.abc import Traversable

from regesta.model.calendars import from_iso
from regesta.rules.problems import Problems

FILE = "rulers.tsv"
_COLUMNS = ("realm", "first", "last")


def read_rulers(language: str, problems: Problems, common: Traversable | None = None) -> dict[str, str]:
    """Name -> its reigns as "first/last", parted by spaces; nothing where the table has no column for the language."""
    label = f"knowledge/common/{FILE}"
    table = (common or files("regesta") / "knowledge" / "common") / FILE
    lines = [line for line in table.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    found: dict[str, str] = {}
    if tuple(header[:3]) != _COLUMNS:
        problems.add(label, "header", f"the first columns are {', '.join(_COLUMNS)}, then one for each language")
        return found
    if language not in header:
        return found
    column = header.index(language)
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != len(header) or not _sound(cells[1], cells[2]):
            problems.add(label, line, "write realm, first and last day (YYYY-MM-DD), and names parted by semicolons")
            continue
        for name in filter(None, map(str.strip, cells[column].split(";"))):
            reign = f"{cells[1]}/{cells[2]}"
            found[name] = f"{found[name]} {reign}" if name in found else reign
    return found


def _sound(first: str, last: str) -> bool:
    day, _, movable = first.partition("+")
    try:
        return from_iso(day) <= from_iso(last) and (not movable or int(movable) > 0)
    except ValueError:
        return False
