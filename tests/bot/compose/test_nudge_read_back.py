"""Our own mails under our own reader: what comes back quoted is taken out, what a button writes is understood."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from bot.compose import Composer, Mail, NudgeView, ReceiptView, sample, sample_nudges
from bot.policy import ReminderKind
from bot.reply import (
    Decision,
    Mentioned,
    Undo,
    actions_in,
    extract,
    find_undo,
    open_mail,
    quotable,
    read_updates,
    reply_json,
)
from bot.reply import Mail as InboundMail
from bot.reply.message.html_text import html_to_text

COMPOSER = Composer(Path(__file__).resolve().parents[3] / "templates")
SORTS = {
    "nudge": sample.NUDGE,
    "check-ins": sample_nudges.CHECK_INS,
    "every kind": sample_nudges.EVERY_KIND,
    "escalation": sample_nudges.ESCALATION,
    "ask who": sample_nudges.ASK_WHO,
    "copy": sample_nudges.COPY,
    "long": sample_nudges.LONG,
}


@pytest.mark.parametrize("sort", SORTS)
def test_no_line_of_any_mail_is_in_the_form_that_the_reader_takes_for_an_answer(sort: str) -> None:
    mail = COMPOSER.nudge(SORTS[sort])
    lines = [*mail.text.splitlines(), *html_to_text(mail.html.replace("display:none", "")).splitlines()]
    refs = {reminder.action.ref for reminder in SORTS[sort].reminders}
    assert not [
        line for line in lines if line.strip().partition(":")[0] in refs or re.match(r"\s*status\s*:", line, re.I)
    ]


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("marked", ["", "> "])
def test_nothing_of_our_text_is_read_as_the_answer_however_it_is_quoted(sort: str, marked: str) -> None:
    mail = COMPOSER.nudge(SORTS[sort])
    quoted = "\n".join(marked + line for line in mail.text.splitlines())
    assert answer(f"I shall look into it.\n\n{quoted}", mail)["text"] == "I shall look into it."


@pytest.mark.parametrize("sort", [sort for sort in SORTS if sort != "long"])
def test_nothing_of_our_page_is_read_as_the_answer_though_only_the_text_is_kept(sort: str) -> None:
    mail = COMPOSER.nudge(SORTS[sort])
    page = f"<p>I shall look into it.</p><hr>{mail.html}"
    assert answer("", mail, page)["text"] == "I shall look into it."


@pytest.mark.parametrize("sort", [sort for sort in SORTS if sort != "long"])
@pytest.mark.parametrize("marked", ["", "> "])
def test_the_preview_line_is_ours_though_a_program_keeps_the_text_alone(sort: str, marked: str) -> None:
    mail = COMPOSER.nudge(SORTS[sort])
    shown = html_to_text(mail.html.replace("display:none", ""))
    quoted = "\n".join(marked + line for line in shown.splitlines())
    body = f"4.1: It is Ann Whitlock\n\nOn 23 Nov 2026, Action Plans <actions@tamberley.example> wrote:\n{quoted}"
    assert answer(body, mail)["text"] == "4.1: It is Ann Whitlock"


@pytest.mark.parametrize("view", [sample.RECEIPT, sample.UNDONE])
@pytest.mark.parametrize("marked", ["", "> "])
@pytest.mark.parametrize("known", [True, False])
def test_no_part_of_a_receipt_that_comes_back_quoted_reads_as_an_undo(
    view: ReceiptView, marked: str, known: bool
) -> None:
    mail = COMPOSER.receipt(view)
    for quoted in (mail.text, html_to_text(mail.html)):
        lines = [marked + line for line in quoted.splitlines()]
        for at in range(len(lines)):
            found = extract("\n".join(lines[at:]), quotable(mail.text, mail.html) if known else None)
            assert find_undo(found.lines, (Mentioned("2.1"), Mentioned("2.2"))) is None, lines[at]


def test_the_button_of_a_receipt_is_read_as_an_undo_without_a_comment() -> None:
    mail = COMPOSER.receipt(sample.RECEIPT)
    body = unquote(re.findall(r"&amp;body=([^\"]+)", mail.html)[0]).replace("\r\n", "\n")
    found = extract(body, quotable(mail.text, mail.html))
    assert find_undo(found.lines, (Mentioned("2.1"),)) == Undo((), "")


@pytest.mark.parametrize(
    ("view", "label", "typed", "ref", "decision"),
    [
        (sample_nudges.EVERY_KIND, "Give a date: action 4.1", "30 November 2026", "4.1", "apply"),
        (sample_nudges.EVERY_KIND, "On track: action H7", "", "H7", "apply"),
        (sample_nudges.ESCALATION, "Tell us what you know: action H4", "He is off sick.", "H4", "ask"),
        (sample_nudges.ASK_WHO, "Say who should be asked: action 4.3", "Ann Whitlock", "4.3", "ask"),
    ],
)
def test_a_pressed_button_is_read_with_what_is_typed(
    view: NudgeView, label: str, typed: str, ref: str, decision: str
) -> None:
    mail = COMPOSER.nudge(view)
    href = re.findall(rf'href="([^"]+)" aria-label="{re.escape(label)}"', mail.html)[0]
    first, rest = unquote(href.partition("&amp;body=")[2]).split("\r\n", 1)
    [update] = updates(f"{first}{typed}\r\n{rest}", mail)
    assert (update["ref"], update["decision"]) == (ref, decision)
    assert "line above" not in update["comment"]


def test_our_reader_takes_a_pressed_button_without_doubt() -> None:
    nudge = COMPOSER.nudge(sample.NUDGE)
    body = unquote(re.findall(r"&amp;body=([^\"]+)", nudge.html)[0])
    update = updates(body, nudge)[0]
    assert (update["ref"], update["status"], update["decision"]) == ("2.1", "completed", "apply")


def test_the_examples_printed_in_a_nudge_are_answers_that_are_applied() -> None:
    text = " ".join(COMPOSER.nudge(sample.NUDGE).text.split())
    examples = re.findall("“([^”]+)”", text[text.index("For example:") : text.index("[")])
    assert len(examples) == 2
    for words in examples:
        for month in range(1, 13):
            (update,) = read_updates(words, "", (Mentioned("1.1"),), date(2026, month, 15))
            assert update.decision is Decision.APPLY, (words, month)


@pytest.mark.parametrize("quoted", [True, False])
@pytest.mark.parametrize("count", [2, 3, 12])
def test_the_words_that_answer_for_all_are_applied_to_each_as_they_are_printed(count: int, quoted: bool) -> None:
    one, *_ = sample_nudges.CHECK_INS.reminders
    refs = [f"R{number}" for number in range(count)]
    reminders = tuple(replace(one, action=replace(one.action, item_id=ref, ref=ref)) for ref in refs)
    mail = COMPOSER.nudge(replace(sample_nudges.CHECK_INS, reminders=reminders))
    [words] = re.findall(r"the three words ([A-Z ]+) answer for", " ".join(mail.text.split()))
    behind = "\n\n" + "\n".join(f"> {line}" for line in mail.text.splitlines()) if quoted else ""
    found = updates(words + behind, mail)
    assert [(each["ref"], each["status"], each["decision"]) for each in found] == [
        (ref, "in_progress", "apply") for ref in refs
    ]


@pytest.mark.parametrize(
    "words",
    [
        "2.1 we met last week and agreed the terms, so that is finished",
        "2.1 new date end of next month, waiting for the adviser’s report",
    ],
)
def test_an_owner_who_repeats_our_example_is_asked_and_loses_no_words(words: str) -> None:
    nudge = COMPOSER.nudge(sample.NUDGE)
    assert words.removeprefix("2.1 ") in " ".join(nudge.text.split())
    [update] = updates(words, nudge)
    assert (update["ref"], update["decision"], update["comment"]) == ("2.1", "ask", words)


def updates(text: str, to: Mail) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = answer(text, to)["updates"]
    return found


def answer(text: str, to: Mail, page: str = "") -> dict[str, Any]:
    """What is read of a reply to a mail of which, as in the ledger, both parts are known."""
    return reply_json(_mail(text, page), replace(_mail(to.text), html=to.html))


def _mail(text: str, page: str = "") -> InboundMail:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sample.MORGAN.address, sample.MORGAN.address, "RE: a word from you"
    made["Date"] = "Thu, 01 Oct 2026 10:00:00 +0100"
    made.set_content(page or text, subtype="html" if page else "plain")
    return open_mail(made.as_bytes())


def test_what_a_nudge_asks_of_each_action_is_read_back_from_it() -> None:
    mail = COMPOSER.nudge(sample_nudges.EVERY_KIND)
    kinds = {each.action.ref: each.kind for each in sample_nudges.EVERY_KIND.reminders}
    for text in (mail.text, html_to_text(mail.html)):
        asked = {each.ref: each.question for each in actions_in(text)}
        wanted = {ref for ref, kind in kinds.items() if kind is ReminderKind.ASK_FOR_DATE}
        goes_on = {ref for ref, kind in kinds.items() if kind is ReminderKind.CHECK_IN}
        assert wanted == {ref for ref, question in asked.items() if question and question.wants_date}
        assert goes_on == {ref for ref, question in asked.items() if question and question.check_in}
        assert wanted
        assert goes_on


def test_a_receipt_with_several_questions_asks_for_the_number_of_each_action() -> None:
    asks = tuple(replace(sample.RECEIPT.lines[0], ref=ref, decision="ask") for ref in ("2.1", "2.2"))
    several, one = (COMPOSER.receipt(replace(sample.RECEIPT, lines=asks[:count])) for count in (2, 1))
    begin = "begin each answer with the number of its action"
    for mail in (several.text, html_to_text(several.html)):
        assert begin in " ".join(mail.split())
    assert begin not in " ".join(one.text.split())
