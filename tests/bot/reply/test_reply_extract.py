from __future__ import annotations

import pytest

from bot.plan import Person
from bot.reply import Mentioned
from bot.reply.lines import MAX_CHARACTERS, MAX_LINE, MAX_LINES, Mark, cap
from bot.reply.message.html_text import html_to_text
from bot.reply.text.extract import TOO_LONG, extract
from bot.reply.text.signature import signer_of

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
        "On Thu, 1 Oct 2026 08:30, Planminder\n> <a@b.example> wrote:\n> Done",
        "At 08:30 01/10/2026, you wrote:\nDone",
        "Quoting Planminder <a@b.example>:\n> Done",
        "Planminder wrote:\n> Done",
        "* Planminder <a@b.example> [2026-10-01 08:30]:\n> Done",
        ">>> Planminder <a@b.example> 01/10/2026 08:30 >>>\nDone",
        "2026/10/1 Planminder <a@b.example>\n> Done",
        "---- On Thu, 01 Oct 2026 08:30:00 +0100 Planminder <a@b.example> wrote ----\n\nDone",
        "‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐\nOn Thursday, October 1st, 2026, P <a@b.example> wrote:\nDone",
        "##- Please type your reply above this line -##\n\nDone",
        "====\nMessage du : 01/10/2026 08:30\nDe : Planminder <a@b.example>\nA : Ellis\n\nDone",
        "Date: Thu, 1 Oct 2026 08:30:00 +0100\nTo: ellis@b.example\n\nDone",
        "El jue, 1 oct 2026 a las 8:30, Planminder (<a@b.example>) escribió:\n\n> Done",
        "Op do 1 okt. 2026 om 08:30 schreef Planminder <a@b.example>:\n\nDone",
        "czw., 1 paź 2026 o 08:30 Planminder <a@b.example> napisał(a):\n\n> Done",
        "tors 1 okt. 2026 kl. 08:30 skrev Planminder <a@b.example>:\n\n> Done",
        "tir. 1. okt. 2026 kl. 08:30 skrev Planminder <a@b.example\n>:\n\n> Done",
        "to 1. lokak. 2026 klo 8.30 Planminder (a@b.example) kirjoitti:\n\n> Done",
        "Ar Iau, 1 Hyd 2026 am 08:30, ysgrifennodd Planminder <a@b.example>:\n> Done",
        "O: Planminder <a@b.example>\nAnfonwyd: Dydd Iau, 1 Hydref 2026 08:30\nI: Ellis\nPwnc: x\n\nDone",
        "Od: Planminder <a@b.example>\nOdesláno: čtvrtek 1. října 2026\nKomu: Ellis\nPředmět: x\n\nDone",
        "Feladó: Planminder <a@b.example>\nElküldve: 2026. október 1.\nCímzett: Ellis\nTárgy: x\n\nDone",
        "Kimden: Planminder <a@b.example>\nGönderildi: 1 Ekim 2026\nKime: Ellis\nKonu: x\n\nDone",
        "发件人: Planminder <a@b.example>\n发送时间: 2026年10月1日 8:30\n收件人: Ellis\n主题: x\n\nDone",
        "Sent from my Galaxy\n\nDone",
        "Envoyé à partir de Outlook pour iOS<https://aka.ms/o0ukef>\n\nDone",
    ],
)
def test_a_quote_without_a_known_parent_is_cut_where_it_is_announced(announced: str) -> None:
    assert extract(f"In progress.\n\n{announced}", None).text == "In progress."


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("answer", ["On track.", "On hold until January", "On track - snagging ends on Friday."])
def test_an_answer_that_begins_as_an_attribution_does_is_none(answer: str, gap: str) -> None:
    quoted = "> Dear Jo\n> 4.ii  Review the rota"
    assert extract(f"{answer}{gap}On Mon, Plans <plans@x.example> wrote:\n\n{quoted}", None).text == answer


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


