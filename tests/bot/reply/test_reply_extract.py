from __future__ import annotations

import pytest

from bot.plan import Person
from bot.reply import Mentioned
from bot.reply.extract import TOO_LONG, extract
from bot.reply.html_text import html_to_text
from bot.reply.lines import MAX_CHARACTERS, MAX_LINE, MAX_LINES, Mark, cap
from bot.reply.signature import signer_of

PARENT = (
    "Dear Ellis,\n\nPlease reply to this mail and say where things stand.\n\n"
    "4.ii  Review the homelessness duty rota with the partner charities\n\nIt was due by 31 August 2026.\n\n"
    "4.iii  Bring a tenancy fraud policy to the Housing Committee\n\nIt was due by 30 September 2026.\n\n"
    "If an action is not yours, say so and tell us who should be asked instead.\n"
)
KNOWN = (Mentioned("4.ii"), Mentioned("4.iii"))


def _inline(**answers: str) -> str:
    lines = PARENT.splitlines()
    for start, answer in answers.items():
        at = next(number for number, line in enumerate(lines) if line.startswith(start.replace("_", " ")))
        lines.insert(at + 1, f"\n{answer}\n")
    return "\n".join(lines)


@pytest.mark.parametrize("quote", [PARENT, PARENT.replace("\n", "\n> "), " ".join(PARENT.split()), PARENT.upper()])
def test_our_own_words_are_removed_however_they_are_quoted(quote: str) -> None:
    assert extract(f"4.ii is on hold.\n\n{quote}", PARENT).text == "4.ii is on hold."


@pytest.mark.parametrize(
    "announced",
    [
        "On Thu, 1 Oct 2026 at 08:30, Planminder <a@b.example> wrote:\n\n> Done",
        "On Thu, 1 Oct 2026 at 08:30, Planminder <\na@b.example> wrote:\nDone",
        "From: Planminder <a@b.example>\nSent: 01 October 2026 08:30\nTo: Ellis\nSubject: x\n\nDone",
        "*From:* Planminder <a@b.example>\n*Date:* Thursday, 1 October 2026\n*To:* Ellis\n\nDone",
        "De : Planminder <a@b.example>\nEnvoyé : jeudi 1 octobre 2026\nÀ : Ellis\nObjet : x\n\nDone",
        "Von: Planminder <a@b.example>\nGesendet: Donnerstag, 1. Oktober 2026\nAn: Ellis\nBetreff: x\n\nDone",
        "Oddi wrth: Planminder <a@b.example>\nAnfonwyd: 1 Hydref 2026\nAt: Ellis\nPwnc: x\n\nDone",
        "-----Original Message-----\nDone",
        "________________________________\nFrom: Planminder <a@b.example>\nSent: 1 October 2026\nTo: Ellis\n\nDone",
        "-------- Original message --------\nFrom: P <a@b.example>\nDate: 01/10/2026 08:30 (GMT+00:00)\n\nDone",
        "Le 1 oct. 2026 à 08:30, Planminder <a@b.example> a écrit :\n> Done",
        "Am 01.10.2026 um 08:30 schrieb Planminder <a@b.example>:\n> Done",
    ],
)
def test_a_quote_without_a_known_parent_is_cut_where_it_is_announced(announced: str) -> None:
    assert extract(f"In progress.\n\n{announced}", None).text == "In progress."


def test_an_answer_below_the_quote_is_kept() -> None:
    body = f"On 1 October 2026 Planminder wrote:\n> {PARENT.strip()}\n\nOn hold."
    assert extract(body.replace("\n", "\n> ", 8), PARENT).text.endswith("On hold.")


def test_answers_between_our_lines_belong_to_the_card_above_them() -> None:
    body = _inline(It_was_due_by_31="Done", It_was_due_by_30="On hold")
    own = [
        (line.ref, line.text)
        for line in extract(body, PARENT, KNOWN).lines
        if line.mark is Mark.OWN and line.text.strip()
    ]
    assert own == [("4.ii", "Done"), ("4.iii", "On hold")]


def test_an_answer_typed_above_our_own_button_of_that_name_is_kept() -> None:
    row = "Done On track New date Not mine"
    quoted = PARENT.replace("2026.\n", f"2026.\n\n{row}\n")
    body = quoted.replace(row, f"Done\n\n{row}", 1)
    own = [(line.ref, line.text) for line in extract(body, quoted, KNOWN).lines if line.mark is Mark.OWN and line.text]
    assert own == [("4.ii", "Done")]


