"""What is wrong with a template in an admin's words: jinja2 and Python speak to programmers. Pure."""

from __future__ import annotations

import re

NO_WAY_BACK = "it lost [r-{{ mail.token }}], by which replies are known: put it back where ours has it"
MISSING = "the file is missing"
NO_WORD_FILE = "it is not a Word document (.docx): save it as one"
NOT_UTF8 = "it is not saved as UTF-8: choose that when you save it"
PRINTS_METHOD = "it prints {!r}, which is a method and not a value"

_HELPERS = "short, count, day and one_line"
_LISTED = "docs/admin.md, section 16, lists what there is"

# what a template may still ask for by the name it once had -> where that stands now
_FORMER = {
    "ThemeLine.before": "it is called “was” now",
    "Paper.gap": "it is called “blank” now",
    "Part.gap": "it stands once a theme now, as “section.blank”",
    "Part.blank": "it stands once a theme now, as “section.blank”",
    "Receipt.can_undo": "it is called “undo” now, and is the button itself",
}

# what the library says -> what the admin reads; the first that fits
_WORDS = (
    (r"(?:(?P<of>\w+) object' )?has no attribute '(?P<name>\w+)'", 'there is no value called "{name}" there: {now}'),
    (r"'(?P<name>[\w.]+)' is undefined", 'there is no value called "{name}": {listed}'),
    (r"has no element", "it asks for an entry of a list that has none there"),
    (r"access to attribute '(?P<name>\w+)'", 'it may not use "{name}": a template prints values and no more'),
    (r"is unsafe|not safely callable", "it tries to do what a template may not: it prints values and no more"),
    (r"No filter named '(?P<name>\w+)'", 'there is no helper called "{name}": the helpers are {helpers}'),
    (r"No test named '(?P<name>\w+)'", 'there is no test called "{name}"'),
    (
        r"unknown tag '(?P<name>end\w+|else|elif)'",
        "{{% {name} %}} stands where nothing is open that it could belong to: look at the tags above it",
    ),
    (r"unknown tag '(?P<name>\w+)'", "there is no tag {{% {name} %}}"),
    (
        r"block that needs to be closed is '(?P<name>\w+)'",
        "a {{% {name} %}} is never closed: write {{% end{name} %}} where it ends",
    ),
    (r"Missing end of comment tag", "a remark is never closed: write #}} where it ends"),
    (r"Missing end of raw directive", "a {{% raw %}} is never closed: write {{% endraw %}} where it ends"),
    (
        r"end of print statement|unexpected '[})\]]'|Expected an expression, got 'end of print",
        "what stands between {{{{ and }}}} is not one value, or a bracket is missing",
    ),
    (
        r"end of statement block|expected token|unexpected|Expected",
        "a tag between {{% and %}} is not complete, or a bracket is missing",
    ),
    (r"Range too big", "it repeats something far too often"),
    (r"recursion depth", "it includes itself, which never ends: it is a recursion"),
    (r"division|modulo", "it divides by zero"),
    (r"which is a method and not a value", "{whole}"),
    (r"not callable", "it puts brackets behind a value, as if it were something to do"),
)
_RULES = tuple((re.compile(pattern), words) for pattern, words in _WORDS)


def in_words(message: str) -> str:
    """What the library's message means for whoever edits the template, without a full stop."""
    for pattern, words in _RULES:
        found = pattern.search(message)
        if found:
            named = found.groupdict()
            now = _FORMER.get("{of}.{name}".format_map({"of": "", "name": "", **named}), _LISTED)
            return words.format(helpers=_HELPERS, listed=_LISTED, whole=message, now=now, **named)
    return "what stands there cannot be worked out"
