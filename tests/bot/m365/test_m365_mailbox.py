from __future__ import annotations

import pytest

from bot.m365 import AccessRefused, Draft, Mailbox, NotFound, Suppressed, SyncExpired, Unreachable
from bot.m365.errors import Refused
from tests.bot.m365.tenancy import LocalTenant, library, mailbox

TOM = "tom.ashgrove@tamberley.example"
OURS = "action.plans@tamberley.example"
KEY = "5f0c2f5e-7a53-5a7e-9a43-0d9a2d3ce111"


def lay(box: Mailbox, key: str = KEY) -> Draft:
    return box.create_draft(
        key=key, to=TOM, subject="Your actions", html="<p>Dear Tom</p>", reply_to="action.plans+r-1@tamberley.example"
    )


def test_a_draft_waits_until_it_is_sent(local: LocalTenant) -> None:
    box = mailbox(local)
    draft = lay(box)
    assert draft.internet_message_id.startswith("<")
    assert box.is_draft(draft.id)
    assert local.mails(TOM, "inbox") == []


def test_a_draft_that_is_sent_arrives_and_is_no_draft_any_more(local: LocalTenant) -> None:
    box = mailbox(local)
    draft = lay(box)
    box.send_draft(draft.id)
    (received,) = local.mails(TOM, "inbox")
    assert (received["subject"], received["internetMessageId"]) == ("Your actions", draft.internet_message_id)
    assert not box.is_draft(draft.id)


def test_what_is_sent_asks_for_its_reply_at_the_plus_address_and_for_no_automatic_answer(local: LocalTenant) -> None:
    box = mailbox(local)
    box.send_draft(lay(box).id)
    (received,) = local.mails(TOM, "inbox")
    raw = local.control("GET", f"messages/{received['raw']}/raw").content.decode()
    head = raw.partition("\r\n\r\n")[0].lower()
    for line in (
        "reply-to: action.plans+r-1@tamberley.example",
        f"x-planminder-key: {KEY}",
        "x-auto-response-suppress: all",
    ):
        assert line in head.replace("<", "").replace(">", "")


@pytest.mark.parametrize(("suppressed", "notes"), [(Suppressed.ALL, 0), (Suppressed.ALL_BUT_ABSENCES, 1)])
def test_an_absence_is_heard_of_only_where_the_mail_lets_it_be_told(
    local: LocalTenant, suppressed: Suppressed, notes: int
) -> None:
    away = {"status": "alwaysEnabled", "internalReplyMessage": "Back on 3 May."}
    local.control("POST", "absences", json=away, params={"mailbox": TOM})
    box = mailbox(local)
    draft = box.create_draft(key=KEY, to=TOM, subject="Yours", html="Hello", reply_to=OURS, suppressed=suppressed)
    box.send_draft(draft.id)
    assert len(local.mails(OURS, "inbox")) == notes


def test_a_mail_is_found_by_its_key_before_and_after_it_is_sent(local: LocalTenant) -> None:
    box = mailbox(local)
    draft = lay(box)
    lay(box, key="another-key")
    assert box.find(KEY) == draft
    box.send_draft(draft.id)
    sent = box.find(KEY)
    assert sent is not None
    assert (sent.id, sent.has_left) == (draft.id, True)


def test_no_draft_is_found_where_none_was_laid(local: LocalTenant) -> None:
    assert mailbox(local).find(KEY) is None
    assert not mailbox(local).is_draft("AAMkNOTHING=")


def test_a_draft_whose_answer_was_lost_is_laid_once_and_found_by_its_key(local: LocalTenant) -> None:
    box = mailbox(local)
    local.fault("drop_after", "POST", "/messages$")
    with pytest.raises(Unreachable):
        lay(box)
    assert len(local.requests("POST", "/messages")) == 1
    assert box.find(KEY) is not None


def test_a_send_whose_answer_was_lost_is_not_made_again(local: LocalTenant) -> None:
    box = mailbox(local)
    draft = lay(box)
    local.fault("drop_after", "POST", "/send$")
    with pytest.raises(Unreachable):
        box.send_draft(draft.id)
    assert len(local.requests("POST", "/send")) == 1
    assert (box.is_draft(draft.id), len(local.mails(TOM, "inbox"))) == (False, 1)


def test_a_send_that_never_arrived_leaves_the_draft(local: LocalTenant) -> None:
    box = mailbox(local)
    draft = lay(box)
    local.fault("drop_before", "POST", "/send$")
    with pytest.raises(Unreachable):
        box.send_draft(draft.id)
    assert (box.is_draft(draft.id), local.mails(TOM, "inbox")) == (True, [])


def test_a_draft_that_is_gone_cannot_be_sent(local: LocalTenant) -> None:
    with pytest.raises(NotFound, match=f"finds no mailbox {OURS}"):
        mailbox(local).send_draft("AAMkNOTHING=")