def test_words_below_the_whole_quote_belong_to_no_card() -> None:
    for body in (f"{PARENT}\nAll done", PARENT[: PARENT.index("If an action")] + "\nDone"):
        own = [line for line in extract(body, PARENT, KNOWN).lines if line.mark is Mark.OWN and line.text.strip()]
        assert [line.ref for line in own] == [""]


def test_words_typed_behind_our_own_line_are_kept() -> None:
    body = "4.ii  Review the homelessness duty rota with the partner charities - done\n"
    assert "done" in extract(body, PARENT, KNOWN).text


def test_a_mail_that_is_nothing_but_a_quote_is_kept_and_doubted() -> None:
    found = extract("From: Jo <jo@b.example>\nSent: 1 October 2026\nTo: Ellis\nSubject: x\n\nDone", None)
    assert found.text == "Done"
    assert found.doubt


def test_signatures_disclaimers_and_markings_are_marked_and_not_read() -> None:
    body = (
        "Done\n\nKind regards\nEllis Morgan\nHead of Housing, may be out on Fridays\n\nOFFICIAL - SENSITIVE\n\n"
        "This email is confidential and intended for the addressee. If you are not the recipient delete it.\n\n"
        "Sent from my iPhone"
    )
    lines = extract(body, None).lines
    assert [line.text for line in lines if line.mark is Mark.OWN and line.text.strip()] == ["Done"]
    notices = [line.text.split()[0] for line in lines if line.mark is Mark.NOTICE]
    assert notices == ["OFFICIAL", "This", "Sent"]


def test_an_afterthought_below_the_sign_off_is_read() -> None:
    lines = extract("4.ii done\n\nThanks\nEllis\n\nPS 4.iii is not done", None).lines
    assert [line.text for line in lines if line.mark is Mark.OWN and line.text.strip()][-1] == "PS 4.iii is not done"


def test_caps_hold_before_any_rule_and_break_long_lines_without_loss() -> None:
    words = "word " * 2_000
    assert " ".join(cap(words)).split() == words.split()
    assert max(map(len, cap("a" * 200_000))) <= MAX_LINE
    assert sum(map(len, cap("a" * 200_000))) <= MAX_CHARACTERS
    assert len(cap("x\n" * 10_000)) == MAX_LINES


def test_html_is_read_as_seen() -> None:
    html = (
        "<style>p{}</style><p>Done&nbsp;now</p><p style='display:none'>hidden</p><script>x()</script><!-- c -->"
        "<blockquote type='cite'><p>Not done</p></blockquote>"
    )
    assert html_to_text(html).strip().endswith("\n> Not done")
    assert html_to_text(html).split() == ["Done", "now", ">", "Not", "done"]


@pytest.mark.parametrize(
    "html", ["", "   ", "<", "<?xml version='1.0' encoding='x'?><p>a", "<div>" * 50_000 + "a", "\ue0009\ue001"]
)
def test_broken_html_never_raises(html: str) -> None:
    assert isinstance(html_to_text(html), str)


@pytest.mark.parametrize("signed", ["Priya", "Thanks\nPriya", "Thanks, Priya", "PS", "P.", "- Priya x", "Ta, P"])
@pytest.mark.parametrize("person", [Person("", "priya.shah@x.example"), Person("Shah, Priya (HR)", "ps1@x.example")])
def test_a_senders_own_name_or_initials_at_the_end_are_a_signature(signed: str, person: Person) -> None:
    lines = extract(f"4.ii is on hold.\n{signed}", None, signer=signer_of(person)).lines
    assert [line.text for line in lines if line.mark is Mark.OWN] == ["4.ii is on hold."]


def test_a_name_known_from_elsewhere_is_a_signature_too_and_a_stranger_is_none() -> None:
    signer = signer_of(Person("", "lead7@x.example"), ["Priya Shah"])
    assert extract("On hold.\nPriya", None, signer=signer).lines[-1].mark is Mark.SIGNATURE
    assert extract("On hold.\nEllis", None, signer=signer).lines[-1].mark is Mark.OWN
    assert extract("Priya\nplease wait for us", None, signer=signer).lines[-1].mark is Mark.OWN


def test_a_body_that_is_cut_among_the_senders_own_words_is_doubted() -> None:
    assert extract("Done\n" + "more words of ours\n" * 500, None).doubt == TOO_LONG
    assert extract("Done\n" + "> words of a quote\n" * 500, None).doubt == ""
