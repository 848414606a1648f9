"""What may stand in the configuration, in words that an admin can act on."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from bot.timetable import parse


def _address(value: str) -> str:
    name, at, domain = value.partition("@")
    if not (name and at and "." in domain) or any(each.isspace() for each in value):
        raise ValueError(f'"{value}" is no mail address')
    return value.lower()


def _address_or_nobody(value: str) -> str:
    return _address(value) if value else ""


def _domain(value: str) -> str:
    if "@" in value or "." not in value.strip(".") or any(each.isspace() for each in value):
        raise ValueError(f'"{value}" is no domain: write what follows the @ of an address, like "partner.example"')
    return value.lower()


_GUID = re.compile(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")


def _tenant(value: str) -> str:
    if not _GUID.fullmatch(value) and ("@" in value or "." not in value.strip(".") or any(map(str.isspace, value))):
        raise ValueError(
            f'"{value}" is no tenant: write the Tenant ID of the Entra admin centre, or a domain of yours like '
            '"council.gov.uk"'
        )
    return value


def _timetable(value: str) -> str:
    parse(value, ZoneInfo("UTC"))
    return value


Address = Annotated[str, AfterValidator(_address)]
AddressOrNobody = Annotated[str, AfterValidator(_address_or_nobody)]
Domain = Annotated[str, AfterValidator(_domain)]
TenantName = Annotated[str, AfterValidator(_tenant)]
When = Annotated[str, AfterValidator(_timetable)]
Text = Annotated[str, Field(min_length=1)]


class Part(BaseModel):
    """A section: unknown keys are refused, values are taken as they are written."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


def _folded(value: str) -> str:
    return "".join(value.casefold().split())


def choice(words: type[StrEnum]) -> BeforeValidator:
    """One of the words of an enumeration, in any case; any other is told with those that may stand there."""

    def chosen(value: Any) -> Any:
        found = next(
            (each for each in words if isinstance(value, str) and each.value.casefold() == value.casefold()), None
        )
        again = [each.value for each in words if isinstance(value, str) and _folded(each.value) == _folded(value)]
        if found is None and again:
            raise ValueError(f'"{value}" has a blank too many: write "{again[0]}"')
        if found is None:
            raise ValueError(f'"{value}" is not known here: write {", ".join(words)}')
        return found

    return BeforeValidator(chosen)
