"""The sections of the configuration, each key with what may stand there."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, field_validator

from bot.columns import FIELD_NAMES
from bot.settings.guards import GuardSettings
from bot.settings.kinds import Address, AddressOrNobody, Part, TenantName, Text, When
from bot.settings.policy import CalendarSettings, PolicySettings
from bot.settings.reading import ReadingSettings
from bot.timetable import Timetable, parse
from bot.working_days import WorkingDays

JOBS = ("sync", "remind", "collect", "summarise")


_Editions = list[Literal["internal", "public"]]
_UNFIT_FOR_FILES = re.compile(r'["*:<>?/|#%~{}\\]+')


class TenantSettings(Part):
    """Where Planminder works and as whom."""

    id: TenantName
    client_id: Text
    certificate: str = ""
    site: Annotated[str, Field(pattern=r"^https://[^/\s]+(/[^\s]*)?$")]
    mailbox: Address


class ServiceSettings(Part):
    """The machine it runs on: `data` holds the ledger; both folders count from the configuration file."""

    data: str = "data"
    templates: str = ""
    time_zone: str = "Europe/London"

    @field_validator("time_zone")
    @classmethod
    def _zone_exists(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError(f'"{value}" is no time zone; councils write "Europe/London"') from error
        return value


def _first() -> list[int]:
    return [0]


class MailSettings(Part):
    """Our mails: whom a reader may ask, who is told when something waits for a person, and how long a mail of unknown
    fate is left to settle, in seconds.

    `token_keys` are the keys whose tokens count, the last of them the one that signs. A mail that came in is kept whole
    in the ledger for `keep_days` (0: for good), and known for ever.
    """

    contact: str = "the performance team"
    admins: list[Address] = Field(default_factory=list)
    settle_seconds: Annotated[float, Field(ge=0, le=600)] = 60.0
    token_keys: Annotated[list[Annotated[int, Field(ge=0, le=31)]], Field(min_length=1)] = Field(default_factory=_first)
    keep_days: Annotated[int, Field(ge=0, le=3650)] = 365


class PeopleSettings(Part):
    """The list that says who stands behind each post, and whom the leadership wants told (`slt`, an address)."""

    list: Text = "Who is who"
    slt: AddressOrNobody = ""


class ScheduleSettings(Part):
    """When each job runs under `planminder serve`; see bot/timetable.py for the words."""

    sync: When = "mon-fri 07:00"
    remind: When = "mon-fri 08:30"
    collect: When = "every 10 minutes"
    summarise: When = "first weekday 09:00"


class SummarySettings(Part):
    """The monthly paper: who gets its link, the library folder it is put in, and the rule of its colours.

    A theme is late when an action is more than `late_after` days overdue, or `late_share` per cent of its open actions
    are (0: never for that); `at_risk` says what a theme is whose actions are only at risk. A status is unconfirmed when
    nobody confirmed it for `unconfirmed_after` days (0: never). Leads of highlight reports are asked for their words
    `ask_leads` working days before (0: never), the lead of a peer challenge is told of a duty `duty_before` days ahead.
    `overrides` is the list in which people set a theme's standing against the rule.
    """

    council: str = "The council"
    to: list[Address] = Field(default_factory=list)
    folder: Text = "Action plan summaries"
    late_after: Annotated[int, Field(ge=0, le=366)] = 30
    late_share: Annotated[int, Field(ge=0, le=100)] = 0
    at_risk: Literal["attention", "late"] = "attention"
    unconfirmed_after: Annotated[int, Field(ge=0, le=366)] = 60
    overrides: Text = "Theme overrides"
    ask_leads: Annotated[int, Field(ge=0, le=20)] = 0
    duty_before: list[Annotated[int, Field(ge=0, le=366)]] = Field(default_factory=lambda: [28, 7])


class PlanSettings(Part):
    """One plan and its list.

    `lead` and `director` are addresses: who looks after it, and who stands above. `columns` maps our fields to the
    list's own columns where they differ from ours.

    `paper` is the shape of its monthly paper, `editions` which of them are made, `report_to` and `report_of` what
    stands at its head, `lettered_tables` whether a committee gets its tables A to E, of which E holds
    `governance_theme`, `theme_leads` who supplies what the list does not hold of each theme. `on_site` is the day on
    which the team of a peer challenge came, as "2026-09-15"; papers for a meeting are due `agenda_days` before it.
    """

    name: Text
    list: str = ""
    lead: AddressOrNobody = ""
    director: AddressOrNobody = ""
    columns: dict[str, str] = Field(default_factory=dict)
    paper: Literal["status", "highlight", "committee"] = "status"
    editions: _Editions = Field(["internal"], min_length=1)
    report_to: Text = "Senior Leadership Team"
    report_of: str = ""
    lettered_tables: bool = False
    governance_theme: str = ""
    on_site: str = ""
    agenda_days: Annotated[int, Field(ge=0, le=180)] = 0
    theme_leads: dict[str, Address] = Field(default_factory=dict)

    @field_validator("on_site")
    @classmethod
    def _is_a_day(cls, value: str) -> str:
        try:
            date.fromisoformat(value or "2000-01-01")
        except ValueError as error:
            raise ValueError(f'"{value}" is no day: write it like "2026-09-15"') from error
        return value

    @property
    def on_site_day(self) -> date | None:
        return date.fromisoformat(self.on_site) if self.on_site else None

    @field_validator("columns")
    @classmethod
    def _fields_known(cls, value: dict[str, str]) -> dict[str, str]:
        strange = sorted(set(value) - set(FIELD_NAMES))
        if strange:
            raise ValueError(f"{', '.join(strange)} is no field; the fields are {', '.join(FIELD_NAMES)}")
        return value

    @property
    def list_title(self) -> str:
        return self.list or self.name

    @property
    def file_stem(self) -> str:
        """What its papers are called, without the characters that SharePoint refuses in file names."""
        return " ".join(_UNFIT_FOR_FILES.sub(" ", self.name).split())


class PolicyFile(Part):
    """A policy to try out beside the configured one; a section that it leaves out stays as it is configured."""

    policy: PolicySettings | None = None
    calendar: CalendarSettings | None = None
    schedule: ScheduleSettings | None = None

    def over(self, other: PolicyFile) -> PolicyFile:
        """This one, with what it leaves out taken from another."""
        return other.model_copy(update={name: section for name, section in self if section is not None})


class Settings(Part):
    """The whole configuration, frozen. `folder` is where the file lies; `secret` comes from the environment."""

    tenant: TenantSettings
    service: ServiceSettings = ServiceSettings()
    mail: MailSettings = MailSettings()
    people: PeopleSettings = PeopleSettings()
    policy: PolicySettings = PolicySettings()
    calendar: CalendarSettings = CalendarSettings()
    reading: ReadingSettings = ReadingSettings()
    guards: GuardSettings = GuardSettings()
    schedule: ScheduleSettings = ScheduleSettings()
    summary: SummarySettings = SummarySettings()
    plans: tuple[PlanSettings, ...]
    folder: Path = Path()
    secret: str = Field(default="", repr=False)

    @field_validator("plans", mode="before")
    @classmethod
    def _some_plan(cls, value: object) -> object:
        if value == []:
            raise ValueError("needs at least one entry")
        return tuple(value) if isinstance(value, list) else value

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.service.time_zone)

    @property
    def data_folder(self) -> Path:
        return self.folder / self.service.data

    @property
    def own_templates(self) -> Path | None:
        return self.folder / self.service.templates if self.service.templates else None

    @property
    def named_addresses(self) -> frozenset[str]:
        """Everybody whom the configuration itself wants mailed."""
        given = [self.people.slt, self.guards.redirect_to, *self.mail.admins, *self.summary.to, *self.guards.pilot_only]
        given += [address for plan in self.plans for address in (plan.lead, plan.director, *plan.theme_leads.values())]
        return frozenset(address for address in given if address)

    def timetable(self, job: str, calendar: WorkingDays) -> Timetable:
        return parse(getattr(self.schedule, job), self.zone, calendar)

    def plan(self, name: str) -> PlanSettings | None:
        return next((plan for plan in self.plans if plan.name.casefold() == name.strip().casefold()), None)
