"""200 kB of what makes expressions backtrack: each is read to its end, within the time limit of a test run.

The times themselves are measured by hand (each under a second on a 2-core machine), not asserted.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.reply import Mail, MailClass, open_mail, reply_json
from bot.reply.lines import cap
from bot.reply.message.shown import visible_text

SIZE = 200_000
HEAD = b"From: Ellis Morgan <ellis.morgan@wexcombe.example>\nDate: Fri, 02 Oct 2026 10:12:00 +0100\nSubject: x\n"
PARENT = open_mail((Path(__file__).parent / "samples" / "nudge-three.eml").read_bytes())
TRAPS = {
    "On lines": "On the 3rd of May 2017 somebody said\n",
    "one long line": "On ",
    "greetings": "Hi Priya, ",
    "digits behind On": "On 3 ",
    "spaces": " ",
    "quote marks": ">",
    "quoted lines": ">\n",
    "underscores": "_",
    "From lines": "From: a@b.example\n",
    "labels": "From: Sent: To: ",
    "dashes": "- ",
    "references": "4.ii,4.iii and 5i; ",
    "denials": "not done ",
    "dates": "new date by 3 May 2027 ",
    "promises": "this it we and all ",
    "openings": "re for on and the ",
    "one word": "a",
    "brackets": "(",
    "footers": "sent from my ",
    "names": "Ellis ",
    "disclaimers": "this email ",
    "addresses": "a@b ",
    "subjects": "it's still ",
    "holds": "on hold it's ",
    "ticks": "✅ 4.ii ",
    "plan labels": "4.ii (Housing ",
    "past": "adopted by on ",
    "short lines": "ok then\n",
    "cards": "Rob Kettle\nHead of Communications\n",
    "paused": "we paused the rota ",
    "clauses": "and the policy was adopted ",
}


def _mail(kind: str, trap: str) -> Mail:
    body = TRAPS[trap] * (SIZE // len(TRAPS[trap]))
    return open_mail(HEAD + f"Content-Type: text/{kind}; charset=utf-8\n\n{body}".encode())


@pytest.mark.timeout(10)
@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_is_read_to_its_end(trap: str) -> None:
    mails = {cap(visible_text(mail)): mail for mail in (_mail("plain", trap), _mail("html", trap))}
    for mail in mails.values():  # most pages come to the lines of the plain text, which need reading once
        answer = reply_json(mail, PARENT)
        assert answer["class"] == MailClass.REPLY
        assert all(update["decision"] != "apply" for update in answer["updates"])
