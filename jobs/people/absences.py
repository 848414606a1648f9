"""Who is away by their own out-of-office note: asked again when they are back, or through their deputy meanwhile."""

from __future__ import annotations

from datetime import date, timedelta

from bot.ledger import Event, Intent, Ledger
from bot.reply import Away, Mail, MailClass, Trust
from jobs.kit import Kit

_FACT = "away:"
_TRUSTED = (Trust.INTERNAL, Trust.AUTHENTICATED)


def away_until(ledger: Ledger, today: date) -> dict[str, date]:
    """The addresses of those who are away by their own note, each with the day from which they are back."""
    return {address: back for address, back in back_by_note(ledger).items() if today < back}


def back_by_note(ledger: Ledger) -> dict[str, date]:
    """The day from which everybody is or was back whose own note said so."""
    return {address: date.fromisoformat(fact) for address, fact in ledger.register.facts(_FACT).items()}


def take_note_of_absence(kit: Kit, mail: Mail, answered: Intent | None, away: Away | None) -> None:
    """Remember an absence that somebody's own note announces, or forget it when they write; safe to do again.

    Only the note of the very person whom the mail went to counts, and at most for `policy.away_most` days.
    """
    address = mail.sender.address
    if mail.trust not in _TRUSTED:
        return
    if mail.mail_class is MailClass.REPLY and address in away_until(kit.ledger, kit.today):
        kit.ledger.register.set_fact(f"{_FACT}{address}", "")
        kit.ledger.register.note([Event(kit.now(), "mail", "back: a mail came", "", "", address, "reply")])
    if away is None or answered is None or answered.person.address != address or not kit.settings.policy.away_most:
        return
    last = kit.today + timedelta(days=kit.settings.policy.away_most)
    back = min(away.back, last) if away.back else None
    known = away_until(kit.ledger, kit.today).get(address)
    if back and back > kit.today and back != known:
        contact = f", says to contact {away.contact}" if away.contact else ""
        what = f"away until {back.isoformat()}{contact}"
        kit.ledger.register.set_fact(f"{_FACT}{address}", back.isoformat())
        kit.ledger.register.note([Event(kit.now(), "mail", what, "", "", address, "out-of-office note")])
