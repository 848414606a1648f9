"""A summary put into the words of the month's paper, table by table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from docxtpl import RichText

from bot.compose.leaders import key_numbers
from bot.compose.paper import (
    AnnexLine,
    CompletedLine,
    MovedLine,
    NoReplyLine,
    NumbersLine,
    OverdueLine,
    Paper,
    QuestionLine,
    Rows,
    ThemeLine,
)
from bot.compose.views import PaperHead
from bot.compose.wording import clean, count, due_printed_and_read, short, shown_ref
from bot.compose.wording import day as plain_day
from bot.plan import Action, Due, Status
from bot.progress import latest
from bot.summary import (
    THEME_RULE,
    AnnexRow,
    CompletedRow,
    MovedRow,
    NoReplyRow,
    OverdueRow,
    QuestionRow,
    Standing,
    Summary,
    ThemeFigures,
)

LONGEST_CELL = 700


def paper_of(summary: Summary, made: datetime, head: PaperHead) -> Paper:
    """The paper of `summary`, made at `made` in the council's own time."""
    period, as_of = summary.period, summary.as_of
    return Paper(
        title=short(summary.plan, 200),
        month=period.label,
        position=day(as_of),
        covers=f"{day(period.start)} to {day(period.end)}",
        made=f"{day(made.date())} at {made:%H:%M}",
        head=head,
        recommended=tuple(_recommended(summary)),
        numbers=_numbers(summary),
        changes=Rows(_changes(summary)),
        themes=Rows(_themes(summary)),
        theme_rule=THEME_RULE,
        overdue=Rows(_overdue(row, as_of) for row in summary.overdue),
        completed=Rows(_completed(row) for row in summary.completed),
        moved=Rows(_moved(row) for row in summary.moved),
        no_reply=Rows(_no_reply(row) for row in summary.no_reply),
        questions=Rows(_question(row) for row in summary.questions),
        annex=Rows(_annex_lines(summary)),
    )


def day(when: date) -> str:
    """A date that no line end can part from its month."""
    return plain_day(when).replace(" ", "\u00a0", 1)


def _cell(text: str) -> str:
    return short(text, LONGEST_CELL)


def _recommended(summary: Summary) -> Iterable[str]:
    """What leaders are asked to decide, each with the section it rests on."""
    asks = [f"notes the position at {day(summary.as_of)}"]
    if summary.overdue:
        asks.append(
            f"agrees what is to be done about the {_those(len(summary.overdue), 'overdue action')} in section 3"
        )
    if summary.moved:
        asks.append(f"agrees or rejects the {_those(len(summary.moved), 'revised date')} in section 5")
    if summary.no_reply:
        asks.append(f"asks for an answer on the {_those(summary.figures.no_reply, 'action')} in section 6")
    if summary.questions:
        asks.append(f"settles the {_those(len(summary.questions), 'question')} in section 7")
    ends = [";"] * len(asks)
    ends[-1] = "."
    if len(asks) > 1:
        ends[-2] = "; and"
    return (f"{ask}{end}" for ask, end in zip(asks, ends, strict=True))


def _those(number: int, noun: str) -> str:
    return noun if number == 1 else f"{number} {noun}s"


def _numbers(summary: Summary) -> NumbersLine:
    return NumbersLine(f"At {day(summary.as_of)}", *(str(each.number) for each in key_numbers(summary.figures, None)))


def _changes(summary: Summary) -> Iterable[NumbersLine]:
    if summary.previous:
        yield NumbersLine(
            "Change since last month", *(each.change for each in key_numbers(summary.figures, summary.previous))
        )


_STANDINGS = {
    Standing.LATE: ("■", "RAGRed"),
    Standing.ATTENTION: ("▲", "RAGAmber"),
    Standing.ON_TRACK: ("●", "RAGGreen"),
    Standing.NOT_KNOWN: ("–", "RAGNone"),
    Standing.COMPLETE: ("✓", "RAGComplete"),
}


def chip(shape: str, words: str, style: str) -> RichText:
    """Words with a shape on a coloured ground; `style` is the id of a character style of the template."""
    return RichText(f"\u00a0{shape}\u00a0{clean(words)}\u00a0", style=style)


def _themes(summary: Summary) -> Iterable[ThemeLine]:
    before = {each.theme: each.standing for each in summary.previous.themes} if summary.previous else {}
    for row in summary.figures.themes:
        yield _theme(row, before.get(row.theme))