@pytest.mark.parametrize("said", ["The last update was “9 of 14 done”.", "The last update was “9 of 14\ndone”."])
@pytest.mark.parametrize("quoted", ["The last update was “9 of 14\ndone”.", "The last update was “9 of 14 done”."])
def test_the_end_of_a_sentence_of_ours_is_no_answer_where_a_client_breaks_it_off(said: str, quoted: str) -> None:
    due = "It was due by 31 August 2026.\n"
    parent, below = PARENT.replace(due, due + said + "\n"), PARENT.replace(due, due + quoted + "\n")
    found = extract(f"4.ii is on hold.\n\n{below}", parent, KNOWN)
    assert found.text == "4.ii is on hold."


def test_an_answer_typed_below_our_sentence_is_kept_although_a_button_says_the_same() -> None:
    parent = PARENT.replace(
        "It was due by 31 August 2026.\n", "It was due by 31 August 2026.\n\nDone\nOn track\nNot mine\n"
    )
    quoted = PARENT.replace("It was due by 31 August 2026.\n", "It was due by 31 August 2026.\nDone\n")
    assert extract(quoted, parent, KNOWN).text == "Done"


def test_the_councils_own_name_breaks_no_signature_although_it_heads_our_mail() -> None:
    head = "Aber and Glyn Valleys Borough Council: action plans\n\n"
    card = "Ellis Morgan\nHead of Housing\nAber and Glyn Valleys Borough Council\n01632 960 110\n"
    quoted = f"From: x <a@b.example>\nSent: 1 October 2026\nTo: Ellis\n\n{head}{PARENT}"
    typed = f"4.ii is on hold.\n\nThanks\nEllis\n\n{card}"
    found = extract(f"{typed}\n{quoted}", head + PARENT, KNOWN, "Ellis Morgan")
    assert [line.text for line in found.lines if line.text and line.mark is Mark.OWN] == ["4.ii is on hold."]


def test_holidays_of_the_office_below_a_card_are_part_of_it() -> None:
    card = "Ellis Morgan (they/them)\nHead of Housing\n01632 960 110\nWe may be closed on the May bank holidays\n"
    found = extract(f"4.ii is on hold.\n\nThanks\nEllis\n\n{card}", PARENT, KNOWN, "Ellis Morgan")
    assert [line.text for line in found.lines if line.text and line.mark is Mark.OWN] == ["4.ii is on hold."]


def test_words_below_the_whole_quote_belong_to_no_card() -> None:
    for body in (f"{PARENT}\nAll done", PARENT[: PARENT.index("If an action")] + "\nDone"):
        own = [line for line in extract(body, PARENT, KNOWN).lines if line.mark is Mark.OWN and line.text.strip()]
        assert [line.ref for line in own] == [""]


def test_words_typed_behind_our_own_line_are_kept() -> None:
    body = "4.ii  Review the homelessness duty rota with the partner charities - done\n"
    assert "done" in extract(body, PARENT, KNOWN).text


def test_a_word_typed_behind_a_short_wrapped_line_of_ours_is_kept_for_its_action() -> None:
    wrapped = PARENT.replace("duty rota with the partner charities", "duty rota\nwith the partner charities")
    body = wrapped.replace("the partner charities", "the partner charities - DONE")
    own = [line for line in extract(body, wrapped, KNOWN).lines if line.mark is Mark.OWN and line.text.strip()]
    assert [(line.ref, line.text) for line in own] == [("4.ii", "DONE")]


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


CARD = (
    "Ellis Morgan CIHCM (they/them)\nHead of Housing, Place and Wellbeing\nTamberley District Council\n"
    "Tel: 01632 960118 | Ext 4410\n"
    "I work flexibly: a mail of mine that comes late in the evening does not expect an answer before next day.\n"
    "Have your say on the local plan by 31 January: www.tamberley.example/plan"
)


@pytest.mark.parametrize("above", ["", "Ellis\n\n", "Kind regards\n\nEllis\n\n", "E Morgan\n", "-- \n"])
@pytest.mark.parametrize("name", ["Ellis Morgan", "MORGAN, Ellis (Housing)"])
def test_the_card_under_a_mail_is_neither_read_nor_shown(above: str, name: str) -> None:
    found = extract(f"4.ii is on hold.\n\n{above}{CARD}", None, signer=signer_of(Person(name, "em1@x.example")))
    assert [line.text for line in found.lines if line.mark is Mark.OWN and line.text.strip()] == ["4.ii is on hold."]
    assert "01632" not in found.text
    assert "flexibly" not in found.text


