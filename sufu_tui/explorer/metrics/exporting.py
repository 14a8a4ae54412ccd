"""Writing what is listed to a file: at once, or of very many figures while the reader goes on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sufu_tui.explorer.messages import Notice, Progress
from sufu_tui.explorer.metrics.taking import TakingPane
from sufu_tui.typesetting.safe_characters import harmless

if TYPE_CHECKING:
    from sufu_tui.explorer.metrics.export import Export
    from sufu_tui.explorer.prompt import Prompt
    from sufu_tui.writing.atomic_file import CannotWriteError
    from sufu_tui.writing.files import ExportView

_AT_ONCE = 2000
"""How many figures are written before the next key is read: it takes less than a blink."""
_WORK = "metrics.exporting"


class ExportingPane(TakingPane):
    """Asks for a file, and writes what is listed when it was named."""

    _replacing: Path | None = None  # the file that the reader was asked about
    _exporting: Export | None = None

    @property
    def export_line(self) -> Prompt | None:
        """The line for the name of a file, while it is open."""
        return self.line_at("export-line")

    async def action_export(self) -> None:
        """Ask for a file to write what is listed to."""
        if self._exporting is not None:
            self.say("metrics.export-running")
        elif self.export_line is None:
            self.close_filter()
            words = self.state.words
            self._replacing = None
            name = f"{self.state.dossier.id}-metrics.csv"
            label, placeholder = words("metrics.export"), words("metrics.export-placeholder")
            await self.open_line("export", label, name, placeholder, id="export-line")
        else:
            self.export_line.take_focus()

    async def open_filter(self) -> None:
        """Open the line for the filter in place of that for a file."""
        self._close_export()
        await super().open_filter()

    def step_up(self) -> bool:
        """Leave the line for a file first."""
        return self._close_export() or super().step_up()

    def on_prompt_changed(self, event: Prompt.Changed) -> None:
        """Say in which formats one can write, or what is wrong with the name."""
        if event.prompt.id == "export-line":
            event.stop()
            self._replacing = None
            event.prompt.remark(self.state.words("metrics.export-placeholder"))

    def on_prompt_submitted(self, event: Prompt.Submitted) -> None:
        """Write the file; where there is one already, ask first."""
        if event.prompt.id == "export-line":
            event.stop()
            self._export(event.prompt, event.text)

    def on_prompt_closed(self, event: Prompt.Closed) -> None:
        """Write nothing."""
        if event.prompt.id == "export-line":
            event.stop()
            self._close_export()

    def _export(self, prompt: Prompt, text: str) -> None:
        from sufu_tui.explorer.metrics.extracts import view_of
        from sufu_tui.writing.atomic_file import CannotWriteError
        from sufu_tui.writing.files import path_of, write_view

        try:
            path = path_of(text)
            if path.exists() and path != self._replacing:
                self._replacing = path
                prompt.remark(self.state.words("metrics.export-exists"), wrong=True)
                return
            view = view_of(self.sheet, self._columns(), self.rows)
            if len(self.rows) > _AT_ONCE:
                self._export_beside(view, path)
            else:
                write_view(view, path)
                self._say_written(path, len(self.rows))
        except CannotWriteError as problem:
            prompt.remark(self._reason(problem), wrong=True)
            return
        self._close_export()

    def _export_beside(self, view: ExportView, path: Path) -> None:
        """Write while the reader goes on."""
        from sufu_tui.explorer.metrics.export import Export

        # The thread may tell of its progress when the pane is gone.
        self._exporting = Export(view, path, lambda done: self.post_message(Progress(_WORK, done)))
        self.run_worker(self._see_through(self._exporting), group="exporting")

    async def _see_through(self, export: Export) -> None:
        from sufu_tui.writing.atomic_file import CannotWriteError

        try:
            written = await export.run()
        except CannotWriteError as problem:
            self.post_message(Notice(self._reason(problem)))
        else:
            if written:
                self._say_written(export.path, export.number)
            else:
                self.say("metrics.export-stopped", file=harmless(export.path.name))
        finally:
            self._exporting = None
            self.post_message(Progress(_WORK, None))

    def stop_work(self) -> bool:
        """Stop writing a file."""
        if self._exporting is None:
            return False
        self._exporting.stop()
        return True

    def _say_written(self, path: Path, number: int) -> None:
        text = self.state.words.plural("metrics.exported", number, file=harmless(path.name))
        self.post_message(Notice(text))

    def _reason(self, problem: CannotWriteError) -> str:
        return self.state.words(f"writing.{problem.code}", reason=harmless(problem.reason))

    def _close_export(self) -> bool:
        return self.close_line(self.export_line)
