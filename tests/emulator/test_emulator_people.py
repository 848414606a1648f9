"""People: who manages whom, and what a mailbox answers while its owner is away."""

from __future__ import annotations

import json
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from tests.emulator.local import LocalTenant

WORDS = "I am on leave.\nMy team can help & will."
AWAY = {"status": "alwaysEnabled", "internalReplyMessage": WORDS, "externalReplyMessage": "Back in May."}


def go_away(tenant: LocalTenant, **changes: Any) -> None:
    setting = {**AWAY, **changes}
    tenant.control("POST", "/absences", setting, params={"mailbox": tenant.address("ada.fenn")})


def write(tenant: LocalTenant, **more: Any) -> None:
    to = [{"emailAddress": {"address": tenant.address("ada.fenn")}}]
    message = {"subject": "A-1 is due", "toRecipients": to, **more}
    assert tenant.call("POST", f"{tenant.box}/sendMail", {"message": message}).status_code == 202


def answers(tenant: LocalTenant) -> list[EmailMessage]:
    found = []
    for mail in tenant.mails(tenant.line["mailbox"], "Inbox"):
        raw = tenant.session.get(f"{tenant.line['ui']}/_emulator/messages/{mail['id']}/raw").content
        message = message_from_bytes(raw, policy=policy.default)
        assert isinstance(message, EmailMessage)
        found.append(message)
    return found


def test_someone_who_is_away_answers_once_to_each_sender(tenant: LocalTenant) -> None:
    go_away(tenant)
    write(tenant)
    write(tenant)
    (answer,) = answers(tenant)
    sent = tenant.mails(tenant.line["mailbox"], "Sent Items")[0]["internetMessageId"]
    assert answer["Subject"] == "Automatic reply: A-1 is due"
    assert answer["From"].addresses[0].addr_spec == tenant.address("ada.fenn")
    assert (answer["In-Reply-To"].strip(), answer["Auto-Submitted"]) == (sent, "auto-generated")
    assert (answer["X-Auto-Response-Suppress"], answer["Return-Path"]) == ("All", "<>")
    html = answer.get_body(("html",))
    assert html is not None
    assert "I am on leave.<br>My team can help &amp; will." in html.get_content()
    assert len(tenant.mails(tenant.address("ada.fenn"), "Inbox")) == 2
    go_away(tenant)
    write(tenant)
    assert len(answers(tenant)) == 2


@pytest.mark.parametrize("header", ["OOF", "DR, OOF, AutoReply", "All"])
def test_a_mail_that_wants_no_automatic_reply_gets_none(tenant: LocalTenant, header: str) -> None:
    go_away(tenant)
    write(tenant, internetMessageHeaders=[{"name": "X-Auto-Response-Suppress", "value": header}])
    assert answers(tenant) == []


def test_a_mail_that_wants_no_other_automatic_answers_is_told_of_an_absence(tenant: LocalTenant) -> None:
    go_away(tenant)
    write(tenant, internetMessageHeaders=[{"name": "X-Auto-Response-Suppress", "value": "DR, RN, NRN, AutoReply"}])
    assert len(answers(tenant)) == 1


@pytest.mark.parametrize("line", ["Auto-Submitted: auto-replied", "Precedence: bulk", "Return-Path: <>"])
def test_a_machine_is_never_answered(tenant: LocalTenant, line: str) -> None:
    go_away(tenant)
    raw = f"From: jo@far.example\r\n{line}\r\nSubject: Hello\r\n\r\nHello"
    tenant.control("POST", "/messages", params={"mailbox": tenant.address("ada.fenn")}, data=raw.encode())
    assert tenant.mails("outside") == []


def test_two_who_are_away_do_not_answer_each_other_for_ever(tenant: LocalTenant) -> None:
    go_away(tenant)
    tenant.call("PATCH", f"{tenant.box}/mailboxSettings", {"automaticRepliesSetting": AWAY})
    write(tenant)
    assert len(answers(tenant)) == 1


