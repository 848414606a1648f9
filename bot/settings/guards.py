"""The section about what stops a mail or a run that should not go."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from bot.guards import Limits
from bot.settings.kinds import Address, AddressOrNobody, Domain, Part

Percent = Annotated[int, Field(ge=0, le=100)]


def _ending(written: str) -> str:
    ending = written.strip().lower().removeprefix(".")
    if not (ending.isascii() and ending.isalnum() and len(ending) <= 10):
        raise ValueError(f'"{written}" is no ending of a file name: write it like "pdf"')
    return ending


FileEnding = Annotated[str, AfterValidator(_ending)]


def _usual_files() -> list[str]:
    return ["pdf", "docx", "xlsx", "pptx", "csv", "txt", "png", "jpg", "jpeg"]


class GuardSettings(Part):
    """Who may be mailed, when a run waits for an admin, and how much goes out; see bot/guards/ for what each means.

    While `redirect_to` names an address, every mail goes there instead of to the person it is meant for.
    """

    allowed_domains: list[Domain] = Field(default_factory=list)
    pilot_only: list[Address] = Field(default_factory=list)
    redirect_to: AddressOrNobody = ""
    size_jump: Annotated[int, Field(ge=0, le=100)] = 3
    new_people: Percent = 50
    changed: Percent = 30
    mails_a_minute: Annotated[int, Field(ge=1, le=1000)] = 30
    mails_a_day: Annotated[int, Field(ge=1, le=10_000)] = 10_000
    attachments: list[FileEnding] = Field(default_factory=_usual_files)
    attachment_megabytes: Annotated[int, Field(ge=1, le=10)] = 8
    answers_a_day: Annotated[int, Field(ge=1, le=10_000)] = 500
    most_a_person_a_week: Annotated[int, Field(ge=1, le=7)] = 5

    def limits(self) -> Limits:
        return Limits(
            size_jump=self.size_jump,
            new_people=self.new_people,
            changed=self.changed,
            a_minute=self.mails_a_minute,
            a_day=self.mails_a_day,
            a_week=self.most_a_person_a_week,
        )
