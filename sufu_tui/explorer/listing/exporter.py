"""Exporter of the listed items to a file: at once, or in a thread while the reader goes on."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sufu_tui.explorer.background.progress import Cancelled, ProgressReporter
from sufu_tui.explorer.commands import LineId
from sufu_tui.explorer.listing.model import ListModel
from sufu_tui.explorer.messages import Notice, Progress
from sufu_tui.explorer.pane import Pane
from sufu_tui.explorer.widgets.input_dock import InputDock
from sufu_tui.explorer.widgets.question import LineRemark
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.typesetting.safe_characters import harmless

if TYPE_CHECKING:
    from sufu_tui.writing.atomic_file import CannotWriteError
    from sufu_tui.writing.files import ExportView

_AT_ONCE = 150
"""Limit of items that are written before the next key is read: at 0.09 ms each it waits for one frame."""
_REST_SECONDS = 0.0005
"""Rest of the writing thread between some rows and the next, so that waiting threads get their turn."""
_WORK = "listing.exporting"


class Exporter:
    """Question for a file, and the writing of it."""

    line: LineId = "export"

    def __init__(
        self,
        pane: Pane,
        model: ListModel,
        dock: InputDock,
    ) -> None:
        """Ask in `dock`, and write the listed items of `model`."""
        self._pane = pane
        self._model = model
        self._dock = dock
        self._replacing: Path | None = None  # the file of the question whether to replace it
        self._job: ExportJob | None = None

    async def open(self) -> None:
        """Ask for a file to write the listed items to."""
        words = self._model.state.words
        if self._job is not None:
            self._say(words("listing.export-running"))
            return
        if self._dock.question is not self:
            self._replacing = None
        await self._dock.ask(self, words, f"{self._model.state.dossier.id}-{self._model.kind.pane}.csv")

    def close(self) -> bool:
        """Close the line; return False where it was not open."""
        if self._dock.question is not self:
            return False
        self._dock.close()
        self._pane.take_focus()
        return True

    def stop(self) -> bool:
        """Stop a running export; return False where there is none."""
        if self._job is None:
            return False
        self._job.stop()
        return True

    # The question

    def label(self, words: Catalogue) -> str:
        """Return the label of the line."""
        return words("listing.export")

    def placeholder(self, words: Catalogue) -> str:
        """Return the possible formats."""
        return words("listing.export-placeholder")

    def changed(self, text: str) -> LineRemark:  # noqa: ARG002  argument of every question
        """Return a remark with the possible formats."""
        self._replacing = None
        return LineRemark(self.placeholder(self._model.state.words))

    def submitted(self, text: str) -> LineRemark | None:
        """Write the file; where there is one already, ask first."""
        from sufu_tui.writing.atomic_file import CannotWriteError
        from sufu_tui.writing.files import path_of

        try:
            path = path_of(text)
            if path.exists() and path != self._replacing:
                self._replacing = path
                return LineRemark(self._model.state.words("listing.export-exists"), wrong=True)
            self._write(path)
        except CannotWriteError as problem:
            return LineRemark(self._reason(problem), wrong=True)
        self.close()
        return None

    def cancelled(self) -> None:
        """Close the line without writing."""
        self.close()

    # Writing

    def _write(self, path: Path) -> None:
        from sufu_tui.writing.files import write_view

        model, rows = self._model, self._model.rows
        view = model.kind.export(rows, model.state)
        if len(rows) > _AT_ONCE:
            # The thread may report progress after the pane is removed.
            self._job = ExportJob(view, path, lambda done: self._pane.post_message(Progress(_WORK, done)))
            self._pane.run_worker(self._see_through(self._job), group="exporting")
        else:
            write_view(view, path)
            self._say_written(path, len(rows))

    async def _see_through(self, job: ExportJob) -> None:
        from sufu_tui.writing.atomic_file import CannotWriteError

        words = self._model.state.words
        try:
            written = await job.run()
        except CannotWriteError as problem:
            self._say(self._reason(problem))
        else:
            if written:
                self._say_written(job.path, job.number)
            else:
                self._say(words("listing.export-stopped", file=harmless(job.path.name)))
        finally:
            self._job = None
            self._pane.post_message(Progress(_WORK, None))

    def _say_written(self, path: Path, number: int) -> None:
        self._say(
            self._model.state.words.plural(
                self._model.kind.sentences.exported, number, file=harmless(path.name)
            )
        )

    def _say(self, sentence: str) -> None:
        self._pane.post_message(Notice(sentence))

    def _reason(self, problem: CannotWriteError) -> str:
        return self._model.state.words(f"writing.{problem.code}", reason=harmless(problem.reason))


class ExportJob:
    """Job that writes `view` to `path` in a thread, and calls `on_progress` there with the share written."""

    def __init__(self, view: ExportView, path: Path, on_progress: Callable[[float], object]) -> None:
        self.path = path
        """Path of the file."""
        self.number = len(view.rows)
        """Number of items to write."""
        self._view = view
        self._on_progress = on_progress
        self._report = ProgressReporter(on_progress)

    async def run(self) -> bool:
        """Write; return False where it was stopped, and the file is as it was.

        Raises CannotWriteError where it cannot be written. A cancelled task stops the writing.
        """
        from sufu_tui.writing.files import write_view

        self._on_progress(0.0)
        try:
            await asyncio.to_thread(write_view, self._view, self.path, self._report_and_rest)
        except Cancelled:
            return False
        finally:
            self.stop()
        return True

    def stop(self) -> None:
        """Cancel the writing at its next rows."""
        self._report.cancel()

    def _report_and_rest(self, done: float) -> None:
        self._report(done)
        time.sleep(_REST_SECONDS)
