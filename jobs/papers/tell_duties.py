"""The lead of a plan told of what a peer challenge asks by a day, some days before its papers are due."""

from __future__ import annotations

from bot.compose import DutyView
from bot.ledger import Run, RunState
from bot.plan import Person
from bot.settings import PlanSettings
from bot.summary import Duty, duties, to_be_told
from jobs.kit import Kit
from jobs.people.standing import read_standing
from jobs.sending.letters import plain_mails

KIND = "duty"


def tell_duties(kit: Kit) -> int:
    """Intend what leads are to be told by today, each duty once for each of the days before it; how many mails."""
    told = 0
    for plan in kit.plans:
        for duty in duties(plan.on_site_day, plan.agenda_days) if plan.lead else ():
            days = to_be_told(duty, kit.today, kit.settings.summary.duty_before)
            if days is not None and not kit.ledger.register.fact(_name(plan, duty, days)):
                _tell(kit, plan, duty)
                kit.ledger.register.set_fact(_name(plan, duty, days), kit.today.isoformat())
                told += 1
    return told


def _tell(kit: Kit, plan: PlanSettings, duty: Duty) -> None:
    lead = read_standing(kit).leads.get(plan.name) or Person(plan.lead, plan.lead)
    view = DutyView(lead, plan.name, duty, kit.settings.summary.council, kit.settings.mail.contact)
    mail = kit.composer.duty(view)
    run = Run(f"duties-{kit.today}", KIND, kit.today, RunState.APPROVED)
    occasion = (plan.name, duty.by.isoformat(), kit.today.isoformat())
    kit.ledger.outbox.add(run, plain_mails(kit, KIND, [plan.lead], mail, *occasion), kit.now())


def _name(plan: PlanSettings, duty: Duty, days: int) -> str:
    return f"duty told:{plan.name}:{duty.by}:{days}"
