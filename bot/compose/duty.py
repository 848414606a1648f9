"""The mail that tells a plan's lead of a duty of the peer challenge, ready to print."""

from __future__ import annotations

from dataclasses import dataclass

from bot.compose import wording
from bot.compose.views import DutyView


@dataclass(frozen=True, slots=True)
class DutyMail:
    """A duty ready to print; `papers_by` is "" where no agenda deadline is set."""

    name: str
    plan: str
    what: str
    by: str
    papers_by: str
    sender_name: str
    contact: str


def duty_mail(view: DutyView) -> DutyMail:
    duty = view.duty
    return DutyMail(
        name=wording.short(view.person.name, 100),
        plan=wording.short(view.plan, 100),
        what=duty.what,
        by=wording.day(duty.by),
        papers_by=wording.day(duty.agenda) if duty.agenda != duty.by else "",
        sender_name=view.sender_name,
        contact=view.contact,
    )