def test_a_card_is_known_by_its_sign_off_where_a_shared_mailbox_sends_it() -> None:
    found = extract(f"4.ii is on hold.\n\nKind regards\n\n{CARD}", None, signer="Housing Inbox")
    assert found.text == "4.ii is on hold."


@pytest.mark.parametrize(
    "typed",
    [
        "Ellis Morgan\nhas taken this over, ring her on 01632 960118",
        "Ellis Morgan has it now.\n01632 960118",
        f"{CARD}\n\nPS 4.iii is not done",
        "Ellis Morgan\nHead of Housing\nwe are still waiting for the board",
    ],
)
def test_words_typed_around_a_name_are_no_card(typed: str) -> None:
    lines = extract(f"4.ii is on hold.\n\n{typed}", None, signer="Ellis Morgan").lines
    assert not [line for line in lines if line.mark is Mark.NOTICE]


def test_a_name_is_the_senders_with_or_without_its_accents() -> None:
    lines = extract("On hold.\nSiân", None, signer=signer_of(Person("Sian Pritchard", "sp@x.example"))).lines
    assert lines[-1].mark is Mark.SIGNATURE


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
    assert extract("Done\n" + "more words of ours\n" * (MAX_LINES + 100), None).doubt == TOO_LONG
    assert extract("Done\n" + "> words of a quote\n" * (MAX_LINES + 100), None).doubt == ""


def test_an_answer_that_is_the_word_of_our_first_button_is_kept_where_no_buttons_are_quoted() -> None:
    quoted = PARENT.replace("2026.\n", "2026.\n\nDone On track New date Not mine\n")
    for answer in ("Done", "On track"):
        body = "\n".join(f"> {line}" for line in PARENT.splitlines()).replace(
            "> It was due by 31 August 2026.", f"> It was due by 31 August 2026.\n\n{answer}\n"
        )
        own = [line.text for line in extract(body, quoted, KNOWN).lines if line.mark is Mark.OWN and line.text.strip()]
        assert own == [answer]


def test_an_answer_that_begins_like_the_button_below_it_is_kept() -> None:
    row = "On track\nDone\nGive a date\nNot mine"
    quoted = PARENT.replace("31 August 2026.\n", f"31 August 2026.\n\n{row}\n")
    body = quoted.replace(row, f"On track, no worries.\n\n{row}", 1)
    own = [line.text for line in extract(body, quoted, KNOWN).lines if line.mark is Mark.OWN and line.text.strip()]
    assert own == ["On track, no worries."]


def test_buttons_quoted_a_line_each_are_ours_and_an_answer_behind_them_is_not() -> None:
    row = "Done\nOn track\nNew date\nNot mine"
    quoted = PARENT.replace("31 August 2026.\n", f"31 August 2026.\n\n{row}\n")
    own = [line for line in extract(quoted, quoted, KNOWN).lines if line.mark is Mark.OWN and line.text.strip()]
    assert own == []
    answered = quoted.replace(row, f"{row}\n\nOn track")
    own = [line for line in extract(answered, quoted, KNOWN).lines if line.mark is Mark.OWN and line.text.strip()]
    assert [(line.ref, line.text) for line in own] == [("4.ii", "On track")]


def test_who_answers_between_our_lines_may_sign_above_them() -> None:
    body = f"See below\n\nKind regards\nEllis\n\n{_inline(It_was_due_by_31='On hold')}"
    lines = extract(body, PARENT, KNOWN, "Ellis Morgan").lines
    assert [line.text for line in lines if line.mark is Mark.OWN and line.text.strip()] == ["See below", "On hold"]


def test_a_name_alone_above_or_below_answers_between_our_lines_signs_them() -> None:
    inline = _inline(It_was_due_by_31="On hold")
    for body in (f"Ellis\n\n{inline}", f"{inline}\nEllis Morgan"):
        lines = extract(body, PARENT, KNOWN, "Ellis Morgan").lines
        assert [line.text for line in lines if line.mark is Mark.OWN and line.text.strip()] == ["On hold"]
    alone = extract(f"Ellis\n\n{PARENT}", PARENT, KNOWN, "Ellis Morgan").lines
    assert [line.text for line in alone if line.mark is Mark.OWN and line.text.strip()] == ["Ellis"]


