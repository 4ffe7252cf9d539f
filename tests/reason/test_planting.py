"""The script that plants contradictions: it finds what it plants in a text of our own, and nothing before."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import plant_contradictions  # noqa: E402

TEXT = """In March 1848, Count Albert Orsini captured Bergamo. On 4 May 1849, General Paul Weber occupied Verona.

The League of Brescia expelled the garrison in 1848.
"""


def test_what_is_planted_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "text.txt").write_text(TEXT, "utf-8")
    assert plant_contradictions.main([str(tmp_path), "--each", "1"]) == 0
    out = capsys.readouterr().out
    for kind in ("death", "order", "weekday", "year"):
        assert f"{kind:12} planted   1  read   1  found   1" in out
    assert "false alarms: 0" in out


def test_a_text_that_contradicts_itself_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "text.txt").write_text(TEXT + "\nCount Albert Orsini died in 1847.\n", "utf-8")
    assert plant_contradictions.main([str(tmp_path), "--each", "0"]) == 1
    assert "untouched, yet: Albert Orsini is said to have acted after dying" in capsys.readouterr().out
