"""Whole mails of one fictional council against the files in `samples/`.

After a wanted change of wording or layout: `python tests/bot/compose/test_composer.py` writes the files anew.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest

from bot.compose import Composer, Mail, NudgeView, ReceiptLine, ReceiptView, sample, sample_mails, sample_nudges
from bot.plan import Due, Owner, Person, Status
from bot.policy import Reminder, ReminderKind

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = Path(__file__).parent / "samples"
COMPOSER = Composer(ROOT / "templates")
GMAIL_CUT = 102_000
NAMES = (
    *("nudge", "nudge-check-ins", "nudge-every-kind", "nudge-escalation", "nudge-ask-who"),
    *("receipt", "receipt-undone", "wish", "wish-again", "slt", "notice", "ask", "duty"),
)
PRESSED = {"button", "done", "just", "mine", "press", "track"}
HOSTILE = "</td></table><script>alert(1)</script>{{ 1/0 }}{% endfor %}\x00\x0b\ud800\u202e&<>\"' " + "w<&" * 20_000


def mails() -> dict[str, Mail]:
    return {
        "nudge": COMPOSER.nudge(sample.NUDGE),
        "nudge-check-ins": COMPOSER.nudge(sample_nudges.CHECK_INS),
        "nudge-every-kind": COMPOSER.nudge(sample_nudges.EVERY_KIND),
        "nudge-escalation": COMPOSER.nudge(sample_nudges.ESCALATION),
        "nudge-ask-who": COMPOSER.nudge(sample_nudges.ASK_WHO),
        "receipt": COMPOSER.receipt(sample.RECEIPT),
        "receipt-undone": COMPOSER.receipt(sample.UNDONE),
        "wish": COMPOSER.wish(sample_mails.WISH),
        "wish-again": COMPOSER.wish(sample_mails.WISH_AGAIN),
        "slt": COMPOSER.slt(sample_mails.SLT),
        "notice": COMPOSER.notice(sample_mails.NOTICE),
        "ask": COMPOSER.ask(sample_mails.ASK),
        "duty": COMPOSER.duty(sample_mails.DUTY),
        "redirected": COMPOSER.redirected(COMPOSER.notice(sample_mails.NOTICE), sample.MORGAN),
    }


def parts(mail: Mail) -> dict[str, str]:
    return {"subject": mail.subject + "\n", "txt": mail.text, "html": mail.html}


@pytest.mark.parametrize("kind", ["subject", "txt", "html"])
@pytest.mark.parametrize("name", NAMES)
def test_a_mail_is_the_sample_beside_this_test(name: str, kind: str) -> None:
    assert parts(mails()[name])[kind] == (SAMPLES / f"{name}.{kind}").read_text(encoding="utf-8")


def test_the_banner_of_a_redirected_mail_is_seen_first_whatever_the_page_looks_like() -> None:
    for page in ("<body>Hello</body>", "<BODY class='a'>Hello</BODY>", "Hello"):
        mail = COMPOSER.redirected(Mail("S", "Hello", page), sample.MORGAN)
        for part in (mail.text, mail.html):
            assert -1 < part.find(sample.MORGAN.address) < part.find("Hello")


@pytest.mark.parametrize(
    ("name", "only_text", "only_page"),
    [
        ("nudge", set(), PRESSED),
        ("nudge-check-ins", set(), {*PRESSED, "give"} - {"track"}),
        ("nudge-every-kind", set(), {*PRESSED, "give", "write"}),
        ("nudge-escalation", set(), {"tell", "us", "write", "owner"}),
        ("nudge-ask-who", set(), {"say"}),
        ("receipt", set(), set()),
        ("receipt-undone", set(), set()),
        ("wish", set(), {"agree", "keep"}),
        ("wish-again", set(), {"agree", "keep"}),
        ("slt", {"library", "whole"}, set()),
        ("notice", set(), set()),
        ("ask", set(), {"answer"}),
        ("duty", set(), set()),
        ("redirected", set(), set()),
    ],
)
def test_the_text_and_the_page_of_a_mail_say_the_same(name: str, only_text: set[str], only_page: set[str]) -> None:
    mail = mails()[name]
    text, page = _words(mail.text.replace(sample_mails.SLT.link, "")), _words(_seen(mail.html))
    assert (text - page, page - text) == (only_text, only_page)


@pytest.mark.parametrize("name", NAMES)
def test_plain_text_keeps_to_72_columns(name: str) -> None:
    lines = mails()[name].text.splitlines()
    assert all(len(line) <= 72 for line in lines if " " in line.strip())


def test_every_button_of_a_page_says_something_else_to_a_screen_reader() -> None:
    page = COMPOSER.nudge(replace(sample.NUDGE, reminders=tuple(map(_reminder, range(10))))).html
    spoken = re.findall(r'aria-label="([^"]+)"', page)
    assert len(set(spoken)) == len(spoken) == 40


@pytest.mark.parametrize("name", NAMES)
def test_every_table_of_a_page_is_for_layout_or_named(name: str) -> None:
    page = mails()[name].html
    tables = re.findall(r"<table[^>]*>", page)
    assert all('role="presentation"' in table or 'aria-label="' in table for table in tables)
    assert '<html lang="en-GB"' in page
    assert page.count("<h1") == 1


def test_ten_actions_are_cards_the_next_fifty_a_list_and_the_rest_a_number() -> None:
    reminders = tuple(_reminder(number) for number in range(75))
    page = COMPOSER.nudge(replace(sample.NUDGE, reminders=reminders)).html
    assert page.count("<h2") == 10 + 1
    assert page.count("mailto:") == 40
    assert "15 more are not shown here" in page


@pytest.mark.parametrize("number", [1, 10, 60, 500])
@pytest.mark.parametrize("words", ["Agree the terms with the partners", HOSTILE])
def test_a_nudge_stays_under_the_cut_of_gmail_at_any_number_and_length(number: int, words: str) -> None:
    reminders = tuple(_reminder(each, words) for each in range(number))
    page = COMPOSER.nudge(replace(sample.NUDGE, reminders=reminders)).html
    assert len(page.encode()) < GMAIL_CUT
    assert "<script>" not in page


def test_a_receipt_stays_under_the_cut_of_gmail_with_hostile_words() -> None:
    line = ReceiptLine(HOSTILE, HOSTILE, "ask", HOSTILE, HOSTILE)
    page = COMPOSER.receipt(replace(sample.RECEIPT, lines=(line,) * 40)).html
    assert len(page.encode()) < GMAIL_CUT
    assert "20 more are not shown here" in page


def test_a_receipt_says_where_words_could_be_tied_to_no_action() -> None:
    untold = "We could not tell which action this is about"
    lost = ReceiptLine("", "", "hold", "Your words were passed on.", "A20 is mine")
    known = ReceiptLine("1.2", "Mend the clock", "hold", "Your words were passed on.", "1.2 is mine")
    for line, told in ((lost, True), (known, False)):
        mail = COMPOSER.receipt(replace(sample.RECEIPT, lines=(line,)))
        assert [untold in " ".join(text.split()) for text in (mail.text, mail.html)] == [told, told]


@pytest.mark.parametrize(("code", "meaning"), [("R", "At risk"), ("0.9", "At risk")])
def test_the_mails_say_what_a_code_means(code: str, meaning: str) -> None:
    coded = replace(sample.LATE, status=Status.AT_RISK, status_text=code, progress="")
    nudge = COMPOSER.nudge(replace(sample.NUDGE, reminders=(replace(sample.NUDGE.reminders[0], action=coded),)))
    late = replace(sample.SUMMARY.overdue[0], action=coded)
    leaders = COMPOSER.slt(replace(sample_mails.SLT, summary=replace(sample.SUMMARY, overdue=(late,))))
    for mail in (nudge, leaders):
        assert f"There is no update yet; its status is “{meaning}”." in " ".join(mail.text.split())
        assert f"“{code}”" not in mail.text


def test_the_leaders_mail_of_a_first_paper_says_once_that_there_is_nothing_to_compare_with() -> None:
    first = COMPOSER.slt(replace(sample_mails.SLT, summary=replace(sample.SUMMARY, earlier=(), changes=())))
    for said in (first.text, first.html):
        assert said.count("This is the first paper of this plan") == 1
    assert "(up" not in first.text
    assert "first paper" not in COMPOSER.slt(sample_mails.SLT).text


def test_leaders_read_whom_to_speak_to_and_whom_the_plan_names() -> None:
    def owned(*owners: Owner) -> str:
        row = replace(sample.SUMMARY.overdue[0], action=replace(sample.SUMMARY.overdue[0].action, owners=owners))
        summary = replace(sample.SUMMARY, overdue=(row,))
        return " ".join(COMPOSER.slt(replace(sample_mails.SLT, summary=summary)).text.split())

    ellis, priya = Person("Ellis Morgan", "ellis@tamberley.example"), Person("Priya Nair", "priya@tamberley.example")
    assert "with Ellis Morgan (the plan names Gerry Lowe)" in owned(Owner("Gerry Lowe", (ellis,)))
    two = (Owner("Head of Finance", (ellis,)), Owner("Head of Audit", (priya,)))
    assert "with Ellis Morgan and Priya Nair (the plan names Head of Finance, Head of Audit)" in owned(*two)
    assert "plan names" not in owned(Owner("Ellis Morgan", (ellis,)))
    assert "with Cabinet" in owned(Owner("Cabinet"))
    assert "with nobody named" in owned()


def test_actions_of_several_plans_each_name_their_plan() -> None:
    other = replace(sample.LATE, plan="Harbour Plan", item_id="9")
    reminders = (sample.NUDGE.reminders[0], Reminder(other, ReminderKind.OVERDUE, 3, "late", sample.MORGAN))
    mail = COMPOSER.nudge(replace(sample.NUDGE, reminders=reminders))
    assert "From the plan “Harbour Plan”." in mail.text
    assert sample.PLAN not in mail.subject


def test_one_action_is_spoken_of_in_the_singular() -> None:
    mail = COMPOSER.nudge(replace(sample.NUDGE, reminders=sample.NUDGE.reminders[:1]))
    assert mail.subject.startswith("1 action needs a word from you (overdue)")
    assert "It is past its date." in mail.text
    assert "begin each answer" not in mail.text


@pytest.mark.parametrize(
    ("days", "chip"), [(1, "OVERDUE BY 1 DAY"), (0, "DUE TODAY"), (-1, "DUE TOMORROW"), (-14, "DUE IN 14 DAYS")]
)
def test_a_chip_says_in_words_what_its_colour_says(days: int, chip: str) -> None:
    kind = ReminderKind.OVERDUE if days > 0 else ReminderKind.UPCOMING if days else ReminderKind.DUE_TODAY
    mail = COMPOSER.nudge(replace(sample.NUDGE, reminders=(Reminder(sample.LATE, kind, days, "", sample.MORGAN),)))
    assert f"[ {chip} ]" in mail.text.splitlines()


def test_a_receipt_offers_undo_only_when_it_can_be_undone() -> None:
    asked = replace(sample.RECEIPT, lines=sample.RECEIPT.lines[1:])
    assert "UNDO" in COMPOSER.receipt(sample.RECEIPT).text
    assert "UNDO" not in COMPOSER.receipt(replace(sample.RECEIPT, can_undo=False)).text
    assert "UNDO" not in COMPOSER.receipt(asked).text


def test_what_a_list_of_mails_shows_of_a_receipt_says_nothing_twice() -> None:
    line = sample.RECEIPT.lines[0]
    other = replace(line, sentence="Its new date is 1 March 2027.")
    page = COMPOSER.receipt(replace(sample.RECEIPT, lines=(line, replace(line, ref="2.9"), line, other))).html
    shown = page[page.index("<body") : page.index(sample.RECEIPT.person.name)]
    assert shown.count(line.sentence) == shown.count(other.sentence) == 1
    assert f"{line.ref}, 2.9 and {line.ref}: {line.sentence} {line.ref}: {other.sentence}" in shown
    alone = COMPOSER.receipt(replace(sample.RECEIPT, lines=(line,))).html
    assert f"{line.ref}: {line.sentence}" not in alone


def test_a_date_that_waits_for_a_yes_is_no_update_and_can_be_taken_back() -> None:
    wished = replace(sample.RECEIPT.lines[0], decision="wished", sentence="You ask for 30 June 2027.")
    mail = COMPOSER.receipt(replace(sample.RECEIPT, lines=(wished,)))
    assert mail.subject == "Thank you: 1 new date asked for"
    assert "[ NEEDS A YES ]" in mail.text
    assert "UNDO" in mail.text
    assert "Recorded" not in mail.html
    passed_on = COMPOSER.receipt(replace(sample.RECEIPT, lines=(replace(wished, decision="hold"),)))
    assert passed_on.subject == "Thank you: 1 answer passed to a colleague"


def test_one_question_is_asked_as_one_and_several_as_several() -> None:
    (line,) = [line for line in sample.RECEIPT.lines if line.decision == "ask"]
    assert "Please answer the question by" in COMPOSER.receipt(replace(sample.RECEIPT, lines=(line,))).text
    for part in parts(COMPOSER.receipt(replace(sample.RECEIPT, lines=(line, line)))).values():
        assert "Please answer the question by" not in part


def test_a_reply_with_nothing_readable_in_it_still_gets_a_kind_receipt() -> None:
    mail = COMPOSER.receipt(replace(sample.RECEIPT, lines=()))
    assert mail.subject == "Thank you for your reply"
    assert "A colleague will read it." in mail.text


def test_a_subject_is_one_line_whatever_the_plan_is_called() -> None:
    late = replace(sample.LATE, plan="Harbour\r\nBcc: everyone@tamberley.example")
    reminder = Reminder(late, ReminderKind.OVERDUE, 1, "", sample.MORGAN)
    mail = COMPOSER.nudge(replace(sample.NUDGE, reminders=(reminder,)))
    assert "\n" not in mail.subject
    assert "\r" not in mail.subject


def test_hostile_words_reach_no_mail_as_markup_or_control_characters() -> None:
    late = replace(sample.LATE, ref="9", text=HOSTILE, recommendation=HOSTILE, progress=HOSTILE, due=Due(HOSTILE))
    late = replace(late, revised_due=Due.on(date(2026, 8, 31), HOSTILE))
    view = NudgeView(
        sample.MORGAN,
        (Reminder(late, ReminderKind.OVERDUE, 31, "", sample.MORGAN),),
        sample.TODAY,
        sample.REPLY_TO,
        sample.TOKEN,
        "S",
        "C",
    )
    mail = COMPOSER.nudge(view)
    assert "{{ 1/0 }}" in mail.text
    assert not re.search("[\x00-\x09\x0b-\x1f\ud800-\udfff\u202e]", mail.subject + mail.text + mail.html)


def test_two_cards_of_one_reference_are_told_apart_in_words_and_buttons() -> None:
    plans = ("Housing plan", "Audit tracker")
    reminders = tuple(replace(_reminder(1), action=replace(sample.LATE, plan=plan, ref="1.1")) for plan in plans)
    mail = COMPOSER.nudge(NudgeView(sample.MORGAN, reminders, sample.TODAY, sample.REPLY_TO, sample.TOKEN, "S", "C"))
    for plan in plans:
        assert f"1.1 ({plan})  " in mail.text
        assert f"1.1%20%28{quote(plan)}%29%3A%20DONE" in mail.html


def test_the_person_is_greeted_by_the_whole_name_safely_escaped() -> None:
    person = replace(sample.MORGAN, name="Cllr O'Hara <acting>")
    view = ReceiptView(person, (), sample.REPLY_TO, sample.TOKEN, "S", "C")
    assert "Dear Cllr O&#39;Hara &lt;acting&gt;," in COMPOSER.receipt(view).html


def _reminder(number: int, words: str = "Agree the terms with the partners") -> Reminder:
    late = replace(sample.LATE, item_id=str(number), ref=f"R{number}", text=words, recommendation=words, progress=words)
    return Reminder(late, ReminderKind.OVERDUE, 100 - number, "late", sample.MORGAN)


class _Seen(HTMLParser):
    """What a page shows: its text outside head, styles and the hidden preheader, a line for every block."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self._hidden = "", 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("head", "div"):
            self._hidden += 1
        self.text += "\n" if tag in ("p", "h1", "h2", "h3", "td", "th", "tr") else ""

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("head", "div")

    def handle_data(self, data: str) -> None:
        self.text += "" if self._hidden else data


def _seen(page: str) -> str:
    seen = _Seen()
    seen.feed(page)
    return seen.text


def _words(text: str) -> set[str]:
    return set(re.findall(r"[\w'@]+", text.lower()))


if __name__ == "__main__":
    SAMPLES.mkdir(exist_ok=True)
    for sample_name, sample_mail in mails().items():
        for sample_kind, sample_text in parts(sample_mail).items():
            (SAMPLES / f"{sample_name}.{sample_kind}").write_text(sample_text, encoding="utf-8")
