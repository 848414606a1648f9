from __future__ import annotations

from datetime import date

import pytest

from bot.reply import Away, read_away

MONDAY = date(2027, 3, 1)


@pytest.mark.parametrize(
    ("words", "back"),
    [
        ("I am out of the office until Monday 15 March 2027.", date(2027, 3, 15)),
        ("I am on annual leave and will return on 15 March.", date(2027, 3, 15)),
        ("I am away from 1 March to 12 March. Thank you.", date(2027, 3, 13)),
        ("Back in the office on Tuesday 9th March", date(2027, 3, 9)),
        ("I am on leave, returning Monday 8 March", date(2027, 3, 8)),
        ("I am not in the office between 3 March and 10 March and will respond when I return.", date(2027, 3, 11)),
        ("I'm on leave with no access to mail, returning to the office on 15th March 2027.", date(2027, 3, 15)),
    ],
)
def test_the_first_day_back_is_read_where_it_is_plain(words: str, back: date) -> None:
    assert read_away(words, MONDAY).back == back


@pytest.mark.parametrize(
    "words",
    [
        "",
        "I'm out of office",
        "I am away until further notice",
        "I returned on 5 January.",
        "I am on maternity leave until January 2028",
        "I have left the council.",
        "I was away until 26 February 2027",
        "The office is closed for Christmas.",
        "I am away until 31 September",
    ],
)
def test_nobody_waits_for_what_is_not_plainly_said(words: str) -> None:
    assert read_away(words, MONDAY).back is None


@pytest.mark.parametrize(
    ("words", "contact"),
    [
        ("For urgent matters contact Beth Larkin.", "Beth Larkin"),
        ("please email beth.larkin@tamberley.example.", "beth.larkin@tamberley.example"),
        ("Please speak to my colleague Tom Wray instead", "Tom Wray"),
        ("please contact the team", ""),
    ],
)
def test_whom_it_says_to_contact_is_kept_as_written(words: str, contact: str) -> None:
    assert read_away(words, MONDAY) == Away(None, contact)


@pytest.mark.parametrize(
    ("words", "sender"),
    [
        ("I no longer work for Tamberley Borough Council.", ""),
        ("I have now left the council. Please write to the Housing team.", ""),
        ("Thank you. I have retired.", ""),
        ("I left Tamberley Council in January.", ""),
        ("This mailbox is no longer monitored.", ""),
        ("My email address tom.wray@tamberley.example has been closed.", ""),
        ("The person you are trying to reach is no longer employed by the Council.", ""),
        ("Tom Wray no longer works for the council.", "Wray, Tom (Housing)"),
    ],
)
def test_who_is_gone_is_told_from_who_is_away(words: str, sender: str) -> None:
    assert read_away(words, MONDAY, sender).gone


@pytest.mark.parametrize(
    "words",
    [
        "",
        "I am away until further notice.",
        "I no longer work on Fridays.",
        "I no longer work for the Housing team of the council.",
        "I have left the office for the day.",
        "I have left the council for the summer and will be back on 15 March.",
        "I will be leaving the council on 30 April.",
        "This mailbox is no longer monitored at weekends.",
        "Tom Wray has left the council; I am at my desk as usual.",
    ],
)
def test_nobody_is_gone_whose_own_note_does_not_plainly_say_so(words: str) -> None:
    assert not read_away(words, MONDAY, "Beth Larkin").gone
