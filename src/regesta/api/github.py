"""Remarks as workflow commands of GitHub Actions, which shows them beside the lines they are about.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
"""

from collections.abc import Iterable, Iterator

from regesta.api.remarks import Remark


def annotations(remarks: Iterable[Remark]) -> Iterator[str]:
    """One command a remark: an error for a contradiction, a notice for a gap."""
    for remark in remarks:
        words = remark.words
        level = "error" if remark.contradicts else "notice"
        place = f"file={_property(words.document)},line={words.line},col={words.column}"
        yield f"::{level} {place},title={_property(f'{remark.code} {remark.kind}')}::{_data(remark.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
