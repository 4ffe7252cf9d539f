"""The chronicle and its corrections as all browsers share them: one state at a time, and one writer at a time."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path
from threading import Event, RLock, Thread
from typing import Any, Literal, TypeVar

from regesta.api import Chronicle
from regesta.api.reading import read_again
from regesta.api.review import Review
from regesta.api.review_items import Entry
from regesta.api.sources import changed_sources, fresh_documents, source_files
from regesta.errors import RegestaError, StaleError
from regesta.server.problems import RequestError
from regesta.web import Look, version_hash

T = TypeVar("T")
GLANCE = 0.5
"""Seconds between looks at the files."""
Signature = tuple[tuple[str, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Job:
    """The rebuild that runs, or the last that ran."""

    state: Literal["idle", "running", "done", "failed"] = "idle"
    source: str = ""
    """What is being read."""
    done: int = 0
    """Characters read."""
    total: int = 0
    message: str = ""
    """Why it failed."""


@dataclass(frozen=True, slots=True)
class View:
    """What is shown at one moment. It never changes: another moment has another."""

    chronicle: Chronicle
    version: str
    """Of the chronicle and the corrections together; the ETag of all answers."""
    entries: tuple[Entry, ...]
    is_built: bool
    """Whether the chronicle has all corrections in it."""
    changed_sources: tuple[str, ...] = ()
    trouble: str = ""
    """Why what lies on disk now cannot be shown; empty where it is shown."""


class Desk:
    """Where a chronicle lies open: gives views of it, makes corrections, and builds it anew in the background."""

    def __init__(
        self,
        path: Path,
        corrections: Path | None = None,
        *,
        folder: Path | None = None,
        title: str | None = None,
        look: Look | None = None,
        model: str | None = None,
        read_only: bool = False,
    ) -> None:
        self.path = path
        self.title = title or path.stem
        self.look_of_page = look or Look()
        self.read_only = read_only
        self.job = Job()
        self._given, self._model = corrections, model
        self._folder = folder or path.parent
        self._lock = RLock()
        self._closed = Event()
        self._review = Review(path, corrections, strict=True)
        self._signature = self._look_at_files()
        self._tried: Signature = ()
        self.view = self._make_view()

    # Watching

    def watch(self) -> None:
        """Looks at the files from now on, in a thread of its own, until `close`."""
        Thread(target=self._watch, name="watch", daemon=True).start()

    def close(self) -> None:
        """Ends watching, and what waits for news."""
        self._closed.set()

    @property
    def corrections_file(self) -> str:
        """Its name."""
        return self._review.file.name

    @property
    def is_closed(self) -> bool:
        """Whether the server is about to end."""
        return self._closed.is_set()

    def _watch(self) -> None:
        while not self._closed.wait(GLANCE):
            view = self.look()
            if not view.changed_sources or self.read_only or self.job.state == "running":
                continue
            if self._tried != self._signature:
                self._tried = self._signature
                self.rebuild()

    def look(self) -> View:
        """Takes in whatever has changed on disk. What cannot be read there leaves the view as it is, and says why."""
        with self._lock:
            now = self._look_at_files()
            if now != self._signature:
                try:
                    if self._has_changed(now, self.path):
                        self._review = Review(self.path, self._given, strict=True)
                    self._review.catch_up()
                    self.view = self._make_view()
                except (RegestaError, OSError) as error:
                    self.view = replace(self.view, trouble=str(error))
                self._signature = now
            return self.view

    def _has_changed(self, now: Signature, path: Path) -> bool:
        return [s for s in now if s[0] == str(path)] != [s for s in self._signature if s[0] == str(path)]

    def _look_at_files(self) -> Signature:
        """What tells that a file is another: its time, size and number."""
        sources = [path for _, path in source_files(self._review.chronicle, self._folder)]
        seen = []
        for path in (self.path, self._review.file, *sources):
            try:
                status = path.stat()
                seen.append((str(path), status.st_mtime_ns, status.st_size, status.st_ino))
            except OSError:
                seen.append((str(path), 0, 0, 0))
        return tuple(seen)

    def _make_view(self) -> View:
        chronicle = self._review.chronicle
        made_from = json.dumps(asdict(chronicle.manifest), sort_keys=True)
        version = sha256(f"{made_from}\n{self._review.seen}".encode()).hexdigest()[:32]
        changed = changed_sources(chronicle, self._folder)
        return View(chronicle, version, self._review.entries(), self._review.is_built, changed)

    # Correcting

    def study(self, question: Callable[[Review], T]) -> T:
        """An answer of the review, while nobody writes."""
        with self._lock:
            return question(self._review)

    def correct(self, version: str, act: Callable[[Review], T]) -> tuple[T, View]:
        """Does something to the corrections, if they are still of that version; StaleError else."""
        with self._lock:
            view = self.look()
            if version != view.version:
                raise StaleError(
                    f"the version you looked at is not the present one ({view.version}): somebody has made a "
                    "correction or a build since; look again, then do it again"
                )
            done = act(self._review)
            self._signature = self._look_at_files()
            self.view = self._make_view()
            return done, self.view

    # Building anew

    def rebuild(self) -> Job:
        """Begins to read the texts again and to draw what follows; RequestError where that is being done already."""
        with self._lock:
            if self.job.state == "running":
                raise RequestError(
                    409, "rebuilding already", "the chronicle is being built anew; wait until that is done"
                )
            self.job = Job("running")
            Thread(target=self._rebuild, name="rebuild", daemon=True).start()
            return self.job

    def _rebuild(self) -> None:
        try:
            documents = fresh_documents(self.view.chronicle, self._folder)
            file = self._review.file
            made = read_again(
                self.view.chronicle, file, model=self._model, progress=self._progress, documents=documents
            )
            made.save(self.path)
            self.look()
            self.job = replace(self.job, state="done", done=self.job.total)
        except RegestaError as error:
            self.job = replace(self.job, state="failed", message=str(error))
        except Exception as error:
            self.job = replace(self.job, state="failed", message=f"a mistake of ours: {type(error).__name__}: {error}")

    def _progress(self, name: str, done: int, total: int) -> None:
        self.job = Job("running", name, done, total)

    def pulse(self) -> dict[str, Any]:
        """What a browser wants to be told of as soon as it changes."""
        view = self.view
        return {
            "version": view.version,
            "chronicle": version_hash(view.chronicle.manifest),
            "is_built": view.is_built,
            "changed_sources": list(view.changed_sources),
            "trouble": view.trouble,
            "rebuild": asdict(self.job),
        }
