"""Any mail, any body and any words are read to one class and one decision each, whatever they hold."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reply import Decision, MailClass, Mentioned, extract, open_mail, quotable, read_updates, reply_json
from bot.reply.lines import Mark, cap
from bot.reply.message.html_text import html_to_text
from bot.reply.units.courtesy import is_thanks

SAMPLES = Path(__file__).parent / "samples"
PARENT = open_mail((SAMPLES / "nudge-three.eml").read_bytes())
RAW = [file.read_bytes() for file in sorted(SAMPLES.glob("*.eml"))]
KNOWN = (Mentioned("4.ii", "Review the rota"), Mentioned("12", "Train the staff"), Mentioned("B006 (2)", asked=False))
_WORDS = """done complete completed not yet 4.ii 4.iii 12 B006 : - , . ? ! ( ) and but the rest others both all other
two are in progress on track hold new date is by 31 March 2027 Oct/Nov 24/9 moved to until remind me again in weeks
slipped
as because we have lost three people approved by the Cabinet filed see attached minutes thanks Priya Kind regards
Ellis -- > >>> <<< ____ On Thu 1 Oct 2026 Jo wrote: From: a@b.example Sent: To: Done On track New date Not mine
✅ ❌ … ½ İ compelte at risk of missing will be finished within two fortnight recommendation rec sorry not mine"""
_SCRAPS = st.sampled_from([*_WORDS.split(), "\n", "\n\n", "\0", "\ue000", "\u200b"])
TEXTS = st.one_of(st.text(max_size=120), st.lists(_SCRAPS, max_size=25).map(" ".join))
_TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<blockquote>",
        "<blockquote type=cite>",
        "<div id=divRplyFwdMsg>",
        "<hr>",
        "<td>",
        "&#0;",
        "&#1;",
        "\x1f",
        "<",
    ]
)
PAGES = st.lists(st.one_of(_TAGS, _SCRAPS), max_size=30).map(" ".join)


@given(text=TEXTS, day=st.dates())
@settings(max_examples=300, deadline=None)
def test_no_words_make_a_reading_raise(text: str, day: date) -> None:
    updates = read_updates(text, "", KNOWN, day)
    assert updates or re.search(r"than?ks|thank|noted|diolch|cheers|thx|\bta\b", text, re.IGNORECASE)
    assert all(isinstance(update.decision, Decision) for update in updates)
    assert all(bool(update.reason) == (update.decision is not Decision.APPLY) for update in updates)


@given(text=TEXTS, parent=st.one_of(st.none(), TEXTS, st.just(quotable(PARENT.plain, PARENT.html))))
@settings(max_examples=300, deadline=None)
def test_no_body_makes_the_quote_rules_raise_and_every_word_keeps_a_mark(text: str, parent: str | None) -> None:
    lines = extract(text, parent, signer="Ellis Morgan").lines
    assert all(isinstance(line.mark, Mark) for line in lines)
    written = {word for line in cap(text) for word in re.findall(r"\w+", line)}
    assert written <= set(re.findall(r"\w+", "\n".join(line.text for line in lines)))


@given(page=PAGES)
@settings(max_examples=200, deadline=None)
def test_no_page_makes_its_text_raise(page: str) -> None:
    assert "\ue000" not in html_to_text(page)


@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_no_mutated_mail_escapes(data: st.DataObject) -> None:
    raw = data.draw(st.sampled_from(RAW))
    at = data.draw(st.integers(0, len(raw)))
    cut = data.draw(st.integers(0, 400))
    mail = open_mail(raw[:at] + data.draw(st.binary(max_size=60)) + raw[at + cut :])
    answer = reply_json(mail, PARENT)
    is_answer = MailClass(answer["class"]) is MailClass.REPLY and not is_thanks(answer["text"].partition("\n")[0])
    assert bool(answer["updates"]) or not is_answer
    assert not answer["updates"] or MailClass(answer["class"]) is MailClass.REPLY
    assert all(Decision(update["decision"]) for update in answer["updates"])
