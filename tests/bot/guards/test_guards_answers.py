from __future__ import annotations

import pytest

from bot.guards import may_be_answered

OURS = "actions@tamberley.example"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "no address",
        "noreply@tamberley.example",
        "no-reply@partner.example",
        "NoReply@partner.example",
        "do_not_reply@partner.example",
        "hr-noreply@tamberley.example",
        "noreply+77@tamberley.example",
        "MAILER-DAEMON@partner.example",
        "postmaster@tamberley.example",
        "bounces+x=y@list.example",
        "bounce@list.example",
        OURS,
        "actions+r-abc@tamberley.example",
        "Actions@Tamberley.example",
    ],
)
def test_machines_and_our_own_mailbox_are_never_answered(address: str) -> None:
    assert not may_be_answered(address, OURS)


@pytest.mark.parametrize(
    "address", ["nora.reply@tamberley.example", "jo.noreplyson@x.example", "master.post@x.example", "b@x.example"]
)
def test_people_are(address: str) -> None:
    assert may_be_answered(address, OURS)