def test_an_answer_below_a_card_with_a_bare_number_is_about_that_action() -> None:
    parent = PARENT.replace("4.ii ", "11 ").replace("4.iii ", "12 ")
    known = (
        Mentioned("11", "Review the homelessness duty rota with the partner charities"),
        Mentioned("12", "Bring a tenancy fraud policy to the Housing Committee"),
    )
    spaced = parent.replace("12  Bring", "12 Bring").replace("30 September 2026.", "30 September 2026.\n\nOn hold")
    for body in (spaced, spaced.replace("\n", "\n> ").replace("> On hold", "On hold")):
        own = [line for line in extract(body, parent, known).lines if line.mark is Mark.OWN and line.text.strip()]
        assert [(line.ref, line.text) for line in own] == [("12", "On hold")]


def test_a_box_that_only_indents_is_the_writers_own_and_one_that_is_announced_is_not() -> None:
    box = "<blockquote style='margin:0 0 0 40px'>4.ii is on hold</blockquote>"
    assert extract(html_to_text(f"<p>Hello</p>{box}"), None).text == "Hello\n\n4.ii is on hold"
    for quoted in (f"<p>Jo wrote:</p>{box}", "<p>Hello</p>" + box.replace("style", "type='cite' style")):
        assert "on hold" not in extract(html_to_text(quoted), None).text


def test_a_page_with_characters_that_xml_forbids_is_read() -> None:
    page = "<p>a<script>x</script>\x1fb<script>y</script>&#x1F; c</p>"
    assert html_to_text(page).split() == ["ab", "c"]
    page = "<p>On hold</p><div><blockquote type='cite'>x</blockquote>\x1f</div><div class='gmail_quote'>y</div>&#1; z"
    assert html_to_text(page).split()[:2] == ["On", "hold"]


def test_a_mail_passed_on_is_shown_and_never_read() -> None:
    body = "FYI\n\n---------- Forwarded message ---------\nFrom: Jo <jo@b.example>\nSubject: x\n\n4.ii is done"
    found = extract(body, None)
    assert found.text.endswith("4.ii is done")
    assert [line.text for line in found.lines if line.mark is Mark.OWN and line.text.strip()] == ["FYI"]


@pytest.mark.parametrize(
    "signed",
    [
        "Cofion gorau / Kind regards\nEllis Morgan\nPennaeth Tai / Head of Housing",
        "Sent from my phone, please excuse typos",
        "Sent with BlackBerry Work\n(www.blackberry.com)",
        "-Ellis Morgan",
        "Get Outlook for iOS",
    ],
)
def test_what_stands_below_an_answer_as_a_matter_of_course_is_not_read(signed: str) -> None:
    lines = extract(f"4.ii is on hold.\n\n{signed}", PARENT).lines
    assert [line.text for line in lines if line.mark is Mark.OWN and line.text.strip()] == ["4.ii is on hold."]


ADDRESS = "Tamberley District Council, Civic Offices, Market Street, Tamberley TB1 2AA"


@pytest.mark.parametrize("behind", ["", ". The information in this message may be disclosed on request."])
def test_the_councils_postal_address_below_a_mail_is_no_part_of_it(behind: str) -> None:
    assert extract(f"On hold.\n\n{ADDRESS}{behind}", None).text == "On hold."


@pytest.mark.parametrize("behind", [". The old depot was sold.", ". This message is to say that it is done."])
def test_an_address_with_news_behind_it_is_read(behind: str) -> None:
    assert extract(f"On hold.\n\n{ADDRESS}{behind}", None).text.endswith(behind)


