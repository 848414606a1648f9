"""Every page of the tenant under axe-core in Chromium: wide, and as narrow as 320 pixels, in light and in dark."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import axe
from tests.emulator.local import LocalTenant
from tests.emulator.test_emulator_editing import a_list, saved
from tests.emulator.test_emulator_writing import asked, sent

pytestmark = axe.needed


def every_page(tenant: LocalTenant) -> list[str]:
    key, address = asked(tenant), a_list(tenant)
    sent(tenant, f"/message/{key}/reply", says="Done.", style="gmail")
    saved(tenant, address, Status="Done")
    for text in (b"old", b"new"):
        tenant.call("PUT", f"{tenant.site}/drive/root:/Paper.docx:/content", data=text)
    tenant.call("POST", f"{tenant.box}/mailFolders", {"displayName": "Correspondence_" * 5})
    tenant.control("POST", "/faults", {"match": {"path": "x"}, "fault": {"kind": "drop_after"}})
    mailbox = f"/mail/{tenant.address('ada.fenn')}"
    return [
        *("/", mailbox, f"/mail/{tenant.line['mailbox']}", f"{mailbox}?folder=Drafts"),
        *(f"/message/{key}", f"/message/{key}?as=text&sent=1"),
        *(f"{mailbox}/away", f"{mailbox}/away?saved=1", f"/message/{key}?place=between"),
        *(f"/message/{key}/headers", f"/compose?mailbox={tenant.address('ada.fenn')}&about={key}"),
        *("/lists", address, f"{address}?edit=1", f"{address}?saved=1", f"{address}/items/1"),
        *("/library", "/requests", "/requests?text=nothing", "/lists/nothing"),
    ]


@pytest.mark.timeout(600)
@pytest.mark.parametrize("look", axe.LOOKS)
def test_axe_has_nothing_to_say(tenant: LocalTenant, tmp_path: Path, look: str) -> None:
    def page(path: str) -> tuple[str, str]:
        answer = tenant.session.get(tenant.line["ui"] + path)
        return answer.text, answer.headers["content-type"]

    tour = axe.Tour(every_page(tenant), page, (1280, 320), (*axe.WCAG, "best-practice"))
    for (path, width), found in axe.walked(tour, tmp_path, look).items():
        assert (found.width, found.look) == (width, look)
        assert found.violations == [], f"{path} at {width} pixels"
        assert found.wider <= 0, f"{path} is {found.wider} pixels too wide for {width}"
