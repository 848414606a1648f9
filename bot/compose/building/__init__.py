"""Builds the papers' templates, which admins restyle in Word: `python -m bot.compose.building [FOLDER]`.

The bodies are written here, their styles stand in `bot/compose/summary_parts/`. So every table is accessible (a header
row that repeats, a caption, no merged cells) and two builds have the same bytes. Docxtpl: `{%tr` takes its row, `{%p`
its paragraph.
"""

from bot.compose.building.package import build

__all__ = ["build"]
