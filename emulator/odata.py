"""Query options and pages: `$select`, `$expand` with its own options, `$top`, `$orderby`, and opaque links."""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from emulator.calls import Call
from emulator.errors import bad_request

METADATA = "https://graph.microsoft.com/v1.0/$metadata#"


@dataclass(frozen=True, slots=True)
class Expand:
    """One `$expand`: what it selects inside ([] for everything) and its own filter."""

    select: tuple[str, ...] = ()
    filter: str | None = None


@dataclass(frozen=True, slots=True)
class Options:
    select: tuple[str, ...] = ()
    expand: Mapping[str, Expand] = field(default_factory=dict)
    filter: str | None = None
    orderby: str | None = None
    top: int | None = None
    skip: int = 0
    count: bool = False

    def selects(self, name: str) -> bool:
        """Asked for by name: for properties that come only so."""
        return any(chosen.lower() == name.lower() for chosen in self.select)


def option(query: Mapping[str, str], name: str) -> str | None:
    """Options are taken with and without their dollar sign."""
    return query.get(f"${name}", query.get(name))


def options(call: Call) -> Options:
    query = {key.lower() if key.startswith("$") else key: value for key, value in call.query.items()}
    return Options(
        select=names(option(query, "select")),
        expand=expansions(option(query, "expand") or ""),
        filter=option(query, "filter") or None,
        orderby=option(query, "orderby") or None,
        top=number(option(query, "top"), "$top"),
        skip=number(option(query, "skip"), "$skip") or 0,
        count=(option(query, "count") or "").lower() == "true",
    )


def names(text: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in (text or "").split(",") if name.strip())


def number(text: str | None, name: str) -> int | None:
    if text is None or text == "":
        return None
    if not re.fullmatch(r"[0-9]{1,9}", text.strip()):
        raise bad_request(f"Invalid value '{text}' for {name}: a non-negative integer is expected.")
    return int(text.strip())


def expansions(text: str) -> dict[str, Expand]:
    """`fields($select=A,B),columns` -> {"fields": Expand(("A", "B")), "columns": Expand()}."""
    found: dict[str, Expand] = {}
    for part in split_outside_brackets(text, ","):
        name, _, inner = part.strip().partition("(")
        pieces = (piece.partition("=") for piece in split_outside_brackets(inner.rstrip()[:-1], ";"))
        given = {key.strip().lstrip("$").lower(): value for key, _, value in pieces}
        if name:
            found[name.strip()] = Expand(names(given.get("select")), given.get("filter"))
    return found


def split_outside_brackets(text: str, mark: str) -> list[str]:
    parts, depth = [""], 0
    for character in text:
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == mark and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return parts


def shaped(value: Mapping[str, Any], chosen: Options) -> dict[str, Any]:
    """An entity with only the selected properties; annotations and what was expanded stay."""
    if not chosen.select or "*" in chosen.select:
        return dict(value)
    wanted = {name.lower() for name in chosen.select} | {name.lower() for name in chosen.expand}
    return {
        key: content
        for key, content in value.items()
        if key.lower() in wanted or key.startswith("@") or key.partition("@")[0].lower() in wanted
    }


def packed(state: Mapping[str, Any]) -> str:
    """A page or delta token: opaque to clients."""
    return urlsafe_b64encode(json.dumps(state, separators=(",", ":")).encode()).decode().rstrip("=")


def unpacked(token: str) -> dict[str, Any]:
    try:
        state = json.loads(urlsafe_b64decode(token + "=" * (-len(token) % 4)))
    except (ValueError, RecursionError):
        raise bad_request("The token in the request is not valid.") from None
    if not isinstance(state, dict):
        raise bad_request("The token in the request is not valid.")
    return state


def position(call: Call, name: str) -> int:
    """Where a page begins, from the call's `$skiptoken`; 0 without one."""
    token = call.query.get("$skiptoken")
    value = unpacked(token).get(name, 0) if token else 0
    if not isinstance(value, int) or not 0 <= value < 2**60:
        raise bad_request("The token in the request is not valid.")
    return value


def link(call: Call, name: str, token: str, *, keep: bool = True) -> str:
    """The call's own URL with a token in place of any that it had."""
    tokens = {"$skiptoken", "$deltatoken", "token", "$skip"}
    kept = [(key, value) for key, value in call.query.items() if key.lower() not in tokens] if keep else []
    query = urlencode([*kept, (name, token)], quote_via=quote, safe="$(),'/:=")
    return f"https://{call.host}{quote(call.path, safe=chr(47) + ':!,-._~$()' + chr(39) + '@')}?{query}"


def page(context: str, values: list[dict[str, Any]], **links: str | int | None) -> dict[str, Any]:
    """A collection; `next_link` and `delta_link` become annotations."""
    given = {"@odata.nextLink": links.get("next_link"), "@odata.deltaLink": links.get("delta_link")}
    counted = {"@odata.count": links["count"]} if links.get("count") is not None else {}
    return {
        "@odata.context": METADATA + context,
        **counted,
        **{key: text for key, text in given.items() if text},
        "value": values,
    }
