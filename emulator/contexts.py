"""`@odata.context` of a single entity: the path of its route in the form that the schema's own names give."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import quote

from emulator.calls import Reply
from emulator.odata import METADATA

ABOUT_THE_SAME = {"move", "copy", "createReply", "createReplyAll", "createForward", "content"}
COMPLEX = {"mailboxSettings", "automaticRepliesSetting"}
OPENING = b'{"@odata.context"'


def stated(reply: Reply, template: str, arguments: Mapping[str, str]) -> Reply:
    """The answer with its context in front, where it is a JSON object that has none yet."""
    is_json = reply.headers.get("Content-Type", "").startswith("application/json")
    if reply.status >= 300 or not is_json or reply.body.startswith(OPENING):
        return reply
    opening = OPENING + b": " + json.dumps(METADATA + of(template, arguments)).encode()
    return replace(reply, body=opening + (b", " if reply.body != b"{}" else b"") + reply.body[1:])


def of(template: str, arguments: Mapping[str, str]) -> str:
    """`/users/{user}/messages/{message}` -> `users('jo%40x.example')/messages/$entity`."""
    parts = template.strip("/").split("/")
    if parts[-1] == "createUploadSession":
        return "microsoft.graph.uploadSession"
    if parts[-1] in ABOUT_THE_SAME:
        parts.pop()
    if parts[-1].startswith("{"):
        parts.pop()
    path = re.sub(r"/\{(\w+)\}", lambda key: f"('{quote(arguments[key.group(1)], safe='')}')", "/".join(parts))
    return path if parts[-1] in COMPLEX else path + "/$entity"
