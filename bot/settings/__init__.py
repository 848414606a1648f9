"""The configuration: one TOML file, secrets from the environment, checked whole and told all at once."""

from bot.settings.load import SettingsAtFault, certificate_text, load, load_conventions, load_policy
from bot.settings.sections import JOBS, PlanSettings, PolicyFile, Settings

__all__ = [
    "JOBS",
    "PlanSettings",
    "PolicyFile",
    "Settings",
    "SettingsAtFault",
    "certificate_text",
    "load",
    "load_conventions",
    "load_policy",
]
