"""The tables of a paper that list actions, row by row in words."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterable
from datetime import date

from bot.compose.chips import late_chip, status_chip
from bot.compose.hyphens import whole
from bot.compose.paper import (
    AnnexLine,
    CompletedLine,
    DoubtLine,
    LiveLine,
    MovedLine,
    NoReplyLine,
    OverdueLine,
    QuestionLine,
    RepeatedLine,
    UnconfirmedLine,
)
from bot.compose.wording import count, due_printed_and_read, listed, one_line, quoted, short, shown_ref
from bot.compose.wording import day as plain_day
from bot.plan import Action, Due, Precision
from bot.progress import Entry, latest, without_ref
from bot.reading.owners import read_owners
from bot.summary import (
    AnnexRow,
    CompletedRow,
    DoubtRow,
    MovedRow,
    NoReplyRow,
    OverdueRow,
    QuestionRow,
    RepeatedRow,
    Summary,
    exempt_paragraphs,
    is_exempt,
    verified_by,
)

LONGEST_CELL = 700
LONGEST_SAID = 500
LONGEST_NAME = 200
MOST_REFS = 60
REST = "(The rest is in the plan’s list.)"

_DAY_AND_MONTH = re.compile(rf"(?<=\d) (?={'|'.join(month_name[1:])})")


def day(when: date) -> str:
    """A date that no line end can part from its month."""
    return plain_day(when).replace(" ", "\u00a0", 1)


def cell(text: str, most: int = LONGEST_CELL) -> str:
    """A text in one line; a long one shortened, with a word on where the rest is.

    The limits keep every row shorter than a page in the narrowest column that it stands in: Word parts no row.
    """
    line = one_line(text)
    return line if len(line) <= most else f"{short(line, most)} {REST}"


def spoken(text: str) -> str:
    """What somebody wrote about an action."""
    return cell(text, LONGEST_SAID)


def called(text: str) -> str:
    """What somebody, a theme or a plan is called."""
    return cell(text, LONGEST_NAME)


def words_of(action: Action) -> str:
    """An action's words, marked where it is exempt."""
    mark = f" [Exempt: {exempt_paragraphs((action,))}]" if is_exempt(action) else ""
    return (cell(action.text) or "(no words in the list)") + mark


def overdue_line(row: OverdueRow, as_of: date, public: bool) -> OverdueLine:
    action = row.action
    return OverdueLine(
        shown_ref(action),
        words_of(action),
        owner_of(action),
        _due(action.current_due),
        row.days_late,
        _beforehand(row, as_of) + ("" if public else _latest(latest(action))),
    )


def completed_line(row: CompletedRow, public: bool) -> CompletedLine:
    on, by = day(row.on) if row.on else "no date given", verified_by(row.action)
    verified = "Not verified." if not by else "Verified." if public else f"Verified: {called(by)}."
    return CompletedLine(shown_ref(row.action), words_of(row.action), owner_of(row.action), on, verified)


def moved_line(row: MovedRow, public: bool) -> MovedLine:
    first = row.action.due.end
    days = "not known" if row.days is None else count(abs(row.days), "day") + (" later" if row.days > 0 else " earlier")
    return MovedLine(
        shown_ref(row.action),
        words_of(row.action),
        f"First promised for {day(first)}." if first and first != row.old else "",
        day(row.old) if row.old else "no date",
        day(row.new) if row.new else "no date",
        days,
        slippage(row),
        "" if public else _why(row),
        f"Agreed to {day(row.action.approved_due)}." if row.action.approved_due else "No agreement on record.",
    )


def slippage(row: MovedRow) -> str:
    """ "Moved 3 times, 11 months in all." """
    times = "Moved once" if row.times == 1 else f"Moved {row.times} times"
    return f"{times}, {count(row.months, 'month')} in all." if row.months and row.times > 1 else f"{times}."


def _why(row: MovedRow) -> str:
    """Each move's reason with who wrote it; what was said last where no move has one."""
    told = [
        f"{_reason(move.why, row) or 'no reason given'} ({', '.join(filter(None, (one_line(move.by), day(move.on))))})"
        for move in row.moves
    ]
    if len(told) > 1:
        return spoken("; ".join(f"{number}. {words}" for number, words in enumerate(told, 1)))
    return spoken(_reason(row.why, row)) or "No reason given."


def _reason(why: str, row: MovedRow) -> str:
    return one_line(without_ref(why, row.action.ref))


def no_reply_line(row: NoReplyRow) -> NoReplyLine:
    refs = ", ".join(whole(shown_ref(action)) for action in row.actions[:MOST_REFS])
    more = len(row.actions) - MOST_REFS
    which = f"{refs} and {more} more" if more > 0 else refs
    heard = day(row.last_heard) if row.last_heard else "never"
    return NoReplyLine(called(row.owner) or "Nobody named", len(row.actions), which, day(row.last_asked), heard)