POSTS = "Buildings Manager\nTamberley District Council"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"4.ii is on hold.\n\nEllis\nEllis Morgan\n{POSTS}", "4.ii is on hold.\n\nEllis"),
        (f"4.ii is on hold.\n\nEllis Morgan MCIOB (they/them)\n{POSTS}", "4.ii is on hold."),
        (f"4.ii is on hold.\nEll Morgan\n{POSTS}\n07700 900118", "4.ii is on hold."),
        (f"4.ii is on hold.\n\nRegards\nE. Morgan\n{POSTS}", "4.ii is on hold."),
        ("4.ii is on hold.\n\nWM Morgan 4471\nBlue Watch", "4.ii is on hold."),
        ("4.ii is on hold.\nCheers\nEllis Morgan | Buildings", "4.ii is on hold."),
        ("4.ii is on hold.\n\nEllis Morgan, Estates Manager, 01632 960118", "4.ii is on hold."),
        (f"4.ii is on hold.\n\nEllis Morgan\n{POSTS}\nPlease note I do not work Fridays.", "4.ii is on hold."),
        ("4.ii is on hold.\n\nKit\nKit Rowe\nPA to Ellis Morgan", "4.ii is on hold.\n\nKit"),
        (
            "4.ii is on hold.\n\nKit (for Ellis)\n\nKit Rowe\nPA to Ellis Morgan",
            "4.ii is on hold.\n\nKit (for Ellis)",
        ),
    ],
)
def test_a_card_of_name_and_post_is_no_part_of_the_words_that_were_typed(body: str, text: str) -> None:
    assert extract(body, None, signer=signer_of(ELLIS)).text == text


ELLIS = Person("Ellis Morgan", "ellis.morgan@x.example")


@pytest.mark.parametrize("typed", ["Kit\nKit Rowe has it now", "Sam\nKit Rowe", "Kit\n\nKit Rowe"])
def test_another_persons_name_that_nobody_signed_with_is_typed(typed: str) -> None:
    found = extract(f"4.ii is on hold.\n\n{typed}", None, signer=signer_of(ELLIS))
    assert found.text.endswith(typed)
    assert not [line for line in found.lines if line.mark is Mark.NOTICE]


@pytest.mark.parametrize(
    "leave", ["Hwyl am y tro", "Yours", "Thanks all", "Have a good weekend", "On behalf of Kit Rowe"]
)
def test_ways_to_take_leave_say_nothing(leave: str) -> None:
    lines = extract(f"4.ii is on hold.\n\n{leave}\nEllis", None, signer=signer_of(ELLIS)).lines
    assert [line.text for line in lines if line.mark is Mark.OWN and line.text.strip()] == ["4.ii is on hold."]


@pytest.mark.parametrize(
    "below",
    [
        "",
        "Still with the auditors",
        "ask me",
        "Rota agreed with charities",
        "We Need To See The Board",
        "Not signed off",
    ],
)
def test_a_name_without_a_post_below_it_is_typed(below: str) -> None:
    body = f"4.ii is complete.\n\nRegards\nEllis Morgan\n{below}".strip()
    assert extract(body, None, signer=signer_of(ELLIS)).text == body


WELCOME = (
    "Mae croeso i chi ysgrifennu atom yn Gymraeg.\nYou are welcome to write to us in Welsh, which causes no delay."
)


@pytest.mark.parametrize(
    "card",
    [
        f"Ellis Morgan | Buildings Surveyor\n{ADDRESS}\nDD 01632 960118",
        "Ellis Morgan, Head of Housing\nTel: 01632 960118",
        "Ellis Morgan\nx4410",
        f"Ellis Morgan\nRheolwr Adeiladau / Buildings Manager\nFfôn / Tel: 01632 960118\n{WELCOME}",
    ],
)
def test_a_card_may_have_the_post_beside_the_name_an_extension_or_two_languages(card: str) -> None:
    assert extract(f"4.ii is on hold.\n\n{card}", None, signer=signer_of(ELLIS)).text == "4.ii is on hold."


@pytest.mark.parametrize(
    "typed",
    [
        "Ellis Morgan | still with the surveyor\nTel: 01632 960118, we are waiting for a call",
        "Ellis Morgan, no longer mine\nTel: 01632 960118",
        "Ellis Morgan\nx5 forms to come",
        "You are welcome to close it.",
        "We welcome calls from the leaseholders.",
    ],
)
def test_words_beside_a_name_or_a_welcome_that_tell_of_the_matter_are_typed(typed: str) -> None:
    body = f"4.ii is on hold.\n\n{typed}"
    assert extract(body, None, signer=signer_of(ELLIS)).text == body


