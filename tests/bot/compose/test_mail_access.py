"""Every mail under axe-core in Chromium, from a phone's width to a desk's, in light and in dark."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.compose import Composer, sample, sample_mails, sample_nudges
from tests import axe

pytestmark = axe.needed

COMPOSER = Composer(Path(__file__).resolve().parents[3] / "templates")


def pages() -> dict[str, str]:
    mails = {
        "nudge": COMPOSER.nudge(sample.NUDGE),
        "every-kind": COMPOSER.nudge(sample_nudges.EVERY_KIND),
        "escalation": COMPOSER.nudge(sample_nudges.ESCALATION),
        "ask-who": COMPOSER.nudge(sample_nudges.ASK_WHO),
        "long": COMPOSER.nudge(sample_nudges.LONG),
        "receipt": COMPOSER.receipt(sample.RECEIPT),
        "slt": COMPOSER.slt(sample_mails.SLT),
        "notice": COMPOSER.notice(sample_mails.NOTICE),
        "ask": COMPOSER.ask(sample_mails.ASK),
        "duty": COMPOSER.duty(sample_mails.DUTY),
        "wish": COMPOSER.wish(sample_mails.WISH),
        "redirected": COMPOSER.redirected(COMPOSER.nudge(sample.NUDGE), sample.MORGAN),
    }
    return {f"/{name}": mail.html for name, mail in mails.items()}


@pytest.mark.timeout(600)
@pytest.mark.parametrize("look", ["light", "dark"])
def test_axe_finds_nothing_against_wcag_in_a_mail(tmp_path: Path, look: str) -> None:
    html = pages()
    widths = (1280, 760, 390, 320)
    tour = axe.Tour(list(html), lambda path: (html.get(path, ""), "text/html; charset=utf-8"), widths, axe.WCAG)
    for (path, width), found in axe.walked(tour, tmp_path, look).items():
        assert (found.width, found.look) == (width, look)
        assert found.violations == [], f"{path} at {width} pixels"
        assert found.wider <= 0, f"{path} is {found.wider} pixels too wide for {width}"