def test_a_mail_cannot_be_sent_twice(local: LocalTenant) -> None:
    box = mailbox(local)
    draft = lay(box)
    box.send_draft(draft.id)
    with pytest.raises(Refused, match="ErrorInvalidOperation"):
        box.send_draft(draft.id)
    assert len(local.mails(TOM, "inbox")) == 1


def test_the_inbox_marker_brings_each_mail_once(local: LocalTenant) -> None:
    box = mailbox(local)
    first = local.deliver("one")
    page = box.inbox()
    assert page.ids == (first,)
    second = local.deliver("two")
    following = box.inbox(page.marker)
    assert following.ids == (second,)
    assert box.inbox(following.marker).ids == ()


def test_a_full_inbox_is_read_to_its_end(local: LocalTenant) -> None:
    arrived = [local.deliver(f"mail {number}") for number in range(25)]
    assert set(mailbox(local).inbox().ids) == set(arrived)


def test_an_inbox_marker_that_expired_is_told(local: LocalTenant) -> None:
    box = mailbox(local)
    marker = box.inbox().marker
    local.fault("expire_delta", "GET", "/messages/delta")
    with pytest.raises(SyncExpired, match=f"the change marker of mailbox {OURS} has expired"):
        box.inbox(marker)
    assert box.inbox().ids == ()


def test_a_mail_is_read_as_it_came(local: LocalTenant) -> None:
    raw = mailbox(local).raw(local.deliver("one"))
    assert b"Subject: one\r\n" in raw
    assert raw.rstrip().endswith(b"Hello.")


def test_a_mail_is_moved_to_a_folder_that_is_made_when_it_is_missing(local: LocalTenant) -> None:
    box = mailbox(local)
    for subject in ("one", "two"):
        box.move(local.deliver(subject), "Processed")
    assert [mail["subject"] for mail in local.mails(OURS, "Processed")] == ["one", "two"]
    assert local.mails(OURS, "inbox") == []
    assert len([line for line in local.requests("POST", "/mailFolders") if line.endswith("201")]) == 1


def test_moving_a_mail_again_does_no_harm_and_its_id_stays(local: LocalTenant) -> None:
    box = mailbox(local)
    mail = local.deliver("one")
    box.move(mail, "Processed")
    box.move(mail, "Processed")
    assert [each["id"] for each in local.mails(OURS, "Processed")] == [mail]
    assert box.raw(mail)


def test_a_folder_that_an_earlier_run_made_is_used_again(local: LocalTenant) -> None:
    mailbox(local).move(local.deliver("one"), "Needs review")
    mailbox(local).move(local.deliver("two"), "Needs review")
    assert len(local.mails(OURS, "Needs review")) == 2


def test_a_mail_that_was_moved_is_no_news_of_the_inbox(local: LocalTenant) -> None:
    box = mailbox(local)
    mail = local.deliver("one")
    marker = box.inbox().marker
    box.move(mail, "Processed")
    assert box.inbox(marker).ids == ()


def test_a_mailbox_that_is_not_granted_is_told_by_its_address(local: LocalTenant) -> None:
    with pytest.raises(AccessRefused, match=f"refuses access to mailbox {TOM}: grant it"):
        mailbox(local, TOM).check()
    with pytest.raises(AccessRefused):
        lay(mailbox(local, TOM))
    mailbox(local).check()


def test_a_mailbox_that_is_not_there_is_told(local: LocalTenant) -> None:
    with pytest.raises((NotFound, AccessRefused), match=r"nobody@tamberley\.example"):
        mailbox(local, "nobody@tamberley.example").check()


def test_a_file_stored_twice_is_one_file_with_two_versions(local: LocalTenant) -> None:
    shelf = library(local)
    first = shelf.put("Action plan summaries/2026", "August.docx", b"first")
    second = shelf.put("Action plan summaries/2026", "August.docx", b"second try")
    assert (first.id, first.url) == (second.id, second.url)
    assert (first.size, second.size) == (5, 10)
    (file,) = local.files()
    assert file["path"].endswith("Action plan summaries/2026/August.docx")
    assert [version["size"] for version in file["versions"]] in ([5, 10], [10, 5])


def test_a_file_may_lie_at_the_top_and_have_any_name(local: LocalTenant) -> None:
    stored = library(local).put("", "Progress at 100% – Môn & co #1.docx", b"x")
    assert stored.url.startswith(local.facts["site"])
    assert [file["name"] for file in local.files()] == ["Progress at 100% – Môn & co #1.docx"]


def test_a_file_whose_answer_was_lost_is_stored_again_and_is_still_one_file(local: LocalTenant) -> None:
    local.fault("drop_after", "PUT", "/content")
    library(local).put("Summaries", "August.docx", b"x")
    assert [file["name"] for file in local.files()] == ["August.docx"]


def test_the_library_says_when_it_is_refused(local: LocalTenant) -> None:
    local.fault("status", "GET", "/drive$", status=403)
    with pytest.raises(AccessRefused, match="refuses access to the site's document library"):
        library(local).check()
