"""What became of a new date that was asked for: its owner hears what the lead decided, the lead that it was taken
back."""

from __future__ import annotations

from datetime import date

from bot import progress
from bot.compose import News, ReceiptLine, ReceiptView, wording
from bot.ledger import PlannedUpdate, StoredMessage
from bot.plan import Action, Person
from bot.reply.decide.verdict import is_plain_yes
from bot.reply.lines import Line
from jobs.kit import Kit
from jobs.people.names import known_name
from jobs.people.unsettled import WISHED
from jobs.replies.earlier import earlier, own_words
from jobs.replies.undo import TAKES_BACK, is_undone
from jobs.replies.wishes import ANSWERS, TOLD, decided, intend, mails_of, wish_of
from jobs.sending.letters import mail_key, reply_address

WITHDRAWN = "wish_withdrawn"


def tell_owner(kit: Kit, message: StoredMessage) -> None:
    """Intend the mail that tells an owner what the lead decided; safe to do again."""
    for position, update in enumerate(kit.ledger.inbox.updates(message.key)):
        verdict = decided(update.changes)
        action = kit.ledger.snapshot.action(update.plan, update.item_id)
        if not verdict or update.state != "written" or action is None:
            continue
        source, _, wished = wish_of(kit, update)
        lead = known_name(kit, message.person, kit.ledger.outbox.intent(message.intent or 0))
        agreed = verdict == ANSWERS[0]
        line = ReceiptLine(
            action.ref,
            action.text,
            "apply" if agreed else "declined",
            _verdict(lead, update, wished, action),
            own_words(kit, source, wished),
        )
        headline = f"{lead} {'agreed' if agreed else 'did not agree'} to your new date"
        news = News(headline, "This has come of the new date that you asked for.", "you asked for a new date")
        owner = Person(known_name(kit, source.person, None), source.sender)
        key = mail_key(kit, TOLD, message.identity, str(position))
        _tell(kit, TOLD, key, owner, line, news, action)


def tell_lead(kit: Kit, message: StoredMessage) -> None:
    """Intend the mail that tells whoever was asked to agree that a wish was taken back; safe to do again."""
    for position, update in enumerate(kit.ledger.inbox.updates(message.key)):
        action = kit.ledger.snapshot.action(update.plan, update.item_id)
        if not is_undone(update) or action is None:
            continue
        source, _, original = earlier(kit, update.changes[TAKES_BACK])
        asked = mails_of(kit, source.number, update.key)
        if WISHED not in original.changes or not asked:
            continue
        owner, day = known_name(kit, source.person, None), wording.day(date.fromisoformat(original.changes[WISHED]))
        sentence = f"{owner} does not ask for {day} any more: there is nothing left for you to decide."
        line = ReceiptLine(action.ref, action.text, "settled", sentence, "")
        intro = "We asked you to agree to a new date. It was taken back."
        news = News(f"{owner} takes back the new date asked for", intro, "you look after the plan")
        key = mail_key(kit, WITHDRAWN, message.identity, str(position))
        _tell(kit, WITHDRAWN, key, asked[-1].person, line, news, action)


def _tell(kit: Kit, kind: str, key: str, to: Person, line: ReceiptLine, news: News, action: Action) -> None:
    number = kit.ledger.outbox.next_number()
    token, reply_to = reply_address(kit, number, to)
    of_us = kit.settings.summary.council, kit.settings.mail.contact
    view = ReceiptView(to, (line,), reply_to, token, *of_us, news=news)
    intend(kit, kind, number, key, view, kit.composer.receipt(view), action, ())


def _verdict(lead: str, update: PlannedUpdate, wished: PlannedUpdate, action: Action) -> str:
    """What a lead decided, for the owner, with whatever they wrote besides a plain yes or no."""
    day = wording.day(date.fromisoformat(wished.changes[WISHED]))
    plain = is_plain_yes([Line(each) for each in update.comment.splitlines()])
    why = "" if plain else wording.quoted(progress.reason_given(update.comment), 150)
    wrote = f" They wrote {why}." if why else ""
    if decided(update.changes) == ANSWERS[0]:
        return f"{lead} agreed: its new date is {day}.{wrote}"
    end = action.current_due.end
    return f"{lead} did not agree to {day}, so its date stays as it was{f', {wording.day(end)}' if end else ''}.{wrote}"
