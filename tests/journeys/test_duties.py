"""The lead of a peer challenge's plan, told of each duty some days before its papers are due."""

from __future__ import annotations

import pytest

from tests.journeys.council import Council

pytestmark = pytest.mark.journey

PLAN = "Ref,Action,Owner,Due,Status\n1,Publish the plan,Chief Executive,30 June 2027,In progress\n"


def test_a_lead_is_told_of_a_duty_once_for_each_of_the_days_before_it(council: Council) -> None:
    council.write_config(lead=council.person("ada.fenn"))
    configured = council.config.read_text(encoding="utf-8")
    council.config.write_text(f'{configured}on_site = "2026-10-15"\nagenda_days = 14\n', encoding="utf-8")
    council.bring_in(PLAN)
    told = {
        day: council.run("run", "remind", "--today", day).count("told of what the peer challenge asks")
        for day in ("2026-12-03", "2026-12-04", "2026-12-07", "2026-12-29", "2026-12-30")
    }
    mails = [mail["subject"] for mail in council.mails("ada.fenn") if "duty" in mail["subject"]]
    body = council.mails("ada.fenn")[0]["body"]
    assert told == {"2026-12-03": 0, "2026-12-04": 1, "2026-12-07": 0, "2026-12-29": 1, "2026-12-30": 0}
    assert mails == ["Peer challenge: a duty of the peer challenge by 15 January 2027"] * 2
    assert "are due by 1 January 2027" in body
