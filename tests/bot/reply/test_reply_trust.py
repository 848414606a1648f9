from __future__ import annotations

import pytest

from bot.reply import Trust, open_mail

OURS = "From: Ellis Morgan <ellis.morgan@wexcombe.example>\n"
PASS = "spf=pass smtp.mailfrom=wexcombe.example; dkim=pass header.d=wexcombe.example;"
FAIL = "spf=fail (sender IP is 198.51.100.9); dmarc=fail header.from=wexcombe.example;compauth=fail reason=010"

CASES = {
    "exchange says internal": ("X-MS-Exchange-Organization-AuthAs: Internal\n", Trust.INTERNAL),
    "exchange says anonymous": ("X-MS-Exchange-Organization-AuthAs: Anonymous\n", Trust.UNVERIFIED),
    "two verdicts of exchange": (
        "X-MS-Exchange-Organization-AuthAs: Anonymous\nX-MS-Exchange-Organization-AuthAs: Internal\n",
        Trust.UNVERIFIED,
    ),
    "compauth passes": (f"Authentication-Results: {PASS} compauth=pass reason=100\n", Trust.AUTHENTICATED),
    "dmarc passes, aligned": (
        f"Authentication-Results: mx.example; {PASS} dmarc=pass header.from=wexcombe.example\n",
        Trust.AUTHENTICATED,
    ),
    "dmarc passes for another domain": (
        "Authentication-Results: dmarc=pass header.from=elsewhere.example\n",
        Trust.UNVERIFIED,
    ),
    "same tenant without a policy": (
        "Authentication-Results: dkim=none; dmarc=none; compauth=none\n",
        Trust.UNVERIFIED,
    ),
    "spoof of our own domain": (f"Authentication-Results: {FAIL}\n", Trust.FAILED),
    "only the first header counts": (
        f"Authentication-Results: {FAIL}\nAuthentication-Results: compauth=pass\n",
        Trust.FAILED,
    ),
    "a pass inside a comment": ("Authentication-Results: spf=none (x; compauth=pass); dmarc=none\n", Trust.UNVERIFIED),
    "a pass inside a quoted name": (
        'Authentication-Results: spf=none smtp.mailfrom="a;compauth=pass;b"@x.example\n',
        Trust.UNVERIFIED,
    ),
    "nobody says anything": ("", Trust.UNVERIFIED),
}


@pytest.mark.parametrize("name", CASES)
def test_trust_follows_the_verdict(name: str) -> None:
    headers, expected = CASES[name]
    mail = open_mail(f"{headers}{OURS}Subject: x\n\nDone".encode())
    assert mail.trust is expected
    assert mail.trust_reason


@pytest.mark.parametrize(
    "senders",
    [OURS * 2, "From: a@wexcombe.example, b@wexcombe.example\n", "From: nobody\n", ""],
    ids=["two headers", "two senders", "no address", "none"],
)
def test_a_mail_that_does_not_name_one_sender_is_never_trusted(senders: str) -> None:
    raw = f"X-MS-Exchange-Organization-AuthAs: Internal\n{senders}Subject: x\n\nDone"
    assert open_mail(raw.encode()).trust is Trust.FAILED
