from __future__ import annotations

import pytest

from jobs.cli import main
from jobs.replies.change_words import in_words, put_back_in_words, state_in_words


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, ""),
        ({"status": "in_progress", "revised_due": "2027-03-01"}, "status in progress, new date 1 March 2027"),
        ({"wished_due": "2027-03-01"}, "new date 1 March 2027, if the plan's lead agrees"),
        ({"owner": "jo@x.example", "owner_name": "Jo Lark", "owner_of": ""}, "owner Jo Lark (jo@x.example)"),
        (
            {"owner": "jo@x.example", "owner_name": "jo@x.example", "owner_of": "Head of Parks"},
            "owner jo@x.example, for “Head of Parks”",
        ),
        ({"snoozed_until": "2027-03-15"}, "no reminder before 15 March 2027"),
        ({"takes_back": "3.2"}, "an earlier answer taken back"),
        ({"agreed": "3.2"}, "the new date agreed to"),
    ],
)
def test_what_an_answer_sets_is_told_without_the_names_of_fields(changes: dict[str, str], said: str) -> None:
    assert in_words(changes) == said


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"wished_due": "2027-03-01"}, "asked for"),
        ({"status": "in_progress", "wished_due": "2027-03-01"}, "written"),
        ({"revised_due": "2027-03-01"}, "written"),
    ],
)
def test_a_date_that_waits_for_a_yes_is_not_said_to_be_written(changes: dict[str, str], said: str) -> None:
    assert state_in_words("written", changes) == said
    assert state_in_words("held", changes) == "held"


def test_what_is_put_back_is_told_as_the_list_prints_it() -> None:
    before = {"status": "In progress", "revised_due": "", "completed_on": "2027-03-01", "last_reply": ""}
    assert put_back_in_words(before, ("progress", "status", "revised_due", "completed_on", "last_reply")) == (
        "status “In progress” again, no new date again, completed on 1 March 2027 again"
    )
    assert put_back_in_words(before, ("progress", "last_reply")) == ""


@pytest.mark.parametrize(
    ("until", "said"), [("", "reminders as before"), ("2027-03-15", "no reminder before 15 March 2027 again")]
)
def test_a_snooze_that_is_put_back_is_told_by_when_the_reminders_come(until: str, said: str) -> None:
    assert put_back_in_words({"snoozed_until": until}, ("snoozed_until",)) == said


def test_a_paper_that_is_not_there_is_told_with_what_to_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["summary", "verify", "absent.docx"]) == 1
    assert capsys.readouterr().err == (
        "planminder: there is no file absent.docx: name a paper that Planminder made, saved from the library as .docx\n"
    )
