"""The section about words: what the council's own colours and short names mean."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, field_validator

from bot.reading import Conventions, read_owners
from bot.reading.conventions import check_alias, check_aliases, colour_named, colours_from, status_meant
from bot.settings.kinds import Part


def _colour(written: str) -> str:
    colour_named(written)
    return written


def _status(written: str) -> str:
    status_meant(written)
    return written


def _alias(written: str) -> str:
    check_alias(written)
    return written


# Checked one by one, so that a fault in one entry hides none in the next.
Colour = Annotated[str, AfterValidator(_colour)]
StatusWords = Annotated[str, AfterValidator(_status)]
Alias = Annotated[str, AfterValidator(_alias)]


class ReadingSettings(Part):
    """What the council's own colours and short names mean, where they differ from the usual."""

    colours: dict[Colour, StatusWords] = Field(default_factory=dict)
    aliases: dict[Alias, str] = Field(default_factory=dict)

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
