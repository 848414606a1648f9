"""The habits of other people's URLs, brought to one form before routing.

Paths inside colons (`/sites/host:/sites/x:/lists`, `root:/a/b.docx:/content`) become one percent-encoded segment
(`/sites/host:sites%2Fx/lists`), so that every route is a plain row of segments.
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

VERSION = re.compile(r"^/(v1\.0|beta)(?=/|$)", re.IGNORECASE)
COLON_PATH = re.compile(r":/+([^:]*)(?::(?=/|$)|$)")
KEY_IN_BRACKETS = re.compile(r"\('([^'/]*)'\)")
OF_SITE = "site~"
SITE_DRIVE = re.compile(r"^/sites/([^/]+)/drive(?=/(?:root|items)\b)", re.IGNORECASE)
SITE_DRIVES = re.compile(r"^/sites/[^/]+/drives(?=/)", re.IGNORECASE)
DRIVE_ROOT = re.compile(r"^(/drives/[^/]+)/root(?=[:/]|$)", re.IGNORECASE)
FUNCTION_TOKEN = re.compile(r"/delta\(token='?([^')]*)'?\)", re.IGNORECASE)


def decoded(raw_path: str) -> str:
    return re.sub(r"(?<!:)/{2,}", "/", unquote(raw_path, errors="replace"))


def routable(path: str) -> tuple[str, str | None]:
    """The decoded path without its version, in plain segments, and the token of a `delta(token='...')`."""
    token = None
    if found := FUNCTION_TOKEN.search(path):
        token = found.group(1)
        path = path[: found.start()] + "/delta" + path[found.end() :]
    path = VERSION.sub("", path)
    path = re.sub(r"/{2,}", "/", COLON_PATH.sub(lambda m: ":" + quote(m.group(1).strip("/"), safe=""), path))
    path = KEY_IN_BRACKETS.sub(r"/\1", path.replace("()", "")).replace("/microsoft.graph.", "/")
    path = SITE_DRIVES.sub("/drives", SITE_DRIVE.sub(rf"/drives/{OF_SITE}\1", path))
    return DRIVE_ROOT.sub(r"\1/items/root", path).rstrip("/") or "/", token


def addressed(segment: str) -> tuple[str, str | None]:
    """A segment split at its colon: `root:a%2Fb` is ("root", "a/b"), and `root` is ("root", None)."""
    key, colon, path = segment.partition(":")
    return key, unquote(path) if colon else None
