"""The head of the caseload page: how full it is, the filter, the order, and Record."""

from __future__ import annotations

from caseload.words import say
from ui.caseload_list.sorting import Sort
from ui.caseload_list.view_model import CaseloadListModel
from ui.widgets.buttons import Button
from ui.widgets.choices import Choice
from ui.widgets.inputs import FilterInput
from ui.widgets.marks import CapMeter, Chip
from ui.widgets.page_head import PageHead
from ui.widgets.text import label


class CaseloadHead(PageHead):
    """Shows the model's count; ``filter``, ``sort`` and ``record`` are its controls."""

    def __init__(self, model: CaseloadListModel) -> None:
        super().__init__(say("caseload_list_page.title"), margin=16)
        self._model = model
        self.chip = Chip("positive", "")
        self.meter = CapMeter(0, 0, "")
        self.aside = label("", "small", "muted", wrap=False)
        for beside in (self.chip, self.meter, self.aside):
            self.add_chip(beside)
        self.filter = FilterInput(say("caseload_list_page.filter"), "Ctrl F", width=190)
        self.sort = Choice(
            [(sort, say(f"caseload_list_page.sort.{sort}")) for sort in Sort],
            dense="medium",
            width=190,
        )
        self.sort.setAccessibleName(say("caseload_list_page.sorted_by"))
        self.record = Button(
            say("caseload_list_page.record"),
            kind="primary",
            icon="pencil",
            key="Ctrl R",
            small="medium",
        )
        for action in (self.filter, self.sort, self.record):
            self.add_action(action)
        self.sort.picked.connect(lambda sort: model.set_sort(Sort(str(sort))))
        model.shown.connect(self._show)
        self._show()

    def show_actions(self, shown: bool) -> None:
        """Nothing to filter, order or record for while nobody is there."""
        for action in (self.filter, self.sort, self.record):
            action.setVisible(shown)

    def _show(self) -> None:
        count = self._model.page.count
        kind = "danger" if count.is_full else "warning" if count.is_amber else "positive"
        key = "full" if count.is_full else "room"
        words = say(f"caseload_list_page.{key}", held=count.held, cap=count.cap, room=count.room)
        rule = say("caseload_list_page.meter", held=count.held, cap=count.cap, amber=count.amber)
        self.chip.set_mark(kind, words)
        self.chip.setToolTip(rule)
        self.meter.set_held(count.held, count.cap, rule, max(0, count.amber - 1))
        self.meter.setToolTip(rule)
        down = self._model.stepped_down()
        self.aside.setText(say("caseload_list_page.stepped_down", count=down) if down else "")
        self.aside.setVisible(bool(down))
        if self.sort.value() != self._model.sort:
            self.sort.set_value(self._model.sort)
