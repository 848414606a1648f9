"""A status cell that holds a code of the key with a remark behind it: "B; live since August", "Amber (tender late)"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.importing.columns.updates import Update
from bot.importing.printed.key_lines import CODE, COLOUR, called
from bot.importing.rows.drafts import Draft
from bot.plan import Status
from bot.reading.dates import find_dates
from bot.reading.statuses import names_something_left, opening_status

_WITH_REMARK = re.compile(
    rf"\s*(?P<code>{CODE})\s?(?:[;:.,(]|[–—-](?=\s))\s{{0,2}}(?P<remark>\S.*)"
    rf"|\s*(?P<colour>(?i:{COLOUR}))\s(?P<behind>[A-Z].*)",
    re.DOTALL,
)
_LONGEST_LETTERS = 3


def with_remark_apart(draft: Draft, means: Mapping[str, Status], as_of: date) -> Draft:
    """The draft with its code alone for a status and the remark told, or beside the remark that says how far.

    The remark is told last where nothing else is, or where it names a day or a rest; else the update is.
    A colour of work that goes on with words of status behind it is read as it stands.
    """
    found = _WITH_REMARK.fullmatch(draft.status)
    if not found or draft.rag:
        return draft
    code, remark = (found["code"], found["remark"]) if found["code"] else (found["colour"], found["behind"])
    remark = remark.strip()
    remark = remark[:-1] if remark.endswith(")") and "(" not in remark else remark
    value = means.get(called(code), Status.UNKNOWN)
    if value is Status.UNKNOWN or called(remark) in means:
        return draft
    if not opening_status(remark):
        last = names_something_left(remark) or bool(find_dates(remark, as_of))
        told = (*draft.updates, Update("", remark)) if last else (Update("", remark), *draft.updates)
        return replace(draft, status=code, updates=told)
    is_read = len(code) > _LONGEST_LETTERS and not value.is_closed
    return draft if is_read else replace(draft, status=remark, rag=code)
