"""The mails of the sample plan that are neither nudges nor receipts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.compose.sample import ACTIONS, CONTACT, MORGAN, PLAN, REPLY_TO, SENDER, SUMMARY, TODAY, TOKEN
from bot.compose.views import AskView, DutyView, NoticeView, SltView, Waiting, WishView
from bot.plan import Person
from bot.summary import HEADINGS

WISH = WishView(
    Person("Farah Siddiqui", "farah.siddiqui@tamberley.example"),
    MORGAN.name,
    ACTIONS[1],
    date(2026, 11, 30),
    "new date 30 November, the second trainer starts then",
    REPLY_TO,
    TOKEN,
    SENDER,
    CONTACT,
)
WISH_AGAIN = replace(WISH, asked_on=date(2026, 9, 22))

SLT = SltView(SUMMARY, "https://tamberley.example/sites/plans/Summaries/2026-09.docx", SENDER, CONTACT)

DUTY = DutyView(MORGAN, PLAN, SUMMARY.duties[2], SENDER, CONTACT)

ASK = AskView(MORGAN, PLAN, "September 2026", TODAY, ("Money", "Partners"), HEADINGS, REPLY_TO, TOKEN, SENDER, CONTACT)

NOTICE = NoticeView(
    (
        Waiting(
            "Nudges wait for your yes",
            "Look at each with planminder preview --run and its name, then planminder approve and its name.",
            ("Run 2026-10-01-1: 3 nudges, first nudges of Peer Challenge Action Plan",),
        ),
        Waiting(
            "Actions nobody is asked about",
            "Mend each in its list; they are reported until then.",
            (
                "Peer Challenge Action Plan, 4.1: has no owner: name one in the list",
                "Peer Challenge Action Plan, 4.3: nobody is known behind Cabinet: add them to the Who is who list",
            ),
        ),
    ),
    SENDER,
)
