"""Every service of one desk, each a noun of the field with its verbs."""

from __future__ import annotations

from caseload.services.allocation import Allocation
from caseload.services.appointments import Appointments
from caseload.services.better_off import BetterOffCalculations
from caseload.services.better_off_letters import BetterOffLetters
from caseload.services.caseload_list import CaseloadList
from caseload.services.client_page import ClientPage
from caseload.services.clients import Clients
from caseload.services.contacts import Contacts
from caseload.services.desk import Desk
from caseload.services.drafts import Drafts
from caseload.services.employers import Employers
from caseload.services.history import History
from caseload.services.jobs import Jobs
from caseload.services.letter_batches import LetterBatches
from caseload.services.letters import Letters
from caseload.services.people import People
from caseload.services.referrals import Referrals
from caseload.services.returns import Returns
from caseload.services.today import Today
from caseload.services.vocational_profiles import VocationalProfiles


class Services:
    """All services of one unlocked person."""

    def __init__(self, desk: Desk) -> None:
        self.allocation = Allocation(desk)
        self.appointments = Appointments(desk)
        self.better_off = BetterOffCalculations(desk)
        self.better_off_letters = BetterOffLetters(desk)
        self.caseload_list = CaseloadList(desk)
        self.client_page = ClientPage(desk)
        self.clients = Clients(desk)
        self.contacts = Contacts(desk)
        self.drafts = Drafts(desk)
        self.employers = Employers(desk)
        self.history = History(desk)
        self.jobs = Jobs(desk)
        self.letter_batches = LetterBatches(desk)
        self.letters = Letters(desk)
        self.people = People(desk)
        self.referrals = Referrals(desk)
        self.returns = Returns(desk)
        self.today = Today(desk)
        self.vocational_profiles = VocationalProfiles(desk)
