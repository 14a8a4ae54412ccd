"""Taking figures along: to the clipboard, or into a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from sufu_tui.explorer.messages import Notice
from sufu_tui.explorer.metrics.columns import Column
from sufu_tui.explorer.metrics.pictured import PicturedPane
from sufu_tui.explorer.prompt import Prompt
from sufu_tui.reading.characters import harmless


class TakingPane(PicturedPane):
    """Copies a cell, a row or the marked rows, and writes what is listed to a file."""

    _replacing: Path | None = None  # the file that the reader was asked about

    def _columns(self) -> tuple[Column, ...]:
        return self.table.arrangement.columns

    # The clipboard

    def action_copy_as(self) -> None:
        """Choose what to copy, and how."""
        from sufu_tui.explorer.menu import Entry, MenuScreen  # not needed at start
        from sufu_tui.explorer.metrics.extracts import FORMS, cell_text, table_text

        words, row = self.state.words, self.table.cursor
        offers: list[tuple[str, Callable[[], str]]] = []  # of many rows only the text that is wanted is made
        if row is not None:
            column = next(column for column in self._columns() if column.id == self.table.column)
            text = cell_text(self.sheet, column, row)
            offers.append((words("metrics.copy-cell", text=text), partial(str, text)))
        marked = [row for row in self.rows if row in self.marked]
        marked += sorted(self.marked - set(marked))
        for key, rows in (("row", [] if row is None else [row]), ("marked", marked), ("listed", self.rows)):
            if rows:
                offers += [
                    (
                        words(f"metrics.copy-{key}", form=words(f"metrics.form-{form}"), number=len(rows)),
                        partial(table_text, self.sheet, self._columns(), rows, form),
                    )
                    for form in FORMS
                ]
        if not offers:
            self.say("app.nothing-to-copy")
            return

        def copy(number: int | None) -> None:
            if number is not None:
                name, make = offers[number]
                self.app.copy_to_clipboard(make())
                self.say("app.copied", title=name)

        entries = [Entry(name) for name, _ in offers]
        self.app.push_screen(
            MenuScreen(words("metrics.copy-title"), words("metrics.copy-hint"), entries), copy
        )

    # Files

    @property
    def export_line(self) -> Prompt | None:
        """The line for the name of a file, while it is open."""
        return next(iter(self.query("#export-line").results(Prompt)), None)

    def action_export(self) -> None:
        """Ask for a file to write what is listed to."""
        if self.export_line is None:
            self.close_filter()
            words = self.state.words
            self._replacing = None
            self.add_class("-asking")
            name = f"{self.state.dossier.id}-metrics.csv"
            prompt = Prompt(
                "export", words("metrics.export"), name, words("metrics.export-placeholder"), id="export-line"
            )
            self.mount(prompt)
        else:
            self.export_line.take_focus()

    def open_filter(self) -> None:
        """Open the line for the filter in place of that for a file."""
        self._close_export()
        super().open_filter()

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
        from sufu_tui.writing.files import CannotWriteError, path_of, write_view

        words = self.state.words
        try:
            path = path_of(text)
            if path.exists() and path != self._replacing:
                self._replacing = path
                prompt.remark(words("metrics.export-exists"), wrong=True)
                return
            write_view(view_of(self.sheet, self._columns(), self.rows), path)
        except CannotWriteError as problem:
            prompt.remark(words(f"writing.{problem.code}", reason=harmless(problem.reason)), wrong=True)
            return
        self._close_export()
        self.post_message(Notice(words.plural("metrics.exported", len(self.rows), file=harmless(path.name))))

    def _close_export(self) -> bool:
        line = self.export_line
        if line is None:
            return False
        self.remove_class("-asking")
        line.remove()
        self.take_focus()
        return True