@pytest.mark.parametrize(
    "notice",
    [
        "Tamberley District Council processes personal data under the Data Protection Act 2018.",
        "Any views expressed are those of the writer.",
        "Emails sent to and from Tamberley District Council may be monitored or disclosed.",
        "Mae'r neges hon yn gyfrinachol. / This message is confidential and may be legally privileged.",
        "How we use your personal information: www.tamberley.example/privacy",
    ],
)
def test_a_privacy_notice_below_a_mail_is_no_part_of_it(notice: str) -> None:
    assert extract(f"On hold.\n\n{notice}", None).text == "On hold."


@pytest.mark.parametrize("typed", ["The panel expressed its views in May.", "We process personal files by hand still."])
def test_words_about_views_or_files_are_read(typed: str) -> None:
    assert extract(f"On hold.\n\n{typed}", None).text.endswith(typed)


PASSED_ON = "1 action needs a word from you: Harbour Plan"
CARD_QUOTED = "4.ii  Review the rota\n\nIt was due by 31 August 2026."


def _passed_on(name: str, words: str) -> str:
    to = "To: Somebody <s@x.example>"
    return f"From: {name} <{name}@x.example>\nSent: 5 October 2026 09:00\n{to}\nSubject: RE: {PASSED_ON}\n\n{words}"


@pytest.mark.parametrize(
    ("below", "text"), [("", "On hold, see below."), ("\n\nTill May.", "On hold, see below.\n\nTill May.")]
)
def test_of_mails_passed_on_twice_only_the_words_outside_them_are_the_senders(below: str, text: str) -> None:
    ours = f"Subject: {PASSED_ON}\n\n{CARD_QUOTED}"
    older = "\n\n".join((_passed_on("kit", "We stopped."), _passed_on("sam", "How far are you?"), _passed_on("us", "")))
    assert extract(f"On hold, see below.\n\n{older}{CARD_QUOTED}{below}", ours).text == text


TEAM = Person("Climate and Energy", "climate@tamberley.example")


@pytest.mark.parametrize(
    "card",
    [
        "Rob Kettle\nHead of Communications\nTamberley Council\nrob.kettle@tamberley.example",
        "C. Barnes\nScrutiny Lead Officer",
        "Mairi Cole\nClimate Lead (job share, Mon-Wed)\nMon-Wed 9-5",
        "Kieran Holt, Service Desk",
        "Sanjay Rao\nStrategic Communications\nTamberley Council - working together, getting better",
        "Regards\nI work flexibly, please do not feel you need to answer outside your own hours.",
        "Regards\nAdaeze Nwosu\nDeputy Monitoring Officer",
    ],
)
def test_a_card_of_somebody_who_is_not_the_sender_is_a_notice(card: str) -> None:
    found = extract(f"4.ii is on hold until the vote.\n\n{card}", None, signer=signer_of(TEAM))
    assert found.text.removesuffix("Regards").strip() == "4.ii is on hold until the vote."


@pytest.mark.parametrize("name", ["Callum", "Mairi & Tom", "Eleanor Voss", "Jess (Comms)", "H Ashe"])
def test_a_mere_name_at_the_end_signs_whoever_sent_it(name: str) -> None:
    found = extract(f"4.ii is on hold until the vote.\n\n{name}", None, signer=signer_of(TEAM))
    assert found.text.endswith(name)
    assert found.lines[-1].mark is Mark.SIGNATURE


@pytest.mark.parametrize(
    "typed",
    [
        "That one sits with\n\nRob Kettle\nHead of Communications",
        "Not mine\n\nRob Kettle\nHead of Communications",
        "Please ask:\n\nRob Kettle",
        "Over to my successor.\n\nRob Kettle\nHead of Communications",
        "Hello,\n\nRob Kettle\nHead of Communications",
        "On hold.\n\nMay",
        "On hold.\n\nMostly",
    ],
)
def test_a_name_that_may_be_the_answer_signs_nothing(typed: str) -> None:
    found = extract(typed, None, signer=signer_of(TEAM))
    assert [line.mark for line in found.lines if line.mark is not Mark.OWN] == []
