"""Several plans in one file: tables whose printed numbers begin anew over other actions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from bot.directory import fold
from bot.importing.columns.found import Columns
from bot.importing.rows.drafts import Draft

_LONGEST_QUOTE = 80
_COUNTS = {2: "two", 3: "three", 4: "four"}


def plan_of_each(drafts: Sequence[tuple[Draft, Columns]]) -> list[int]:
    """The plan that each draft belongs to, counted from 0: a table begins one where its references begin anew."""
    plans: list[int] = []
    earlier: dict[str, Draft] = {}
    plan = 0
    for _, table in groupby(drafts, key=lambda each: id(each[1])):
        own = [draft for draft, _ in table]
        if _begins_anew(own, earlier):
            plan, earlier = plan + 1, {}
        earlier = {draft.own_ref: draft for draft in own if draft.own_ref} | earlier
        plans += [plan] * len(own)
    return plans


def about_plans(drafts: Sequence[tuple[Draft, Columns]], plans: Sequence[int]) -> list[str]:
    """The one question about a file of several plans; `plans` as `plan_of_each` says."""
    begun = [drafts[plans.index(plan)][0].action for plan in sorted(set(plans)) if plan]
    if not begun:
        return []
    several = _COUNTS.get(len(begun) + 1, str(len(begun) + 1))
    first = " and ".join(f'"{_short(action)}"' for action in begun)
    question = f"The numbers begin anew at {first}: does this file hold {several} plans, or one in parts?"
    return [f"{question} Plans are best saved as files of their own, and each brought into its own list."]


def _begins_anew(own: Sequence[Draft], earlier: dict[str, Draft]) -> bool:
    """Whether a table uses the references of the tables before it for other actions, from its first one on.

    The same actions once more, as in a sheet for each month, are no other plan.
    """
    numbered = [draft for draft in own if draft.own_ref]
    again = [draft for draft in numbered if draft.own_ref in earlier]
    if len(again) < 2 or again[0] is not numbered[0] or len(again) * 2 < min(len(numbered), len(earlier)):
        return False
    return all(
        fold(draft.action) != fold(earlier[draft.own_ref].action) and draft.section == earlier[draft.own_ref].section
        for draft in again
    )


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST_QUOTE else plain[: _LONGEST_QUOTE - 1].rstrip() + "…"
