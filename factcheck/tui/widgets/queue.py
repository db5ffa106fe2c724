"""The queue of claims."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from factcheck.domain.views import ClaimRow
from factcheck.tui.safe import safe_line, shortened
from factcheck.tui.signs import FAINT, MACHINE, status_content, suggestion_words
from factcheck.tui.widgets.card_list import CardList
from factcheck.tui.wrapping import first_lines

_ONE_LINE_FROM = 70
"""Cells from which a claim fits on one line with its statuses."""

_STATUS_CELLS = 16
_WORTH_CELLS = 5
_MACHINE_CELLS = 15


class Queue(CardList[ClaimRow]):
    """Claims with where they stand and, marked as the machine's, what was suggested."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self.titles: Mapping[str, str] = {}
        self.shows_machine = True
        self._text_lines = 1

    def heights(self, width: int) -> list[int]:
        self._text_lines = 2 if 3 * len(self.items) + len(self.titles) <= self.size.height else 1
        lines = 1 if width >= _ONE_LINE_FROM else 1 + self._text_lines
        return [lines + self._begins_article(index) for index in range(len(self.items))]

    def card(self, index: int, width: int) -> Content:
        row = self.items[index]
        lines = [self._one_line(row, width)] if width + 1 >= _ONE_LINE_FROM else self._two_lines(row, width)
        if self._begins_article(index):
            title = shortened(self.titles.get(row.claim.article_id, row.claim.article_id), max(8, width - 4))
            lines.insert(0, safe_line(f"── {title} ".ljust(width, "─"), FAINT, most=width))
        return Content("\n").join(lines)

    def _begins_article(self, index: int) -> bool:
        """True for the first claim of each article, where there are several articles."""
        if len(self.titles) < 2:
            return False
        return index == 0 or self.items[index].claim.article_id != self.items[index - 1].claim.article_id

    def _two_lines(self, row: ClaimRow, width: int) -> list[Content]:
        room = width - _WORTH_CELLS - 1
        status, machine = self._fitting(row, room)
        gap = max(1, room + 1 - status.cell_length - machine.cell_length)
        worth = Content.styled(f" {row.claim.check_worthiness:.2f}", FAINT)
        return [
            Content.assemble(status, " " * gap, machine, worth).truncate(width),
            *self._text(row, width),
        ]

    def _fitting(self, row: ClaimRow, room: int) -> tuple[Content, Content]:
        """Status and suggestion in the longest words that fit beside each other."""
        full, short = status_content(row.status), status_content(row.status, short=True)
        words = self._machine(row, short=True)
        for status, machine in ((full, self._machine(row)), (full, words), (short, words)):
            if status.cell_length + machine.cell_length <= room:
                return status, machine
        return short, self._machine(row, short=True, sign="~")

    def _text(self, row: ClaimRow, width: int) -> list[Content]:
        """The claim on one line, or on two where every claim of the queue has room for that."""
        if self._text_lines == 1:
            return [safe_line(row.claim.checked, most=width).truncate(width)]
        lines = first_lines(safe_line(row.claim.checked, most=3 * width), width, 2)
        return [*lines, Content("")][:2]

    def _one_line(self, row: ClaimRow, width: int) -> Content:
        status = status_content(row.status, short=True)
        machine = self._machine(row, short=True, sign="~")
        room = max(10, width - _STATUS_CELLS - _WORTH_CELLS - _MACHINE_CELLS)
        text = safe_line(row.claim.checked, most=room - 1).truncate(room - 1)
        return Content.assemble(
            status,
            " " * (_STATUS_CELLS - status.cell_length),
            Content.styled(f"{row.claim.check_worthiness:.2f} ", FAINT),
            text,
            " " * (room - text.cell_length),
            machine,
        )

    def _machine(self, row: ClaimRow, *, short: bool = False, sign: str = "machine ") -> Content:
        """The suggestion, marked as the machine's; `~` says so where there is no room for the word."""
        if row.suggestion is None or not self.shows_machine:
            return Content("")
        return Content.styled(f"{sign}{suggestion_words(row.suggestion, short=short)}", MACHINE)
