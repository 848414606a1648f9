"""What two plans of a configuration share that each needs for itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from bot.settings.sections import PlanSettings


def plans_apart(plans: object) -> Iterator[str]:
    """What two plans share that each needs for itself, told of plans as they are written, whatever else is wrong."""
    tables = [each for each in plans if isinstance(each, dict)] if isinstance(plans, list) else []
    named = [PlanSettings.model_construct(None, **texts) for texts in map(_texts, tables) if texts.get("name")]
    names = _shared([plan.name for plan in named])
    lists = _shared([plan.list if names else plan.list_title for plan in named])
    papers = [] if names or lists else _shared([plan.file_stem for plan in named])
    for what, shared in (("name", names), ("list", lists), ("name of the paper", papers)):
        yield from (f"two plans share the {what} {each}: give each its own" for each in shared)


def _shared(values: Sequence[str]) -> list[str]:
    """Each value that stands there more than once, as it was written each time; capitals do not matter."""
    written: dict[str, dict[str, None]] = {}
    for value in values:
        written.setdefault(value.casefold(), {})[value] = None
    twice = Counter(value.casefold() for value in values if value)
    return [" and ".join(f'"{each}"' for each in written[value]) for value in written if twice[value] > 1]


def _texts(plan: Mapping[str, object]) -> dict[str, str]:
    return {key: value for key in ("name", "list") if isinstance(value := plan.get(key), str)}
