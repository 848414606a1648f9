"""Files that come with a reply go into the library beside the plan, once, and the row links to them."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime

import pytest

from tests.journeys.council import Council
from tests.journeys.stories import told_once

pytestmark = pytest.mark.journey

PLAN = "Ref,Action,Owner,Due,Status\nH001,Publish the plan,Ada Fenn,12 February 2027,In progress\n"
TODAY = ("--today", "2027-03-01")
PDF, PNG = b"%PDF-1.7 the minutes", b"\x89PNG logo"


@told_once
def nudged(council: Council) -> None:
    council.nudge_first(PLAN, *TODAY)


def reply(council: Council, *files: tuple[str, bytes], **headers: str) -> None:
    """Ada says that it is done, with files and with the logo of her signature."""
    parent = council.mails("ada.fenn")[0]
    mail = EmailMessage()
    mail["From"], mail["To"] = council.person("ada.fenn"), council.facts["mailbox"]
    mail["Subject"], mail["In-Reply-To"] = "Re: your action", parent["internetMessageId"]
    mail["Message-ID"], mail["Date"] = "<a@harrowmere.example>", format_datetime(datetime(2027, 3, 1, 12, tzinfo=UTC))
    for header, value in headers.items():
        mail[header.replace("_", "-")] = value
    mail.set_content("Done, the minutes are attached.\n\nH001: done")
    mail.add_attachment(PNG, "image", "png", filename="image001.png", disposition="inline", cid="<logo>")
    for name, content in files:
        mail.add_attachment(content, "application", "octet-stream", filename=name)
    council.control("POST", "messages", params={"mailbox": council.facts["mailbox"]}, data=mail.as_bytes())


def kept(council: Council) -> dict[str, bytes]:
    return {name: content for name, content in council.papers().items() if not name.endswith(".docx")}


def test_a_file_lies_beside_the_plan_and_the_row_links_to_it(nudged: Council) -> None:
    reply(nudged, ("minutes.pdf", PDF))
    nudged.run("run", "collect", *TODAY)
    [(name, content)] = kept(nudged).items()
    assert name.startswith("H001 2027-03-01 minutes (")
    assert content == PDF
    progress = nudged.rows("Peer challenge")["H001"]["Progress"]
    assert "Evidence: minutes.pdf https://" in progress
    assert "/Evidence/" in progress.replace("%2F", "/")
    assert "Beside the plan we put: minutes.pdf." in nudged.said_to("ada.fenn")


def test_what_may_not_be_kept_is_said_and_the_answer_counts_all_the_same(nudged: Council) -> None:
    reply(nudged, ("tool.exe", b"MZ"), ("fake.pdf", b"MZ"))
    nudged.run("run", "collect", *TODAY)
    assert kept(nudged) == {}
    assert "We did not keep tool.exe: files that end in “.exe” are not taken." in nudged.said_to("ada.fenn")
    assert "We did not keep fake.pdf: it is no real .pdf file." in nudged.said_to("ada.fenn")
    assert "H001: done" in nudged.rows("Peer challenge")["H001"]["Progress"]


def test_the_same_mail_twice_and_a_lost_answer_double_nothing(nudged: Council) -> None:
    lost = {"match": {"method": "PUT", "path": "/content"}, "fault": {"kind": "drop_after"}, "times": 1}
    nudged.control("POST", "faults", json=lost)
    for _ in range(2):
        reply(nudged, ("minutes.pdf", PDF), ("minutes.pdf", PDF + b" of May"))
        nudged.run("run", "collect", *TODAY)
    assert len(kept(nudged)) == 2
    assert nudged.rows("Peer challenge")["H001"]["Progress"].count("Evidence: ") == 2


def test_nothing_is_kept_from_somebody_nobody_vouches_for(nudged: Council) -> None:
    reply(nudged, ("minutes.pdf", PDF), Authentication_Results="dmarc=fail; compauth=fail reason=001")
    nudged.run("run", "collect", *TODAY)
    assert kept(nudged) == {}


def test_a_council_may_keep_no_files_at_all(nudged: Council) -> None:
    nudged.write_config(guards="attachments = []")
    reply(nudged, ("minutes.pdf", PDF))
    nudged.run("run", "collect", *TODAY)
    assert kept(nudged) == {}