def _theme(row: ThemeFigures, before: Standing | None) -> ThemeLine:
    shape, style = _STANDINGS[row.standing]
    return ThemeLine(
        _cell(row.theme),
        chip(shape, row.standing.label, style),
        f"Last month: {before.label}" if before and before is not row.standing else "",
        row.not_started,
        row.under_way,
        row.at_risk,
        row.not_stated,
        row.closed,
        row.overdue,
    )


def _overdue(row: OverdueRow, as_of: date) -> OverdueLine:
    action = row.action
    return OverdueLine(
        shown_ref(action),
        _cell(action.text),
        _owner(action),
        _due(action.current_due),
        row.days_late,
        _beforehand(action, row.settled_on, as_of) + _latest(action),
    )


def _completed(row: CompletedRow) -> CompletedLine:
    return CompletedLine(shown_ref(row.action), _cell(row.action.text), _owner(row.action), day(row.on))


def _moved(row: MovedRow) -> MovedLine:
    first = row.action.due.end
    days = "not known" if row.days is None else count(abs(row.days), "day") + (" later" if row.days > 0 else " earlier")
    return MovedLine(
        shown_ref(row.action),
        _cell(row.action.text),
        f"First promised for {day(first)}." if first and first != row.old else "",
        day(row.old) if row.old else "no date",
        day(row.new) if row.new else "no date",
        days,
        "Moved once." if row.times == 1 else f"Moved {row.times} times.",
        _cell(row.why) or "No reason given.",
    )


def _no_reply(row: NoReplyRow) -> NoReplyLine:
    refs = ", ".join(shown_ref(action) for action in row.actions)
    heard = day(row.last_heard) if row.last_heard else "never"
    return NoReplyLine(_cell(row.owner) or "Nobody named", len(row.actions), _cell(refs), day(row.last_asked), heard)


def _question(row: QuestionRow) -> QuestionLine:
    return QuestionLine(shown_ref(row.action), _cell(row.action.text), _cell(row.question))


def _owner(action: Action) -> str:
    return _cell(action.owner_text) or "Nobody named"


def _due(due: Due) -> str:
    return due_printed_and_read(due) if due.end is None or due.text else day(due.end)


def _beforehand(action: Action, settled_on: date | None, as_of: date) -> str:
    """What to know before its latest words: that it was closed since, or that its owners asked not to be reminded."""
    if settled_on:
        return f"{action.status.label} on {day(settled_on)}, after the date of this paper. "
    until = action.snoozed_until
    return f"Snoozed until {day(until)}. " if until and until > as_of and action.is_open else ""


def _latest(action: Action) -> str:
    said = latest(action)
    words = _cell(said.words)
    if not words:
        return "No update yet."
    return f"{words} ({said.by}, {said.day})" if said.day else words


def _latest_beside_status(action: Action) -> str:
    """The latest words, unless a document printed nothing that the status beside them does not say."""
    said = latest(action)
    if not said.is_answer and said.words.casefold() == action.status.label.casefold():
        return ""
    return _latest(action) if action.is_open or action.progress or action.status_text else ""


_STATUSES = {
    Status.COMPLETED: ("✓", "RAGComplete"),
    Status.AT_RISK: ("▲", "RAGAmber"),
    Status.ON_HOLD: ("▲", "RAGAmber"),
    Status.IN_PROGRESS: ("●", "RAGGreen"),
    Status.ONGOING: ("●", "RAGGreen"),
    Status.PART_COMPLETED: ("●", "RAGGreen"),
}


def _annex_lines(summary: Summary) -> Iterable[AnnexLine]:
    """Every action; a recommendation stands only where it is not that of the row above."""
    above = ""
    for row in summary.annex:
        recommendation = row.action.recommendation
        yield _annex(row, summary.as_of, "" if recommendation == above else _cell(recommendation))
        above = recommendation


def _annex(row: AnnexRow, as_of: date, recommendation: str) -> AnnexLine:
    action = row.action
    shape, style = _STATUSES.get(row.status, ("–", "RAGNone"))
    late = 0 if action.repeat_of else replace(action, status=row.status).days_late(as_of)
    repeat = f"Repeats {short(action.repeat_of, 40)}. " if action.repeat_of else ""
    return AnnexLine(
        shown_ref(action),
        _cell(action.text),
        recommendation,
        _cell(action.theme),
        _owner(action),
        _due(action.due),
        _due(action.revised_due) if action.revised_due else "as first agreed",
        chip(shape, row.status.label, style),
        chip("■", f"{count(late, 'day')} late", "RAGRed") if late else None,
        repeat + _beforehand(action, row.settled_on, as_of) + _latest_beside_status(action),
    )
