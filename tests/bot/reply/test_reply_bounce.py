"""What a report about a mail that came back says, and who may say so."""

from __future__ import annotations

import pytest

from bot.reply import MailClass, Trust, is_vouched_for, open_mail

TOM = "tom.ashgrove@tamberley.example"
EXCHANGE = "microsoftexchange329e71ec88ae4615bbc36ab6ce41109e@tamberley.example"
RETURNED = (
    "--b\nContent-Type: message/rfc822\n\nMessage-ID: <nudge-7@tamberley.example>\nSubject: Your actions\n\nBody\n"
)


def report(*recipients: str, returned: str = RETURNED) -> bytes:
    """A report with one group of fields a recipient."""
    status = "\n\n".join(("Reporting-MTA: dns;mail.tamberley.example", *recipients))
    return (
        f"From: <{EXCHANGE}>\nTo: actions@tamberley.example\nSubject: Undeliverable: Your actions\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n'
        "--b\nContent-Type: text/plain\n\nDelivery has failed.\n"
        f"--b\nContent-Type: message/delivery-status\n\n{status}\n\n{returned}--b--\n"
    ).encode()


def fields(address: str = TOM, action: str = "failed", status: str = "5.1.10") -> str:
    return (
        f"Final-Recipient: rfc822;{address}\nAction: {action}\nStatus: {status}\n"
        "Diagnostic-Code: smtp;550 5.1.10 Recipient not found"
    )


def why(raw: bytes, address: str = TOM) -> str:
    mail = open_mail(raw)
    assert mail.mail_class is MailClass.BOUNCE
    return mail.report.why_failed(address)


def test_a_report_says_which_address_failed_and_why() -> None:
    assert why(report(fields())) == "there is no such address, status 5.1.10"
    assert why(report(fields(status="5.2.2"))) == "the mailbox is full, status 5.2.2"
    assert why(report(fields(status="5.7.1"))) == (
        "its mail server refuses it (“550 5.1.10 Recipient not found”), status 5.7.1"
    )
    assert why(report(fields(address=f"<{TOM.upper()}>"))) != ""


@pytest.mark.parametrize(
    "recipient",
    [
        fields(status="4.4.7"),
        fields(action="delayed"),
        fields(action="delayed", status="5.1.10"),
        fields(action="relayed"),
        fields(status=""),
        fields(address="karen.whitlock@tamberley.example"),
        "Original-Recipient: rfc822;tom.ashgrove@tamberley.example\nAction: failed\nStatus: 5.1.1",
    ],
)
def test_what_may_pass_or_is_about_somebody_else_says_nothing_of_an_address(recipient: str) -> None:
    assert why(report(recipient)) == ""


def test_each_recipient_of_a_report_stands_for_itself() -> None:
    raw = report(fields("karen.whitlock@tamberley.example", "delayed", "4.4.7"), fields())
    assert why(raw) != ""
    assert why(raw, "karen.whitlock@tamberley.example") == ""
    assert not open_mail(raw).report.is_only_late
    assert open_mail(report(fields(action="delayed", status="4.4.7"))).report.is_only_late
    assert not open_mail(report()).report.is_only_late


@pytest.mark.parametrize(
    "returned",
    [
        RETURNED,
        "--b\nContent-Type: text/rfc822-headers\n\nSubject: Your actions\nMessage-ID:\n <nudge-7@tamberley.example>\n",
    ],
)
def test_the_mail_that_came_back_is_named_by_its_own_headers(returned: str) -> None:
    assert open_mail(report(fields(), returned=returned)).report.returned == ("<nudge-7@tamberley.example>",)


def test_a_message_id_in_the_words_of_a_returned_mail_is_none_of_its_headers() -> None:
    returned = "--b\nContent-Type: text/rfc822-headers\n\nSubject: Hello\n\nMessage-ID: <nudge-7@tamberley.example>\n"
    assert open_mail(report(fields(), returned=returned)).report.returned == ()


def test_a_status_part_inside_a_forwarded_mail_is_no_report() -> None:
    forwarded = (
        "From: Jo <jo@tamberley.example>\nSubject: Look at this\n"
        'Content-Type: multipart/mixed; boundary="a"\n\n--a\nContent-Type: text/plain\n\nTom has left.\n'
        "--a\nContent-Type: message/rfc822\n\n"
    )
    raw = f"{forwarded}{report(fields()).decode()}\n--a--\n".encode()
    assert open_mail(raw).report.failures == ()


@pytest.mark.parametrize(
    ("sender", "trust", "expected"),
    [
        (EXCHANGE, Trust.INTERNAL, True),
        (EXCHANGE, Trust.UNVERIFIED, False),
        ("mailer-daemon@tamberley.example", Trust.AUTHENTICATED, True),
        ("postmaster@elsewhere.example", Trust.AUTHENTICATED, False),
        ("postmaster@elsewhere.example", Trust.INTERNAL, True),
        ("karen.whitlock@tamberley.example", Trust.INTERNAL, False),
        ("mailer-daemon@tamberley.example", Trust.FAILED, False),
    ],
)
def test_only_our_own_exchange_or_the_server_of_the_address_is_believed(
    sender: str, trust: Trust, expected: bool
) -> None:
    assert is_vouched_for(sender, trust, TOM) is expected
