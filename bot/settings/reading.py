"""The section about words: what the council's own colours and short names mean."""

from __future__ import annotations

from pydantic import Field, field_validator

from bot.reading import Conventions, read_owners
from bot.reading.conventions import check_aliases, colours_from
from bot.settings.kinds import Part


class ReadingSettings(Part):
    """What the council's own colours and short names mean, where they differ from the usual."""

    colours: dict[str, str] = Field(default_factory=dict)
    aliases: dict[str, str] = Field(default_factory=dict)

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
