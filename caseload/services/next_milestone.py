"""What comes next on a client's way, in words, with its day where it has one."""

from __future__ import annotations

from datetime import date, timedelta

from caseload.attention import profile_due
from caseload.jobs.sustainment import MILESTONES
from caseload.referrals import Pathway
from caseload.services.caseload_list import CaseloadRow, Stage
from caseload.values.dates import long_date, weeks_after
from caseload.vocational_profiles import FIRST_EMPLOYER_DAYS
from caseload.words import say


def next_milestone(row: CaseloadRow, today: date) -> str:
    """The next milestone of one client as a sentence without a full stop.

    In work it is the next of 4, 13, 26 and 52 weeks; before, the first thing that is still to come:
    profile, first employer contact, interview, job offer.
    """
    if row.referral.pathway is Pathway.KEEPING_WORK:
        return say("next_milestone.keeping_work")
    if row.job_starts is not None:
        return _in_work(row.job_starts, row.job_title, today)
    if row.profile_started is None:
        return say("next_milestone.profile", day=long_date(profile_due(row.accepted_on)))
    if row.clock.met_on_day is None:
        day = row.profile_started + timedelta(days=FIRST_EMPLOYER_DAYS)
        return say("next_milestone.first_employer", day=long_date(day))
    if row.stage is Stage.INTERVIEWS:
        return say("next_milestone.job_offer")
    return say("next_milestone.interview")


def _in_work(starts: date, title: str, today: date) -> str:
    if starts > today:
        return say("next_milestone.first_day", title=title, day=long_date(starts))
    ahead = [weeks for weeks in MILESTONES if weeks_after(starts, weeks) >= today]
    if not ahead:
        return say("next_milestone.as_agreed")
    return say("next_milestone.weeks", weeks=ahead[0], day=long_date(weeks_after(starts, ahead[0])))