@pytest.mark.parametrize(("audience", "count"), [("all", 1), ("none", 0), ("contactsOnly", 0)])
def test_people_outside_are_told_when_they_may_know(tenant: LocalTenant, audience: str, count: int) -> None:
    go_away(tenant, externalAudience=audience)
    raw = b"From: Jo <jo@far.example>\r\nSubject: Hello\r\n\r\nHello"
    tenant.control("POST", "/messages", params={"mailbox": tenant.address("ada.fenn")}, data=raw)
    told = tenant.mails("outside")
    assert len(told) == count
    assert all("Back in May." in mail["body"] for mail in told)


def test_a_scheduled_absence_follows_the_clock(tenant: LocalTenant) -> None:
    start = {"dateTime": "2026-07-01T09:00:00", "timeZone": "GMT Standard Time"}
    end = {"dateTime": "2026-07-03T09:00:00", "timeZone": "UTC"}
    go_away(tenant, status="Scheduled", scheduledStartDateTime=start, scheduledEndDateTime=end)
    for now, count in (("2026-07-01T07:59:00Z", 0), ("2026-07-03T09:00:01Z", 0), ("2026-07-01T08:01:00Z", 1)):
        tenant.control("POST", "/clock", {"now": now})
        write(tenant)
        assert len(answers(tenant)) == count, now


def test_the_setting_is_what_graph_gives_and_takes(tenant: LocalTenant) -> None:
    path = f"{tenant.box}/mailboxSettings"
    changed = tenant.call("PATCH", path, {"automaticRepliesSetting": AWAY}).json()
    assert changed["automaticRepliesSetting"].items() >= AWAY.items()
    assert tenant.get(f"{path}/automaticRepliesSetting")["status"] == "alwaysEnabled"
    assert tenant.call("PATCH", path, {"timeZone": "UTC"}).status_code == 403
    for wrong in ({"status": "away"}, {"status": "disabled", "internalReplyMessage": 3}, {"scheduledEndDateTime": {}}):
        assert tenant.call("PATCH", path, {"automaticRepliesSetting": wrong}).status_code == 400


def test_someone_goes_away_on_the_page(tenant: LocalTenant) -> None:
    page = f"{tenant.line['ui']}/mail/{tenant.address('ada.fenn')}/away"
    form = {"status": "alwaysEnabled", "inside": "<script>alert(1)</script>", "outside": ""}
    saved = tenant.session.post(page, data=form).text
    assert "Saved." in saved
    assert "<script" not in saved
    write(tenant)
    assert len(answers(tenant)) == 1


def test_a_person_has_the_manager_of_the_seed_or_none(tenant: LocalTenant) -> None:
    assert tenant.get(f"/users/{tenant.address('ada.fenn')}/manager")["displayName"] == "Beth Larkin"
    user = tenant.get(f"/users/{tenant.address('tom.wray')}?$expand=manager($select=id,mail)")
    assert user["manager"]["mail"] == tenant.address("sian.hughes")
    assert "displayName" not in user["manager"]
    missing = tenant.call("GET", f"/users/{tenant.address('beth.larkin')}/manager")
    assert (missing.status_code, missing.json()["error"]["code"]) == (404, "Request_ResourceNotFound")


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalTenant]:
    """A tenant whose application may read everyone's mailbox settings, and where somebody is away from the start."""
    people = [{"name": "Jo Reed", "address": "jo.reed@tamberley.example", "away": "On leave."}]
    tenant = {"name": "Tamberley District Council", "domain": "tamberley.example"}
    path: Path = tmp_path_factory.mktemp("seed") / "seed.json"
    path.write_text(json.dumps({"tenant": tenant, "people": people, "roles": ["MailboxSettings.Read"]}), "utf-8")
    started = LocalTenant("--seed", str(path))
    yield started
    started.stop()


def test_other_peoples_settings_need_a_permission(tenant: LocalTenant, seeded: LocalTenant) -> None:
    assert tenant.call("GET", f"/users/{tenant.address('ada.fenn')}/mailboxSettings").status_code == 403
    jo = f"/users/{seeded.address('jo.reed')}/mailboxSettings"
    assert seeded.get(jo)["automaticRepliesSetting"]["internalReplyMessage"] == "On leave."
    assert seeded.call("PATCH", jo, {"automaticRepliesSetting": AWAY}).status_code == 403
    assert seeded.call("GET", f"/users/{seeded.address('jo.reed')}/messages").status_code == 403
