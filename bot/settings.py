"""The configuration: one TOML file, secrets from the environment, checked whole and told all at once."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from bot.columns import FIELD_NAMES
from bot.policy import Policy
from bot.reading import USUAL, Conventions, read_owners
from bot.reading.conventions import check_aliases, colours_from
from bot.timetable import Timetable, parse

JOBS = ("sync", "remind", "collect", "summarise")


_UNFIT_FOR_FILES = re.compile(r'["*:<>?/|#%~{}\\]+')


class SettingsAtFault(Exception):
    """The configuration cannot be used; `faults` names every key and what to write there."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def _address(value: str) -> str:
    name, at, domain = value.partition("@")
    if not (name and at and "." in domain) or any(each.isspace() for each in value):
        raise ValueError(f'"{value}" is no mail address')
    return value.lower()


def _timetable(value: str) -> str:
    parse(value, ZoneInfo("UTC"))
    return value


Address = Annotated[str, AfterValidator(_address)]
When = Annotated[str, AfterValidator(_timetable)]
Text = Annotated[str, Field(min_length=1)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class TenantSettings(_Part):
    """Where Planminder works and as whom."""

    id: Text
    client_id: Text
    certificate: str = ""
    site: Annotated[str, Field(pattern=r"^https://[^/\s]+(/[^\s]*)?$")]
    mailbox: Address


class ServiceSettings(_Part):
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


class MailSettings(_Part):
    """Our mails: whom a reader may ask, who is told when something waits for a person, and how long a mail of unknown
    fate is left to settle, in seconds."""

    contact: str = "the performance team"
    admins: list[Address] = []
    settle_seconds: Annotated[float, Field(ge=0, le=600)] = 60.0


class PeopleSettings(_Part):
    """The list that says who stands behind each post."""

    list: Text = "Who is who"


class PolicySettings(_Part):
    """The rules of reminding, in calendar days."""

    before: list[Annotated[int, Field(ge=1, le=365)]] = [14, 3]
    on_the_day: bool = True
    overdue_every: Annotated[int, Field(ge=1, le=90)] = 7
    quiet_after_answer: Annotated[int, Field(ge=0, le=90)] = 7

    def policy(self) -> Policy:
        return Policy(tuple(self.before), self.on_the_day, self.overdue_every, self.quiet_after_answer)


class ReadingSettings(_Part):
    """What the council's own colours and short names mean, where they differ from the usual."""

    colours: dict[str, str] = {}
    aliases: dict[str, str] = {}

    @field_validator("colours")
    @classmethod
    def _colours_known(cls, value: dict[str, str]) -> dict[str, str]:
        colours_from(value)
        return value

    @field_validator("aliases")
    @classmethod
    def _each_one_party(cls, value: dict[str, str]) -> dict[str, str]:
        check_aliases(value)
        for alias, name in value.items():
            if len(read_owners(name).owners) != 1:
                raise ValueError(f'"{alias}" must stand for one party, and "{name}" names none or several')
        return value

    def conventions(self) -> Conventions:
        return Conventions(colours_from(self.colours), self.aliases)


class ScheduleSettings(_Part):
    """When each job runs under `planminder serve`; see bot/timetable.py for the words."""

    sync: When = "mon-fri 07:00"
    remind: When = "mon-fri 08:30"
    collect: When = "every 10 minutes"
    summarise: When = "first weekday 09:00"


class SummarySettings(_Part):
    """The monthly paper: who gets its link, and the library folder it is put in."""

    council: str = "The council"
    to: list[Address] = []
    folder: Text = "Action plan summaries"


class PlanSettings(_Part):
    """One plan and its list. `columns` maps our fields to the list's own columns where they differ from ours."""

    name: Text
    list: str = ""
    columns: dict[str, str] = {}

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


class Settings(_Part):
    """The whole configuration, frozen. `folder` is where the file lies; `secret` comes from the environment."""

    tenant: TenantSettings
    service: ServiceSettings = ServiceSettings()
    mail: MailSettings = MailSettings()
    people: PeopleSettings = PeopleSettings()
    policy: PolicySettings = PolicySettings()
    reading: ReadingSettings = ReadingSettings()
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

    @model_validator(mode="after")
    def _plans_apart(self) -> Settings:
        for what, values in (
            ("name", [plan.name.casefold() for plan in self.plans]),
            ("list", [plan.list_title.casefold() for plan in self.plans]),
            ("name of the paper", [plan.file_stem.casefold() for plan in self.plans]),
        ):
            twice = {value for value in values if values.count(value) > 1}
            if twice:
                raise ValueError(f'two plans share the {what} "{min(twice)}": give each its own')
        return self

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.service.time_zone)

    @property
    def data_folder(self) -> Path:
        return self.folder / self.service.data

    @property
    def own_templates(self) -> Path | None:
        return self.folder / self.service.templates if self.service.templates else None

    def timetable(self, job: str) -> Timetable:
        return parse(getattr(self.schedule, job), self.zone)

    def plan(self, name: str) -> PlanSettings | None:
        return next((plan for plan in self.plans if plan.name.casefold() == name.strip().casefold()), None)


