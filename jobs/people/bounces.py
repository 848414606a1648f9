"""Addresses at which nobody reads our mail: marked when a report that it came back may be believed, or the note of
somebody who is gone, cleared when somebody is there after all."""

from __future__ import annotations

from datetime import date

from bot.ledger import Event, Intent, IntentState, Ledger
from bot.policy import Bounced, read_bounced
from bot.reply import Away, Mail, MailClass, Trust, is_vouched_for, said_on
from jobs.kit import JobRefused, Kit, Report

_TRUSTED = (Trust.INTERNAL, Trust.AUTHENTICATED)
_FACT = "unreachable:"
GONE = "its automatic reply says that nobody reads it any more"
_HELD = "a mail of ours could not be delivered: check the address in it"


def unreachable(ledger: Ledger, today: date) -> dict[str, Bounced]:
    """The addresses nobody is written to, each with the day and the reason."""
    found = {address: read_bounced(fact) for address, fact in ledger.register.facts(_FACT).items()}
    return {address: each for address, each in found.items() if each.holds(today)}


def why_bounced(mail: Mail, answered: Intent | None) -> str:
    """Why mail to the address of the mail that came back fails for good; "" where nothing of that may be believed."""
    if answered is None or not is_vouched_for(mail.sender.address, mail.trust, answered.person.address):
        return ""
    return mail.report.why_failed(answered.person.address)


def reason_to_look(mail: Mail, answered: Intent | None) -> str:
    """Why a person must look at a bounce; "" where it is seen to, or says only that a mail is late."""
    return "" if mail.report.is_only_late or why_bounced(mail, answered) else _HELD


def why_gone(mail: Mail, answered: Intent | None, away: Away | None) -> str:
    """Why nobody reads what is sent to the address of the mail that a note answers; "" where it does not say so.

    Only the note of the very person whom the mail went to counts.
    """
    if not (away and away.gone and answered) or mail.trust not in _TRUSTED:
        return ""
    contact = f"; it says to contact {away.contact}" if away.contact else ""
    own = mail.sender.address == answered.person.address
    return f"{GONE}{contact}" if own else ""


def take_note(kit: Kit, mail: Mail, answered: Intent | None, away: Away | None) -> None:
    """Mark the address that a bounce or a note tells of, or clear the one that a reply comes from; safe to do again.

    What nobody read was never said to anybody: the mail counts as failed, so that its reminders are decided afresh.
    """
    why = why_bounced(mail, answered) if mail.mail_class is MailClass.BOUNCE else why_gone(mail, answered, away)
    if answered and why and answered.state is not IntentState.FAILED:
        address = answered.person.address
        kit.ledger.register.set_fact(f"{_FACT}{address}", Bounced(kit.today, why).printed())
        kit.ledger.outbox.ended(answered.number, IntentState.FAILED, f"came back: {why}", kit.now())
    if mail.mail_class is MailClass.REPLY and mail.trust in _TRUSTED:
        known = unreachable(kit.ledger, kit.today).get(mail.sender.address)
        if known and known.is_answered_by(said_on(mail)):
            _clear(kit, mail.sender.address, "a reply came from it")


def call_reachable(kit: Kit, address: str) -> Report:
    """An admin says that an address takes mail again."""
    address = address.strip().lower()
    if address not in unreachable(kit.ledger, kit.today):
        raise JobRefused(f"no mail to {address} came back lately: `planminder check` lists the addresses that did")
    _clear(kit, address, "an admin says so")
    report = Report("reachable", figures={"address": address})
    report.say(f"{address} is written to again from the next run on.")
    return report


def _clear(kit: Kit, address: str, cause: str) -> None:
    kit.ledger.register.set_fact(f"{_FACT}{address}", "")
    kit.ledger.register.note([Event(kit.now(), "mail", "written to again", "", "", address, cause)])
