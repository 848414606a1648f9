"""The own deed of an action, told in a clause of any form: written where all around it is known, else asked about."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import Status
from bot.reply import Decision, Mentioned, Update, read_updates

SAID_ON = date(2027, 4, 6)
ADOPT = "Adopt a new on-call duty system policy"
PUBLISH = "Publish the flood plan for residents"
APPOINT = "Appoint an independent chair for the safeguarding board"
TRAIN = "Train all wardens"
SUBMIT = "Submit the outline business case for the market to the Combined Authority"


def _said(words: str, action: str) -> Update:
    [update] = read_updates(words, "", (Mentioned("1", action),), SAID_ON)
    return update


@pytest.mark.parametrize(
    ("action", "words"),
    [
        (ADOPT, "The Authority adopted the on-call policy at its meeting last Thursday"),
        (ADOPT, "Cabinet has formally adopted the duty policy. Thanks to all."),
        ("SLT to agree a workforce strategy", "SLT agreed the workforce strategy yesterday"),
        (PUBLISH, "The flood plan was published yesterday afternoon"),
        (APPOINT, "Professor Iqbal was appointed as chair on 1 March."),
        (TRAIN, "All wardens were trained on Monday night"),
        (SUBMIT, "Submitted to the Combined Authority yesterday afternoon"),
        (SUBMIT, "Submitted yesterday, receipt saved in the shared folder."),
        (TRAIN, "Finished Tuesday"),
        (TRAIN, "Completed yesterday afternoon"),
        (TRAIN, "This can be closed, all wardens were trained on Monday and we have had 140 thank-yous already."),
    ],
)
def test_the_own_deed_told_of_the_whole_is_written(action: str, words: str) -> None:
    update = _said(words, action)
    assert (update.status, update.decision) == (Status.COMPLETED, Decision.APPLY)


@pytest.mark.parametrize(
    ("action", "words"),
    [
        (ADOPT, "The scrutiny panel adopted the policy last Thursday"),
        (ADOPT, "The county council adopted the policy last Thursday"),
        (ADOPT, "The Authority adopted the draft policy last Thursday"),
        (ADOPT, "The Authority adopted the policy statement last Thursday"),
        (ADOPT, "The Authority adopted the policy last Thursday for the day crews"),
        (ADOPT, "The Authority adopted the policy last Thursday. It was called in on Friday."),
        (ADOPT, "The Authority adopted the policy last Thursday, it comes into force in May"),
        (ADOPT, "The Authority nearly adopted the policy"),
        (ADOPT, "The policy was not adopted yesterday"),
        (ADOPT, "The policy was almost adopted yesterday"),
        ("Adopt the hiring policy at Full Council", "Cabinet adopted the hiring policy on 2 March"),
        ("Adopt the plan at Full Council", "Cabinet adopted the plan on 2 March"),
        ("Approve the accounts", "The accounts were approved by the auditor yesterday"),
        (PUBLISH, "The flood plan was published in Welsh yesterday"),
        (PUBLISH, "The flood plan summary was published yesterday"),
        (PUBLISH, "Annex written, published yesterday"),
        (APPOINT, "Professor Iqbal was appointed as vice chair on 1 March."),
        (APPOINT, "Professor Iqbal was appointed as chair on 1 March, and resigned on the 20th."),
        (TRAIN, "Wardens were trained on Monday"),
        (TRAIN, "All night wardens were trained on Monday"),
        (TRAIN, "All wardens trained by 28 March"),
        (TRAIN, "Done Friday"),
        ("Install a charger at the depot", "The charger was installed yesterday. It does not work."),
        ("Install chargers at the depots", "Chargers were installed at Mill Lane yesterday"),
    ],
)
def test_the_deed_of_others_of_less_or_with_more_behind_it_is_asked_about(action: str, words: str) -> None:
    assert _said(words, action).decision is Decision.ASK


@pytest.mark.parametrize(
    ("when", "day"),
    [("last Thursday", date(2027, 4, 1)), ("yesterday afternoon", date(2027, 4, 5)), ("on 3 March", date(2027, 3, 3))],
)
def test_a_deed_keeps_the_day_on_which_it_was_done(when: str, day: date) -> None:
    assert _said(f"The Authority adopted the on-call policy {when}", ADOPT).completed_on == day
