"""An answer for one purpose: yes or no, how, on which day, and the agreed words for disclosure."""

from __future__ import annotations

from caseload.values.code_lists import label as code_label
from caseload.words import say
from ui.client.consent_view_model import HOW, ConsentViewModel
from ui.client.form import Form
from ui.client.view_model import Problems, parts_of
from ui.widgets.choices import Choice
from ui.widgets.date_field import DateField
from ui.widgets.notes_edit import NotesEdit
from ui.widgets.segments import Segments
from ui.widgets.text import label


class ConsentForm(Form):
    """``begin_purpose("employer")``, then save."""

    def __init__(self, words: ConsentViewModel) -> None:
        super().__init__(
            words.model, "client.consent", say("client_consent.give"), say("client_consent.save")
        )
        self._words = words
        self._purpose = ""
        self.about = label("", "body", strong=True)
        self.down.insertWidget(1, self.about)
        answer = say("client_consent.field.given")
        segments = Segments(
            answer,
            [
                ("yes", say("client_consent.answer.yes"), ""),
                ("no", say("client_consent.answer.no"), ""),
            ],
        )
        self.row(self.field("given", answer, segments))
        self.row(
            self.field(
                "words",
                say("client_consent.field.words"),
                NotesEdit(lines=3),
                hint=say("client_consent.hint.words"),
            )
        )
        how = [(code, say(f"client_consent.how.{code}")) for code in HOW]
        on = say("client_consent.field.on")
        self.row(
            self.field(
                "how",
                say("client_consent.field.how"),
                Choice(how, empty=say("client_jobs.choose")),
            ),
            self.field("on", on, DateField(on)),
        )
        self.foot()
        self.submitted.connect(self._save)

    def begin_purpose(self, purpose: str) -> None:
        """Start with today and no answer."""
        self._purpose = purpose
        self.about.setText(code_label("consent_purpose", purpose))
        self.fields["words"].setVisible(purpose == "disclosure")
        words = self._words.words_before(purpose) if purpose == "disclosure" else ""
        self.begin_as(
            f"client.consent.{purpose}",
            {
                "given": None,
                "words": words,
                "how": None,
                "on": parts_of(self._words.model.today),
            },
            self._words.model.client_id,
        )

    def _save(self) -> None:
        problems: Problems = {}
        if not self.text("given"):
            problems["given"] = say("client_consent.needs_answer")
        given = self.text("given") == "yes"
        disclosing = self._purpose == "disclosure"
        if disclosing and given and not self.text("words"):
            problems["words"] = say("clients.disclosure_words")
        if not self.text("how"):
            problems["how"] = say("clients.consent_how")
        on = self.day("on", problems)
        if problems or on is None:
            self.refuse({name: problems[name] for name in self.fields if name in problems})
            return
        self.busy()
        self._words.record(
            self._purpose,
            given=given,
            how=say(f"client_consent.how.{self.text('how')}"),
            on=on,
            words=self.text("words") if disclosing and given else "",
            done=self.saved,
            refused=self.refuse,
        )