def load(path: Path, environment: Mapping[str, str] = os.environ) -> Settings:
    """Read and check the configuration; raises SettingsAtFault with every fault, each naming its key."""
    raw = _read(path)
    folder = path.resolve().parent
    secret, faults = _secret(environment)
    tenant = raw.get("tenant")
    if isinstance(tenant, dict):
        faults += _credential_faults(path, folder, tenant.get("certificate", ""), bool(secret or faults))
    faults += _template_faults(path, folder, raw.get("service"))
    try:
        settings = Settings.model_validate({**raw, "folder": folder, "secret": secret})
    except ValidationError as error:
        faults += [_sentence(path, each) for each in error.errors()]
        raise SettingsAtFault(faults) from error
    if faults:
        raise SettingsAtFault(faults)
    return settings


def load_conventions(path: Path) -> Conventions:
    """What the configuration says of colours and short names, if there is one: for commands that need no more of it."""
    if not path.exists():
        return USUAL
    try:
        return ReadingSettings.model_validate(_read(path).get("reading", {})).conventions()
    except ValidationError as error:
        raise SettingsAtFault(
            [_sentence(path, {**each, "loc": ("reading", *each["loc"])}) for each in error.errors()]
        ) from error


def _template_faults(path: Path, folder: Path, service: object) -> list[str]:
    own = service.get("templates") if isinstance(service, dict) else ""
    if not isinstance(own, str) or not own or (folder / own).is_dir():
        return []
    return [f"{path}: service.templates: there is no folder {own} beside this file"]


def certificate_text(settings: Settings) -> str:
    """The PEM text of the application's certificate and key, or "" when a secret is used."""
    path = settings.tenant.certificate
    return (settings.folder / path).read_text(encoding="utf-8") if path else ""


def _read(path: Path) -> dict[str, Any]:
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise SettingsAtFault(
            [f"there is no configuration at {path}: copy config/planminder.toml there, or name one with --config"]
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no text file in UTF-8"
        raise SettingsAtFault([f"{path} cannot be read: {why}"]) from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsAtFault([f"{path} is not valid TOML: {error}"]) from error
    for reserved in ("folder", "secret"):
        if reserved in raw:
            raise SettingsAtFault([f"{path}: {reserved}: this key is not known; secrets belong in the environment"])
    return raw


def _secret(environment: Mapping[str, str]) -> tuple[str, list[str]]:
    """PLANMINDER_CLIENT_SECRET, or the content of the file PLANMINDER_CLIENT_SECRET_FILE names; and what is wrong."""
    name = "PLANMINDER_CLIENT_SECRET"
    file = environment.get(f"{name}_FILE")
    if not file:
        return environment.get(name, ""), []
    try:
        return Path(file).read_text(encoding="utf-8").strip(), []
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no text"
        return "", [f"{name}_FILE names {file}, which cannot be read: {why}"]


def _credential_faults(path: Path, folder: Path, certificate: object, secret_meant: bool) -> list[str]:
    if not isinstance(certificate, str):
        return []
    if not certificate:
        return [] if secret_meant else [f"{path}: tenant.certificate: name the certificate's PEM file"]
    try:
        text = (folder / certificate).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return [f"{path}: tenant.certificate: {certificate} cannot be read as a PEM file"]
    missing = [part for part in ("PRIVATE KEY", "CERTIFICATE") if f"{part}-----" not in text]
    return [f"{path}: tenant.certificate: {certificate} holds no {' and no '.join(missing).lower()}"] if missing else []


def _sentence(path: Path, error: Any) -> str:
    key = ".".join(str(part) for part in error["loc"])
    known = {
        "missing": "this key is needed",
        "extra_forbidden": "this key is not known; see config/planminder.toml for all keys",
        "string_too_short": "must not be empty",
        "string_pattern_mismatch": "write the site's whole address, like https://council.sharepoint.com/sites/plans",
    }
    said = known.get(error["type"]) or str(error["msg"]).removeprefix("Value error, ")
    return f"{path}: {key}: {said}" if key else f"{path}: {said}"
