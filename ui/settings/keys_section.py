"""One's own passphrase, and new keys where somebody else may hold one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from caseload.errors import CaseloadError
from caseload.people.roles import Action
from caseload.words import say
from ui.attempt import problems_of
from ui.set_up.new_passphrase import NewPassphrase
from ui.settings.code_card import CodeCard
from ui.settings.section import Section
from ui.settings.view_model import NO_KEY, SettingsModel
from ui.theme import look
from ui.widgets.at_widest import at_widest
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, empty_layout
from ui.widgets.choices import TickBox, tick_box
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.fields import Field
from ui.widgets.filling import show_filled
from ui.widgets.mark_line import MarkLine
from ui.widgets.passphrase_input import PassphraseInput
from ui.widgets.text import label

if TYPE_CHECKING:
    from caseload.app import EnrolmentCode

WIDEST = 640


class KeysSection(Section):
    """Nothing typed here is ever kept: passphrases are forgotten when the section is left."""

    def __init__(self, model: SettingsModel) -> None:
        super().__init__(model, say("settings_page.keys.title"), say("settings_page.keys.sentence"))
        self.told = MarkLine("positive", "")
        self.down.addWidget(self.told)
        self.own = self._made_own()
        self.suspicion = self._made_suspicion()
        self.code = CodeCard(model)
        self.code.finished.connect(self._back)
        self.down.addLayout(at_widest(self.own))
        self.down.addLayout(at_widest(self.suspicion))
        self.down.addWidget(self.code)
        self.down.addStretch(1)
        self.code.hide()
        self.told.hide()
        look().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        for card in (self.own, self.suspicion):
            card.setMaximumWidth(look().px(WIDEST))

    def _made_own(self) -> Card:
        from caseload.app import strength_hint

        card = Card(say("settings_page.own.title"), heading=True)
        card.down.setSpacing(12)
        self.present = PassphraseInput()
        self.present_field = Field(say("settings_page.own.present"), self.present)
        self.problems = ErrorSummary({"present": self.present_field})
        self.new = NewPassphrase(strength_hint)
        self.new.field.set_words(say("settings_page.own.new"))
        self.new.again_field.set_words(say("settings_page.own.again"))
        self.change = Button(say("settings_page.own.change"), kind="primary")
        self.change.clicked.connect(self._change)
        card.down.addWidget(label(say("settings_page.own.why"), "body", "muted"))
        for part in (self.problems, self.present_field, self.new):
            card.down.addWidget(part)
        card.down.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _made_suspicion(self) -> Card:
        card = Card(say("settings_page.suspicion.title"), heading=True)
        card.down.setSpacing(12)
        card.down.addWidget(label(say("settings_page.suspicion.why"), "body", "muted"))
        self.who = label(say("settings_page.suspicion.who"), "table", strong=True)
        card.down.addWidget(self.who)
        self._ticks = QVBoxLayout()
        self._ticks.setSpacing(4)
        card.down.addLayout(self._ticks)
        self.suspects: dict[str, TickBox] = {}
        self.passphrase = PassphraseInput()
        self.passphrase_field = Field(say("settings_page.own.present"), self.passphrase)
        self.rekey_problems = ErrorSummary({"passphrase": self.passphrase_field})
        self.rekey = Button(say("settings_page.suspicion.rekey"))
        self.rekey.clicked.connect(self._rekey)
        for part in (self.rekey_problems, self.passphrase_field):
            card.down.addWidget(part)
        card.down.addWidget(self.rekey, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    # ---- showing

    def begin(self) -> None:
        """Start with empty boxes."""
        self.told.hide()
        self._clear()
        self.refresh()

    def refresh(self) -> None:
        """Show who could be under suspicion; ticks stay."""
        may = self.model.may(Action.MANAGE_PEOPLE)
        self.suspicion.setVisible(may and not self.code.isVisibleTo(self))
        ticked = {who for who, box in self.suspects.items() if box.isChecked()}
        empty_layout(self._ticks)
        self.suspects = {}
        for member in self.model.team:
            person = member.person
            if person.id == self.model.me.id or self.model.opens_with(person.id) == NO_KEY:
                continue
            box = tick_box(person.name, ticked=person.id in ticked)
            self.suspects[person.id] = box
            self._ticks.addWidget(box)
        show_filled(self._ticks)
        self.who.setVisible(bool(self.suspects))

    def _clear(self) -> None:
        for box in (self.present, self.passphrase):
            box.clear()
            box.show_words(False)
        self.new.clear()
        self.problems.clear()
        self.rekey_problems.clear()

    def leave(self) -> None:
        """Passphrases and codes do not stay on screen."""
        self._clear()
        self.code.forget()
        self.code.hide()
        self.own.show()

    def _back(self) -> None:
        self.code.hide()
        self.own.show()
        self.refresh()
        self.focus(self.present)

    # ---- one's own passphrase

    def _change(self) -> None:
        self.problems.clear()
        self.told.hide()
        if not self.present.text():
            self.problems.show_problems({"present": say("settings_page.keys.needs_passphrase")})
            return
        new = self.new.taken()
        if new:
            self.model.change_passphrase(self.present.text(), new, self._changed, self._not_changed)

    def _changed(self) -> None:
        self._clear()
        self._tell(say("settings_page.keys.changed"))

    def _not_changed(self, why: CaseloadError) -> None:
        problems = problems_of(why)
        if "present" in problems:
            self.problems.show_problems(problems)
        else:
            self.new.show_problem(why.sentence)

    def _tell(self, words: str) -> None:
        self.told.set_line("positive", words)
        self.told.show()
        self.to_top()

    # ---- suspicion

    def _rekey(self) -> None:
        self.rekey_problems.clear()
        self.told.hide()
        if not self.passphrase.text():
            self.rekey_problems.show_problems(
                {"passphrase": say("settings_page.keys.needs_passphrase")}
            )
            return
        suspects = tuple(who for who, box in self.suspects.items() if box.isChecked())
        self.model.rekey(
            self.passphrase.text(),
            suspects,
            self._rekeyed,
            lambda why: self.rekey_problems.show_problems(problems_of(why)),
        )

    def _rekeyed(self, codes: list[EnrolmentCode]) -> None:
        self._clear()
        for box in self.suspects.values():
            box.setChecked(False)
        self._tell(say("settings_page.keys.rekeyed"))
        if codes:
            self.own.hide()
            self.suspicion.hide()
            self.code.show()
            self.code.show_codes(codes)
