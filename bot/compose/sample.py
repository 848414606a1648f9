"""A small fictional plan to try templates with: every section filled, joint owners, a vague date, a date that moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from bot.compose.views import (
    NudgeView,
    PaperHead,
    ReceiptLine,
    ReceiptView,
)
from bot.plan import Action, Change, Due, DueKind, Owner, Person, Precision, Status
from bot.policy import Reminder, ReminderKind
from bot.summary import Figures, Kept, OnRecord, Override, Period, Standing, ThemeFigures, duties, record_of, summarise

PLAN = "Peer Challenge Action Plan"
SENDER = "Tamberley District Council: action plans"
COUNCIL = "Tamberley District Council"
CONTACT = "Priya Nair, performance officer, priya.nair@tamberley.example"
TODAY = date(2026, 10, 1)
MADE = datetime(2026, 10, 1, 8, 30)  # noqa: DTZ001 - local time of the council, as printed
MORGAN = Person("Ellis Morgan", "ellis.morgan@tamberley.example")
TOKEN = "0000000000000000000000ab"  # noqa: S105 - the shape of a token, and no secret
REPLY_TO = f"actions+r-{TOKEN}@tamberley.example"

_OWNER = Owner("Head of Finance", (MORGAN,))
_TEAM = Owner("Community Safety Partnership")


def _month(text: str, year: int, month: int, last: int) -> Due:
    return Due(text, date(year, month, 1), date(year, month, last), Precision.MONTH, DueKind.DEADLINE)


LATE = Action(
    PLAN,
    "1",
    "2.1",
    "Publish a savings plan that says who decides what, and by when",
    theme="Money",
    recommendation="Set out how the budget gap will be closed.",
    owners=(_OWNER,),
    due=_month("August 2026", 2026, 8, 31),
    status=Status.IN_PROGRESS,
    progress="3 September 2026, Ellis Morgan: The first draft is with the portfolio holder.",
    last_reply=date(2026, 9, 3),
)
ACTIONS = (
    LATE,
    Action(
        PLAN,
        "2",
        "2.2",
        "Train budget holders in the new ledger",
        theme="Money",
        owners=(_OWNER,),
        due=Due.on(date(2026, 10, 14)),
        status=Status.AT_RISK,
        status_text="Two trainers have left",
    ),
    Action(
        PLAN,
        "3",
        "3.1",
        "Agree terms of reference with every partner",
        theme="Partners",
        recommendation="Make partnerships count for residents.",
        owners=(_OWNER, _TEAM),
        due=_month("June 2026", 2026, 6, 30),
        revised_due=_month("December 2026", 2026, 12, 31),
        status=Status.PART_COMPLETED,
        status_text="Two of five partners have signed",
    ),
    Action(
        PLAN,
        "4",
        "3.2",
        "Hold a joint session of both boards",
        theme="Partners",
        recommendation="Make partnerships count for residents.",
        owners=(_TEAM,),
        due=Due.on(date(2026, 9, 18)),
        status=Status.COMPLETED,
        completed_on=date(2026, 9, 18),
        verified="Internal Audit, 24 September 2026",
    ),
    Action(
        PLAN,
        "5",
        "3.3",
        "Name one lead officer for each partnership",
        theme="Partners",
        owners=(_TEAM,),
        due=Due("Summer 2026", date(2026, 6, 1), date(2026, 8, 31), Precision.SEASON, DueKind.DEADLINE),
        revised_due=Due.on(date(2026, 9, 15)),
        status=Status.IN_PROGRESS,
        status_text="In progress",
    ),
    Action(PLAN, "6", "4.1", "Review the constitution", theme="Governance", due=Due("TBC"), status=Status.NOT_STARTED),
    Action(
        PLAN,
        "7",
        "4.2",
        "Publish the members' training record",
        theme="Governance",
        owners=(Owner("Monitoring Officer"),),
        due=Due.on(date(2026, 9, 30)),
        status=Status.COMPLETED,
        status_text="Completed, but the last two names are missing",
        completed_on=date(2026, 9, 29),
    ),
    Action(PLAN, "8", "4.3", "Open meetings to the public", theme="Governance", owners=(_TEAM,), due=Due("tba")),
)
_ON_RECORD = OnRecord(
    PLAN,
    ACTIONS,
    (
        Change(PLAN, "1", "2.1", "added", "", LATE.text, date(2026, 4, 1)),
        Change(
            PLAN, "3", "3.1", "due", "2026-06-30", "2026-12-31", date(2026, 9, 9), why="Waiting for the health trust."
        ),
    ),
    earlier=(
        Kept(date(2026, 7, 1), Figures(7, 3, 1, 0, 2)),
        Kept(
            date(2026, 8, 1),
            Figures(
                8,
                1,
                2,
                1,
                1,
                themes=(ThemeFigures("Money", Standing.ON_TRACK, under_way=2),),
                members={
                    "open": ("1", "2", "3", "4", "5", "6", "7", "8"),
                    "overdue": ("4",),
                    "due_soon": ("4", "7"),
                    "no_reply": ("4",),
                },
            ),
        ),
    ),
    others=(replace(LATE, plan="Corporate Plan", item_id="9", ref="C4", theme="Governance", due=Due.on(TODAY)),),
    overrides=(
        Override(
            PLAN,
            "Money",
            date(2026, 9, 1),
            Standing.LATE,
            "Both trainers have left, and none is in sight",
            "Ana Reyes",
        ),
    ),
    nudged={(PLAN, "1"): date(2026, 9, 24), (PLAN, "5"): date(2026, 9, 17)},
)
_SEPTEMBER = Period(date(2026, 9, 1), date(2026, 9, 30))
SUMMARY = summarise(_ON_RECORD, period=_SEPTEMBER, today=TODAY, duties=duties(date(2026, 3, 10), 21))
EMPTY = summarise(OnRecord(PLAN, earlier=SUMMARY.earlier[-1:]), period=_SEPTEMBER, today=TODAY)

HEAD = PaperHead(
    council=COUNCIL,
    report_of="Chief Executive",
    contact=CONTACT,
    list_link="https://tamberley.example/sites/plans/Lists/Peer",
    lead="Priya Nair",
    leads={"Money": "Ellis Morgan"},
    answers={"Money": {"Budget": "£20,000 under.\nNo further call on reserves.", "Risk update": "None this month."}},
    record=record_of(SUMMARY, ACTIONS, MADE.isoformat(), "internal").to_json(),
)

NUDGE = NudgeView(
    MORGAN,
    (
        Reminder(LATE, ReminderKind.OVERDUE, 31, "was due by 31 August 2026", MORGAN),
        Reminder(replace(ACTIONS[4], revised_due=Due.on(TODAY)), ReminderKind.DUE_TODAY, 0, "is due today", MORGAN),
        Reminder(ACTIONS[1], ReminderKind.UPCOMING, -13, "is due by 14 October 2026", MORGAN),
    ),
    TODAY,
    REPLY_TO,
    TOKEN,
    SENDER,
    CONTACT,
)

RECEIPT = ReceiptView(
    MORGAN,
    (
        ReceiptLine(
            "2.1",
            LATE.text,
            "apply",
            "We have marked it as completed.",
            "It went to Cabinet on Tuesday, so it is finished",
        ),
        ReceiptLine(
            "2.2", ACTIONS[1].text, "ask", "Which date should we record: 14 or 21 November?", "mid to late November"
        ),
        ReceiptLine(
            "3.1",
            ACTIONS[2].text,
            "hold",
            "Nothing was changed for this yet: a colleague will read your words first.",
            "see attached",
        ),
    ),
    REPLY_TO,
    TOKEN,
    SENDER,
    CONTACT,
    can_undo=True,
)

UNDONE = ReceiptView(
    MORGAN,
    (
        ReceiptLine(
            "2.1",
            LATE.text,
            "undone",
            "It is marked “In progress” again. Your words stay in its history, with a line that they were taken back.",
            "",
        ),
        ReceiptLine(
            "2.2",
            ACTIONS[1].text,
            "refused",
            "The row was changed since, so nothing was put back. Please reply with how things stand.",
            "",
        ),
    ),
    REPLY_TO,
    TOKEN,
    SENDER,
    CONTACT,
)
