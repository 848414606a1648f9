"""What people call the colour with which a cell is filled."""

from __future__ import annotations

import colorsys
import re

_HUES = (
    (0.04, "red"),
    (0.14, "amber"),
    (0.19, "yellow"),
    (0.47, "green"),
    (0.72, "blue"),
    (0.92, "purple"),
    (1, "red"),
)
"""The hue (0 to 1, red to red) up to which a colour bears a name."""
_PALE, _WHITE, _BLACK = 0.15, 0.96, 0.15


def colour_name(rgb: str) -> str:
    """What people call a colour of six hexadecimal digits; "" for white, black and what is no colour."""
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", rgb):
        return ""
    red, green, blue = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if value < _BLACK or (saturation < _PALE and value > _WHITE):
        return ""
    return "grey" if saturation < _PALE else next(name for below, name in _HUES if hue <= below)