def question_line(row: QuestionRow) -> QuestionLine:
    return QuestionLine(shown_ref(row.action), words_of(row.action), spoken(row.question))


def doubt_line(row: DoubtRow) -> DoubtLine:
    return DoubtLine(shown_ref(row.action), words_of(row.action), _quoted(row.says), row.against)


def _quoted(says: str) -> str:
    """Words of a row in quotation marks, with where the rest is behind them."""
    return quoted(says, LONGEST_SAID) + (f" {REST}" if len(one_line(says)) > LONGEST_SAID else "")


def unconfirmed_lines(summary: Summary) -> Iterable[UnconfirmedLine]:
    """Statuses nobody confirmed, the oldest first."""
    rows = [row for row in summary.annex if row.unconfirmed and not row.action.repeat_of]
    for row in sorted(rows, key=lambda each: each.confirmed or date.min):
        confirmed = day(row.confirmed) if row.confirmed else "never"
        action = row.action
        yield UnconfirmedLine(shown_ref(action), words_of(action), owner_of(action), action.status.label, confirmed)


def repeated_line(row: RepeatedRow) -> RepeatedLine:
    here = f"{short(row.ref, 40)}: {cell(row.text)}" if row.ref else f"The theme “{called(row.text)}”"
    refs = f", {listed([whole(short(ref, 40)) for ref in row.other_refs])}" if row.other_refs else ""
    return RepeatedLine(here, f"{called(row.other_plan)}{refs}", f"{row.open} open, {row.overdue} overdue")


def live_line(row: AnnexRow) -> LiveLine:
    action = row.action
    status = status_chip(action.status, unconfirmed=row.unconfirmed)
    return LiveLine(shown_ref(action), words_of(action), owner_of(action), _due(action.current_due), status)


def owner_of(action: Action) -> str:
    """Its owner as printed; where that names nobody ("Vacant"), whoever has been picked for it since."""
    names_nobody = action.people and not read_owners(action.owner_text).owners
    owner = ", ".join(each.name for each in action.people) if names_nobody else action.owner_text
    return called(owner) or "Nobody named"


def _due(due: Due) -> str:
    """A month stands as printed: the paper says that it ends on its last day."""
    if due.end is None or due.text:
        is_plain_month = due.precision is Precision.MONTH and due.end and due.text.strip() == f"{due.end:%B %Y}"
        return due.text.strip() if is_plain_month else _DAY_AND_MONTH.sub("\u00a0", due_printed_and_read(due))
    return day(due.end)


def _beforehand(row: OverdueRow | AnnexRow, as_of: date) -> str:
    """What to know before its latest words: what became of it since, or that its owners asked not to be reminded."""
    action, since = row.action, row.since
    if since:
        if since.on:
            return f"{since.status.label} on {day(since.on)}, after the date of this paper. "
        return f"{since.status.label}: seen in the list only after the date of this paper. "
    if row.moved:
        return f"New date {day(row.moved)}: seen in the list only after the date of this paper. "
    until = action.snoozed_until
    return f"Snoozed until {day(until)}. " if until and until > as_of and action.is_open else ""


def _latest(said: Entry) -> str:
    words = spoken(said.words)
    if not words:
        return "No update yet."
    told = f"{words} ({said.by if said.is_answer else 'imported'}, {said.day})" if said.day else words
    return f"{told}{'.' if said.refused else ''} {said.refused}".rstrip()


def _latest_beside_status(action: Action) -> str:
    """The latest words, unless a document printed nothing that the status beside them does not say."""
    said = latest(action)
    if not said.is_answer and said.words.casefold() == action.status.label.casefold():
        return ""
    return _latest(said) if action.is_open or action.progress or action.status_text else ""


def annex_lines(summary: Summary, public: bool) -> Iterable[AnnexLine]:
    """Every action; a recommendation stands only where it is not that of the row above."""
    above = ""
    for row in summary.annex:
        recommendation = row.action.recommendation
        yield _annex(row, summary.as_of, "" if recommendation == above else cell(recommendation), public)
        above = recommendation


def _annex(row: AnnexRow, as_of: date, recommendation: str, public: bool) -> AnnexLine:
    action = row.action
    late = 0 if action.repeat_of else action.days_late(as_of)
    repeat = f"Repeats {whole(short(action.repeat_of, 40))}. " if action.repeat_of else ""
    said = "" if public else _latest_beside_status(action)
    return AnnexLine(
        shown_ref(action),
        words_of(action),
        recommendation,
        called(action.theme),
        owner_of(action),
        _due(action.due),
        _due(action.revised_due) if action.revised_due else "unchanged",
        status_chip(action.status, unconfirmed=row.unconfirmed, verified=bool(verified_by(action))),
        late_chip(f"{count(late, 'day')} late") if late else None,
        repeat + _beforehand(row, as_of) + said,
    )
