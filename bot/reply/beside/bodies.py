"""The bodies of a council by which a deed is done or decided, as parts of expressions. Pure."""

from __future__ import annotations

import re

_NAMES = "meeting|cabinet|council|committee|board|members|executive|governors|trustees"
BODY = rf"(?:(?:[a-z]+ and )?(?:{_NAMES})s?)"
NOT_ALL = r"(?:half|some|most|many|other|another|no|neither|one|two|few|several|of|scrutiny|shadow|county|never)\b"
"""What makes of a body a part of it, or somebody else's."""
WHOLE_BODY = (
    rf"(?:(?:(?:the|our|its|their) )?(?:(?:(?!{NOT_ALL})[a-z]+ ){{0,2}}?(?!{NOT_ALL}){BODY}"
    r"|authority|slt|cmt|clt|smt|(?:(?:senior|corporate|executive) )?(?:leadership|management) team))"
)
"""A body that can decide by itself."""
_DECIDER = re.compile(
    rf"\b(?:at|by|with|from|to|through) (?:the |our )?(?:full |annual |special )?(?:[a-z]+ )?(?P<body>{_NAMES})\b",
    re.IGNORECASE,
)


def deciders_of(action: str) -> set[str]:
    """The bodies whose decision an action asks for: that of another is a step."""
    return {each["body"].lower() for each in _DECIDER.finditer(action)}
