"""The configuration: one TOML file, secrets from the environment, checked whole and told all at once."""

from bot.settings.load import SettingsAtFault, certificate_text, load, load_conventions
from bot.settings.sections import JOBS, PlanSettings, Settings

__all__ = ["JOBS", "PlanSettings", "Settings", "SettingsAtFault", "certificate_text", "load", "load_conventions"]
