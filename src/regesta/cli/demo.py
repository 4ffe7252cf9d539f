"""regesta demo"""

from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from regesta.cli.at import say_answers
from regesta.cli.check import say_remarks
from regesta.cli.output import Format, FormatOption, progress_bar, say, say_json
from regesta.cli.timeline import say_entries

SOURCE = "communes.txt"
TITLE = "The communes of 1870 and 1871 in the provinces"
DAY, PLACE = "1871-04-04", "Marseille"


def demo(
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="DIR", help="Where the source, the chronicle and the page go.")
    ] = Path("regesta-demo"),
    format: FormatOption = Format.text,  # noqa: A002
) -> None:
    """Run everything on the example that ships with regesta: a page of prose on the provincial communes of 1870-71."""
    from regesta.api import read
    from regesta.web import publish

    output.mkdir(parents=True, exist_ok=True)
    source = output / SOURCE
    with as_file(files("regesta") / "demo" / SOURCE) as shipped:
        source.write_bytes(shipped.read_bytes())
    with progress_bar("reading") as progress:
        chronicle = read(source, progress=progress)
    target = output / f"{source.stem}.regesta"
    chronicle.save(target)
    page = publish(chronicle.chronology, chronicle.manifest, output / "page", title=TITLE)
    entries, answers, remarks = chronicle.events(), chronicle.at(DAY, place=PLACE), chronicle.remarks
    if format is Format.json:
        say_json(
            {
                "chronology": [entry.record() for entry in entries],
                "at": answers.record(),
                "check": [remark.record() for remark in remarks],
                "chronicle": str(target),
                "page": str(page),
            }
        )
        return
    say(f"$ regesta timeline {target}")
    say_entries(entries, chronicle)
    _head(f"regesta at {DAY} {target} --place {PLACE}")
    say_answers(answers)
    _head(f"regesta check {target}")
    say_remarks(remarks)
    _head(f"regesta publish {target} -o {page.parent}")
    say(str(page))


def _head(command: str) -> None:
    say()
    say(f"$ {command}")
