"""Before a highlight report is made, its leads are asked for what the list does not hold; their words are kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from bot.compose import AskView, ReceiptLine, ReceiptView
from bot.ledger import Event, Intent, Run, RunState
from bot.plan import Person
from bot.reply import Mail, Trust, quotable, visible_text
from bot.settings import PlanSettings
from bot.summary import HEADINGS, Answers, Period, answers_in, period_for
from jobs.kit import Kit
from jobs.people.standing import calendar_of, read_standing
from jobs.sending.letters import as_sent, intent_of, mail_key, reply_address

ASK = "ask"


@dataclass(frozen=True, slots=True)
class _Asked:
    """What one mail asked: of a plan and a month (its first day), these themes."""

    plan: str
    month: str
    themes: tuple[str, ...]


def ask_leads(kit: Kit) -> int:
    """Intend the mails that are due by today for the next papers; asked once a lead, plan and month."""
    made_on = _paper_day(kit)
    days = kit.settings.summary.ask_leads
    if not days or kit.today < calendar_of(kit.settings).before(made_on, days):
        return 0
    people = read_standing(kit)
    intents = 0
    for plan in kit.plans:
        for lead, themes in _leads(kit, plan).items():
            person = next((each for each in (people.leads.get(plan.name),) if each and each.address == lead), None)
            intents += _intend(kit, plan, person or Person(lead, lead), themes, made_on)
    return intents


def _paper_day(kit: Kit) -> date:
    """The day of the next papers by the schedule; today is not it."""
    calendar = calendar_of(kit.settings)
    night = datetime.combine(kit.today, time(23, 59), kit.settings.zone)
    return kit.settings.timetable("summarise", calendar).next_after(night).date()


def _leads(kit: Kit, plan: PlanSettings) -> dict[str, tuple[str, ...]]:
    """Each lead's address with the themes they are asked about: those with something open."""
    found: dict[str, list[str]] = {}
    actions = kit.ledger.snapshot.actions(plan.name) if plan.paper == "highlight" else ()
    for theme in dict.fromkeys(each.theme for each in actions if each.is_open and each.theme and not each.repeat_of):
        lead = plan.theme_leads.get(theme) or plan.lead
        if lead:
            found.setdefault(lead, []).append(theme)
    return {lead: tuple(themes) for lead, themes in found.items()}


def _intend(kit: Kit, plan: PlanSettings, person: Person, themes: tuple[str, ...], made_on: date) -> int:
    period = period_for(made_on)
    month = f"{period.start:%Y-%m}"
    key = mail_key(kit, ASK, plan.name, month, person.address)
    if kit.ledger.register.fact(f"asked:{key}"):
        return 0
    number = kit.ledger.outbox.next_number()
    token, reply_to = reply_address(kit, number, person)
    view = AskView(
        person=person,
        plan=plan.name,
        month=period.label,
        by=made_on,
        themes=themes,
        headings=HEADINGS,
        reply_to=reply_to,
        token=token,
        sender_name=kit.settings.summary.council,
        contact=kit.settings.mail.contact,
    )
    mail = as_sent(kit, person, kit.composer.ask(view))
    intent = intent_of(kit, ASK, number, key, view, mail)
    told = json.dumps({"plan": plan.name, "month": month, "themes": themes})
    kit.ledger.register.set_fact(f"asked of:{number}", told)
    kit.ledger.outbox.add(Run(f"ask-{kit.today}", ASK, kit.today, RunState.APPROVED), [intent], kit.now())
    kit.ledger.register.set_fact(f"asked:{key}", kit.today.isoformat())
    return 1


def reason_not_to_keep(kit: Kit, mail: Mail, answered: Intent) -> str:
    """Why a person must look at an answer of a lead, "" when its words may go into the paper."""
    if answered.redirected_to:
        return "it answers a redirected mail, so nothing of it is kept"
    if mail.trust not in (Trust.INTERNAL, Trust.AUTHENTICATED):
        return "nobody vouches for the sender, so nothing of it goes into the highlight report"
    if mail.sender.address != answered.person.address:
        return f"it answers what was asked of {answered.person.address}, so it goes into no highlight report"
    if not _said(kit, mail, answered):
        return "it has words below none of the headings of the highlight report"
    return ""


def keep_answer(kit: Kit, mail: Mail, answered: Intent, message_key: str) -> None:
    """Keep a lead's words for the next paper and thank for them; a later answer replaces an earlier one heading by
    heading."""
    asked, words = _asked(kit, answered), _said(kit, mail, answered)
    _thank(kit, answered, words, message_key)
    for theme, said in words.items():
        name = f"{_prefix(asked.plan, asked.month)}{theme}"
        before = json.loads(kit.ledger.register.fact(name) or "{}")
        kit.ledger.register.set_fact(name, json.dumps(before | dict(said), ensure_ascii=False))
        told = Event(kit.now(), "answer", f"words for {theme}", asked.plan, "", mail.sender.address, "highlight report")
        kit.ledger.register.note([told])


def _thank(kit: Kit, answered: Intent, words: Answers, message_key: str) -> None:
    """The receipt of an answer, once for each message; a reply to it answers the same once more."""
    number = kit.ledger.outbox.next_number()
    kit.ledger.register.set_fact(f"asked of:{number}", kit.ledger.register.fact(f"asked of:{answered.number}"))
    token, reply_to = reply_address(kit, number, answered.person)
    view = ReceiptView(
        person=answered.person,
        lines=tuple(
            ReceiptLine("", theme, "apply", f"Your words go into the highlight report under {_listed(said)}.", "")
            for theme, said in words.items()
        ),
        reply_to=reply_to,
        token=token,
        sender_name=kit.settings.summary.council,
        contact=kit.settings.mail.contact,
    )
    mail = as_sent(kit, answered.person, kit.composer.receipt(view))
    intent = intent_of(kit, ASK, number, mail_key(kit, ASK, message_key), view, mail)
    kit.ledger.outbox.add(Run(f"ask-{kit.today}", ASK, kit.today, RunState.APPROVED), [intent], kit.now())


def _listed(said: Mapping[str, str]) -> str:
    return "; ".join(f"“{heading}”" for heading in said)


def answers_for(kit: Kit, plan: PlanSettings, period: Period) -> Answers:
    """What the leads of a plan answered for a month, by theme and heading."""
    kept = kit.ledger.register.facts(_prefix(plan.name, f"{period.start:%Y-%m}"))
    return {theme: json.loads(said) for theme, said in kept.items()}


def _said(kit: Kit, mail: Mail, answered: Intent) -> Mapping[str, Mapping[str, str]]:
    """The words under each heading: those written anew, else those written between the lines of our own mail."""
    asked, ours = _asked(kit, answered), quotable(answered.text, answered.html)
    written, _ = kit.reads.read(mail, None, (), kit.today, ())
    return answers_in(written.text, asked.themes, ours) or answers_in(visible_text(mail), asked.themes, ours)


def _asked(kit: Kit, answered: Intent) -> _Asked:
    told = json.loads(kit.ledger.register.fact(f"asked of:{answered.number}") or "{}")
    return _Asked(told.get("plan", ""), told.get("month", ""), tuple(told.get("themes", ())))


def _prefix(plan: str, month: str) -> str:
    return f"said:{month}:{plan}:"
