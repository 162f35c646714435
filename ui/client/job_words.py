"""A job in words: what was agreed, whether its start counts, its clocks, and how it ended."""

from __future__ import annotations

from caseload.jobs.job import JobTerms
from caseload.jobs.sustainment import Standing
from caseload.letters.figures import plain
from caseload.services.work_record import JobLine, Milestone
from caseload.values.code_lists import label
from caseload.values.dates import long_date, short_date
from caseload.values.money import pounds
from caseload.words import say
from ui.client.view_model import ClientViewModel


class JobWords:
    """Words for one line of the work record."""

    def __init__(self, model: ClientViewModel) -> None:
        self.model = model

    def title(self, line: JobLine) -> str:
        """``Packer at Northway Foods``."""
        return say("client_jobs.title", title=line.job.title, employer=line.job.employer_name)

    def dates(self, line: JobLine) -> str:
        """First day, last day, kind of contract."""
        job = line.job
        key = "starts" if job.started_on > self.model.today else "since"
        first = say(f"client_jobs.{key}", day=long_date(job.started_on))
        parts = [first]
        if job.ended_on is not None:
            parts = [
                say(
                    "client_jobs.from_to",
                    first=long_date(job.started_on),
                    last=long_date(job.ended_on),
                )
            ]
        parts.append(label("contract_type", job.contract))
        if job.apprenticeship:
            parts.append(say("client_jobs.apprentice"))
        if job.reported:
            parts.append(say("client_jobs.reported"))
        return ", ".join(parts)

    def terms_now(self, line: JobLine) -> str:
        """Hours and pay in force, at the end for a job that is over."""
        terms = line.terms_now(line.job.ended_on or max(self.model.today, line.job.started_on))
        return "" if terms is None else terms_words(terms)

    def terms_before(self, line: JobLine) -> list[str]:
        """Every change of hours or pay, the latest first."""
        if len(line.terms) < 2:
            return []
        return [
            say(
                "client_jobs.terms_from" if terms.reason else "client_jobs.terms_from_plain",
                day=long_date(terms.starts),
                terms=terms_words(terms),
                reason=self.model.text(terms.reason),
            )
            for terms in reversed(line.terms)
        ]

    def standing(self, line: JobLine) -> tuple[str, str]:
        """Whether the start counts: kind of mark and words."""
        job = line.job
        if line.standing is Standing.CONFIRMED and job.four_hours_on is not None:
            return "positive", say("client_jobs.counts", day=long_date(job.four_hours_on))
        if line.standing is Standing.PRESUMED:
            return "info", say("client_jobs.presumed")
        if job.started_on > self.model.today:
            return "neutral", say("client_jobs.not_started")
        return "warning", say("client_jobs.not_yet")

    def may_confirm(self, line: JobLine) -> bool:
        """Whether the four hours are still to be confirmed."""
        started = line.job.started_on <= self.model.today
        return started and line.standing is not Standing.CONFIRMED

    def competitive(self, line: JobLine) -> tuple[str, str]:
        """Whether it is competitive work, and why not."""
        if line.job.competitive:
            return "positive", say("client_jobs.competitive")
        return "warning", line.job.not_competitive_why or say("client_jobs.not_competitive")

    def milestone(self, line: JobLine, milestone: Milestone) -> tuple[str, str]:
        """Kind and word of a sustainment clock."""
        if milestone.reached:
            return "positive", say("client_jobs.reached")
        if milestone.due_on < self.model.today or (
            line.job.ended_on is not None and line.job.ended_on < milestone.due_on
        ):
            return "neutral", say("client_jobs.not_reached")
        return "info", short_date(milestone.due_on)

    def ending(self, line: JobLine) -> list[str]:
        """Why it ended, and what was learnt."""
        job = line.job
        if job.ended_on is None or not job.end_reason:
            return []
        words = [say("client_jobs.ended_for", reason=label("job_ending_reason", job.end_reason))]
        if job.end_words:
            words.append(self.model.text(job.end_words))
        if job.learnt:
            words.append(say("client_jobs.learnt_was", words=self.model.text(job.learnt)))
        return words


def terms_words(terms: JobTerms) -> str:
    """``16 hours a week, £13.00 an hour``."""
    return say(
        "client_jobs.terms",
        hours=plain(terms.weekly_hours),
        pay=pounds(terms.pay),
        period=say(f"jobs.per.{terms.pay_period}"),
    )
