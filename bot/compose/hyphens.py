"""References that no line end parts: in running words a hyphen invites one.

Word has a hyphen of its own for this. It is no character, so whoever reads the text out of the file, or copies it, gets
a plain hyphen; its font needs no glyph for it. Where a reference stands alone in its column it keeps the plain one, by
which it is found.
"""

from __future__ import annotations

import re

_WHOLE = "\u2011"
_TEXT = re.compile(rf"<w:t(?: [^>]*)?>[^<]*{_WHOLE}[^<]*</w:t>")


def whole(ref: str) -> str:
    """A reference as it is printed among other words."""
    return ref.replace("-", _WHOLE)


def with_hyphens(rendered: str) -> str:
    """The rendered XML of a part, with Word's own hyphen wherever a text holds one that may not break."""
    if _WHOLE not in rendered:
        return rendered
    return _TEXT.sub(lambda text: text[0].replace(_WHOLE, _HYPHEN), rendered)


_HYPHEN = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'
